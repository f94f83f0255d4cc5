package org.stargatecalc.scenario.curve;

/** A curve that ends: as it is up to an instant, then falling evenly to nothing within a day. */
public final class Ended extends Curve {
  private final Curve of;
  private double end = Double.POSITIVE_INFINITY;

  /** Creates a curve that does not end yet. */
  public Ended(Curve of) {
    this.of = of;
  }

  /** Sets the last instant at which all is there. */
  public void set(double instant) {
    end = instant;
  }

  @Override
  public double at(double instant) {
    if (instant <= end) {
      return of.at(instant);
    }
    return instant >= end + 1 ? 0 : of.at(end) * (end + 1 - instant);
  }

  @Override
  double begin() {
    return of.begin() < end ? of.begin() : Double.POSITIVE_INFINITY;
  }

  @Override
  double end() {
    return end + 1;
  }

  @Override
  public int kinkCount() {
    return of.kinkCount() + 2;
  }

  @Override
  public int kinks(double[] target, int at, double shift) {
    int next = of.kinks(target, at, shift);
    target[next] = end + shift;
    target[next + 1] = end + 1 + shift;
    return next + 2;
  }
}
