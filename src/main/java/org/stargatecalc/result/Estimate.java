package org.stargatecalc.result;

/**
 * A measured number.
 *
 * @param value in the metric's unit; NaN where the metric is undefined
 * @param error its Monte-Carlo standard error in the same unit, 0 for the central case
 */
public record Estimate(double value, double error) {
  /** Creates a number without Monte-Carlo error. */
  public static Estimate exact(double value) {
    return new Estimate(value, 0);
  }

  /** Returns whether there is no number, as for 0/0. */
  public boolean isUndefined() {
    return Double.isNaN(value);
  }
}
