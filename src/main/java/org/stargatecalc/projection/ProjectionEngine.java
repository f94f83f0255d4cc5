package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Scenario;

/**
 * Projects a resolved scenario: the one engine behind every command.
 *
 * <p>The state is evaluated at nodes, between which every stock is linear: horizon start and end,
 * every month start in between, and inside the horizon each phase's first day and end of ramp, its
 * milestones and the days after them, constraint dates and the days after them, and the given
 * deadlines.
 *
 * <p>An engine may project the same scenario again after its numbers were drawn anew; it then
 * reuses its arrays, and the projection that it returned before shows the new numbers.
 */
public final class ProjectionEngine {
  private final Workings workings;
  private final BuildOut buildOut;
  private final double[] deadlines;
  private @Nullable Grid all;

  /**
   * Prepares to project a scenario.
   *
   * @param scenario plain numbers; may be drawn anew between projections
   * @param deadlines instants at which claims are judged; those outside the horizon are ignored
   */
  public ProjectionEngine(Scenario scenario, double... deadlines) {
    this.deadlines = deadlines.clone();
    Horizon horizon = scenario.horizon();
    double[] months = horizon.monthStarts();
    int certain = 0;
    int more = 0;
    for (Phase phase : scenario.phases()) {
      if (phase.datesAreCertain()) {
        certain += phase.nodeCount();
      } else {
        more += phase.nodeCount();
      }
    }
    for (Constraint constraint : scenario.constraints()) {
      more += constraint.nodeCount();
    }
    double[] fixed = Arrays.copyOf(months, months.length + 2 + deadlines.length + certain);
    int count = months.length;
    fixed[count++] = horizon.start();
    fixed[count++] = horizon.end();
    System.arraycopy(deadlines, 0, fixed, count, deadlines.length);
    count += deadlines.length;
    for (Phase phase : scenario.phases()) {
      if (phase.datesAreCertain()) {
        phase.nodes(fixed, count);
        count += phase.nodeCount();
      }
    }
    double[] steps = EpochLayout.nodes(scenario.phases().toArray(new Phase[0]));
    fixed = Arrays.copyOf(fixed, fixed.length + steps.length);
    System.arraycopy(steps, 0, fixed, fixed.length - steps.length, steps.length);
    double[] inside = inside(horizon, fixed);
    workings = new Workings(scenario, inside, more, this.deadlines);
    buildOut = new BuildOut(workings);
  }

  /** Sorts instants and returns those of the horizon, each once. */
  private static double[] inside(Horizon horizon, double[] instants) {
    Arrays.sort(instants);
    int count = 0;
    for (double instant : instants) {
      if (horizon.contains(instant) && (count == 0 || instant != instants[count - 1])) {
        instants[count++] = instant;
      }
    }
    return Arrays.copyOf(instants, count);
  }

  /** Projects a scenario once. */
  public static Projection project(Scenario scenario, double... deadlines) {
    return new ProjectionEngine(scenario, deadlines).project();
  }

  /** Projects the scenario as it now is. */
  public Projection project() {
    if (all == null) {
      all = gridOf(new Equations(workings.scenario));
    }
    build();
    all.takeAll();
    return new Projection(all);
  }

  /** Returns a grid with room for every node. */
  private Grid gridOf(Equations equations) {
    return new Grid(workings, workings.mostNodes, equations);
  }

  private Equations equations(List<Metric> metrics, List<Basis> bases) {
    Equations equations = new Equations(workings.scenario);
    for (int m = 0; m < metrics.size(); m++) {
      for (int b = 0; b < bases.size(); b++) {
        equations.rowOf(metrics.get(m), bases.get(b));
      }
    }
    return equations;
  }

  private void build() {
    workings.collectNodes();
    buildOut.evaluate();
  }

  /**
   * Prepares to project draw after draw where only some values are wanted.
   *
   * @param ends instants at which periods end, ascending, all given as deadlines
   * @param metrics stocks, flows and ratios that are wanted at the ends of periods
   * @param claimed stocks that are wanted at any instant
   */
  public Draw draws(double[] ends, List<Metric> metrics, List<Metric> claimed) {
    return draws(ends, metrics, claimed, Set.of(Basis.values()));
  }

  /**
   * Prepares to project draw after draw where claimed metrics are wanted on some bases only.
   *
   * @param bases on which claimed powers are wanted
   */
  public Draw draws(double[] ends, List<Metric> metrics, List<Metric> claimed, Set<Basis> bases) {
    return new Draw(ends, metrics, claimed, bases);
  }

  /**
   * The same equations on the same nodes, but metrics by period are evaluated at the ends of
   * periods alone, and what claims ask is evaluated at few nodes where that is enough.
   */
  public final class Draw {
    /** Every so many fixed nodes, a claimed metric is looked at first. */
    private static final int STRIDE = 8;

    /** As many nodes at once where the one is sought at which a claimed metric is reached. */
    private static final int FEW = 2 * STRIDE;

    private final boolean capacityStays =
        Formula.Simplicity.CAPACITY_STAYS.holds(workings.scenario);
    private final int[] ends;
    private final Metric[] metrics;
    private final Grid periods;

    /** Some of the fixed nodes, the first and the last among them. */
    private final int[] markIndices;

    private final Grid marks;
    private boolean hasMarks;
    private final Grid nodes;
    private final Grid everyNode;

    private Draw(double[] ends, List<Metric> metrics, List<Metric> claimed, Set<Basis> bases) {
      this.ends =
          Arrays.stream(ends).mapToInt(end -> Arrays.binarySearch(workings.fixed, end)).toArray();
      this.metrics = metrics.toArray(Metric[]::new);
      this.periods =
          new Grid(workings, Math.max(1, ends.length), equations(metrics, List.of(Basis.FACILITY)));
      int last = workings.fixed.length - 1;
      this.markIndices =
          IntStream.concat(
                  IntStream.rangeClosed(0, last).filter(i -> i % STRIDE == 0 || i == last),
                  Arrays.stream(deadlines).mapToInt(d -> Arrays.binarySearch(workings.fixed, d)))
              .filter(i -> i >= 0)
              .sorted()
              .distinct()
              .toArray();
      Equations asked = equations(claimed, List.copyOf(bases));
      this.marks = new Grid(workings, markIndices.length, asked);
      this.nodes = new Grid(workings, FEW, asked);
      this.everyNode = gridOf(asked);
    }

    /**
     * Projects the scenario as it now is.
     *
     * @param values receives {@code values[m * ends.length + p]}
     * @return the power of every site; for claimed metrics ask this object
     */
    public Projection project(double[] values) {
      build();
      hasMarks = false;
      periods.takeFixed(ends);
      periods.evaluate();
      for (int m = 0; m < metrics.length; m++) {
        System.arraycopy(periods.row(metrics[m]), 0, values, m * ends.length, ends.length);
      }
      return new Projection(everyNode);
    }

    /** As {@link Projection#firstReached}, for a claimed metric of the last draw. */
    public double firstReached(Metric metric, Basis basis, double threshold) {
      if (!metric.neverFalls(capacityStays)) {
        return everywhere().firstReached(metric, basis, threshold);
      }
      int mark = Projection.firstAtLeast(atMarks(metric, basis), marks.size, threshold);
      if (mark == marks.size) {
        return Double.NaN;
      }
      if (mark == 0) {
        return workings.time[0];
      }
      // It never falls, so it is reached after the mark before.
      int from = marks.node[mark - 1];
      int to = marks.node[mark];
      while (true) {
        nodes.takeSome(from, to, FEW);
        nodes.evaluate();
        double[] row = nodes.row(metric, basis);
        int j = Projection.firstAtLeast(row, nodes.size - 1, threshold);
        j = Math.max(j, 1);
        from = nodes.node[j - 1];
        to = nodes.node[j];
        if (to == from + 1) {
          return Projection.reached(workings.time, to, row[j - 1], row[j], threshold);
        }
      }
    }

    /**
     * Returns a claimed metric of the last draw at an instant of the horizon, linear between nodes.
     */
    public double at(Metric metric, Basis basis, double instant) {
      int mark =
          metric.neverFalls(capacityStays)
              ? Arrays.binarySearch(markIndices, Arrays.binarySearch(workings.fixed, instant))
              : -1;
      if (mark >= 0) {
        return atMarks(metric, basis)[mark];
      }
      return everywhere().at(metric, basis, instant);
    }

    private Projection everywhere() {
      everyNode.takeAll();
      everyNode.evaluate();
      return new Projection(everyNode);
    }

    private double[] atMarks(Metric metric, Basis basis) {
      if (!hasMarks) {
        marks.takeFixed(markIndices);
        marks.evaluate();
        hasMarks = true;
      }
      return marks.row(metric, basis);
    }
  }
}
