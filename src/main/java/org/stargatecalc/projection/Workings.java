package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Scenario;

/**
 * The build-out at every node: what is planned, what is installed and what binds.
 *
 * <p>Everything else follows from it on a {@link Grid}. The arrays are reused from draw to draw.
 */
final class Workings {
  /** Index of a constraint that does not exist. */
  static final int NONE = -1;

  final Scenario scenario;

  /** Phases in file order; an array since the innermost loops run over it. */
  final Phase[] phases;

  /** Instants of the nodes, ascending; valid up to {@link #nodes}. */
  final double[] time;

  /** GPUs installed, by phase and node. */
  final double[][] installed;

  /** GPUs planned with delays, by phase and node. */
  final double[][] planned;

  /** GPU-days installed since the node before, by phase and node: the trapezoid, exact here. */
  final double[][] gpuDays;

  /** Index of the constraint that holds back most facility power at a node, or {@link #NONE}. */
  final int[] binding;

  /** Powers that come back from node to node and draw to draw. */
  final PowerCache powers = new PowerCache();

  /** Number of nodes in use. */
  int nodes;

  Workings(Scenario scenario, int capacity) {
    this.scenario = scenario;
    List<Phase> list = scenario.phases();
    phases = list.toArray(Phase[]::new);
    time = new double[capacity];
    installed = new double[phases.length][capacity];
    planned = new double[phases.length][capacity];
    gpuDays = new double[phases.length][capacity];
    binding = new int[capacity];
  }

  /**
   * Collects the nodes: horizon ends, month starts, what the scenario adds, deadlines inside.
   *
   * @param fixed instants that do not depend on the draw, ascending, all inside the horizon
   */
  void collectNodes(double[] fixed) {
    System.arraycopy(fixed, 0, time, 0, fixed.length);
    int end = fixed.length;
    for (Phase phase : phases) {
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

  /** Integrates what is installed over each interval between nodes. */
  void integrate() {
    for (int p = 0; p < phases.length; p++) {
      double[] gpus = installed[p];
      double[] days = gpuDays[p];
      days[0] = 0;
      for (int k = 1; k < nodes; k++) {
        days[k] = (gpus[k] + gpus[k - 1]) / 2 * (time[k] - time[k - 1]);
      }
    }
  }
}
