package org.stargatecalc.analysis.solve;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What was found for one parameter.
 *
 * @param sought the parameter
 * @param crossings nearest to what is given first
 * @param points how many values were tried before crossings were looked for between them
 * @param low the least value at which the scenario is valid, and what it answers there
 * @param high the largest one
 * @param matters whether any value tried changes what is measured
 */
public record Solution(
    Sought sought,
    List<Crossing> crossings,
    int points,
    Optional<Tried> low,
    Optional<Tried> high,
    boolean matters) {
  /** Copies the crossings. */
  public Solution {
    crossings = List.copyOf(crossings);
  }

  /** Returns the answer for a parameter that moves nothing. */
  public static Solution idle(Sought sought) {
    return new Solution(sought, List.of(), 0, Optional.empty(), Optional.empty(), false);
  }

  /**
   * A value and what the scenario answers with it.
   *
   * @param value as written
   * @param trial the answer
   */
  public record Tried(BigDecimal value, Trial trial) {}
}
