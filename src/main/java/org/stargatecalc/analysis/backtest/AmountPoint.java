package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A recorded amount of compute or money and what the scenario has.
 *
 * @param site the record's id of the site; empty for the sum of the sites
 * @param amount what is counted
 * @param date the day at whose end it stands
 * @param set what the point can say
 * @param recorded 0 or more
 * @param projected by the scenario's phases at the same sites
 */
public record AmountPoint(
    Optional<String> site,
    Amount amount,
    LocalDate date,
    PointSet set,
    double recorded,
    double projected) {
  /** Returns projected less recorded. */
  public double error() {
    return projected - recorded;
  }

  /** Returns the error as a share of what is recorded, NaN where that is 0. */
  public double errorShare() {
    return recorded > 0 ? error() / recorded : Double.NaN;
  }
}
