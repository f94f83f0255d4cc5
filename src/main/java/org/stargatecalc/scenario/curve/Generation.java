package org.stargatecalc.scenario.curve;

/**
 * What one generation of hardware has of a curve: what came {@code from} days ago and is not
 * replaced, which it is after {@code to} days, times a factor.
 */
public final class Generation extends Curve {
  private final Curve of;
  private double from;
  private double to;
  private double factor;

  /** Creates a generation of a curve; {@link #set} gives it its numbers. */
  public Generation(Curve of) {
    this.of = of;
  }

  /**
   * Sets the numbers.
   *
   * @param fromDays age of the curve at which this generation comes
   * @param toDays age at which it is replaced, infinite for never
   * @param times GPUs for one of the curve
   */
  public void set(double fromDays, double toDays, double times) {
    from = fromDays;
    to = toDays;
    factor = times;
  }

  @Override
  public double at(double instant) {
    double came = of.at(instant - from);
    return (to < Double.POSITIVE_INFINITY ? came - of.at(instant - to) : came) * factor;
  }

  /** Returns how many were replaced up to an instant, 0 where none ever is. */
  public double replaced(double instant) {
    return to < Double.POSITIVE_INFINITY ? of.at(instant - to) * factor : 0;
  }

  @Override
  double begin() {
    return of.begin() + from;
  }

  @Override
  double end() {
    return of.end() + (to < Double.POSITIVE_INFINITY ? to : from);
  }

  @Override
  public int kinkCount() {
    return 2 * of.kinkCount();
  }

  @Override
  public int kinks(double[] target, int at, double shift) {
    int next = of.kinks(target, at, from + shift);
    return of.kinks(target, next, (to < Double.POSITIVE_INFINITY ? to : from) + shift);
  }
}
