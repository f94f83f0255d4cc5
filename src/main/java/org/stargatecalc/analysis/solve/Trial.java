package org.stargatecalc.analysis.solve;

import java.util.List;

/**
 * What a scenario answers with one parameter at one value.
 *
 * @param holds whether the goal is true
 * @param margin distance from where its truth changes, positive where it is true; of a goal with
 *     {@code ==} the signed distance from the bound; NaN where there is no such number
 * @param readings what is measured, one for each comparison in the goal
 */
public record Trial(boolean holds, double margin, List<Reading> readings) {
  /** Copies the readings. */
  public Trial {
    readings = List.copyOf(readings);
  }

  /**
   * A measure of the goal.
   *
   * @param measure as the goal writes it
   * @param value its value, of a verdict that of the claim at its deadline; NaN where undefined
   * @param unit of the value, empty if it has none
   * @param word the verdict, empty for a number
   */
  public record Reading(String measure, double value, String unit, String word) {}
}
