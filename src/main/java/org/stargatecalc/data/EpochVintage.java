package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds out when tables were published that do not say it: every row of a site names its current
 * compute, so the row that brought this had come by then.
 */
final class EpochVintage {
  private final Map<String, LocalDate> reached = new HashMap<>();

  /** Takes notice of a row; a site without compute tells nothing. */
  void add(String site, LocalDate date, OptionalDouble compute, OptionalDouble current) {
    if (compute.orElse(0) > 0 && compute.getAsDouble() == current.orElse(-1)) {
      reached.merge(site, date, (a, b) -> a.isBefore(b) ? a : b);
    }
  }

  /** Returns the last day on which a current figure was reached; empty if nothing tells. */
  Optional<LocalDate> latest() {
    return reached.values().stream().max(LocalDate::compareTo);
  }
}
