package org.stargatecalc.uncertainty;

/**
 * The mean of many draws and its Monte-Carlo standard error, gathered part by part.
 *
 * <p>Sums are of differences from a pivot near the mean, so that no digits are lost where values
 * differ little; a part and its sums depend on nothing but its draws, and parts that are added in
 * one order give one result. Draws in which a value is undefined (NaN) do not count.
 */
public final class MeanCollector {
  private static final int GROUPS = UniformSource.SCRAMBLES;

  private final double pivot;

  /** By scramble of the draw: Sobol points of one scramble are one estimate. */
  private final int[] counts = new int[GROUPS];

  private final double[] sums = new double[GROUPS];
  private double squares;

  /**
   * Creates a collector that has nothing.
   *
   * @param pivot any number, best near the mean; NaN counts as 0
   */
  private MeanCollector(double pivot) {
    this.pivot = Double.isNaN(pivot) ? 0 : pivot;
  }

  /**
   * Returns what values alone give; the pivot is the first that is defined, which is as near the
   * mean as values lie to each other.
   *
   * @param values of draws from 0 on, in order
   */
  public static MeanCollector of(double[] values, int size) {
    int first = 0;
    while (first < size - 1 && Double.isNaN(values[first])) {
      first++;
    }
    MeanCollector collector = new MeanCollector(size == 0 ? 0 : values[first]);
    collector.add(values, 0, size);
    return collector;
  }

  /** Returns an empty collector with the pivot of this one, for a part. */
  public MeanCollector sibling() {
    return new MeanCollector(pivot);
  }

  /**
   * Adds the values of successive draws.
   *
   * @param firstDraw number of the first of them
   * @param size how many of them count
   * @return how many of them are defined
   */
  public int add(double[] values, int firstDraw, int size) {
    double[] partSums = new double[GROUPS];
    double[] partSquares = new double[GROUPS];
    for (int i = 0; i < size; i++) {
      double difference = values[i] - pivot;
      int group = (firstDraw + i) % GROUPS;
      partSums[group] += difference;
      partSquares[group] += difference * difference;
    }
    double allSquares = total(partSquares);
    if (Double.isNaN(allSquares)) {
      return addDefined(values, firstDraw, size);
    }
    for (int group = 0; group < GROUPS; group++) {
      sums[group] += partSums[group];
    }
    for (int i = 0; i < GROUPS; i++) {
      counts[(firstDraw + i) % GROUPS] += (size - i + GROUPS - 1) / GROUPS;
    }
    squares += allSquares;
    return size;
  }

  private int addDefined(double[] values, int firstDraw, int size) {
    int defined = 0;
    for (int i = 0; i < size; i++) {
      double difference = values[i] - pivot;
      if (!Double.isNaN(difference)) {
        int group = (firstDraw + i) % GROUPS;
        counts[group]++;
        sums[group] += difference;
        squares += difference * difference;
        defined++;
      }
    }
    return defined;
  }

  /** Adds a part that has the same pivot. */
  public void add(MeanCollector part) {
    if (part.pivot != pivot) {
      throw new IllegalArgumentException("pivots differ: " + part.pivot + " and " + pivot);
    }
    for (int group = 0; group < GROUPS; group++) {
      counts[group] += part.counts[group];
      sums[group] += part.sums[group];
    }
    squares += part.squares;
  }

  private long count() {
    long count = 0;
    for (int ofGroup : counts) {
      count += ofGroup;
    }
    return count;
  }

  private static double total(double[] byGroup) {
    double total = 0;
    for (double ofGroup : byGroup) {
      total += ofGroup;
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
   * Sobol points by how far the means of the independent scrambles lie apart.
   */
  public double standardError(Sampling sampling) {
    long count = count();
    if (sampling == Sampling.RANDOM || count < 4 * GROUPS) {
      return standardDeviation() / Math.sqrt((double) count);
    }
    double mean = total(sums) / count;
    double spread = 0;
    for (int group = 0; group < GROUPS; group++) {
      double difference = counts[group] == 0 ? 0 : sums[group] / counts[group] - mean;
      spread += difference * difference;
    }
    return Math.sqrt(spread / (GROUPS - 1) / GROUPS);
  }
}
