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

  /**
   * Returns quantiles of values in any order, as {@link #ofSorted} has them.
   *
   * @param values reordered
   * @param size how many of them count
   * @param wanted probabilities from 0 to 1
   * @return NaN of no values
   */
  public static double[] of(double[] values, int size, double... wanted) {
    double[] found = new double[wanted.length];
    for (int i = 0; i < found.length; i++) {
      double rank = wanted[i] * (size - 1);
      int below = (int) Math.floor(rank);
      if (size == 0) {
        found[i] = Double.NaN;
      } else {
        int above = Math.min(below + 1, size - 1);
        select(values, size, below, above);
        found[i] = between(values[below], values[above], rank - below);
      }
    }
    return found;
  }

  /** Returns a quantile of values in any order. */
  public static double of(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  /**
   * Moves values so that those of given ranks stand where sorting would put them.
   *
   * @param values reordered
   * @param size how many of them count
   * @param ranks from 0, ascending
   */
  static void select(double[] values, int size, int... ranks) {
    int from = 0;
    for (int rank : ranks) {
      if (rank >= from) {
        selectOne(values, from, size - 1, rank);
        from = rank;
      }
    }
  }

  /** Hoare's selection with the middle of three as pivot; equal values are split evenly. */
  private static void selectOne(double[] values, int first, int last, int rank) {
    int low = first;
    int high = last;
    while (low < high) {
      double a = values[low];
      double b = values[(low + high) >>> 1];
      double c = values[high];
      double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        return;
      }
    }
  }
}
