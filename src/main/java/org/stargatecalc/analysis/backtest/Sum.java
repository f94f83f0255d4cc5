package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The sum of several paths.
 *
 * @param paths of the sites
 * @param dates ascending; a threshold is looked for on these
 */
record Sum(List<PowerPath> paths, List<LocalDate> dates) implements PowerPath {
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
    return dates.stream().filter(date -> mwAt(date) >= mw).findFirst();
  }
}
