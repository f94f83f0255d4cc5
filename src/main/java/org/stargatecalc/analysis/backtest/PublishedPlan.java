package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an older vintage says; nothing until the day after it was published, since only what comes
 * later was foreseen.
 *
 * @param path of the vintage
 * @param published the vintage's day
 */
record PublishedPlan(PowerPath path, LocalDate published) implements PowerPath {
  @Override
  public double mwAt(LocalDate date) {
    return date.isAfter(published) ? path.mwAt(date) : Double.NaN;
  }

  @Override
  public Optional<LocalDate> reachedOn(double mw) {
    return path.reachedOn(mw);
  }
}
