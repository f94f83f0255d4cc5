package org.stargatecalc.analysis.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
  static final Expectation.Place TOLERANCE = new Expectation.Place("--tolerance", 0, 0);

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
   * Returns the expectations of the central case.
   *
   * @param tolerances largest relative change of each metric
   */
  public List<Expectation> within(Map<Metric, Double> tolerances) {
    return within(tolerances, List.of(), measure -> false);
  }

  /**
   * Returns the expectations.
   *
   * @param tolerances largest relative change of each metric
   * @param percentiles of the draws that must not change by more either; none for the central case
   *     alone
   * @param isHeld whether the baseline says a quantile; one that it does not is left out
   */
  public List<Expectation> within(
      Map<Metric, Double> tolerances,
      List<Integer> percentiles,
      Predicate<Measure.OfMetric> isHeld) {
    List<Expectation> expectations = new ArrayList<>();
    tolerances.keySet().stream()
        .findFirst()
        .flatMap(this::noYearOnOneSideAlone)
        .ifPresent(expectations::add);
    tolerances.forEach(
        (metric, share) -> {
          List<Expression> parts = new ArrayList<>();
          Set<String> quantiles = new TreeSet<>();
          for (LocalDate end : dates(own)) {
            if (isIn(baseline, end) && isIn(own, end)) {
              parts.addAll(bounds(measure(metric, Statistic.CENTRAL, end), share));
              for (int percentile : percentiles) {
                Measure.OfMetric quantile = measure(metric, Statistic.percentile(percentile), end);
                if (isHeld.test(quantile)) {
                  quantiles.add(quantile.statistic().id());
                  parts.addAll(bounds(quantile, share));
                }
              }
            }
          }
          if (!parts.isEmpty()) {
            String text =
                metric.id()
                    + (quantiles.isEmpty() ? "" : " and its " + String.join(", ", quantiles))
                    + " within "
                    + percent(share)
                    + " of the baseline at "
                    + at();
            expectations.add(expectation(parts, text, ""));
          }
        });
    return expectations;
  }

  /**
   * Returns the expectation that the probability of a claim changes by no more, in points.
   *
   * @param claim its id
   * @param share of all draws
   */
  public static Expectation ofProbability(String claim, double share) {
    String text = "prob(" + claim + ")";
    Measure change =
        new Measure.OfChange(new Measure.OfProbability(claim, text), false, "delta(" + text + ")");
    return expectation(
        List.of(
            bound(change, Operator.AT_MOST, share), bound(change, Operator.AT_LEAST, 0 - share)),
        text + " within " + percent(share) + " of all draws of the baseline",
        "");
  }

  private String at() {
    return asked.isEmpty()
        ? "every year's end"
        : asked.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
  }

  private Optional<Expectation> noYearOnOneSideAlone(Metric metric) {
    List<Expression> parts = new ArrayList<>();
    ownOnly.forEach(
        end ->
            parts.add(bound(relative(measure(metric, Statistic.CENTRAL, end)), Operator.EQUAL, 0)));
    baselineOnly.forEach(
        end ->
            parts.add(bound(relative(measure(metric, Statistic.CENTRAL, end)), Operator.EQUAL, 0)));
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
        new Expression.All(parts), text, Expectation.Severity.ERROR, message, TOLERANCE);
  }

  /** Returns which years cannot be compared and why, empty if all can. */
  public Optional<String> unequalYears() {
    List<String> reasons = new ArrayList<>();
    if (!ownOnly.isEmpty()) {
      reasons.add(said(ownOnly) + " not in the baseline, which is " + text(baseline));
    }
    if (!baselineOnly.isEmpty()) {
      reasons.add(said(baselineOnly) + outside() + ", which is " + text(own));
    }
    if (!reasons.isEmpty() && asked.isEmpty()) {
      reasons.add("compare with --at DATES that both have, or save the baseline anew");
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  /** Where what only the baseline has lies: before the horizon, beyond it, or both. */
  private String outside() {
    boolean isBefore = baselineOnly.get(0).isBefore(own.from());
    boolean isBeyond = baselineOnly.get(baselineOnly.size() - 1).isAfter(own.to());
    return isBefore && isBeyond
        ? " outside the horizon"
        : isBefore ? " before the horizon" : " beyond the horizon";
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

  /** Names years, those that follow each other by the first and the last. */
  private static String years(List<LocalDate> ends) {
    if (ends.size() == 1) {
      return "the year to " + ends.get(0) + " is";
    }
    List<String> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= ends.size(); i++) {
      boolean goesOn = i < ends.size() && ends.get(i).getYear() == ends.get(i - 1).getYear() + 1;
      if (!goesOn) {
        int from = ends.get(first).getYear();
        int to = ends.get(i - 1).getYear();
        runs.add(from == to ? Integer.toString(from) : from + " to " + to);
        first = i;
      }
    }
    return String.join(" and ", runs) + " are";
  }

  /** A flow is that of the year, or at a date that is asked for the sum since the beginning. */
  private Measure.OfMetric measure(Metric metric, Statistic statistic, LocalDate end) {
    Optional<LocalDate> after =
        metric.kind() == Metric.Kind.FLOW && asked.isEmpty()
            ? Optional.of(Period.YEAR.endOfPeriodBefore(end))
            : Optional.empty();
    String at = metric.id() + "@" + end;
    return new Measure.OfMetric(
        metric,
        statistic,
        new Moment(after, end),
        statistic.equals(Statistic.CENTRAL) ? at : statistic.id() + "(" + at + ")");
  }

  private static Measure relative(Measure.OfMetric measure) {
    return new Measure.OfChange(measure, true, "delta(" + measure.text() + ")");
  }

  private static List<Expression> bounds(Measure.OfMetric measure, double share) {
    return List.of(
        bound(relative(measure), Operator.AT_MOST, share),
        bound(relative(measure), Operator.AT_LEAST, 0 - share));
  }

  private static Expression bound(Measure change, Operator operator, double bound) {
    return new Expression.Comparison(
        change,
        operator,
        bound,
        Optional.empty(),
        change.text() + " " + operator.sign() + " " + percent(bound));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.6f", share * 100).replaceAll("\\.?0+$", "") + "%";
  }
}
