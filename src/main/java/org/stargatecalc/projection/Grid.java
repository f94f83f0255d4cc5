package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * The nodes at which metrics are wanted: all of them, or only some.
 *
 * <p>A row holds one value a grid point, and so do the states of phases. Stocks hold their value
 * there; flows hold what flowed since the grid point before, and at point 0 also what was there
 * when the horizon began.
 */
final class Grid {
  private static final int STATES = State.values().length;

  final Workings w;

  /** Node of each grid point, ascending; valid up to {@link #size}. */
  final int[] node;

  private final Equations equations;

  /** A value a grid point, by the equation that gives it. */
  double[][] rows;

  /** For each row the number of the taking of grid points for which it was filled. */
  private int[] filledFor;

  private int taking;

  /** A value a grid point, by state and phase. */
  private final double[][][] counts = new double[STATES][][];

  private final boolean[] hasCounts = new boolean[STATES];
  private final double[][] gpus;
  private double[] groups = new double[0];

  /** Number of grid points in use. */
  int size;

  /**
   * Makes room.
   *
   * @param capacity the most grid points
   * @param equations that are evaluated on it; more may be asked for later
   */
  Grid(Workings w, int capacity, Equations equations) {
    this.w = w;
    this.equations = equations;
    node = new int[capacity];
    rows = new double[equations.size()][capacity];
    filledFor = new int[rows.length];
    gpus = new double[w.phases.length][capacity];
    double[][] installed = gpus;
    if (w.layout.anyChanges()) {
      installed = Arrays.copyOf(gpus, w.layout.phaseOf.length);
      for (int i = gpus.length; i < installed.length; i++) {
        installed[i] = new double[capacity];
      }
    }
    counts[State.INSTALLED.ordinal()] = installed;
  }

  /** Takes every node, by the very arrays of the workings: this grid then takes nothing else. */
  void takeAll() {
    w.makeWhole();
    size = w.nodes;
    for (int j = 0; j < size; j++) {
      node[j] = j;
    }
    System.arraycopy(w.installed, 0, gpus, 0, gpus.length);
    System.arraycopy(gpus, 0, counts[State.INSTALLED.ordinal()], 0, gpus.length);
    startCounts();
  }

  /** Takes the nodes from one to another, both among them; where they are many, so many of them. */
  void takeSome(int first, int last, int most) {
    size = Math.min(last - first + 1, most);
    for (int j = 0; j < size; j++) {
      node[j] = first + (int) ((long) (last - first) * j / (size - 1));
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
    for (int p = 0; p < gpus.length; p++) {
      double[] installed = w.installed[p];
      int first = w.first[p];
      int last = w.last[p];
      for (int j = 0; j < size; j++) {
        gpus[p][j] = node[j] < first ? 0 : installed[Math.min(node[j], last)];
      }
    }
    startCounts();
  }

  private void startCounts() {
    taking++;
    Arrays.fill(hasCounts, false);
    hasCounts[State.INSTALLED.ordinal()] = !w.layout.anyChanges();
  }

  /** Evaluates all equations here. */
  void evaluate() {
    for (int row = 0; row < rows.length; row++) {
      equations.get(row).evaluate(this);
      filledFor[row] = taking;
    }
  }

  /** Evaluates an equation here, after those that it builds on, if that was not done yet. */
  private void fill(int row) {
    if (filledFor[row] != taking) {
      Equation equation = equations.get(row);
      for (int before : equation.buildsOn()) {
        fill(before);
      }
      equation.evaluate(this);
      filledFor[row] = taking;
    }
  }

  /** Returns the row of a metric, evaluated here. */
  double[] row(Metric metric, Basis basis) {
    return row(equations.rowOf(metric, basis));
  }

  /** Returns the row of a formula, evaluated here. */
  double[] row(Formula formula) {
    return row(equations.row(formula));
  }

  /** Returns a row that an algorithm fills as if there were one phase alone. */
  double[] ofPhase(Algorithm algorithm, int phase) {
    row(algorithm);
    Algorithm.Inputs all = (Equation.OfAlgorithm) equations.get(equations.row(algorithm));
    double[] ofPhase = new double[node.length];
    algorithm.evaluate(this, ofPhase, new OnePhase(all, phase));
    return ofPhase;
  }

  private double[] row(int row) {
    if (equations.size() > rows.length) {
      int before = rows.length;
      rows = Arrays.copyOf(rows, equations.size());
      for (int r = before; r < rows.length; r++) {
        rows[r] = new double[node.length];
      }
      filledFor = Arrays.copyOf(filledFor, rows.length);
    }
    fill(row);
    return rows[row];
  }

  double[] row(Metric metric) {
    return row(metric, Basis.FACILITY);
  }

  /** Returns the values of a state, by phase. */
  double[][] counts(State state) {
    int s = state.ordinal();
    double[][] values = counts[s];
    if (values == null) {
      values = new double[w.layout.phaseOf.length][node.length];
      counts[s] = values;
    }
    if (!hasCounts[s]) {
      for (int i = 0; i < values.length; i++) {
        int p = w.layout.phaseOf[i];
        if (i < gpus.length) {
          count(state, p, values[i]);
        } else {
          EpochCounts.count(this, state, p, i - w.layout.firstEpoch[p], values[i]);
        }
      }
      hasCounts[s] = true;
    }
    return values;
  }

  private void count(State state, int p, double[] target) {
    switch (state) {
      case INSTALLED -> {
        // it is there already
      }
      case HELD -> System.arraycopy(gpus[p], 0, target, 0, size);
      case ADDED, ADDED_TO_DATE -> {
        copy(gpus[p], w.givenBack[p], target);
        if (state == State.ADDED) {
          difference(target);
        }
      }
      case HOUSED, HOUSED_TO_DATE -> {
        if (w.falls(p)) {
          for (int j = 0; j < size; j++) {
            target[j] = w.housed[p][node[j]];
          }
        } else {
          System.arraycopy(gpus[p], 0, target, 0, size);
        }
        if (state == State.HOUSED) {
          difference(target);
        }
      }
      case GPU_DAYS -> addUpGpuDays(p, target);
      case PLANNED, HELD_BACK -> {
        double[] planned = w.planned[p];
        for (int j = 0; j < size; j++) {
          target[j] = planned[node[j]] - (state == State.PLANNED ? 0 : gpus[p][j]);
        }
      }
      case COMPUTE_PAID,
          FACILITY_PAID,
          GENERATION_PAID,
          COMPUTE_PAID_TO_DATE,
          FACILITY_PAID_TO_DATE,
          GENERATION_PAID_TO_DATE -> {
        PhaseParameter lead = state.lead().orElseThrow();
        Payments.toDate(w, p, lead, Payments.ALL);
        for (int j = 0; j < size; j++) {
          target[j] = w.paid[node[j]];
        }
        if (state.isFlow()) {
          difference(target);
        }
      }
      case DEFERRED -> Deferral.addUp(this, p, target);
    }
  }

  /** Copies what is installed, with what was given back by then if a phase gives any. */
  private void copy(double[] installed, double[] givenBack, double[] target) {
    for (int j = 0; j < size; j++) {
      target[j] = givenBack.length == 0 ? installed[j] : installed[j] + givenBack[node[j]];
    }
  }

  /** Turns what there was to date into what came since the point before. */
  private void difference(double[] values) {
    double before = 0;
    for (int j = 0; j < size; j++) {
      double toDate = values[j];
      values[j] = toDate - before;
      before = toDate;
    }
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

  /** Returns an array of zeros with a value a grid point for so many groups. */
  double[] groups(int count) {
    int needed = count * node.length;
    if (groups.length < needed) {
      groups = new double[needed];
    }
    Arrays.fill(groups, 0, count * size, 0);
    return groups;
  }
}
