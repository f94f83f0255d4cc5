package org.stargatecalc.uncertainty;

import java.util.Arrays;

/**
 * Exact quantiles of many values in little memory.
 *
 * <p>The first values, all kept, bracket each wanted rank; of the later ones only those inside a
 * bracket are kept and the others counted. The result is the quantile of all values, as if all had
 * been sorted, in whatever order they came. A bracket is ten standard errors wide, so it
 * practically never misses; if it does, the result says so.
 */
public final class QuantileCollector {
  private static final double STANDARD_ERRORS = 5;

  private final double[] wanted;
  private final Bracket[] brackets;

  /** A bracket around one wanted rank. */
  private static final class Bracket {
    final double low;
    final double high;
    long below;
    long atLow;
    long atHigh;
    double[] inside = new double[64];
    int count;

    Bracket(double low, double high) {
      this.low = low;
      this.high = high;
    }

    /** Makes room for so many values at once, since growing leaves the smaller arrays behind. */
    Bracket expecting(int values) {
      if (low != high) {
        inside = new double[values];
      }
      return this;
    }

    /** Written without branches, which would be mispredicted for values near a bracket. */
    void add(double[] values, int size, double least, double most) {
      if (least > high) {
        return;
      }
      if (most < low) {
        below += size;
        return;
      }
      if (least == most && (least == low || least == high)) {
        atLow += least == low ? size : 0;
        atHigh += least == high && low != high ? size : 0;
        return;
      }
      if (count + size > inside.length) {
        inside = Arrays.copyOf(inside, Math.max(inside.length + inside.length / 2, count + size));
      }
      double[] kept = inside;
      int end = count;
      int lower = 0;
      int lows = 0;
      int highs = 0;
      for (int i = 0; i < size; i++) {
        double value = values[i];
        lower += value < low ? 1 : 0;
        lows += value == low ? 1 : 0;
        highs += value == high ? 1 : 0;
        kept[end] = value;
        end += (value > low ? 1 : 0) & (value < high ? 1 : 0);
      }
      count = end;
      below += lower;
      atLow += lows;
      // a bracket of one value counts it once
      atHigh += low == high ? 0 : highs;
    }

    void add(Bracket other) {
      below += other.below;
      atLow += other.atLow;
      atHigh += other.atHigh;
      if (count + other.count > inside.length) {
        inside = Arrays.copyOf(inside, Math.max(2 * count, count + other.count));
      }
      System.arraycopy(other.inside, 0, inside, count, other.count);
      count += other.count;
    }

    /** Returns the value of a rank from 0, NaN if it lies outside the bracket. */
    double ofRank(long rank) {
      long within = rank - below;
      if (within < 0) {
        return Double.NaN;
      }
      if (within < atLow) {
        return low;
      }
      within -= atLow;
      if (within < count) {
        return inside[(int) within];
      }
      return within - count < atHigh ? high : Double.NaN;
    }
  }

  private QuantileCollector(double[] wanted, Bracket[] brackets) {
    this.wanted = wanted;
    this.brackets = brackets;
  }

  /**
   * Returns a collector with brackets from the first values; they are not counted yet.
   *
   * @param first the first values; reordered
   * @param size how many of them count, at least one
   * @param wanted probabilities from 0 to 1, ascending
   */
  public static QuantileCollector bracketing(double[] first, int size, double... wanted) {
    Bracket[] brackets = new Bracket[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      double p = wanted[i];
      double spread = STANDARD_ERRORS * Math.sqrt(p * (1 - p) * size) + 2;
      double rank = p * (size - 1);
      double low = rankOrInfinity(first, size, rank - spread, Double.NEGATIVE_INFINITY);
      double high = rankOrInfinity(first, size, rank + spread + 1, Double.POSITIVE_INFINITY);
      brackets[i] = new Bracket(low, high);
    }
    return new QuantileCollector(wanted.clone(), brackets);
  }

  private static double rankOrInfinity(double[] values, int size, double rank, double infinity) {
    if (rank < 0 || rank >= size) {
      return infinity;
    }
    Quantiles.select(values, size, (int) rank);
    return values[(int) rank];
  }

  /** Returns an empty collector with the same brackets, for another thread. */
  public QuantileCollector sibling() {
    return sibling(0);
  }

  /**
   * Returns an empty collector with the same brackets and room for its part of many values.
   *
   * @param times how many times as many values as this collector has counted it will count
   */
  public QuantileCollector sibling(double times) {
    Bracket[] copies = new Bracket[brackets.length];
    for (int i = 0; i < copies.length; i++) {
      Bracket bracket = brackets[i];
      copies[i] =
          new Bracket(bracket.low, bracket.high)
              .expecting((int) (1.15 * times * bracket.count) + 64);
    }
    return new QuantileCollector(wanted, copies);
  }

  /**
   * Counts values; NaN is not to be given.
   *
   * @param size how many of them count
   */
  public void add(double[] values, int size) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    for (Bracket bracket : brackets) {
      bracket.add(values, size, least, most);
    }
  }

  /** Counts what another collector with the same brackets has counted. */
  public void add(QuantileCollector sibling) {
    for (int i = 0; i < brackets.length; i++) {
      brackets[i].add(sibling.brackets[i]);
    }
  }

  /** Lets go of what was kept, once it has been added to another collector. */
  public void clear() {
    for (Bracket bracket : brackets) {
      bracket.inside = new double[0];
      bracket.count = 0;
    }
  }

  /**
   * Returns the wanted quantiles of all values counted.
   *
   * @param total how many values were counted
   * @return NaN for no values or a missed bracket
   */
  public double[] quantiles(long total) {
    double[] found = new double[wanted.length];
    for (int i = 0; i < found.length; i++) {
      Bracket bracket = brackets[i];
      Arrays.sort(bracket.inside, 0, bracket.count);
      double rank = wanted[i] * (total - 1);
      long below = (long) Math.floor(rank);
      double low = total == 0 ? Double.NaN : bracket.ofRank(below);
      double high = bracket.ofRank(Math.min(below + 1, total - 1));
      found[i] = Quantiles.between(low, high, rank - below);
    }
    return found;
  }
}
