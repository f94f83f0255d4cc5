package org.stargatecalc.analysis.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Statistic;

/**
 * Which changed inputs carry how much of each changed result: the base with one input as the other
 * side has it, less the base; what all of them do beyond the sum of that is their interaction.
 *
 * @param rows one a result that changed in the central case
 * @param inputs how many inputs differ
 * @param onlyTogether paths of inputs that cannot be changed alone; what they do is in the
 *     interaction
 */
public record Attribution(List<Row> rows, int inputs, List<String> onlyTogether) {
  /** Shares of a number below this are rounding. */
  private static final double ROUNDING = 1e-11;

  /** Copies the lists. */
  public Attribution {
    rows = List.copyOf(rows);
    onlyTogether = List.copyOf(onlyTogether);
  }

  /**
   * The base with one input as the other side has it.
   *
   * @param path of the input
   * @param result what it gives; empty if it is no scenario alone
   */
  public record Trial(String path, Optional<Result> result) {}

  /**
   * One input's part of a change.
   *
   * @param path of the input
   * @param effect in the unit of the result
   */
  public record Part(String path, double effect) {}

  /**
   * A result that changed.
   *
   * @param claim id of the claim whose value it is at its deadline, empty for a metric
   * @param metric the metric
   * @param date when
   * @param from on the base side
   * @param change other − base
   * @param parts of the inputs that move it, the largest first
   * @param interaction change − the sum of the parts, 0 where that is rounding
   */
  public record Row(
      Optional<String> claim,
      Metric metric,
      LocalDate date,
      double from,
      double change,
      List<Part> parts,
      double interaction) {
    /** Copies the list. */
    public Row {
      parts = List.copyOf(parts);
    }
  }

  /** A number of a result, NaN where it has none. */
  private interface Reading {
    double of(Result result) throws NotMeasuredException;
  }

  /** Returns what carries the changes of a comparison with one other side. */
  public static Attribution of(Comparison comparison, List<Trial> trials) {
    Result base = comparison.base().result().orElseThrow();
    Result other = comparison.others().get(0).result().orElseThrow();
    List<Row> rows = new ArrayList<>();
    for (Comparison.ClaimChange change : comparison.claims()) {
      Optional<ResultClaim> after = change.to().get(0);
      if (change.from().isPresent() && after.isPresent()) {
        Reading value =
            result ->
                result.claim(change.id()).map(ResultClaim::value).orElseThrow().orElse(Double.NaN);
        ResultClaim claim = after.get();
        row(Optional.of(change.id()), claim.metric(), claim.by(), value, base, other, trials)
            .ifPresent(rows::add);
      }
    }
    for (Comparison.MetricChange change : comparison.metrics()) {
      boolean isNumber = change.metric().kind() != Metric.Kind.TEXT;
      if (isNumber && change.statistic().equals(Statistic.CENTRAL)) {
        Reading value =
            result ->
                result
                    .measures()
                    .measure(change.metric(), Statistic.CENTRAL, change.moment())
                    .value();
        row(Optional.empty(), change.metric(), change.date(), value, base, other, trials)
            .ifPresent(rows::add);
      }
    }
    List<String> together =
        trials.stream().filter(trial -> trial.result().isEmpty()).map(Trial::path).toList();
    return new Attribution(rows, trials.size(), together);
  }

  private static Optional<Row> row(
      Optional<String> claim,
      Metric metric,
      LocalDate date,
      Reading reading,
      Result base,
      Result other,
      List<Trial> trials) {
    double from = number(reading, base);
    double to = number(reading, other);
    if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
      return Optional.empty();
    }
    double largest = Math.max(Math.abs(from), Math.abs(to));
    List<Part> parts = new ArrayList<>();
    double sum = 0;
    for (Trial trial : trials) {
      double effect = trial.result().map(result -> number(reading, result) - from).orElse(0.0);
      if (Math.abs(effect) > ROUNDING * largest) {
        parts.add(new Part(trial.path(), effect));
        sum += effect;
      }
    }
    parts.sort(Comparator.comparingDouble((Part part) -> Math.abs(part.effect())).reversed());
    double rest = to - from - sum;
    double interaction = Math.abs(rest) > ROUNDING * largest ? rest : 0;
    return Optional.of(new Row(claim, metric, date, from, to - from, parts, interaction));
  }

  private static double number(Reading reading, Result result) {
    try {
      return reading.of(result);
    } catch (NotMeasuredException beyondItsHorizon) {
      return Double.NaN;
    }
  }
}
