package org.stargatecalc.scenario.curve;

import org.stargatecalc.calendar.RampShape;

/**
 * Cumulative sizes on dates: each a ramp of one day on its date or, where linear, from the end of
 * the one before to the end of its own day.
 */
public final class Milestones extends Curve {
  private final boolean linear;
  private final double[] dates;
  private final double[] counts;

  /** Creates so many milestones; {@link #set} gives each its numbers, in their order. */
  public Milestones(int steps, boolean linear) {
    this.linear = linear;
    this.dates = new double[steps];
    this.counts = new double[steps];
  }

  /**
   * Sets the numbers of a milestone after those of the one before. One that is drawn before or
   * below its predecessor adds nothing.
   *
   * @param step its position
   * @param date the instant at which its day begins
   * @param count GPUs by then
   */
  public void set(int step, double date, double count) {
    dates[step] = step == 0 ? date : Math.max(date, dates[step - 1]);
    counts[step] = step == 0 ? count : Math.max(count, counts[step - 1]);
  }

  @Override
  public double at(double instant) {
    double reached = 0;
    double previousEnd = Double.NaN;
    for (int i = 0; i < dates.length; i++) {
      double from = linear && i > 0 ? previousEnd : dates[i];
      double to = dates[i] + 1;
      if (instant < to) {
        // 0·count before the step; between, the part of the difference that has come online
        double x = (instant - from) / (to - from);
        return reached + (counts[i] - reached) * RampShape.LINEAR.fraction(x);
      }
      reached = counts[i];
      previousEnd = to;
    }
    return reached;
  }

  @Override
  double begin() {
    return dates[0];
  }

  @Override
  double end() {
    return dates[dates.length - 1] + 1;
  }

  @Override
  public int kinkCount() {
    return 2 * dates.length;
  }

  @Override
  public int kinks(double[] target, int at, double shift) {
    int next = at;
    for (double date : dates) {
      target[next++] = date + shift;
      target[next++] = date + 1 + shift;
    }
    return next;
  }

  @Override
  int write(double[] instants, int from, int size, double shift, double[] target) {
    double last = safeEnd();
    int k = from;
    while (k < size && instants[k] - shift <= last) {
      target[k] = at(instants[k] - shift);
      k++;
    }
    level(k, size, target);
    return k;
  }
}
