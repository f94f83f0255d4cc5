package org.stargatecalc.result;

/**
 * A measured number.
 *
 * @param value in the metric's unit; NaN where the metric is undefined
 * @param error its Monte-Carlo standard error in the same unit, 0 for the central case
 */
public record Estimate(double value, double error) {
  /**
   * What rounding alone can do, as a share: sums of rows against a sum of days, a size stated as 1
   * GW that passes through a count of GPUs and back.
   */
  public static final double ROUNDING = 1e-12;

  /** Returns whether two numbers differ by no more than rounding. */
  public static boolean isRounding(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
  }

  /** Creates a number without Monte-Carlo error. */
  public static Estimate exact(double value) {
    return new Estimate(value, 0);
  }

  /** Returns whether there is no number, as for 0/0. */
  public boolean isUndefined() {
    return Double.isNaN(value);
  }
}
