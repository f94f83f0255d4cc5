package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.calendar.Durations;
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

  private static final int MANY = 64;

  final Scenario scenario;

  /** Phases in file order; an array since the innermost loops run over it. */
  final Phase[] phases;

  private final Constraint[] constraints;

  /** Instants of the nodes, ascending; valid up to {@link #nodes}. */
  final double[] time;

  /** GPUs installed, by phase and node. */
  final double[][] installed;

  /** GPUs planned with delays, by phase and node; what is installed where nothing constrains. */
  final double[][] planned;

  /** First node at which a phase has GPUs, by phase; the number of nodes if it never has any. */
  final int[] first;

  /** Node after which a phase's GPUs stay the same, by phase; at least {@link #first}. */
  final int[] last;

  /** Days since the node before; 0 at the first node. */
  final double[] days;

  /** Index of the constraint that holds back most facility power at a node, or {@link #NONE}. */
  final int[] binding;

  /** Powers of 1 + discount rate from the middle of an interval back to the first node. */
  final IntervalPowers discount;

  /** Powers of the price-performance growth from the end of an interval back to its start. */
  final IntervalPowers progress;

  /** Instants of the nodes that do not depend on the draw, ascending. */
  final double[] fixed;

  private final double[] extra;

  /** Index of each node among the fixed ones, {@link #NONE} for a node of this draw. */
  final int[] fixedOf;

  /** Node of each fixed instant. */
  final int[] nodeOf;

  /** One value a node, for whoever needs it at the moment. */
  final double[] scratch;

  /** Number of nodes in use. */
  int nodes;

  /**
   * Makes room for the nodes.
   *
   * @param fixed instants that do not depend on the draw, ascending: all inside the horizon, whose
   *     ends are among them
   * @param more how many instants the scenario adds at most
   */
  Workings(Scenario scenario, double[] fixed, int more) {
    this.scenario = scenario;
    this.fixed = fixed;
    int capacity = fixed.length + more;
    List<Phase> list = scenario.phases();
    phases = list.toArray(new Phase[0]);
    constraints = scenario.constraints().toArray(new Constraint[0]);
    time = new double[capacity];
    days = new double[capacity];
    planned = new double[phases.length][capacity];
    installed = scenario.constraints().isEmpty() ? planned : new double[phases.length][capacity];
    first = new int[phases.length];
    last = new int[phases.length];
    binding = new int[capacity];
    Arrays.fill(binding, NONE);
    extra = new double[more];
    discount = new DiscountPowers(fixed, capacity);
    progress = new AgePowers(fixed.length, capacity);
    fixedOf = new int[capacity];
    nodeOf = new int[fixed.length];
    scratch = new double[capacity];
  }

  /** Collects the nodes: the fixed ones, and what the scenario adds inside the horizon. */
  void collectNodes() {
    int end = 0;
    for (Phase phase : phases) {
      if (!phase.datesAreCertain()) {
        end = phase.planIfBuilt().kinks(extra, end, 0);
      }
    }
    for (Constraint constraint : constraints) {
      end = constraint.nodes(extra, end);
    }
    sort(extra, end);
    int e = 0;
    while (e < end && extra[e] <= fixed[0]) {
      e++;
    }
    nodes = 0;
    for (int i = 0; i < fixed.length; i++) {
      double instant = fixed[i];
      for (; e < end && extra[e] <= instant; e++) {
        if (extra[e] < instant && extra[e] != time[nodes - 1]) {
          fixedOf[nodes] = NONE;
          time[nodes++] = extra[e];
        }
      }
      fixedOf[nodes] = i;
      nodeOf[i] = nodes;
      time[nodes++] = instant;
    }
    // the last fixed node is the end of the horizon: what is left comes after it
    for (int k = 1; k < nodes; k++) {
      days[k] = time[k] - time[k - 1];
    }
  }

  /** A few instants by insertion, since each plan states its own nearly in order. */
  private static void sort(double[] values, int size) {
    if (size > MANY) {
      Arrays.sort(values, 0, size);
      return;
    }
    for (int i = 1; i < size; i++) {
      double value = values[i];
      int at = i;
      for (; at > 0 && values[at - 1] > value; at--) {
        values[at] = values[at - 1];
      }
      values[at] = value;
    }
  }

  /** From the middle of an interval back to the first node, in years. */
  private static final class DiscountPowers extends IntervalPowers {
    private final double start;

    DiscountPowers(double[] fixed, int capacity) {
      super(fixed.length, capacity);
      start = fixed[0];
    }

    @Override
    double exponent(double from, double to) {
      return (start - (from + to) / 2) / Durations.DAYS_PER_YEAR;
    }
  }

  /** From the end of an interval back to its start, in years. */
  private static final class AgePowers extends IntervalPowers {
    AgePowers(int fixed, int capacity) {
      super(fixed, capacity);
    }

    @Override
    double exponent(double from, double to) {
      return (from - to) / Durations.DAYS_PER_YEAR;
    }
  }

  /** Returns the GPUs that a phase gets at a node; at the first, what is there from the start. */
  double added(int phase, int node) {
    double[] gpus = installed[phase];
    return node == 0 ? gpus[0] : gpus[node] - gpus[node - 1];
  }

  /** Returns a phase's GPU-days since the node before: the trapezoid, which is exact here. */
  double gpuDays(int phase, int node) {
    double[] gpus = installed[phase];
    return node == 0 ? 0 : (gpus[node] + gpus[node - 1]) / 2 * days[node];
  }
}
