package org.stargatecalc.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A unit of the closed table: a dimension and the exact factor to its base unit.
 *
 * @param dimension what the unit measures
 * @param multiplier value in base units = value × multiplier ÷ divisor
 * @param divisor kept apart so that 1/24 stays exact until the last step
 */
record Unit(Dimension dimension, BigDecimal multiplier, BigDecimal divisor) {
  static Unit of(Dimension dimension, String multiplier) {
    return new Unit(dimension, new BigDecimal(multiplier), BigDecimal.ONE);
  }

  /** Converts exactly, rounding once to the nearest double. */
  double toBase(BigDecimal value) {
    BigDecimal product = value.multiply(multiplier);
    return divisor.compareTo(BigDecimal.ONE) == 0
        ? product.doubleValue()
        : product.divide(divisor, MathContext.DECIMAL128).doubleValue();
  }
}
