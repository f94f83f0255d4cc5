package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.calendar.Horizon;
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
  double[] time;

  /** Index of the phase that each phase covers, or {@link #NONE}. */
  final int[] coveredPhase;

  /** Whether every phase has what it plans, and plans what its own dates say. */
  final boolean isFree;

  /**
   * Whether a draw needs what is installed only where it changes: nothing constrains it, nothing
   * leaves, nothing is paid ahead and no value changes with time.
   */
  final boolean mayBePartial;

  /**
   * Whether most nodes are dates of single phases that differ from draw to draw, so that additions
   * of a phase are mostly bits between the dates of others.
   */
  final boolean isCrowded;

  /**
   * Whether what is installed is written at every node, or for each phase from the node before
   * {@link #first} to {@link #last} and at the last node.
   */
  boolean isWhole;

  /** GPUs installed, by phase and node. */
  final double[][] installed;

  /** GPUs planned with delays, by phase and node; what is installed where nothing constrains. */
  final double[][] planned;

  /**
   * GPUs given back so far, by phase and node; an empty array for a phase whose plan never falls.
   */
  final double[][] givenBack;

  /**
   * The most GPUs that a phase had so far, for which there are buildings, by phase and node; an
   * empty array for a phase whose plan never falls.
   */
  final double[][] housed;

  /** Where the counts of phases and of their epochs lie. */
  final EpochLayout layout;

  /** First node at which a phase has GPUs, by phase; the number of nodes if it never has any. */
  final int[] first;

  /** Node after which a phase's GPUs stay the same, by phase; at least {@link #first}. */
  final int[] last;

  /** Days since the node before; 0 at the first node. */
  double[] days;

  /** Index of the constraint that holds back most facility power at a node, or {@link #NONE}. */
  int[] binding;

  /** Powers of 1 + discount rate from the middle of an interval back to the first node. */
  final IntervalPowers discount;

  /** Powers of the price-performance growth from the end of an interval back to its start. */
  final IntervalPowers progress;

  /** Instants of the nodes that do not depend on the draw, ascending. */
  final double[] fixed;

  private double[] extra;

  /** Index of each node among the fixed ones, {@link #NONE} for a node of this draw. */
  final int[] fixedOf;

  /** Node of each fixed instant. */
  final int[] nodeOf;

  /** One value a node, for whoever needs it at the moment. */
  final double[] scratch;

  /** Room for one value a node and one more, for whoever needs it at the moment. */
  final double[] levels;

  /** GPUs added to date, by node, for whoever needs them at the moment. */
  double[] toDate;

  /** GPUs paid to date, by node, for whoever needs them at the moment. */
  final double[] paid;

  /** Integral of GPUs added to date, by node, for whoever needs it at the moment. */
  double[] integral = new double[0];

  /** How often nodes were collected. */
  long draw;

  /** Number of nodes of the horizon in use. */
  int nodes;

  /** Number of nodes at which the build-out is evaluated: what is paid in the horizon, too. */
  int evaluated;

  /** The most nodes that a draw has in the horizon. */
  final int mostNodes;

  private final double[] deadlines;

  /**
   * Makes room for the nodes.
   *
   * @param fixed instants that do not depend on the draw, ascending: all inside the horizon, whose
   *     ends are among them
   * @param more how many instants the scenario adds at most
   * @param deadlines at which claims are judged, also those after the horizon
   */
  Workings(Scenario scenario, double[] fixed, int more, double[] deadlines) {
    this.scenario = scenario;
    this.fixed = fixed;
    this.deadlines = deadlines;
    int capacity = fixed.length + more;
    mostNodes = capacity;
    List<Phase> list = scenario.phases();
    phases = list.toArray(new Phase[0]);
    constraints = scenario.constraints().toArray(new Constraint[0]);
    time = new double[capacity];
    days = new double[capacity];
    planned = new double[phases.length][capacity];
    boolean free = scenario.constraints().isEmpty();
    coveredPhase = new int[phases.length];
    for (int p = 0; p < phases.length; p++) {
      coveredPhase[p] = NONE;
      for (int q = 0; q < phases.length && phases[p].covers().isPresent(); q++) {
        if (phases[q].spec().id().equals(phases[p].covers().get())) {
          coveredPhase[p] = q;
          free = false;
        }
      }
    }
    isFree = free;
    installed = isFree ? planned : new double[phases.length][capacity];
    givenBack = new double[phases.length][];
    housed = new double[phases.length][];
    for (int p = 0; p < phases.length; p++) {
      int size = phases[p].mayFall() ? capacity : 0;
      givenBack[p] = new double[size];
      housed[p] = new double[size];
    }
    layout = new EpochLayout(list);
    isCrowded = more > fixed.length;
    mayBePartial = isFree && neverFalls() && !scenario.mayLead() && !layout.anyChanges();
    first = new int[phases.length];
    last = new int[phases.length];
    binding = new int[capacity];
    Arrays.fill(binding, NONE);
    extra = new double[more];
    discount = new IntervalPowers.Discount(fixed, capacity);
    progress = new IntervalPowers.Age(fixed.length, capacity);
    fixedOf = new int[capacity];
    nodeOf = new int[fixed.length];
    scratch = new double[capacity];
    levels = new double[capacity + 1];
    toDate = new double[capacity];
    paid = new double[capacity];
  }

  private boolean neverFalls() {
    boolean never = true;
    for (int p = 0; p < phases.length; p++) {
      never &= !falls(p) && phases[p].root() == phases[p];
    }
    return never;
  }

  /** Writes what is installed at the nodes at which it was left out. */
  void makeWhole() {
    for (int p = 0; p < phases.length && !isWhole; p++) {
      Arrays.fill(installed[p], 0, first[p], 0);
      Arrays.fill(installed[p], last[p], nodes, installed[p][nodes - 1]);
    }
    isWhole = true;
  }

  /** Collects the nodes: the fixed ones, and what the scenario adds inside the horizon. */
  void collectNodes() {
    draw++;
    int end = 0;
    for (Phase phase : phases) {
      if (!phase.datesAreCertain()) {
        end = phase.nodes(extra, end);
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
    evaluated = nodes;
    if (scenario.mayLead()) {
      goOn(time[nodes - 1] + scenario.longestLead());
    }
  }

  /** Adds the nodes after the horizon up to an instant: for what is there then is paid before. */
  private void goOn(double until) {
    double end = time[nodes - 1];
    double[] months = Horizon.monthStarts(end, until);
    int size = months.length + 1 + deadlines.length;
    for (Phase phase : phases) {
      size += phase.nodeCount();
    }
    for (Constraint constraint : constraints) {
      size += constraint.nodeCount();
    }
    double[] steps = EpochLayout.nodes(phases);
    size += steps.length;
    double[] later = Arrays.copyOf(months, size);
    int count = months.length;
    later[count++] = until;
    System.arraycopy(deadlines, 0, later, count, deadlines.length);
    count += deadlines.length;
    System.arraycopy(steps, 0, later, count, steps.length);
    count += steps.length;
    for (Phase phase : phases) {
      count = phase.nodes(later, count);
    }
    for (Constraint constraint : constraints) {
      count = constraint.nodes(later, count);
    }
    Arrays.sort(later, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (later[i] > (kept == 0 ? end : later[kept - 1]) && later[i] <= until) {
        later[kept++] = later[i];
      }
    }
    makeRoom(nodes + kept);
    System.arraycopy(later, 0, time, nodes, kept);
    evaluated = nodes + kept;
  }

  private void makeRoom(int capacity) {
    if (time.length < capacity) {
      time = Arrays.copyOf(time, capacity);
      binding = Arrays.copyOf(binding, capacity);
      for (int p = 0; p < phases.length; p++) {
        boolean isSame = installed[p] == planned[p];
        planned[p] = Arrays.copyOf(planned[p], capacity);
        installed[p] = isSame ? planned[p] : Arrays.copyOf(installed[p], capacity);
        if (falls(p)) {
          givenBack[p] = Arrays.copyOf(givenBack[p], capacity);
          housed[p] = Arrays.copyOf(housed[p], capacity);
        }
      }
    }
    if (integral.length < time.length) {
      integral = new double[time.length];
    }
    if (toDate.length < time.length) {
      toDate = new double[time.length];
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

  /** Returns whether a value of a phase changes with time. */
  boolean changes(int phase) {
    return EpochLayout.changes(phases[phase]);
  }

  /** Returns the epoch of a phase in which something happens between a node and the one before. */
  int epoch(int phase, int node) {
    return node == 0
        ? phases[phase].epochs().at(time[0])
        : phases[phase].epochs().from(time[node - 1]);
  }

  /** Returns whether what a phase has may fall. */
  boolean falls(int phase) {
    return givenBack[phase].length > 0;
  }

  /** Returns the GPUs that a phase gets at a node; at the first, what is there from the start. */
  double added(int phase, int node) {
    double[] gpus = installed[phase];
    if (node == 0) {
      return gpus[0];
    }
    double more = gpus[node] - gpus[node - 1];
    return falls(phase) ? more + givenBack[phase][node] - givenBack[phase][node - 1] : more;
  }

  /** Returns what a phase and its later generations have at a node, in its own GPUs. */
  double ofFamily(int phase, int node) {
    double gpus = installed[phase][node];
    Phase root = phases[phase];
    for (int g = phase + 1; g < phases.length && phases[g].root() == root; g++) {
      gpus += installed[g][node] * phases[g].itWatts() / root.itWatts();
    }
    return gpus;
  }

  /** Returns the GPUs that a phase got up to a node, whatever left since. */
  double addedToDate(int phase, int node) {
    double gpus = installed[phase][node];
    return falls(phase) ? gpus + givenBack[phase][node] : gpus;
  }

  /** Returns the GPUs up to a node for which a phase needed a building. */
  double housedToDate(int phase, int node) {
    return falls(phase) ? housed[phase][node] : installed[phase][node];
  }

  /** Returns the GPUs that a phase gets at a node and that need a new building. */
  double housed(int phase, int node) {
    if (!falls(phase)) {
      return added(phase, node);
    }
    double[] most = housed[phase];
    return node == 0 ? most[0] : most[node] - most[node - 1];
  }

  /** Returns a phase's GPU-days since the node before: the trapezoid, which is exact here. */
  double gpuDays(int phase, int node) {
    double[] gpus = installed[phase];
    return node == 0 ? 0 : (gpus[node] + gpus[node - 1]) / 2 * days[node];
  }
}
