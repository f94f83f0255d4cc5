package org.stargatecalc.uncertainty;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of a beta distribution on [0, 1] by cubic Hermite interpolation, to about 1e-9.
 *
 * <p>The grid is even in t where u = t²(3 − 2t), so that it is finer where the quantile bends most.
 * The outermost cells, in which interpolation fails, are solved exactly, and so is the median, so
 * that a distribution that is never drawn from costs nothing.
 */
public final class BetaTable {
  private static final int CELLS = 2048;
  private static final int EXACT_CELLS = 16;
  private static final double ACCURACY = 1e-14;

  private final BetaDistribution exact;
  private final double median;

  /** Made by the first thread that draws, seen whole by the others; two at once make the same. */
  private volatile @Nullable Cells cells;

  /** Quantiles at the grid, and how fast they rise from cell to cell. */
  private static final class Cells {
    final double[] value = new double[CELLS + 1];
    final double[] slope = new double[CELLS + 1];
  }

  private BetaTable(double a, double b) {
    // A generator is never used: only the inverse CDF is.
    exact = new BetaDistribution(null, a, b, ACCURACY);
    median = solve(0.5, exact.inverseCumulativeProbability(0.5));
  }

  private Cells fill() {
    Cells made = new Cells();
    double x = exact.inverseCumulativeProbability(u(EXACT_CELLS / (double) CELLS));
    for (int i = EXACT_CELLS; i <= CELLS - EXACT_CELLS; i++) {
      double t = i / (double) CELLS;
      double u = u(t);
      x = solve(u, x);
      made.value[i] = x;
      made.slope[i] = 6 * t * (1 - t) / exact.density(x) / CELLS;
    }
    return made;
  }

  static BetaTable of(double a, double b) {
    return new BetaTable(a, b);
  }

  private static double u(double t) {
    return t * t * (3 - 2 * t);
  }

  /** Newton's method from a near point, by bisection where it would leave the interval. */
  private double solve(double u, double start) {
    double x = start;
    for (int i = 0; i < 20; i++) {
      double error = exact.cumulativeProbability(x) - u;
      double step = error / exact.density(x);
      double next = x - step;
      if (!(next > 0 && next < 1)) {
        return exact.inverseCumulativeProbability(u);
      }
      x = next;
      if (Math.abs(step) <= 1e-15 * x) {
        break;
      }
    }
    return x;
  }

  /** Returns the quantile of u in (0, 1). */
  double quantile(double u) {
    if (u == 0.5) {
      return median;
    }
    // t solves u = t²(3 − 2t): the trigonometric root of the cubic that lies in [0, 1]
    double t = 0.5 - StrictMath.sin(StrictMath.asin(Math.max(-1, Math.min(1, 1 - 2 * u))) / 3);
    double at = t * CELLS;
    int cell = (int) at;
    if (cell < EXACT_CELLS || cell >= CELLS - EXACT_CELLS) {
      return exact.inverseCumulativeProbability(u);
    }
    Cells filled = cells;
    if (filled == null) {
      filled = fill();
      cells = filled;
    }
    double[] value = filled.value;
    double[] slope = filled.slope;
    double s = at - cell;
    double r = 1 - s;
    return value[cell] * r * r * (1 + 2 * s)
        + value[cell + 1] * s * s * (3 - 2 * s)
        + slope[cell] * s * r * r
        - slope[cell + 1] * s * s * r;
  }
}
