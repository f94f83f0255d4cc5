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

/** The expectations that a tolerance against a baseline is: one a metric, over all year ends. */
public final class BaselineExpectations {
  private BaselineExpectations() {}

  /**
   * Returns the expectations.
   *
   * @param tolerances largest relative change of each metric
   * @param own horizon of the result
   * @param baseline horizon of the baseline
   */
  public static List<Expectation> of(
      Map<Metric, Double> tolerances, Horizon own, Horizon baseline) {
    List<Expectation> expectations = new ArrayList<>();
    tolerances.forEach(
        (metric, share) -> {
          List<Expression> parts = new ArrayList<>();
          for (LocalDate end : own.periodEnds(Period.YEAR)) {
            if (!end.isBefore(baseline.from()) && !end.isAfter(baseline.to())) {
              parts.add(bound(metric, end, Operator.AT_MOST, share));
              parts.add(bound(metric, end, Operator.AT_LEAST, -share));
            }
          }
          if (!parts.isEmpty()) {
            String text =
                metric.id() + " within " + percent(share) + " of the baseline at every year's end";
            expectations.add(
                new Expectation(
                    new Expression.All(parts),
                    text,
                    Expectation.Severity.ERROR,
                    "",
                    new Expectation.Place("--tolerance", 0, 0)));
          }
        });
    return expectations;
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
