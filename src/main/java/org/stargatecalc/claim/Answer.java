package org.stargatecalc.claim;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Reading;

/**
 * How a projection answers a threshold under one reading of its scope and basis.
 *
 * @param reading the metric read, which carries the scope, and how
 * @param verdict the answer
 * @param value the metric at the deadline, or at the horizon's end if that comes first; empty
 *     before the horizon
 * @param attainment value / threshold
 * @param shortfall threshold − value, negative when exceeded
 * @param reachedOn the day at whose end, at the latest, the threshold was first reached
 * @param slipMonths from deadline to reaching, negative when early
 * @param held whether the threshold is still reached at the deadline, or at the horizon's end if
 *     that comes first; empty unless the verdict is met
 */
public record Answer(
    Reading reading,
    Verdict verdict,
    OptionalDouble value,
    OptionalDouble attainment,
    OptionalDouble shortfall,
    Optional<LocalDate> reachedOn,
    OptionalDouble slipMonths,
    Optional<Boolean> held)
    implements Answered {
  @Override
  public Metric metric() {
    return reading.metric();
  }

  /** Returns the power basis; {@code FACILITY} for a metric that has none. */
  public Basis basis() {
    return reading.basis();
  }

  @Override
  public Optional<Basis> readBasis() {
    return metric().hasBasis() ? Optional.of(basis()) : Optional.empty();
  }
}
