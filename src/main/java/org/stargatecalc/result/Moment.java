package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a metric is measured: stocks at the end of a date, flows over the days up to it.
 *
 * @param after the last day before the period over which a flow is summed, empty for the start of
 *     the horizon
 * @param end the last day
 */
public record Moment(Optional<LocalDate> after, LocalDate end) {
  /** Checks that the period is not empty. */
  public Moment {
    if (after.isPresent() && !after.get().isBefore(end)) {
      throw new IllegalArgumentException("after " + after.get() + " must be before end " + end);
    }
  }

  /** Returns the moment at the end of a date, flows summed since the start of the horizon. */
  public static Moment upTo(LocalDate end) {
    return new Moment(Optional.empty(), end);
  }
}
