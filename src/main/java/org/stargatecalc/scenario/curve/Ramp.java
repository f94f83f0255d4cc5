package org.stargatecalc.scenario.curve;

import java.util.Arrays;
import org.stargatecalc.calendar.RampShape;

/** From nothing to full size: {@code count × f((t − start) / days)}. */
public final class Ramp extends Curve {
  private final RampShape shape;
  private double count;
  private double start;
  private double days;

  /** Creates a ramp of a shape; {@link #set} gives it its numbers. */
  public Ramp(RampShape shape) {
    this.shape = shape;
  }

  /**
   * Sets the numbers.
   *
   * @param count GPUs in the end
   * @param start first instant
   * @param days from first to full; at least one is taken
   */
  public void set(double count, double start, double days) {
    this.count = count;
    this.start = start;
    this.days = Math.max(days, 1);
  }

  @Override
  public double at(double instant) {
    return count * shape.fraction((instant - start) / days);
  }

  @Override
  double begin() {
    return start;
  }

  @Override
  double end() {
    return start + days;
  }

  @Override
  public int kinkCount() {
    return 2;
  }

  @Override
  public int kinks(double[] target, int at, double shift) {
    target[at] = start + shift;
    target[at + 1] = start + shift + days;
    return at + 2;
  }

  // As any curve does it, written out: nearly every plan is a ramp, and this loop is hot.
  @Override
  int write(double[] instants, int from, int size, double shift, double[] target) {
    double last = safeEnd();
    int k = from;
    while (k < size && instants[k] - shift <= last) {
      target[k] = at(instants[k] - shift);
      k++;
    }
    if (k < size) {
      Arrays.fill(target, k, size, at(last));
    }
    return k;
  }
}
