package org.stargatecalc.analysis.montecarlo;

import java.util.List;
import org.stargatecalc.uncertainty.Sampling;

/**
 * How draws are made.
 *
 * @param draws how many, at least 1
 * @param seed the seed
 * @param sampling how uniform numbers are chosen
 * @param percentiles the quantiles of every metric, from 1 to 99, ascending
 * @param threads how many may work at once; results do not depend on it
 */
public record Settings(
    int draws, long seed, Sampling sampling, List<Integer> percentiles, int threads) {
  /** Checks the ranges. */
  public Settings {
    percentiles = List.copyOf(percentiles);
    if (draws < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "draws " + draws + " and threads " + threads + " must be >= 1");
    }
    for (int percentile : percentiles) {
      if (percentile < 1 || percentile > 99) {
        throw new IllegalArgumentException("percentile " + percentile + " must be from 1 to 99");
      }
    }
  }

  /** Returns the percentiles as probabilities. */
  double[] probabilities() {
    return percentiles.stream().mapToDouble(percentile -> percentile / 100.0).toArray();
  }
}
