package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.Phase;

/**
 * The nodes at which metrics are wanted: all of them, or only some.
 *
 * <p>A row holds one value a grid point. Stocks hold their value there; flows hold what flowed
 * since the grid point before, and at point 0 also what was there when the horizon began.
 */
final class Grid {
  private static final int METRICS = Metric.values().length;

  final Workings w;
  final Phase[] phases;

  /** Node of each grid point, ascending; valid up to {@link #size}. */
  final int[] node;

  private final double[][] rows = new double[2 * METRICS][];

  /** GPUs installed at each grid point, by phase. */
  final double[][] gpus;

  /** GPUs added since the grid point before, by phase. */
  final double[][] added;

  /** GPU-days since the grid point before, by phase. */
  final double[][] gpuDays;

  /** Bases on which powers are wanted. */
  final Basis[] bases;

  /** Number of grid points in use. */
  int size;

  Grid(Workings w, int capacity, Basis... bases) {
    this.bases = bases;
    this.w = w;
    this.phases = w.phases;
    node = new int[capacity];
    for (Metric metric : Metric.values()) {
      if (metric.kind() != Metric.Kind.TEXT) {
        rows[metric.ordinal()] = new double[capacity];
      }
      if (metric.hasBasis()) {
        rows[METRICS + metric.ordinal()] = new double[capacity];
      }
    }
    gpus = new double[phases.length][capacity];
    added = new double[phases.length][capacity];
    gpuDays = new double[phases.length][capacity];
  }

  /** Takes every node. */
  void takeAll() {
    size = w.nodes;
    for (int j = 0; j < size; j++) {
      node[j] = j;
    }
    gather();
  }

  /** Takes some of the nodes that do not depend on the draw, by their index, ascending. */
  void takeFixed(int[] fixed) {
    size = fixed.length;
    for (int j = 0; j < size; j++) {
      node[j] = w.nodeOf[fixed[j]];
    }
    gather();
  }

  private void gather() {
    for (int p = 0; p < phases.length; p++) {
      double[] installed = w.installed[p];
      int last = w.last[p];
      double before = 0;
      int level = last;
      int k = w.first[p];
      for (int j = 0; j < size; j++) {
        double days = 0;
        for (int end = Math.min(last, node[j]); k <= end; k++) {
          days += w.gpuDays(p, k);
        }
        double now = installed[node[j]];
        if (node[j] > level) {
          days += now * (w.time[node[j]] - w.time[level]);
          level = node[j];
        }
        gpus[p][j] = now;
        added[p][j] = now - before;
        gpuDays[p][j] = days;
        before = now;
      }
    }
  }

  double[] row(Metric metric) {
    return rows[metric.ordinal()];
  }

  double[] row(Metric metric, Basis basis) {
    return basis == Basis.IT && metric.hasBasis() ? rows[METRICS + metric.ordinal()] : row(metric);
  }

  /** Sets a row to 0 and returns it. */
  double[] clear(Metric metric, Basis basis) {
    double[] row = row(metric, basis);
    Arrays.fill(row, 0, size, 0);
    return row;
  }

  double[] clear(Metric metric) {
    return clear(metric, Basis.FACILITY);
  }

  /** Adds coefficient × values to a row. */
  void add(double[] row, double coefficient, double[] values) {
    if (coefficient != 0) {
      for (int j = 0; j < size; j++) {
        row[j] += coefficient * values[j];
      }
    }
  }
}
