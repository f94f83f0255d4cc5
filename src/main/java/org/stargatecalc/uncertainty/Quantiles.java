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
    if (size == 0) {
      Arrays.fill(found, Double.NaN);
      return found;
    }
    int[] ranks = new int[2 * wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      int below = (int) Math.floor(wanted[i] * (size - 1));
      ranks[2 * i] = below;
      ranks[2 * i + 1] = Math.min(below + 1, size - 1);
    }
    int[] ascending = ranks.clone();
    Arrays.sort(ascending);
    select(values, size, ascending);
    for (int i = 0; i < wanted.length; i++) {
      double low = values[ranks[2 * i]];
      double high = values[ranks[2 * i + 1]];
      double rank = wanted[i] * (size - 1);
      found[i] = between(low, high, rank - Math.floor(rank));
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
    // Equal values are in order, and many metrics are the same in every draw.
    int equal = 1;
    while (equal < size && values[equal] == values[0]) {
      equal++;
    }
    if (equal < size) {
      select(values, 0, size - 1, ranks, 0, ranks.length);
    }
  }

  /** The middle rank first, which leaves each of the others a part of the values. */
  private static void select(double[] values, int low, int high, int[] ranks, int from, int to) {
    if (from < to) {
      int middle = (from + to) >>> 1;
      selectOne(values, low, high, ranks[middle]);
      select(values, low, ranks[middle], ranks, from, middle);
      select(values, ranks[middle], high, ranks, middle + 1, to);
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
