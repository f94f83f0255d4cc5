package org.stargatecalc.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;

/** Judges claims against a projection. */
public final class ClaimChecker {
  /** The scopes under which a power claim can be read, narrowest first. */
  public static final List<Metric> SCOPES =
      List.of(
          Metric.LARGEST_TRAINING_SYSTEM_GW,
          Metric.LARGEST_SITE_GW,
          Metric.TRAINING_POWER_GW,
          Metric.FACILITY_POWER_GW);

  private final Projection projection;

  /** Creates a checker of claims against one projection. */
  public ClaimChecker(Projection projection) {
    this.projection = projection;
  }

  /** Judges a claim as made and under every other reading. */
  public CheckedClaim check(Claim claim) {
    List<Answer> readings = new ArrayList<>();
    if (SCOPES.contains(claim.metric())) {
      for (Metric scope : SCOPES) {
        for (Basis basis : Basis.values()) {
          readings.add(answer(scope, basis, claim.atLeast(), claim.deadline()));
        }
      }
    }
    return new CheckedClaim(
        claim, answer(claim.metric(), claim.basis(), claim.atLeast(), claim.deadline()), readings);
  }

  /**
   * Answers one threshold.
   *
   * @param deadline the instant at which its time runs out
   */
  public Answer answer(Metric metric, Basis basis, double atLeast, double deadline) {
    Horizon horizon = projection.horizon();
    if (deadline < horizon.start()) {
      return new Answer(
          metric,
          basis,
          Verdict.BEFORE_HORIZON,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty());
    }
    double value = projection.at(metric, basis, Math.min(deadline, horizon.end()));
    double reached = projection.firstReached(metric, basis, atLeast);
    boolean isReached = !Double.isNaN(reached);
    return new Answer(
        metric,
        basis,
        verdict(reached, deadline, horizon),
        OptionalDouble.of(value),
        OptionalDouble.of(value / atLeast),
        OptionalDouble.of(atLeast - value),
        isReached ? Optional.of(Instants.dateEndingAt(reached)) : Optional.empty(),
        isReached
            ? OptionalDouble.of((reached - deadline) / Durations.DAYS_PER_MONTH)
            : OptionalDouble.empty());
  }

  private static Verdict verdict(double reached, double deadline, Horizon horizon) {
    if (reached <= deadline) {
      return Verdict.MET;
    }
    if (!Double.isNaN(reached)) {
      return Verdict.LATE;
    }
    return deadline > horizon.end() ? Verdict.BEYOND_HORIZON : Verdict.NOT_REACHED;
  }
}
