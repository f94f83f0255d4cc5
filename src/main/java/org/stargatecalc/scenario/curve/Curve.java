package org.stargatecalc.scenario.curve;

import java.util.Arrays;

/**
 * A number of GPUs over time.
 *
 * <p>Instants are days since 1970-01-01. A curve may be read as if it were moved by so many days
 * (shift), which curves made of curves use.
 */
public abstract class Curve {
  /** The curve that is always 0. */
  public static final Curve NOTHING = new Nothing();

  /** Returns the number at an instant. */
  public abstract double at(double instant);

  /** Returns the last instant up to which the curve is 0. */
  abstract double begin();

  /** Returns an instant after which the number stays the same; infinity if there is none. */
  abstract double end();

  /** Returns how many instants {@link #kinks} writes: where the curve changes its slope. */
  public abstract int kinkCount();

  /**
   * Writes the instants at which the curve changes its slope.
   *
   * @param target receives them
   * @param at first index to write
   * @param shift by how many days the curve is moved
   * @return the index after the last one written
   */
  public abstract int kinks(double[] target, int at, double shift);

  /**
   * Writes the numbers at ascending instants.
   *
   * @param instants days since 1970-01-01
   * @param from the first of them to write
   * @param size how many of them count
   * @param shift by how many days the curve is moved
   * @param target receives one number an instant
   * @return the index from which on the number stays the same
   */
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

  /**
   * Returns how many of ascending instants come before the curve has any GPU.
   *
   * @param instants days since 1970-01-01
   * @param size how many of them count
   * @param shift by how many days the curve is moved
   */
  int before(double[] instants, int size, double shift) {
    return firstAbove(begin(), instants, size, shift);
  }

  /** As {@link #after(double[], int)}, for the curve moved by some days. */
  int after(double[] instants, int size, double shift) {
    return firstAbove(safeEnd(), instants, size, shift);
  }

  /**
   * Returns the index from which on {@link #write(double[], int, int, double[])} finds that the
   * number stays the same.
   *
   * @param instants days since 1970-01-01, ascending
   * @param size how many of them count
   */
  public final int after(double[] instants, int size) {
    return after(instants, size, 0);
  }

  private static int firstAbove(double bound, double[] instants, int size, double shift) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (instants[middle] - shift <= bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** As {@link #before(double[], int, double)}, not moved. */
  public final int before(double[] instants, int size) {
    return before(instants, size, 0);
  }

  /** As {@link #write(double[], int, int, double, double[])}, not moved. */
  public final int write(double[] instants, int from, int size, double[] target) {
    return write(instants, from, size, 0, target);
  }

  /** Returns an end after which rounding, too, changes nothing: one day more than enough. */
  final double safeEnd() {
    return end() + 1;
  }

  /** Always 0. */
  private static final class Nothing extends Curve {
    @Override
    public double at(double instant) {
      return 0;
    }

    @Override
    double begin() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    double end() {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public int kinkCount() {
      return 0;
    }

    @Override
    public int kinks(double[] target, int at, double shift) {
      return at;
    }

    @Override
    int write(double[] instants, int from, int size, double shift, double[] target) {
      Arrays.fill(target, from, size, 0);
      return from;
    }
  }
}
