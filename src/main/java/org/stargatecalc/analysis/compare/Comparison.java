package org.stargatecalc.analysis.compare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Statistic;

/**
 * What differs between a base and one or several others.
 *
 * @param base what the others are compared with
 * @param others in their order
 * @param assumptions values that differ
 * @param claims claims that are answered differently
 * @param uncomparedClaims claims that mean something else on another side, or are not asked about
 * @param metrics metrics that differ, in the order of their declaration
 * @param unchanged what was compared and does not differ
 * @param oneSidedDates dates at which nothing is compared, since they lie in one horizon alone
 * @param lackingNumbers how many numbers are not compared, since a saved result lacks them though
 *     its horizon has their date
 * @param expectations of one scenario in two states that are not the same in both
 * @param notes what the reader should know about the comparison itself
 * @param warnings what was not compared because it means something else on another side
 */
public record Comparison(
    Side base,
    List<Side> others,
    List<AssumptionChange> assumptions,
    List<ClaimChange> claims,
    Set<String> uncomparedClaims,
    List<MetricChange> metrics,
    Unchanged unchanged,
    int oneSidedDates,
    int lackingNumbers,
    List<ExpectationChange> expectations,
    List<String> notes,
    List<String> warnings) {
  /** Copies the lists. */
  public Comparison {
    others = List.copyOf(others);
    assumptions = List.copyOf(assumptions);
    claims = List.copyOf(claims);
    uncomparedClaims = Set.copyOf(uncomparedClaims);
    metrics = List.copyOf(metrics);
    expectations = List.copyOf(expectations);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /**
   * How much does not differ.
   *
   * @param assumptions values
   * @param claims claims
   * @param metrics numbers
   * @param withinTolerance numbers that differ by no more than the tolerance
   * @param dates at how many dates metrics were compared
   */
  public record Unchanged(
      int assumptions, int claims, int metrics, int withinTolerance, int dates) {}

  /**
   * A value that differs.
   *
   * @param path where it was written; where it is used if several places led to it
   * @param uses at how many paths it is used
   * @param withPhase whether it came or went with a phase
   * @param from on the base side, empty if it has none
   * @param to on the other sides, empty if a side has none
   */
  public record AssumptionChange(
      String path,
      int uses,
      boolean withPhase,
      Optional<ResultAssumption> from,
      List<Optional<ResultAssumption>> to) {
    /** Copies the list. */
    public AssumptionChange {
      to = List.copyOf(to);
    }
  }

  /**
   * A claim that is answered differently.
   *
   * @param id of the claim
   * @param from the base's answer, empty if it is not asked
   * @param to the others' answers, empty where not asked
   * @param noise for each other whether its probability differs by no more than the Monte-Carlo
   *     error
   * @param differs whether more differs than the noise
   */
  public record ClaimChange(
      String id,
      Optional<ResultClaim> from,
      List<Optional<ResultClaim>> to,
      List<Boolean> noise,
      boolean differs) {
    /** Copies the list. */
    public ClaimChange {
      to = List.copyOf(to);
      noise = List.copyOf(noise);
    }
  }

  /**
   * A metric that differs at a date.
   *
   * @param metric the metric
   * @param statistic which number of it
   * @param moment when
   * @param from the base's value
   * @param to the others' values
   */
  public record MetricChange(
      Metric metric, Statistic statistic, Moment moment, Value from, List<Value> to) {
    /** Copies the list. */
    public MetricChange {
      to = List.copyOf(to);
    }

    /** Returns the date. */
    public LocalDate date() {
      return moment.end();
    }

    /** Returns other − base, 0 where rounding is all of it, NaN where either is no number. */
    public double change(int other) {
      return Rounding.change(from.number(), to.get(other).number());
    }

    /** Returns the change over the base's size; NaN where that is 0 or either is no number. */
    public double share(int other) {
      return from.number() == 0 ? Double.NaN : change(other) / Math.abs(from.number());
    }
  }

  /**
   * One side of a metric.
   *
   * @param number NaN where it is undefined, not measured or a word
   * @param error the number's Monte-Carlo standard error, 0 if it has none
   * @param word for a metric that is a word, empty otherwise
   * @param measured whether the side says anything, be it that the metric is undefined
   * @param differs whether it differs from the base beyond the tolerance
   * @param noise whether it differs by no more than the Monte-Carlo error
   */
  public record Value(
      double number,
      double error,
      Optional<String> word,
      boolean measured,
      boolean differs,
      boolean noise) {
    /** Nothing is said. */
    static final Value NOT_MEASURED =
        new Value(Double.NaN, 0, Optional.empty(), false, false, false);
  }

  /** Returns this comparison of one scenario in two states, with what it was expected to give. */
  public Comparison with(List<ExpectationChange> changes) {
    return new Comparison(
        base,
        others,
        assumptions,
        claims,
        uncomparedClaims,
        metrics,
        unchanged,
        oneSidedDates,
        lackingNumbers,
        changes,
        notes,
        warnings);
  }

  /** Returns whether less is expected of the scenario than was. */
  public boolean expectsLess() {
    return expectations.stream().anyMatch(ExpectationChange::isWeaker);
  }

  /**
   * Returns whether there is anything to tell: results that may differ, assumptions or expectations
   * that do.
   */
  public boolean isNews() {
    return isDifferent()
        || !expectations.isEmpty()
        || !assumptions.isEmpty()
        || !claims.isEmpty()
        || !metrics.isEmpty();
  }

  /**
   * Returns whether results differ beyond the tolerance, or may because they could not be compared;
   * assumptions alone do not count.
   */
  public boolean isDifferent() {
    return oneSidedDates > 0
        || lackingNumbers > 0
        || !warnings.isEmpty()
        || base.state() != Side.State.PRESENT
        || others.stream().anyMatch(o -> o.state() != Side.State.PRESENT)
        || claims.stream().anyMatch(ClaimChange::differs)
        || metrics.stream().anyMatch(m -> m.to().stream().anyMatch(v -> v.differs() && !v.noise()));
  }
}
