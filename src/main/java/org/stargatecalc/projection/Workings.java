package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Scenario;

/**
 * The arrays on which the steps work: one column per node, one row per metric and basis.
 *
 * <p>Stocks hold their value at the node; flows hold what flowed since the node before, and at node
 * 0 what was there when the horizon began. Rows are reused from draw to draw.
 */
final class Workings {
  private static final int METRICS = Metric.values().length;

  /** Index of a constraint that does not exist. */
  static final int NONE = -1;

  final Scenario scenario;
  final int capacity;

  /** Instants of the nodes, ascending; valid up to {@link #nodes}. */
  final double[] time;

  final double[][] rows;

  /** GPUs installed, by phase and node. */
  final double[][] installed;

  /** GPUs planned with delays, by phase and node. */
  final double[][] planned;

  /** Index of the constraint that binds a phase at a node, or {@link #NONE}. */
  final int[][] bindingByPhase;

  /** Index of the constraint that holds back most facility power at a node, or {@link #NONE}. */
  final int[] binding;

  /** Number of nodes in use. */
  int nodes;

  Workings(Scenario scenario, int capacity) {
    this.scenario = scenario;
    this.capacity = capacity;
    int phases = scenario.phases().size();
    time = new double[capacity];
    rows = new double[2 * METRICS][];
    for (Metric metric : Metric.values()) {
      if (metric.kind() != Metric.Kind.TEXT) {
        rows[metric.ordinal()] = new double[capacity];
      }
      if (metric.hasBasis()) {
        rows[METRICS + metric.ordinal()] = new double[capacity];
      }
    }
    installed = new double[phases][capacity];
    planned = new double[phases][capacity];
    bindingByPhase = new int[phases][capacity];
    binding = new int[capacity];
  }

  double[] row(Metric metric) {
    return rows[metric.ordinal()];
  }

  double[] row(Metric metric, Basis basis) {
    return basis == Basis.IT && metric.hasBasis() ? rows[METRICS + metric.ordinal()] : row(metric);
  }

  /** Adds coefficient × installed of a phase to a row at every node. */
  void addInstalled(double[] row, int phase, double coefficient) {
    double[] gpus = installed[phase];
    for (int k = 0; k < nodes; k++) {
      row[k] += coefficient * gpus[k];
    }
  }

  /** Sets a row to 0 and returns it. */
  double[] clear(Metric metric, Basis basis) {
    double[] row = row(metric, basis);
    Arrays.fill(row, 0, nodes, 0);
    return row;
  }

  double[] clear(Metric metric) {
    return clear(metric, Basis.FACILITY);
  }

  /**
   * Collects the nodes: horizon ends, month starts, what the scenario adds, deadlines inside.
   *
   * @param fixed instants that do not depend on the draw, ascending, all inside the horizon
   */
  void collectNodes(double[] fixed) {
    System.arraycopy(fixed, 0, time, 0, fixed.length);
    int end = fixed.length;
    for (Phase phase : scenario.phases()) {
      end = phase.kinks(time, end, phase.delay());
    }
    for (Constraint constraint : scenario.constraints()) {
      end = constraint.nodes(time, end);
    }
    double from = scenario.horizon().start();
    double to = scenario.horizon().end();
    int inside = fixed.length;
    for (int i = fixed.length; i < end; i++) {
      if (time[i] > from && time[i] < to) {
        time[inside++] = time[i];
      }
    }
    Arrays.sort(time, 0, inside);
    nodes = 0;
    for (int i = 0; i < inside; i++) {
      if (nodes == 0 || time[i] != time[nodes - 1]) {
        time[nodes++] = time[i];
      }
    }
  }
}
