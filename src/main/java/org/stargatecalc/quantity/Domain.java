package org.stargatecalc.quantity;

/**
 * The interval in which a parameter's value must lie, in its base unit.
 *
 * @param low lower bound, may be negative infinity
 * @param lowIncluded whether the lower bound itself is allowed; if not, nothing nearer to it than
 *     {@link #SMALLEST} is
 * @param high upper bound, may be positive infinity; always included
 */
public record Domain(double low, boolean lowIncluded, double high) {
  /** Any finite number. */
  public static final Domain ANY =
      new Domain(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY);

  /** So large that no result of the model that starts from smaller values overflows. */
  public static final double LARGEST = 1e24;

  /** So near to 0 that a quotient by a smaller one may be too large for a number. */
  public static final double SMALLEST = 1e-24;

  /** Greater than 0. */
  public static final Domain POSITIVE = new Domain(0, false, LARGEST);

  /** Greater than 0, however large: an amount of compute has more digits than anything else. */
  public static final Domain ABOVE_ZERO = new Domain(0, false, Double.POSITIVE_INFINITY);

  /** 0 or more. */
  public static final Domain NOT_NEGATIVE = new Domain(0, true, LARGEST);

  /** 1 or more. */
  public static final Domain AT_LEAST_ONE = new Domain(1, true, LARGEST);

  /** From 0 to 1, both included. */
  public static final Domain SHARE = new Domain(0, true, 1);

  /** Greater than 0, at most 1. */
  public static final Domain POSITIVE_SHARE = new Domain(0, false, 1);

  /** Checks the bounds. */
  public Domain {
    if (!(low < high)) {
      throw new IllegalArgumentException("lower bound " + low + " >= upper bound " + high);
    }
  }

  /** Returns whether a value lies in the interval; never true for NaN or an infinity. */
  public boolean contains(double value) {
    boolean aboveLow = lowIncluded ? value >= low : value > low && value - low >= SMALLEST;
    return !Double.isInfinite(value) && aboveLow && value <= high;
  }

  /** Returns the interval in words, such as {@code ≥ 1} or {@code > 0 and ≤ 1}. */
  public String describe() {
    String lower = Double.isInfinite(low) ? "" : (lowIncluded ? "≥ " : "> ") + plain(low);
    String upper = Double.isInfinite(high) || high == LARGEST ? "" : "≤ " + plain(high);
    if (lower.isEmpty() && upper.isEmpty()) {
      return "any number";
    }
    return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and ") + upper;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
