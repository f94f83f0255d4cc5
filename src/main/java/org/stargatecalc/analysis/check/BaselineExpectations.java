package org.stargatecalc.analysis.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Statistic;

/**
 * The expectations that a tolerance against a baseline is: one a metric, over the year ends that
 * both have, and that there are no others.
 */
public final class BaselineExpectations {
  private final Horizon own;
  private final Horizon baseline;
  private final List<LocalDate> ownOnly;
  private final List<LocalDate> baselineOnly;

  /**
   * Creates them.
   *
   * @param own horizon of the result
   * @param baseline horizon of the baseline
   */
  public BaselineExpectations(Horizon own, Horizon baseline) {
    this.own = own;
    this.baseline = baseline;
    this.ownOnly = endsOutside(own, baseline);
    this.baselineOnly = endsOutside(baseline, own);
  }

  private static List<LocalDate> endsOutside(Horizon in, Horizon notIn) {
    return in.periodEnds(Period.YEAR).stream().filter(end -> !isIn(notIn, end)).toList();
  }

  /**
   * Returns the expectations.
   *
   * @param tolerances largest relative change of each metric
   */
  public List<Expectation> within(Map<Metric, Double> tolerances) {
    List<Expectation> expectations = new ArrayList<>();
    tolerances.keySet().stream()
        .findFirst()
        .flatMap(this::noYearOnOneSideAlone)
        .ifPresent(expectations::add);
    tolerances.forEach(
        (metric, share) -> {
          List<Expression> parts = new ArrayList<>();
          for (LocalDate end : own.periodEnds(Period.YEAR)) {
            if (isIn(baseline, end)) {
              parts.add(bound(metric, end, Operator.AT_MOST, share));
              parts.add(bound(metric, end, Operator.AT_LEAST, 0 - share));
            }
          }
          if (!parts.isEmpty()) {
            String text =
                metric.id() + " within " + percent(share) + " of the baseline at every year's end";
            expectations.add(expectation(parts, text, ""));
          }
        });
    return expectations;
  }

  private Optional<Expectation> noYearOnOneSideAlone(Metric metric) {
    List<Expression> parts = new ArrayList<>();
    ownOnly.forEach(end -> parts.add(bound(metric, end, Operator.EQUAL, 0)));
    baselineOnly.forEach(end -> parts.add(bound(metric, end, Operator.EQUAL, 0)));
    return unequalYears()
        .map(reason -> expectation(parts, "the baseline has the same years", reason));
  }

  private static Expectation expectation(List<Expression> parts, String text, String message) {
    return new Expectation(
        new Expression.All(parts),
        text,
        Expectation.Severity.ERROR,
        message,
        new Expectation.Place("--tolerance", 0, 0));
  }

  /** Returns which years cannot be compared and why, empty if all can. */
  public Optional<String> unequalYears() {
    List<String> reasons = new ArrayList<>();
    if (!ownOnly.isEmpty()) {
      reasons.add(years(ownOnly) + " not in the baseline, which is " + text(baseline));
    }
    if (!baselineOnly.isEmpty()) {
      reasons.add(years(baselineOnly) + " beyond the horizon, which is " + text(own));
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private static String text(Horizon horizon) {
    return horizon.from() + " to " + horizon.to();
  }

  private static boolean isIn(Horizon horizon, LocalDate day) {
    return !day.isBefore(horizon.from()) && !day.isAfter(horizon.to());
  }

  private static String years(List<LocalDate> ends) {
    LocalDate first = ends.get(0);
    LocalDate last = ends.get(ends.size() - 1);
    return ends.size() == 1
        ? "the year to " + first + " is"
        : first.getYear() + " to " + last.getYear() + " are";
  }

  private static Expression bound(Metric metric, LocalDate end, Operator operator, double bound) {
    Optional<LocalDate> after =
        metric.kind() == Metric.Kind.FLOW
            ? Optional.of(Period.YEAR.endOfPeriodBefore(end))
            : Optional.empty();
    String at = metric.id() + "@" + end;
    Measure measure = new Measure.OfMetric(metric, Statistic.CENTRAL, new Moment(after, end), at);
    String change = "delta(" + at + ")";
    return new Expression.Comparison(
        new Measure.OfChange(measure, true, change),
        operator,
        bound,
        Optional.empty(),
        change + " " + operator.sign() + " " + percent(bound));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.6f", share * 100).replaceAll("\\.?0+$", "") + "%";
  }
}
