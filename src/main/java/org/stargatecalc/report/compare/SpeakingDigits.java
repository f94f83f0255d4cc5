package org.stargatecalc.report.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Rounding;

/** How many digits tell the numbers of a row apart: three where three do, at most six. */
final class SpeakingDigits {
  private SpeakingDigits() {}

  /**
   * Returns the display form in which different numbers of a metric look different.
   *
   * @param numbers of one row; those that are not finite say nothing
   */
  static Display of(Metric metric, double... numbers) {
    boolean large = Display.exact(metric) == Display.SCIENTIFIC;
    if (tellApart(numbers, Display.THREE_DIGITS.digits())) {
      return large ? Display.of(metric) : Display.THREE_DIGITS;
    }
    boolean four = tellApart(numbers, Display.FOUR_DIGITS.digits());
    return four && !large ? Display.FOUR_DIGITS : Display.exact(metric);
  }

  private static boolean tellApart(double[] numbers, int digits) {
    for (double a : numbers) {
      for (double b : numbers) {
        boolean differ = Double.isFinite(a) && Double.isFinite(b) && !Rounding.isAll(a, b);
        if (differ && rounded(a, digits).compareTo(rounded(b, digits)) == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static BigDecimal rounded(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits));
  }
}
