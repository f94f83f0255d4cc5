package org.stargatecalc.scenario.curve;

/** A curve moved by some days. */
public final class Shifted extends Curve {
  private final Curve of;
  private double days;

  /** Creates a curve that is not moved yet. */
  public Shifted(Curve of) {
    this.of = of;
  }

  /** Sets by how many days the curve is moved: later where positive. */
  public void set(double days) {
    this.days = days;
  }

  @Override
  public double at(double instant) {
    return of.at(instant - days);
  }

  @Override
  double begin() {
    return of.begin() + days;
  }

  @Override
  double end() {
    return of.end() + days;
  }

  @Override
  public int kinkCount() {
    return of.kinkCount();
  }

  @Override
  public int kinks(double[] target, int at, double shift) {
    return of.kinks(target, at, days + shift);
  }

  @Override
  int before(double[] instants, int size, double shift) {
    return of.before(instants, size, days + shift);
  }

  @Override
  int after(double[] instants, int size, double shift) {
    return of.after(instants, size, days + shift);
  }

  @Override
  int write(double[] instants, int from, int size, double shift, double[] target) {
    return of.write(instants, from, size, days + shift, target);
  }
}
