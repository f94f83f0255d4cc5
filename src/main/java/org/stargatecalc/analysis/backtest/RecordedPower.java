package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.projection.Basis;

/**
 * The power of a site as one vintage records it: a recorded figure stands until the next one.
 *
 * <p>Before the first figure the power is 0. A basis that the vintage does not have is NaN.
 */
final class RecordedPower implements PowerPath {
  private final List<SiteCapacity> points;
  private final Basis basis;

  /** Creates the path of points that lie in the order of their dates. */
  RecordedPower(List<SiteCapacity> points, Basis basis) {
    this.points = List.copyOf(points);
    this.basis = basis;
  }

  static double mw(SiteCapacity point, Basis basis) {
    OptionalDouble mw = basis == Basis.IT ? point.itMw() : point.facilityMw();
    return mw.orElse(Double.NaN);
  }

  @Override
  public double mwAt(LocalDate date) {
    double mw = 0;
    for (SiteCapacity point : points) {
      if (!point.date().isAfter(date)) {
        mw = mw(point, basis);
      }
    }
    return mw;
  }

  @Override
  public Optional<LocalDate> reachedOn(double threshold) {
    return points.stream()
        .filter(point -> mw(point, basis) >= threshold)
        .map(SiteCapacity::date)
        .findFirst();
  }
}
