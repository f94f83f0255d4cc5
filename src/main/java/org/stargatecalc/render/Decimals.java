package org.stargatecalc.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The one writer of decimal numbers: '.', no exponent, no locale. */
public final class Decimals {
  private static final double NOISE = 1e-9;

  private Decimals() {}

  /**
   * Returns a finite number with at most so many significant digits, without trailing zeros.
   *
   * @param digits significant digits, 1 to 17
   */
  public static String significant(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * Returns a finite number with so many decimals; a small one keeps two significant digits, and
   * what is only rounding noise is 0.
   */
  static String fixed(double value, int decimals) {
    double magnitude = Math.abs(value);
    if (magnitude < NOISE) {
      return BigDecimal.ZERO.setScale(decimals).toPlainString();
    }
    BigDecimal exact = new BigDecimal(value);
    if (magnitude * Math.pow(10, decimals) < 10) {
      return exact.round(new MathContext(2, RoundingMode.HALF_EVEN)).toPlainString();
    }
    return exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Returns a finite number rounded to a whole, thousands apart by commas. */
  static String grouped(double value) {
    String digits = new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    boolean negative = digits.startsWith("-");
    StringBuilder text = new StringBuilder(negative ? digits.substring(1) : digits);
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return (negative ? "-" : "") + text;
  }

  /** Returns a finite number as one digit, decimals and a power of ten, such as 1.03e26. */
  static String scientific(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < 6) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    String mantissa =
        rounded
            .movePointLeft(exponent)
            .setScale(digits - 1, RoundingMode.HALF_EVEN)
            .toPlainString();
    return mantissa + "e" + exponent;
  }
}
