package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sum of several paths. */
final class Sum implements PowerPath {
  private final List<PowerPath> paths;
  private final List<LocalDate> dates;

  /** At each date; found when a threshold is first looked for, since many are. */
  private double @Nullable [] known;

  /**
   * Creates it.
   *
   * @param paths of the sites
   * @param dates ascending; a threshold is looked for on these
   */
  Sum(List<PowerPath> paths, List<LocalDate> dates) {
    this.paths = paths;
    this.dates = dates;
  }

  @Override
  public double mwAt(LocalDate date) {
    double sum = 0;
    for (PowerPath path : paths) {
      sum += path.mwAt(date);
    }
    return sum;
  }

  @Override
  public Optional<LocalDate> reachedOn(double mw) {
    double[] sums = known;
    if (sums == null) {
      sums = dates.stream().mapToDouble(this::mwAt).toArray();
      known = sums;
    }
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] >= mw) {
        return Optional.of(dates.get(i));
      }
    }
    return Optional.empty();
  }
}
