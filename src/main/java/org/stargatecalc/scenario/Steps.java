package org.stargatecalc.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * The values that a parameter takes after its first one, each from a day on.
 *
 * @param first the day from which the first value is stated to hold; it holds before too
 * @param later the others, by rising day
 */
public record Steps(LocalDate first, List<Step> later) {
  /** Copies the list. */
  public Steps {
    later = List.copyOf(later);
  }

  /**
   * A value from a day on.
   *
   * @param from the first day on which it holds
   * @param value the value
   * @param isRest whether it is what the other shares of a split leave
   */
  public record Step(LocalDate from, Assumption value, boolean isRest) {}
}
