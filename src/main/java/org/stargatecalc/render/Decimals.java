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

  /** Returns a finite number with so many decimals. */
  static String withDecimals(double value, int decimals) {
    String text = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return text.startsWith("-") && new BigDecimal(text).signum() == 0 ? text.substring(1) : text;
  }

  /**
   * Returns how many decimals show a number: the usual ones, more for a small number so that two
   * digits remain, none more for what is only rounding noise.
   */
  static int decimals(double value, int usual) {
    double magnitude = Math.abs(value);
    int decimals = usual;
    double shown = magnitude * StrictMath.pow(10, usual);
    while (magnitude > NOISE && shown < 10) {
      shown *= 10;
      decimals++;
    }
    return decimals;
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
