package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.report.Folding;
import org.stargatecalc.result.PeriodValues;

/** Periods of which those that follow each other with equal values are one row. */
final class FoldedPeriods {
  private static final int YEAR = 4;

  private final List<PeriodValues> periods;
  private final boolean years;
  private final Folding folding;

  /**
   * Keeps periods.
   *
   * @param years whether they are years, called by their number where they are whole
   */
  FoldedPeriods(List<PeriodValues> periods, boolean years, Folding folding) {
    this.periods = periods;
    this.years = years;
    this.folding = folding;
  }

  /** Returns the heading of the periods' column. */
  String title() {
    return years ? "year" : "end of";
  }

  /** Periods of one row. */
  static final class Span {
    private final String first;
    private final String last;
    private final PeriodValues values;

    Span(String first, String last, PeriodValues values) {
      this.first = first;
      this.last = last;
      this.values = values;
    }

    /** Returns what a reader calls them. */
    String words() {
      return first.equals(last) ? first : first + " to " + last;
    }

    /** Returns the values that all of them have. */
    PeriodValues last() {
      return values;
    }
  }

  /**
   * Returns the rows.
   *
   * @param metrics that are shown of each
   * @param percentiles of which; none for the central case
   */
  List<Span> spans(List<Metric> metrics, List<Integer> percentiles) {
    List<Span> spans = new ArrayList<>();
    double[] before = {};
    int first = 0;
    for (int i = 0; i < periods.size(); i++) {
      double[] values = values(periods.get(i), metrics, percentiles);
      if (i > 0 && folding == Folding.FOLDED && areSame(before, values)) {
        spans.remove(spans.size() - 1);
      } else {
        first = i;
      }
      spans.add(new Span(name(first), name(i), periods.get(i)));
      before = values;
    }
    return spans;
  }

  private String name(int period) {
    LocalDate end = periods.get(period).end();
    String name = end.toString();
    return years && end.getMonthValue() == 12 && end.getDayOfMonth() == 31
        ? name.substring(0, YEAR)
        : name;
  }

  private static double[] values(
      PeriodValues period, List<Metric> metrics, List<Integer> percentiles) {
    int each = Math.max(1, percentiles.size());
    double[] values = new double[metrics.size() * each];
    for (int m = 0; m < metrics.size(); m++) {
      for (int p = 0; p < each; p++) {
        values[m * each + p] =
            percentiles.isEmpty()
                ? period.value(metrics.get(m))
                : period.quantile(metrics.get(m), percentiles.get(p));
      }
    }
    return values;
  }

  static boolean areSame(double[] one, double[] other) {
    boolean same = true;
    for (int i = 0; i < one.length; i++) {
      boolean bothUndefined = Double.isNaN(one[i]) && Double.isNaN(other[i]);
      same &= bothUndefined || Rounding.isAll(one[i], other[i]);
    }
    return same;
  }
}
