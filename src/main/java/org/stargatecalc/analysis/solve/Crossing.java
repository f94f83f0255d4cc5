package org.stargatecalc.analysis.solve;

import java.math.BigDecimal;
import org.stargatecalc.word.Worded;

/**
 * A value of a parameter at which the truth of the goal changes.
 *
 * @param value the last value on the true side, as written
 * @param beyond the next value, one unit of the last digit further, where the goal is false
 * @param side on which the goal is true
 */
public record Crossing(BigDecimal value, BigDecimal beyond, Side side) {
  /** Where a goal is true. */
  public enum Side implements Worded {
    /** At the value and above. */
    AT_LEAST,
    /** At the value and below. */
    AT_MOST,
    /** At the value alone. */
    AT
  }
}
