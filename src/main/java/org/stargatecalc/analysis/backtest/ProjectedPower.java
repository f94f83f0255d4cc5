package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.SitePower;
import org.stargatecalc.quantity.Scale;

/** The power of one site as a scenario projects it; NaN outside its horizon. */
final class ProjectedPower implements PowerPath {

  private final Horizon horizon;
  private final SitePower power;

  ProjectedPower(Projection projection, String site, Basis basis) {
    horizon = projection.horizon();
    power = projection.site(site, basis);
  }

  @Override
  public double mwAt(LocalDate date) {
    double instant = Instants.endOf(date);
    return horizon.contains(instant) ? power.at(instant) * Scale.KILO : Double.NaN;
  }

  /** What is there when the horizon begins was reached on the day before, or earlier. */
  @Override
  public Optional<LocalDate> reachedOn(double mw) {
    double instant = power.firstReached(mw / Scale.KILO);
    return Double.isNaN(instant) ? Optional.empty() : Optional.of(Instants.dateEndingAt(instant));
  }
}
