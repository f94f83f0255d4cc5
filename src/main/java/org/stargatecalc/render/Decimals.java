package org.stargatecalc.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * The one writer of decimal numbers: '.', no locale, and an exponent only where significant digits
 * of 10¹⁵ and more, or below 10⁻⁶, are asked for: programs take a row of so many digits for text,
 * or for a whole number that they cannot hold.
 *
 * <p>Every result is the exact value of the double, rounded once, half to even. The quick way
 * multiplies or divides by a power of ten that is itself a double (up to 10²²), which errs by at
 * most half a unit in the last place; since the product stays below 2⁵², a boundary between two
 * results is a whole number of such units away and cannot be crossed. Only a product that seems to
 * lie on a boundary, and numbers beyond those powers, take {@link BigDecimal}.
 */
public final class Decimals {
  /** More bytes than {@link #put} writes for any double. */
  public static final int LONGEST = 400;

  /** More decimals than any form has: nothing limits them. */
  static final int ALL = 1000;

  private static final double NOISE = 1e-9;

  /** From a million on, by thousands. */
  private static final String[] LARGE = {" million", " billion", " trillion"};

  /** From this power of ten on there is an exponent. */
  private static final int FIRST_LARGE = 15;

  /** The least power of ten that is written without exponent. */
  private static final int LAST_SMALL = -6;

  private static final double TOO_LARGE = 1L << 52;
  private static final int MOST_QUICK_DIGITS = 15;
  private static final double LOG10_OF_2 = 0.30102999566398120;
  private static final double[] POWERS = new double[23];
  private static final long[] LONG_POWERS = new long[19];
  private static final long NOT_QUICK = Long.MIN_VALUE;

  static {
    // Each power is exact: 10²² is the last that a double holds.
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
    long whole = 1;
    for (int i = 0; i < LONG_POWERS.length; i++) {
      LONG_POWERS[i] = whole;
      whole *= 10;
    }
  }

  private Decimals() {}

  /**
   * Returns a finite number with at most so many significant digits, without trailing zeros; with
   * an exponent, as in 1.38268e+22, where it is large or small.
   *
   * @param digits significant digits, 1 to 17
   */
  public static String significant(double value, int digits) {
    byte[] bytes = new byte[LONGEST];
    return new String(bytes, 0, put(value, digits, bytes, 0), StandardCharsets.ISO_8859_1);
  }

  /**
   * Writes what {@link #significant} returns.
   *
   * @param bytes receives the text from {@code at} on, at most {@link #LONGEST} bytes
   * @return the index after the last byte
   */
  public static int put(double value, int digits, byte[] bytes, int at) {
    if (value == 0) {
      bytes[at] = '0';
      return at + 1;
    }
    double magnitude = Math.abs(value);
    int scale = digits - 1 - (int) Math.floor(Math.getExponent(magnitude) * LOG10_OF_2);
    long rounded = digits <= MOST_QUICK_DIGITS ? scaled(magnitude, scale) : NOT_QUICK;
    if (rounded >= LONG_POWERS[Math.min(digits, MOST_QUICK_DIGITS)]) {
      // The exponent was guessed one too low.
      scale--;
      rounded = scaled(magnitude, scale);
    }
    if (rounded == NOT_QUICK) {
      return put(plainSignificant(value, digits), bytes, at);
    }
    int exponent = count(rounded) - 1 - scale;
    boolean isPlain = exponent >= LAST_SMALL && exponent < FIRST_LARGE;
    while ((scale > 0 || !isPlain) && rounded % 10 == 0) {
      rounded /= 10;
      scale--;
    }
    int start = at;
    if (value < 0) {
      bytes[start++] = '-';
    }
    if (isPlain) {
      return put(rounded, scale, bytes, start);
    }
    return putExponent(exponent, bytes, put(rounded, count(rounded) - 1, bytes, start));
  }

  private static int putExponent(int exponent, byte[] bytes, int at) {
    bytes[at] = 'e';
    bytes[at + 1] = (byte) (exponent < 0 ? '-' : '+');
    return put(Math.abs(exponent), 0, bytes, at + 2);
  }

  /** Returns how many digits a whole has. */
  private static int count(long whole) {
    int count = 1;
    while (count < LONG_POWERS.length && whole >= LONG_POWERS[count]) {
      count++;
    }
    return count;
  }

  /** Returns magnitude × 10^scale rounded to a whole, or a mark if the quick way cannot tell. */
  private static long scaled(double magnitude, int scale) {
    if (scale >= POWERS.length || scale <= -POWERS.length) {
      return NOT_QUICK;
    }
    double product = scale >= 0 ? magnitude * POWERS[scale] : magnitude / POWERS[-scale];
    if (!(product < TOO_LARGE)) {
      return NOT_QUICK;
    }
    long whole = (long) product;
    double rest = product - whole;
    return rest == 0.5 ? NOT_QUICK : rest < 0.5 ? whole : whole + 1;
  }

  /** Writes whole ÷ 10^scale, with as many decimals as the scale says, or zeros after it. */
  private static int put(long whole, int scale, byte[] bytes, int at) {
    int count = count(whole);
    int start = at;
    if (scale >= count) {
      // The leading zeros are digits as any other.
      count = scale + 1;
    }
    int end = start + count + (scale > 0 ? 1 : 0);
    long rest = whole;
    int decimals = Math.max(0, scale);
    int place = end - 1;
    for (int i = 0; i < count; i++) {
      if (i == decimals && i > 0) {
        bytes[place--] = '.';
      }
      long next = rest / 10;
      bytes[place--] = (byte) ('0' + (rest - next * 10));
      rest = next;
    }
    for (int zeros = -scale; zeros > 0; zeros--) {
      bytes[end++] = '0';
    }
    return end;
  }

  private static int put(String text, byte[] bytes, int at) {
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(ascii, 0, bytes, at, ascii.length);
    return at + ascii.length;
  }

  /** What {@link #significant} means, by exact arithmetic. */
  static String plainSignificant(double value, int digits) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal shortest = rounded.stripTrailingZeros();
    if (exponent >= LAST_SMALL && exponent < FIRST_LARGE) {
      return shortest.toPlainString();
    }
    String sign = exponent < 0 ? "e" : "e+";
    return shortest.movePointLeft(exponent).toPlainString() + sign + exponent;
  }

  /** Returns a finite number with so many decimals. */
  static String withDecimals(double value, int decimals) {
    long rounded = scaled(Math.abs(value), decimals);
    if (rounded == NOT_QUICK) {
      return plainWithDecimals(value, decimals);
    }
    byte[] bytes = new byte[LONGEST];
    int start = 0;
    if (value < 0 && rounded != 0) {
      bytes[start++] = '-';
    }
    return new String(bytes, 0, put(rounded, decimals, bytes, start), StandardCharsets.ISO_8859_1);
  }

  /** What {@link #withDecimals} means, by exact arithmetic. */
  static String plainWithDecimals(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.toPlainString();
  }

  /** Returns 0 for what is only rounding noise, any other number as it is. */
  static double withoutNoise(double value) {
    return Math.abs(value) > NOISE ? value : 0;
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

  /**
   * Returns how many decimals a number has that its standard error leaves: the last is that of the
   * error's first digit.
   *
   * @param error 0 or more
   * @return below 0 for tens and more; {@link #ALL} without an error
   */
  static int decimalsOfError(double error) {
    return error > 0 ? -(int) Math.floor(StrictMath.log10(error)) : ALL;
  }

  /** Returns a finite number with so many decimals, below 0 rounded to tens and more. */
  static String known(double value, int decimals) {
    return withDecimals(rounded(value, decimals), Math.max(0, decimals));
  }

  /** Returns a finite number rounded to tens and more; as it is for 0 decimals and more. */
  static double rounded(double value, int decimals) {
    return decimals >= 0
        ? value
        : new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }

  /** Returns a finite number rounded to a whole, thousands apart by commas. */
  static String grouped(double value) {
    String digits = withDecimals(value, 0);
    boolean negative = digits.startsWith("-");
    StringBuilder text = new StringBuilder(negative ? digits.substring(1) : digits);
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return (negative ? "-" : "") + text;
  }

  /** Returns a finite number as people say it, such as 884 million, or with a power of ten. */
  static String worded(double value, int digits) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (rounded.signum() == 0 || exponent < 6) {
      return grouped(rounded.doubleValue());
    }
    int word = exponent / 3 - 2;
    return word < LARGE.length
        ? significant(rounded.movePointLeft(6 + 3 * word).doubleValue(), digits) + LARGE[word]
        : scientific(value, digits);
  }

  /** Returns a finite number as one digit, decimals and a power of ten, such as 1.03e26. */
  static String scientific(double value, int digits) {
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
