package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.quantity.Exponential;

/**
 * Powers of one base, one for each interval between nodes.
 *
 * <p>Most intervals lie between instants that do not depend on the draw: their powers are computed
 * once.
 */
abstract class IntervalPowers {
  private final double[] ofFixed;
  private final double[] values;
  private double base = Double.NaN;

  /** The draw whose powers the values are. */
  private long ofDraw = -1;

  private double logOfBase;

  /**
   * Makes room.
   *
   * @param fixed number of fixed nodes
   * @param capacity the most nodes of a draw
   */
  IntervalPowers(int fixed, int capacity) {
    ofFixed = new double[fixed];
    values = new double[capacity];
  }

  /** Returns the exponent that belongs to an interval. */
  abstract double exponent(double from, double to);

  /**
   * Returns base^exponent as exp(exponent · ln base), by the node that ends the interval; never
   * infinite, so that nothing times a power is nothing.
   *
   * @param newBase above 0
   */
  double[] of(double newBase, Workings w) {
    if (base == newBase && ofDraw == w.draw) {
      return values;
    }
    ofDraw = w.draw;
    if (base != newBase) {
      base = newBase;
      logOfBase = StrictMath.log(newBase);
      for (int i = 1; i < ofFixed.length; i++) {
        ofFixed[i] = power(w.fixed[i - 1], w.fixed[i]);
      }
    }
    for (int k = 1; k < w.nodes; k++) {
      int i = w.fixedOf[k];
      boolean isFixed = i > 0 && w.fixedOf[k - 1] == i - 1;
      values[k] = isFixed ? ofFixed[i] : power(w.time[k - 1], w.time[k]);
    }
    return values;
  }

  private double power(double from, double to) {
    return Math.min(Double.MAX_VALUE, Exponential.of(exponent(from, to) * logOfBase));
  }

  /** From the middle of an interval back to the first node, in years. */
  static final class Discount extends IntervalPowers {
    private final double start;

    Discount(double[] fixed, int capacity) {
      super(fixed.length, capacity);
      start = fixed[0];
    }

    @Override
    double exponent(double from, double to) {
      return (start - (from + to) / 2) / Durations.DAYS_PER_YEAR;
    }
  }

  /** From the end of an interval back to its start, in years. */
  static final class Age extends IntervalPowers {
    Age(int fixed, int capacity) {
      super(fixed, capacity);
    }

    @Override
    double exponent(double from, double to) {
      return (from - to) / Durations.DAYS_PER_YEAR;
    }
  }
}
