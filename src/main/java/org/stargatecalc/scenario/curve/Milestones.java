package org.stargatecalc.scenario.curve;

import org.stargatecalc.calendar.RampShape;

/**
 * Sizes on dates: each a ramp of one day on its date or, where linear, from the end of the one
 * before to the end of its own day. A size may lie below the one before.
 */
public final class Milestones extends Curve {
  private final boolean linear;
  private final boolean[] falls;
  private final double[] dates;
  private final double[] counts;

  /**
   * Creates milestones; {@link #set} gives each its numbers, in their order.
   *
   * @param falls for each whether it is a fall
   */
  public Milestones(boolean[] falls, boolean linear) {
    this.linear = linear;
    this.falls = falls.clone();
    this.dates = new double[falls.length];
    this.counts = new double[falls.length];
  }

  /**
   * Sets the numbers of a milestone after those of the one before. One that is drawn before its
   * predecessor comes with it; a rise that is drawn below it adds nothing, and a fall that is drawn
   * above it takes nothing away.
   *
   * @param step its position
   * @param date the instant at which its day begins
   * @param count GPUs by then
   */
  public void set(int step, double date, double count) {
    dates[step] = step == 0 ? date : Math.max(date, dates[step - 1]);
    if (step == 0) {
      counts[0] = count;
    } else {
      double before = counts[step - 1];
      counts[step] = falls[step] ? Math.min(count, before) : Math.max(count, before);
    }
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
}
