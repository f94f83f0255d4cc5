package org.stargatecalc.uncertainty;

import java.util.Arrays;

/** Sample quantiles. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Returns a quantile of sorted values: linear between the two around rank p·(n − 1) (type 7 of
   * Hyndman and Fan, 1996).
   *
   * @param sorted ascending; infinities stand for "never" and are not averaged with numbers
   * @param p from 0 to 1
   * @return NaN of no values
   */
  public static double ofSorted(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double rank = p * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    return between(sorted[below], sorted[Math.min(below + 1, sorted.length - 1)], rank - below);
  }

  /** Returns a value between two neighbours in rank. */
  static double between(double low, double high, double share) {
    if (low == high || share == 0) {
      return low;
    }
    return Double.isInfinite(high) ? (share < 0.5 ? low : high) : low + share * (high - low);
  }

  /** Returns a quantile of values in any order. */
  public static double of(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }
}
