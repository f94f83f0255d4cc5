package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.catalog.BaselinePath;

/**
 * A baseline between and beyond its knots.
 *
 * <p>Between two knots the power grows by the same factor every day: P(t) = P₀ (P₁/P₀)^((t − t₀) /
 * (t₁ − t₀)). Before the first knot it has grown like that between the first two, or by the path's
 * own growth per year; after the last one it goes on by that growth, and stays level where the path
 * has none.
 */
final class BaselineCurve implements PowerPath {
  private static final LocalDate NEVER = LocalDate.of(2200, 1, 1);

  private final List<BaselinePath.Knot> knots;
  private final double growthPerDay;

  BaselineCurve(BaselinePath path) {
    knots = path.knots();
    growthPerDay =
        path.growthPerYear().isPresent()
            ? StrictMath.log(path.growthPerYear().getAsDouble()) / Durations.DAYS_PER_YEAR
            : 0;
  }

  @Override
  public double mwAt(LocalDate date) {
    int last = knots.size() - 1;
    if (last == 0 || !date.isBefore(knots.get(last).date())) {
      return extended(knots.get(last), growthPerDay, date);
    }
    int after = 1;
    while (!date.isBefore(knots.get(after).date())) {
      after++;
    }
    BaselinePath.Knot from = knots.get(after - 1);
    BaselinePath.Knot to = knots.get(after);
    double days = days(from.date(), to.date());
    return extended(from, StrictMath.log(to.powerMw() / from.powerMw()) / days, date);
  }

  private static double extended(BaselinePath.Knot knot, double growthPerDay, LocalDate date) {
    return knot.powerMw() * StrictMath.exp(growthPerDay * days(knot.date(), date));
  }

  private static double days(LocalDate from, LocalDate to) {
    return to.toEpochDay() - from.toEpochDay();
  }

  /** The path never falls, so the day is found by halving. */
  @Override
  public Optional<LocalDate> reachedOn(double mw) {
    long low = LocalDate.EPOCH.toEpochDay();
    long high = NEVER.toEpochDay();
    if (mwAt(NEVER) < mw) {
      return Optional.empty();
    }
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (mwAt(LocalDate.ofEpochDay(middle)) >= mw) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Optional.of(LocalDate.ofEpochDay(low));
  }
}
