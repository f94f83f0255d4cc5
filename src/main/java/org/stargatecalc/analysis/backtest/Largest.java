package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The largest of several paths; a path that says nothing does not count.
 *
 * @param paths of the sites
 */
record Largest(List<PowerPath> paths) implements PowerPath {
  @Override
  public double mwAt(LocalDate date) {
    double largest = Double.NaN;
    for (PowerPath path : paths) {
      double mw = path.mwAt(date);
      largest = Double.isNaN(largest) || mw > largest ? mw : largest;
    }
    return largest;
  }

  @Override
  public Optional<LocalDate> reachedOn(double mw) {
    return paths.stream().flatMap(path -> path.reachedOn(mw).stream()).min(LocalDate::compareTo);
  }
}
