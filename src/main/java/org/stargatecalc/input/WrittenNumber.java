package org.stargatecalc.input;

import java.math.BigDecimal;
import org.stargatecalc.quantity.Dimension;

/** A number in its base unit as a scenario writes it, so that it is read back the same. */
public final class WrittenNumber {
  private WrittenNumber() {}

  /**
   * Returns the text.
   *
   * @param number in the dimension's base unit
   */
  public static String of(double number, Dimension dimension) {
    return of(BigDecimal.valueOf(number), dimension);
  }

  /**
   * Returns the text.
   *
   * @param number in the dimension's base unit
   */
  public static String of(BigDecimal number, Dimension dimension) {
    BigDecimal bare = number.stripTrailingZeros();
    boolean isLong = bare.scale() < -18 || bare.scale() > 18;
    String digits = isLong ? bare.toString() : bare.toPlainString();
    return dimension.isCount() || dimension.baseUnit().equals("1")
        ? digits
        : digits + " " + dimension.baseUnit();
  }
}
