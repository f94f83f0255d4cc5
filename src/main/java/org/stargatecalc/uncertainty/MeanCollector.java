package org.stargatecalc.uncertainty;

/**
 * The mean of many draws and its Monte-Carlo standard error, gathered part by part.
 *
 * <p>Sums are of differences from a pivot near the mean, so that no digits are lost where values
 * differ little; a part and its sums depend on nothing but its draws, and parts that are added in
 * one order give one result. Draws in which a value is undefined (NaN) do not count.
 */
public final class MeanCollector {
  /** Into how many consecutive blocks all draws are divided. */
  private static final int BLOCKS = 8;

  private final double pivot;

  /** Number of draws of a block. */
  private final int block;

  /** By block. */
  private final int[] counts = new int[BLOCKS];

  private final double[] sums = new double[BLOCKS];
  private double squares;

  /**
   * Creates a collector that has nothing.
   *
   * @param pivot any number, best near the mean; NaN counts as 0
   * @param block number of draws of a block
   */
  private MeanCollector(double pivot, int block) {
    this.pivot = Double.isNaN(pivot) ? 0 : pivot;
    this.block = block;
  }

  /**
   * Returns what values alone give; the pivot is the first that is defined, which is as near the
   * mean as values lie to each other.
   *
   * @param values of draws from 0 on, in order
   * @param size how many of them count
   * @param draws how many draws there will be
   */
  public static MeanCollector of(double[] values, int size, int draws) {
    int first = 0;
    while (first < size - 1 && Double.isNaN(values[first])) {
      first++;
    }
    MeanCollector collector =
        new MeanCollector(
            size == 0 ? 0 : values[first], Math.max(1, (draws + BLOCKS - 1) / BLOCKS));
    collector.add(values, 0, size);
    return collector;
  }

  /** Returns an empty collector with the pivot of this one, for a part. */
  public MeanCollector sibling() {
    return new MeanCollector(pivot, block);
  }

  /**
   * Adds the values of successive draws.
   *
   * @param firstDraw number of the first of them
   * @param size how many of them count
   * @return how many of them are defined
   */
  public int add(double[] values, int firstDraw, int size) {
    int defined = 0;
    for (int from = 0; from < size; ) {
      int of = (firstDraw + from) / block;
      int to = (int) Math.min(size, (of + 1L) * block - firstDraw);
      defined += add(values, from, to, of);
      from = to;
    }
    return defined;
  }

  /** Adds values of one block. */
  private int add(double[] values, int from, int to, int of) {
    double sum = 0;
    double squared = 0;
    for (int i = from; i < to; i++) {
      double difference = values[i] - pivot;
      sum += difference;
      squared += difference * difference;
    }
    int defined = to - from;
    if (Double.isNaN(squared)) {
      sum = 0;
      squared = 0;
      defined = 0;
      for (int i = from; i < to; i++) {
        double difference = values[i] - pivot;
        if (!Double.isNaN(difference)) {
          sum += difference;
          squared += difference * difference;
          defined++;
        }
      }
    }
    sums[of] += sum;
    counts[of] += defined;
    squares += squared;
    return defined;
  }

  /** Adds a part that has the same pivot. */
  public void add(MeanCollector part) {
    if (part.pivot != pivot) {
      throw new IllegalArgumentException("pivots differ: " + part.pivot + " and " + pivot);
    }
    for (int b = 0; b < BLOCKS; b++) {
      counts[b] += part.counts[b];
      sums[b] += part.sums[b];
    }
    squares += part.squares;
  }

  private long count() {
    long count = 0;
    for (int ofBlock : counts) {
      count += ofBlock;
    }
    return count;
  }

  private static double total(double[] byBlock) {
    double total = 0;
    for (double ofBlock : byBlock) {
      total += ofBlock;
    }
    return total;
  }

  /** Returns the mean, NaN of no values. */
  public double mean() {
    return pivot + total(sums) / count();
  }

  /** Returns the standard deviation of a sample, 0 of one value. */
  public double standardDeviation() {
    long count = count();
    double sum = total(sums);
    return Math.sqrt(Math.max(0, squares - sum * sum / count) / Math.max(1, count - 1));
  }

  /**
   * Returns the standard error of the mean: of independent draws by their standard deviation, of
   * Sobol points by how far the means of the blocks lie apart, as if each were a net of its own.
   *
   * <p>Pieces of one net fill what the others leave open, so that their mean errs less than that of
   * as many independent nets (Owen, Scrambled net variance, Annals of Statistics 25, 1997): this is
   * on the safe side.
   */
  public double standardError(Sampling sampling) {
    long count = count();
    if (sampling == Sampling.RANDOM || count < 4 * BLOCKS) {
      return standardDeviation() / Math.sqrt((double) count);
    }
    double mean = total(sums) / count;
    double spread = 0;
    for (int b = 0; b < BLOCKS; b++) {
      double difference = counts[b] == 0 ? 0 : sums[b] / counts[b] - mean;
      spread += difference * difference;
    }
    return Math.sqrt(spread / (BLOCKS - 1) / BLOCKS);
  }
}
