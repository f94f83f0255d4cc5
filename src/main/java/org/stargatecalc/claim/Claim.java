package org.stargatecalc.claim;

import java.time.LocalDate;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Provenance;

/**
 * A claim that a metric is at or above a value by the end of a day.
 *
 * @param id its id
 * @param title what is claimed, empty if not stated
 * @param metric a stock, which carries the scope
 * @param basis the power basis; {@code FACILITY} for a metric that has none
 * @param atLeast threshold in the metric's unit, above 0
 * @param by the last day
 * @param scope note on what the claim is about, empty if not stated
 * @param statement what was said, empty if not stated
 * @param provenance who says so
 */
public record Claim(
    String id,
    String title,
    Metric metric,
    Basis basis,
    double atLeast,
    LocalDate by,
    String scope,
    String statement,
    Provenance provenance) {
  /** Checks the threshold and the kind of metric. */
  public Claim {
    if (!(atLeast > 0) || Double.isInfinite(atLeast)) {
      throw new IllegalArgumentException("at_least " + atLeast + " must be > 0");
    }
    if (!metric.canBeClaimed()) {
      throw new IllegalArgumentException("metric " + metric.id() + " is not a stock");
    }
  }

  /** Returns the instant at which the claim's time runs out. */
  public double deadline() {
    return Instants.endOf(by);
  }
}
