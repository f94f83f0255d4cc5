package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.claim.Answered;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;

/**
 * How a result answers a claim.
 *
 * @param id of the claim
 * @param title what is claimed, empty if not stated
 * @param metric the metric, which carries the scope
 * @param basis the power basis, empty where the metric has none
 * @param atLeast threshold in the metric's unit
 * @param by the last day
 * @param verdict the answer
 * @param value the metric at the deadline or the horizon's end
 * @param attainment value / threshold
 * @param shortfall threshold − value
 * @param reachedOn the day at whose end it is reached
 * @param slipMonths from deadline to reaching, negative when early
 * @param held whether it is still reached at the deadline or the horizon's end; empty unless met,
 *     or where a result of an older version does not say
 * @param probability that it is met, with its Monte-Carlo error; empty without draws
 */
public record ResultClaim(
    String id,
    String title,
    Metric metric,
    Optional<Basis> basis,
    double atLeast,
    LocalDate by,
    Verdict verdict,
    OptionalDouble value,
    OptionalDouble attainment,
    OptionalDouble shortfall,
    Optional<LocalDate> reachedOn,
    OptionalDouble slipMonths,
    Optional<Boolean> held,
    Optional<Estimate> probability)
    implements Answered {
  @Override
  public Optional<Basis> readBasis() {
    return basis;
  }

  /**
   * Returns whether this is the answer to what another answers: metric, basis, threshold and day.
   */
  public boolean asksAs(ResultClaim other) {
    return metric == other.metric
        && basis.equals(other.basis)
        && atLeast == other.atLeast
        && by.equals(other.by);
  }

  /** Returns this answer with the probability that the claim is met. */
  public ResultClaim withProbability(Estimate met) {
    return new ResultClaim(
        id,
        title,
        metric,
        basis,
        atLeast,
        by,
        verdict,
        value,
        attainment,
        shortfall,
        reachedOn,
        slipMonths,
        held,
        met.isUndefined() ? Optional.empty() : Optional.of(met));
  }

  /** Returns what a saved result holds of a judged claim. */
  public static ResultClaim of(CheckedClaim checked) {
    return new ResultClaim(
        checked.claim().id(),
        checked.claim().title(),
        checked.claim().metric(),
        checked.answer().readBasis(),
        checked.claim().atLeast(),
        checked.claim().by(),
        checked.answer().verdict(),
        checked.answer().value(),
        checked.answer().attainment(),
        checked.answer().shortfall(),
        checked.answer().reachedOn(),
        checked.answer().slipMonths(),
        checked.answer().held(),
        Optional.empty());
  }
}
