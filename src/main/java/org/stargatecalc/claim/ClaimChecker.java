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
import org.stargatecalc.projection.Reading;

/** Judges claims against a projection. */
public final class ClaimChecker {
  /** The scopes under which a power claim can be read, narrowest first. */
  public static final List<Metric> SCOPES =
      List.of(
          Metric.LARGEST_TRAINING_SYSTEM_GW,
          Metric.LARGEST_SITE_GW,
          Metric.TRAINING_POWER_GW,
          Metric.FACILITY_POWER_GW);

  /** What an amount of money that was invested can mean, besides what it says. */
  public static final List<Metric> MONEY =
      List.of(
          Metric.CUMULATIVE_COMPUTE_CAPEX_USD_BN,
          Metric.CUMULATIVE_FACILITY_CAPEX_USD_BN,
          Metric.CUMULATIVE_CAPEX_USD_BN,
          Metric.CUMULATIVE_SPEND_USD_BN,
          Metric.PROGRAMME_CAPEX_USD_BN,
          Metric.CONTRACT_VALUE_USD_BN);

  /** Parts of such an amount, which speak for themselves. */
  private static final List<Metric> PARTS =
      List.of(Metric.CUMULATIVE_COMPUTE_CAPEX_USD_BN, Metric.CUMULATIVE_FACILITY_CAPEX_USD_BN);

  private final Projection projection;

  /** Creates a checker of claims against one projection. */
  public ClaimChecker(Projection projection) {
    this.projection = projection;
  }

  /** Judges a claim as made and under every other reading. */
  public CheckedClaim check(Claim claim) {
    List<Answer> readings = new ArrayList<>();
    for (Reading reading : readings(claim.metric())) {
      readings.add(answer(reading, claim.atLeast(), claim.deadline()));
    }
    return new CheckedClaim(claim, answer(claim), readings);
  }

  /** Answers a claim as made. */
  public Answer answer(Claim claim) {
    return answer(Reading.of(claim.metric(), claim.basis()), claim.atLeast(), claim.deadline());
  }

  /** Returns everything that a threshold of a metric could mean, none if that is plain. */
  public static List<Reading> readings(Metric metric) {
    List<Reading> readings = new ArrayList<>();
    if (SCOPES.contains(metric)) {
      for (Metric scope : SCOPES) {
        for (Basis basis : Basis.values()) {
          readings.add(Reading.of(scope, basis));
        }
      }
    } else if (metric.hasPrecision()) {
      readings.addAll(Reading.byPrecision(metric));
    } else if (MONEY.contains(metric) && !PARTS.contains(metric)) {
      for (Metric money : MONEY) {
        readings.add(Reading.of(money, Basis.FACILITY));
      }
    }
    return readings;
  }

  /**
   * Answers one threshold.
   *
   * @param deadline the instant at which its time runs out
   */
  public Answer answer(Reading reading, double atLeast, double deadline) {
    Horizon horizon = projection.horizon();
    if (deadline < horizon.start()) {
      return new Answer(
          reading,
          Verdict.BEFORE_HORIZON,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty());
    }
    double value = projection.at(reading, Math.min(deadline, horizon.end()));
    double reached = projection.firstReached(reading, atLeast);
    boolean isReached = !Double.isNaN(reached);
    Verdict verdict = verdict(reached, deadline, horizon);
    return new Answer(
        reading,
        verdict,
        OptionalDouble.of(value),
        OptionalDouble.of(value / atLeast),
        OptionalDouble.of(atLeast - value),
        isReached ? Optional.of(Instants.dateEndingAt(reached)) : Optional.empty(),
        isReached
            ? OptionalDouble.of((reached - deadline) / Durations.DAYS_PER_MONTH)
            : OptionalDouble.empty(),
        verdict == Verdict.MET
            ? Optional.of(Projection.hasReached(value, atLeast))
            : Optional.empty());
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
