package org.stargatecalc.result;

import java.util.Optional;

/**
 * A number of a result with what is known of its draws, from which the error of its change follows.
 *
 * @param of the result
 * @param estimate the number; a saved quantile does not say its error
 * @param sample the first draws, empty for a result that holds none
 */
public record DrawnNumber(Result of, Estimate estimate, Optional<Sample> sample) {
  /**
   * Returns the Monte-Carlo standard error of the change to this number from another, in their unit
   * or, if relative, over the size of the other.
   *
   * <p>Where both sides have draws they are subtracted draw by draw. A saved result holds none: the
   * same draws as now add no noise, others have an error of their own, which shrinks with the root
   * of their number as that of this side does.
   */
  public double errorOfChange(DrawnNumber before, Statistic statistic, boolean relative) {
    if (statistic.kind() == Statistic.Kind.CENTRAL) {
      return 0;
    }
    double error;
    if (sample.isPresent() && before.sample.isPresent()) {
      error = sample.get().errorOfChange(before.sample.get(), statistic, relative);
    } else if (of.hasDrawsOf(before.of)) {
      error = 0;
    } else {
      double unpaired = StrictMath.hypot(errorBeside(before), before.errorBeside(this));
      error = relative ? unpaired / Math.abs(before.estimate.value()) : unpaired;
    }
    return Double.isNaN(error) ? 0 : error;
  }

  /** The error of this number; that of another, for as many draws, where it does not say. */
  private double errorBeside(DrawnNumber other) {
    return estimate.error() > 0 || of.samples() == 0
        ? estimate.error()
        : other.estimate.error() * StrictMath.sqrt((double) other.of.samples() / of.samples());
  }
}
