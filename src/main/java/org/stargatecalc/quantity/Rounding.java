package org.stargatecalc.quantity;

/**
 * What the order of a sum, or a way through other units and back, does to a number.
 *
 * <p>A difference that is no larger says nothing about a plan, and counts as none wherever numbers
 * are compared.
 */
public final class Rounding {
  /** Of the larger of two numbers; a sum of a million terms loses less. */
  private static final double SHARE = 1e-12;

  /**
   * In the unit of a metric: a milliwatt, a watt-hour, a tenth of a cent. What is the rest of a
   * subtraction, such as a shortfall, is never exactly 0.
   */
  private static final double LEAST = 1e-12;

  private Rounding() {}

  /** Returns the largest difference of two numbers that is rounding; NaN if either is none. */
  public static double of(double a, double b) {
    return Math.max(LEAST, SHARE * Math.max(Math.abs(a), Math.abs(b)));
  }

  /** Returns whether two numbers differ by rounding at most; false if either is NaN. */
  public static boolean isAll(double a, double b) {
    return a == b || Math.abs(a - b) <= of(a, b);
  }

  /**
   * Returns whether a change is no larger than a share of where it started, or mere rounding; two
   * that are no numbers are no change.
   */
  public static boolean isWithin(double share, double from, double to) {
    if (Double.isNaN(from) || Double.isNaN(to)) {
      return Double.isNaN(from) && Double.isNaN(to);
    }
    return Math.abs(to - from) <= share * Math.abs(from) + of(from, to);
  }

  /** Returns {@code to − from}, which is 0 if rounding is all of it; NaN if either is none. */
  public static double change(double from, double to) {
    return isAll(from, to) ? 0 : to - from;
  }
}
