package org.stargatecalc.analysis.compare;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What chance explains where many drawn numbers are compared at once: of a thousand that have not
 * changed, fifty lie beyond 1.96 of their standard errors.
 */
final class Chance {
  /** How often anything at all may be called changed that has not. */
  private static final double LEVEL = 0.05;

  private final int numbers;
  private double errors;

  /**
   * Creates that among so many numbers, by Bonferroni's inequality, which holds however they depend
   * on each other.
   *
   * @param numbers how many, 1 or more
   */
  Chance(int numbers) {
    this.numbers = numbers;
  }

  /** Returns whether it explains a change of a number with a Monte-Carlo standard error. */
  boolean explains(double change, double error) {
    return error > 0 && Math.abs(change) <= errors() * error;
  }

  /** The largest change that it explains, in standard errors; asked of what is drawn alone. */
  private double errors() {
    if (errors == 0) {
      NormalDistribution normal = new NormalDistribution(null, 0, 1);
      errors = -normal.inverseCumulativeProbability(LEVEL / 2 / numbers);
    }
    return errors;
  }
}
