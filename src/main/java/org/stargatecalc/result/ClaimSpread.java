package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the answer to a claim spreads over all draws.
 *
 * @param neverShare share of draws in which it is not reached within the horizon; NaN where nothing
 *     was judged
 * @param percentiles from 1 to 99
 * @param values the metric at the deadline, or the horizon's end if that comes first, at the
 *     percentiles
 * @param reachedOn the day of reaching at the percentiles, empty for never
 */
public record ClaimSpread(
    double neverShare,
    List<Integer> percentiles,
    List<Double> values,
    List<Optional<LocalDate>> reachedOn) {
  /** Copies the lists, which are of one length. */
  public ClaimSpread {
    percentiles = List.copyOf(percentiles);
    values = List.copyOf(values);
    reachedOn = List.copyOf(reachedOn);
    if (values.size() != percentiles.size() || reachedOn.size() != percentiles.size()) {
      throw new IllegalArgumentException(
          values.size()
              + " values and "
              + reachedOn.size()
              + " dates for "
              + percentiles.size()
              + " percentiles");
    }
  }

  double value(int percentile) {
    return values.get(percentiles.indexOf(percentile));
  }

  Optional<LocalDate> reachedOn(int percentile) {
    return reachedOn.get(percentiles.indexOf(percentile));
  }
}
