package org.stargatecalc.result;

import java.util.Arrays;
import org.stargatecalc.uncertainty.Quantiles;

/**
 * The values of one number in the first draws, in their order, so that results which share their
 * draws can be subtracted draw by draw.
 */
public final class Sample {
  /** Into how many consecutive pieces draws are divided, each of which is an estimate. */
  private static final int REPLICATES = 8;

  private final double[] values;
  private final long draws;

  /**
   * Creates a sample.
   *
   * @param values one a draw; NaN where undefined
   * @param draws how many draws the estimates rest on, of which these are the first
   */
  public Sample(double[] values, long draws) {
    this.values = values.clone();
    this.draws = draws;
  }

  /** Returns whether the number is undefined in more than half of the draws. */
  public boolean isMostlyUndefined() {
    int undefined = 0;
    for (double value : values) {
      undefined += Double.isNaN(value) ? 1 : 0;
    }
    return undefined > values.length / 2;
  }

  /** Returns the Monte-Carlo standard error of a statistic; NaN if there are too few draws. */
  public double error(Statistic statistic) {
    double[] each = new double[REPLICATES];
    for (int r = 0; r < REPLICATES; r++) {
      each[r] = statistic(statistic, r);
    }
    return scaled(each);
  }

  /**
   * Returns the Monte-Carlo standard error of this sample's statistic minus another's, or of that
   * over the other's size; NaN if there are too few draws.
   */
  public double errorOfChange(Sample from, Statistic statistic, boolean relative) {
    double[] each = new double[REPLICATES];
    for (int r = 0; r < REPLICATES; r++) {
      double base = from.statistic(statistic, r);
      double change = statistic(statistic, r) - base;
      each[r] = relative ? change / Math.abs(base) : change;
    }
    return scaled(each);
  }

  private double statistic(Statistic statistic, int replicate) {
    int from = (int) ((long) values.length * replicate / REPLICATES);
    int to = (int) ((long) values.length * (replicate + 1) / REPLICATES);
    double[] own = new double[to - from];
    int n = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(values[i])) {
        own[n++] = values[i];
      }
    }
    if (n == 0) {
      return Double.NaN;
    }
    double[] defined = Arrays.copyOf(own, n);
    if (statistic.kind() != Statistic.Kind.QUANTILE) {
      return Arrays.stream(defined).sum() / n;
    }
    Arrays.sort(defined);
    return Quantiles.ofSorted(defined, statistic.level());
  }

  /** The error of the mean of the replicates, for as many draws as the estimates rest on. */
  private double scaled(double[] each) {
    double mean = Arrays.stream(each).sum() / each.length;
    double squares = 0;
    for (double one : each) {
      squares += (one - mean) * (one - mean);
    }
    double error = StrictMath.sqrt(squares / (each.length - 1) / each.length);
    return error * StrictMath.sqrt((double) values.length / Math.max(values.length, draws));
  }
}
