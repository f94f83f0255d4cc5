package org.stargatecalc.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.MetricUnit;

/** How numbers are said in the few words of a chart: shorter than a table has them. */
public final class ChartText {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final double LARGE = 1e9;

  private ChartText() {}

  /** Returns a finite number with three digits, or as a whole with its thousands apart. */
  public static String number(double value) {
    BigDecimal exact = new BigDecimal(value);
    if (Math.abs(value) >= LARGE) {
      BigDecimal rounded = exact.round(DIGITS);
      int exponent = rounded.precision() - rounded.scale() - 1;
      return plain(rounded.movePointLeft(exponent)) + "e" + exponent;
    }
    if (Math.abs(value) < 1000) {
      return plain(exact.round(DIGITS));
    }
    StringBuilder digits =
        new StringBuilder(exact.setScale(0, RoundingMode.HALF_EVEN).toPlainString());
    int first = digits.charAt(0) == '-' ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Returns a number with its unit. */
  public static String quantity(double value, MetricUnit unit) {
    String name = unit == MetricUnit.GPU ? "GPUs" : unit.symbol();
    return number(value) + (name.isEmpty() ? "" : " " + name);
  }

  /** Returns a share from 0 to 1 in percent: no certainty that draws cannot give. */
  public static String percent(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 1) {
      return "less than 1 %";
    }
    if (percent > 99 && percent < 100) {
      return "more than 99 %";
    }
    return new BigDecimal(percent).setScale(0, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  /** Returns the day in whose end an instant falls. */
  public static LocalDate day(double instant) {
    return Instants.dateEndingAt(instant);
  }

  /** Returns a text that begins with a capital letter, if it begins with a letter of ASCII. */
  public static String sentence(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') + text.substring(1) : text;
  }
}
