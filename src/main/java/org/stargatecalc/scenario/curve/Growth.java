package org.stargatecalc.scenario.curve;

import org.stargatecalc.calendar.Durations;

/** Exponential growth: {@code count × per_year^((t − from) / 365.25)}, first over a day. */
public final class Growth extends Curve {
  private double from;
  private double until;
  private double count;
  private double perYear;

  /** Creates a growth; {@link #set} gives it its numbers. */
  public Growth() {}

  /**
   * Sets the numbers.
   *
   * @param from first instant
   * @param until the instant at which growth ends, infinite for none
   * @param count GPUs that the curve has at {@code from}
   * @param perYear growth factor
   */
  public void set(double from, double until, double count, double perYear) {
    this.from = from;
    this.until = until;
    this.count = count;
    this.perYear = perYear;
  }

  @Override
  public double at(double instant) {
    if (instant <= from) {
      return 0;
    }
    double day = Math.min(instant, until) - from;
    if (day < 1) {
      return day * count * StrictMath.pow(perYear, 1 / Durations.DAYS_PER_YEAR);
    }
    return count * StrictMath.pow(perYear, day / Durations.DAYS_PER_YEAR);
  }

  @Override
  double begin() {
    return from;
  }

  @Override
  double end() {
    return until;
  }

  @Override
  public int kinkCount() {
    return 3;
  }

  @Override
  public int kinks(double[] target, int at, double shift) {
    target[at] = from + shift;
    target[at + 1] = from + 1 + shift;
    target[at + 2] = until + shift;
    return at + 3;
  }
}
