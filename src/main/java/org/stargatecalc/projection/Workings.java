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

  /** What one GPU of each phase costs in a year. */
  final YearlyCost[] yearly;

  private final CapitalShares shares;

  /** Powers of 1 + discount rate. */
  final Powers discount = new Powers();

  /** Powers of the price-performance growth. */
  final Powers progress = new Powers();

  private final double[] extra;

  /** One value a node, for whoever needs it at the moment. */
  final double[] scratch;

  /** Number of nodes in use. */
  int nodes;

  Workings(Scenario scenario, int capacity) {
    this.scenario = scenario;
    shares = new CapitalShares(scenario.amortization());
    List<Phase> list = scenario.phases();
    phases = list.toArray(Phase[]::new);
    time = new double[capacity];
    installed = new double[phases.length][capacity];
    planned = new double[phases.length][capacity];
    gpuDays = new double[phases.length][capacity];
    binding = new int[capacity];
    yearly = new YearlyCost[phases.length];
    extra = new double[capacity];
    scratch = new double[capacity];
  }

  /**
   * Collects the nodes: horizon ends, month starts, what the scenario adds, deadlines inside.
   *
   * @param fixed instants that do not depend on the draw, ascending, all inside the horizon
   */
  void collectNodes(double[] fixed) {
    int end = 0;
    for (Phase phase : phases) {
      end = phase.kinks(extra, end, phase.delay());
    }
    for (Constraint constraint : scenario.constraints()) {
      end = constraint.nodes(extra, end);
    }
    Arrays.sort(extra, 0, end);
    double from = scenario.horizon().start();
    double to = scenario.horizon().end();
    nodes = 0;
    int e = 0;
    for (double instant : fixed) {
      for (; e < end && extra[e] <= instant; e++) {
        if (extra[e] > from && extra[e] < instant && extra[e] != time[nodes - 1]) {
          time[nodes++] = extra[e];
        }
      }
      time[nodes++] = instant;
    }
    // the last fixed node is the end of the horizon: what is left comes after it
    assert time[nodes - 1] == to;
  }

  /** Computes what follows from the draw before any node is looked at. */
  void price() {
    discount.of(1 + scenario.discountRate());
    progress.of(scenario.pricePerformance());
    for (int p = 0; p < phases.length; p++) {
      yearly[p] = YearlyCost.of(phases[p], scenario, shares);
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
