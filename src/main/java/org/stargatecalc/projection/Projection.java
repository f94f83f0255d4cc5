package org.stargatecalc.projection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Quantity;

/**
 * Every metric of a scenario over its horizon.
 *
 * <p>Values are in the metric's unit; NaN stands for an undefined ratio. Instants are days since
 * 1970-01-01. A metric is computed when it is first asked for, so a projection is not for use by
 * several threads.
 */
public final class Projection {
  private static final double ROUNDING = 1e-12;
  private final Grid grid;
  private final Workings workings;

  /** Creates a projection of a grid that holds every node. */
  Projection(Grid grid) {
    this.grid = grid;
    this.workings = grid.w;
  }

  /** Returns the time covered. */
  public Horizon horizon() {
    return workings.scenario.horizon();
  }

  /** Returns the number of nodes. */
  public int nodes() {
    return workings.nodes;
  }

  /** Returns the instant of a node. */
  public double instant(int node) {
    return workings.time[node];
  }

  /** Returns a stock or ratio at a node, or a flow since the node before. */
  public double atNode(Metric metric, Basis basis, int node) {
    return grid.row(metric, basis)[node];
  }

  /** Returns the value of a formula at a node, or of a flow since the node before. */
  public double atNode(Formula formula, int node) {
    return grid.row(formula)[node];
  }

  /**
   * Returns what one phase, by its index, adds to an algorithm at a node; what it takes from other
   * formulas is left out.
   */
  public double atNode(Algorithm algorithm, int phase, int node) {
    return grid.ofPhase(algorithm, phase)[node];
  }

  /** Returns what is counted of a phase, by its index, at a node or since the node before. */
  public double atNode(State state, int phase, int node) {
    return grid.counts(state)[phase][node];
  }

  /**
   * Returns what of a state of a phase, by its index, belongs to one of its epochs at a node; all
   * of it where no value of the phase changes with time.
   */
  public double atNode(State state, int phase, int epoch, int node) {
    return workings.changes(phase)
        ? grid.counts(state)[workings.layout.firstEpoch[phase] + epoch][node]
        : atNode(state, phase, node);
  }

  /**
   * Returns a stock or ratio at an instant of the horizon, linear between nodes.
   *
   * @throws IllegalArgumentException if the instant lies outside the horizon
   */
  public double at(Metric metric, Basis basis, double instant) {
    if (!horizon().contains(instant)) {
      throw new IllegalArgumentException("instant " + instant + " is outside the horizon");
    }
    return at(grid.row(metric, basis), instant);
  }

  /** As {@link #at(Metric, Basis, double)}, for a metric as it may be meant. */
  public double at(Reading reading, double instant) {
    return at(row(reading), instant);
  }

  /** As {@link #firstReached(Metric, Basis, double)}, for a metric as it may be meant. */
  public double firstReached(Reading reading, double threshold) {
    return firstReached(row(reading), threshold);
  }

  private double[] row(Reading reading) {
    return reading.precision().isPresent()
        ? grid.row(reading.formula())
        : grid.row(reading.metric(), reading.basis());
  }

  /** Returns the power of one site, 0 for a site that no phase has. */
  public SitePower site(String site, Basis basis) {
    workings.makeWhole();
    double[] gw = new double[workings.nodes];
    for (Phase phase : workings.scenario.phases()) {
      if (phase.spec().site().equals(site)) {
        double wattsPerGpu = basis.wattsPerGpu(phase);
        double[] installed = workings.installed[phase.index()];
        for (int k = 0; k < gw.length; k++) {
          gw[k] += installed[k] * wattsPerGpu / MetricUnit.GW.baseUnits();
        }
      }
    }
    return new SitePower(this, gw);
  }

  /**
   * Returns what is told of a phase at an instant of the horizon; of a flow what happened to date.
   */
  public double at(PhaseItem item, Phase phase, double instant) {
    double sum = ofPhase(item.state(), item.perGpu(), phase, instant);
    if (item != PhaseItem.RETIRED_GPUS) {
      return sum / item.scale();
    }
    double left = sum - ofPhase(State.INSTALLED, item.perGpu(), phase, instant);
    return left <= ROUNDING * sum ? 0 : left;
  }

  private double ofPhase(State state, Quantity perGpu, Phase phase, double instant) {
    double[][] counts = grid.counts(state);
    if (!workings.changes(phase.index())) {
      return at(counts[phase.index()], instant) * phase.get(perGpu, 0);
    }
    double sum = 0;
    for (int epoch = 0; epoch < phase.epochs().count(); epoch++) {
      double[] count = counts[workings.layout.firstEpoch[phase.index()] + epoch];
      sum += at(count, instant) * phase.get(perGpu, epoch);
    }
    return sum;
  }

  double at(double[] row, double instant) {
    int k = Arrays.binarySearch(workings.time, 0, workings.nodes, instant);
    if (k >= 0) {
      return row[k];
    }
    int after = -k - 1;
    double from = workings.time[after - 1];
    double share = (instant - from) / (workings.time[after] - from);
    return row[after - 1] + share * (row[after] - row[after - 1]);
  }

  /**
   * Returns what flowed after one instant up to another; from the horizon's start, what was there
   * then is included. What flows between two nodes flows evenly.
   */
  public double flow(Metric metric, double after, double upTo) {
    double[] row = grid.row(metric);
    double sum = 0;
    int k = firstNodeAfter(after);
    if (k > 0 && k < workings.nodes && workings.time[k - 1] < after) {
      sum -= row[k] * share(k, after);
    }
    for (; k < workings.nodes && workings.time[k] <= upTo; k++) {
      sum += row[k];
    }
    if (k > 0 && k < workings.nodes && workings.time[k - 1] < upTo) {
      sum += row[k] * share(k, upTo);
    }
    return sum;
  }

  /** The part of the time from the node before to a node that has passed at an instant. */
  private double share(int node, double instant) {
    double from = workings.time[node - 1];
    return (instant - from) / (workings.time[node] - from);
  }

  private int firstNodeAfter(double instant) {
    if (instant <= workings.time[0]) {
      return 0;
    }
    int k = Arrays.binarySearch(workings.time, 0, workings.nodes, instant);
    return k >= 0 ? k + 1 : -k - 1;
  }

  /** Returns the id of the constraint that holds back most facility power at a node's instant. */
  public Optional<String> bindingConstraint(double instant) {
    int k = Math.max(0, firstNodeAfter(instant) - 1);
    int constraint = workings.binding[k];
    return constraint == Workings.NONE
        ? Optional.empty()
        : Optional.of(workings.scenario.constraints().get(constraint).spec().id());
  }

  /**
   * Returns the first instant at which a stock is at or above a threshold, linear between nodes;
   * NaN if never.
   *
   * <p>A size stated as 1 GW passes through a count of GPUs and back, so a value within 1e-12 of
   * the threshold has reached it.
   */
  public double firstReached(Metric metric, Basis basis, double threshold) {
    return firstReached(grid.row(metric, basis), threshold);
  }

  double firstReached(double[] row, double threshold) {
    int k = firstAtLeast(row, workings.nodes, threshold);
    if (k == workings.nodes) {
      return Double.NaN;
    }
    return k == 0 ? workings.time[0] : reached(workings.time, k, row[k - 1], row[k], threshold);
  }

  /** Returns whether a value has reached a threshold, as {@link #firstReached} sees it. */
  public static boolean hasReached(double value, double threshold) {
    return value >= threshold * (1 - ROUNDING);
  }

  /** Returns the index of the first value that has reached a threshold, the size if none has. */
  static int firstAtLeast(double[] row, int size, double threshold) {
    double enough = threshold * (1 - ROUNDING);
    int k = 0;
    while (k < size && !(row[k] >= enough)) {
      k++;
    }
    return k;
  }

  /** Returns when a stock reached a threshold between a node and the one before. */
  static double reached(double[] time, int node, double before, double there, double threshold) {
    double from = time[node - 1];
    double share = (threshold - before) / (there - before);
    return Math.min(time[node], from + share * (time[node] - from));
  }

  /** Returns the GPUs installed in a phase, by its index, at the end of the horizon. */
  public double installedAtEnd(int phase) {
    return workings.installed[phase][workings.nodes - 1];
  }

  /** Returns the day by whose end a phase, by its index, got its last GPU; empty if it has none. */
  public Optional<LocalDate> dateOfLastAddition(int phase) {
    workings.makeWhole();
    double all = workings.addedToDate(phase, workings.nodes - 1);
    for (int k = 0; k < workings.nodes && all > 0; k++) {
      if (workings.addedToDate(phase, k) >= all * (1 - ROUNDING)) {
        return Optional.of(Instants.dateEndingAt(workings.time[k]));
      }
    }
    return Optional.empty();
  }
}
