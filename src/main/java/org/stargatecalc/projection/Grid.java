package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

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

  private final double[][] added;
  private boolean hasAdded;
  private final double[][] gpuDays;
  private boolean hasGpuDays;

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

  /** Takes every node, by the very arrays of the workings: this grid then takes nothing else. */
  void takeAll() {
    size = w.nodes;
    for (int j = 0; j < size; j++) {
      node[j] = j;
    }
    System.arraycopy(w.installed, 0, gpus, 0, gpus.length);
    hasAdded = false;
    hasGpuDays = false;
  }

  /** Takes the nodes from one to another. */
  void takeRange(int first, int last) {
    size = last - first + 1;
    for (int j = 0; j < size; j++) {
      node[j] = first + j;
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
      for (int j = 0; j < size; j++) {
        gpus[p][j] = w.installed[p][node[j]];
      }
    }
    hasAdded = false;
    hasGpuDays = false;
  }

  /** Returns the GPUs that a phase got since the grid point before. */
  double[] added(Phase phase) {
    if (!hasAdded) {
      for (int p = 0; p < added.length; p++) {
        double before = 0;
        for (int j = 0; j < size; j++) {
          added[p][j] = gpus[p][j] - before;
          before = gpus[p][j];
        }
      }
      hasAdded = true;
    }
    return added[phase.index()];
  }

  /** Returns the GPU-days of a phase since the grid point before. */
  double[] gpuDays(Phase phase) {
    if (!hasGpuDays) {
      for (int p = 0; p < gpuDays.length; p++) {
        addUpGpuDays(p, gpuDays[p]);
      }
      hasGpuDays = true;
    }
    return gpuDays[phase.index()];
  }

  private void addUpGpuDays(int p, double[] target) {
    int last = w.last[p];
    int level = last;
    int k = w.first[p];
    for (int j = 0; j < size; j++) {
      double days = 0;
      for (int end = Math.min(last, node[j]); k <= end; k++) {
        days += w.gpuDays(p, k);
      }
      if (node[j] > level) {
        days += gpus[p][j] * (w.time[node[j]] - w.time[level]);
        level = node[j];
      }
      target[j] = days;
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

  /**
   * Adds coefficient × GPUs of a phase to the row of a group.
   *
   * @param group its number
   * @param rows of all groups, one after the other
   */
  void addTo(int group, double[] rows, double coefficient, Phase phase) {
    double[] values = gpus[phase.index()];
    int at = group * size;
    for (int j = 0; j < size; j++) {
      rows[at + j] += coefficient * values[j];
    }
  }

  /**
   * Adds coefficient × GPUs of a phase to its training system; of a phase that is cut into several
   * systems, one of them is only compared with the largest.
   *
   * @param largest raised to what one of several systems has
   * @param rows of all systems, one after the other
   */
  void addToSystem(double[] largest, double[] rows, double coefficient, Phase phase) {
    double systems = phase.get(PhaseParameter.SYSTEMS);
    if (systems > 1) {
      double[] values = gpus[phase.index()];
      for (int j = 0; j < size; j++) {
        largest[j] = Math.max(largest[j], coefficient / systems * values[j]);
      }
    } else {
      addTo(phase.system(), rows, coefficient, phase);
    }
  }

  /** Raises each value to the largest that any of the rows, one after the other, has there. */
  void raiseToLargest(double[] largest, double[] rows) {
    for (int at = 0; at < rows.length; at += size) {
      for (int j = 0; j < size; j++) {
        largest[j] = Math.max(largest[j], rows[at + j]);
      }
    }
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
