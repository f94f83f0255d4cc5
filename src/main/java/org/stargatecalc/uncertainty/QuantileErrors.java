package org.stargatecalc.uncertainty;

/**
 * Monte-Carlo standard errors of quantiles, as if draws were independent of each other.
 *
 * <p>Of n independent draws, the share of those below the p-quantile has the standard error √(p (1
 * − p) / n). The quantiles at p less and p plus that lie about one standard error of the p-quantile
 * to either side, whatever the distribution (David and Nagaraja, Order Statistics, 2003, section
 * 7.1). Points that fill the cube evenly err less, so that this is on the safe side.
 */
public final class QuantileErrors {
  private QuantileErrors() {}

  /**
   * Returns for each probability itself between the two that tell its error.
   *
   * @param probabilities from 0 to 1
   * @param draws how many there are, at least 1
   */
  public static double[] around(double[] probabilities, long draws) {
    double[] around = new double[3 * probabilities.length];
    for (int i = 0; i < probabilities.length; i++) {
      double p = probabilities[i];
      double error = StrictMath.sqrt(p * (1 - p) / draws);
      around[3 * i] = Math.max(0, p - error);
      around[3 * i + 1] = p;
      around[3 * i + 2] = Math.min(1, p + error);
    }
    return around;
  }

  /** Returns the quantiles among those that were asked for. */
  public static double[] values(double[] found) {
    double[] values = new double[found.length / 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = found[3 * i + 1];
    }
    return values;
  }

  /**
   * Returns the standard errors of the quantiles.
   *
   * @return 0 where all draws are alike around the quantile; infinite next to an infinite value,
   *     NaN among such and where there is no value
   */
  public static double[] errors(double[] found) {
    double[] errors = new double[found.length / 3];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = (found[3 * i + 2] - found[3 * i]) / 2;
    }
    return errors;
  }
}
