package org.stargatecalc.calendar;

import org.stargatecalc.word.Worded;

/** How the usable part of a phase grows from its first to its last day. */
public enum RampShape implements Worded {
  /** Evenly. */
  LINEAR {
    @Override
    double inside(double x) {
      return x;
    }
  },
  /** Slowly at both ends: x²(3 − 2x). */
  S_CURVE {
    @Override
    double inside(double x) {
      return x * x * (3 - 2 * x);
    }
  };

  abstract double inside(double x);

  /** Returns the share that is usable at a relative time; 0 before 0 and 1 after 1. */
  public double fraction(double x) {
    return x <= 0 ? 0 : x >= 1 ? 1 : inside(x);
  }
}
