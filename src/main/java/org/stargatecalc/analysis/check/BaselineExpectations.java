package org.stargatecalc.analysis.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * The expectations that a tolerance against a baseline is: one a metric, over the dates that both
 * have, and that there are no others: the ends of years, or dates that are asked for.
 */
public final class BaselineExpectations {
  private final Horizon own;
  private final Horizon baseline;
  private final List<LocalDate> asked;
  private final List<LocalDate> ownOnly;
  private final List<LocalDate> baselineOnly;

  /** Creates those of every year's end. */
  public BaselineExpectations(Horizon own, Horizon baseline) {
    this(own, baseline, List.of());
  }

  /**
   * Creates them.
   *
   * @param own horizon of the result
   * @param baseline horizon of the baseline
   * @param asked dates at which they are compared; none for every year's end
   */
  public BaselineExpectations(Horizon own, Horizon baseline, List<LocalDate> asked) {
    this.own = own;
    this.baseline = baseline;
    this.asked = List.copyOf(asked);
    this.ownOnly = dates(own).stream().filter(end -> !isIn(baseline, end)).toList();
    this.baselineOnly = dates(baseline).stream().filter(end -> !isIn(own, end)).toList();
  }

  private List<LocalDate> dates(Horizon horizon) {
    return asked.isEmpty() ? horizon.periodEnds(Period.YEAR) : asked;
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
          for (LocalDate end : dates(own)) {
            if (isIn(baseline, end) && isIn(own, end)) {
              parts.add(bound(metric, end, Operator.AT_MOST, share));
              parts.add(bound(metric, end, Operator.AT_LEAST, 0 - share));
            }
          }
          if (!parts.isEmpty()) {
            String text = metric.id() + " within " + percent(share) + " of the baseline at " + at();
            expectations.add(expectation(parts, text, ""));
          }
        });
    return expectations;
  }

  private String at() {
    return asked.isEmpty()
        ? "every year's end"
        : asked.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
  }

  private Optional<Expectation> noYearOnOneSideAlone(Metric metric) {
    List<Expression> parts = new ArrayList<>();
    ownOnly.forEach(end -> parts.add(bound(metric, end, Operator.EQUAL, 0)));
    baselineOnly.forEach(end -> parts.add(bound(metric, end, Operator.EQUAL, 0)));
    return unequalYears()
        .map(
            reason ->
                expectation(
                    parts,
                    "the baseline has the same " + (asked.isEmpty() ? "years" : "dates"),
                    reason));
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
      reasons.add(said(ownOnly) + " not in the baseline, which is " + text(baseline));
    }
    if (!baselineOnly.isEmpty()) {
      reasons.add(said(baselineOnly) + " beyond the horizon, which is " + text(own));
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private static String text(Horizon horizon) {
    return horizon.from() + " to " + horizon.to();
  }

  private static boolean isIn(Horizon horizon, LocalDate day) {
    return !day.isBefore(horizon.from()) && !day.isAfter(horizon.to());
  }

  private String said(List<LocalDate> dates) {
    return asked.isEmpty()
        ? years(dates)
        : dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
            + (dates.size() == 1 ? " is" : " are");
  }

  private static String years(List<LocalDate> ends) {
    LocalDate first = ends.get(0);
    LocalDate last = ends.get(ends.size() - 1);
    return ends.size() == 1
        ? "the year to " + first + " is"
        : first.getYear() + " to " + last.getYear() + " are";
  }

  /** A flow is that of the year, or at a date that is asked for the sum since the beginning. */
  private Expression bound(Metric metric, LocalDate end, Operator operator, double bound) {
    Optional<LocalDate> after =
        metric.kind() == Metric.Kind.FLOW && asked.isEmpty()
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
