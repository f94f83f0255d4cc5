package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Optional;

/** Power over time on one basis: recorded, projected or a baseline. */
interface PowerPath {
  /** Returns the power at the end of a date, MW; NaN where the path says nothing. */
  double mwAt(LocalDate date);

  /** Returns the first date at whose end the power is at or above a threshold, MW. */
  Optional<LocalDate> reachedOn(double mw);
}
