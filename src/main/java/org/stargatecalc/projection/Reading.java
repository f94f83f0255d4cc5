package org.stargatecalc.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.scenario.Precision;

/**
 * A metric as it may be meant.
 *
 * @param metric which, with its scope
 * @param basis the power basis; {@code FACILITY} for a metric that has none
 * @param precision at which all chips are counted, whatever a phase's own; empty for each phase's
 *     own
 */
public record Reading(Metric metric, Basis basis, Optional<Precision> precision) {
  /** Returns a metric on a basis. */
  public static Reading of(Metric metric, Basis basis) {
    return new Reading(metric, basis, Optional.empty());
  }

  /** Returns a metric with all chips at each precision. */
  public static List<Reading> byPrecision(Metric metric) {
    List<Reading> readings = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      readings.add(new Reading(metric, Basis.FACILITY, Optional.of(precision)));
    }
    return readings;
  }

  /** Returns how it follows. */
  public Formula formula() {
    return precision.isPresent() ? metric.formula(precision.get()) : metric.formula(basis);
  }
}
