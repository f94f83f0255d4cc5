package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
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
  private static final List<Step> STEPS =
      List.of(
          new BuildOutStep(),
          new PowerStep(),
          new ScopeStep(),
          new ComputeStep(),
          new CapexStep(),
          new EnergyStep(),
          new RunningCostStep(),
          new PresentValueStep(),
          new AnnualizedCostStep(),
          new BookValueStep(),
          new DelayStep());

  private final Workings workings;
  private final double[] fixedNodes;

  /**
   * Prepares to project a scenario.
   *
   * @param scenario plain numbers; may be drawn anew between projections
   * @param deadlines instants at which claims are judged; those outside the horizon are ignored
   */
  public ProjectionEngine(Scenario scenario, double... deadlines) {
    Horizon horizon = scenario.horizon();
    fixedNodes =
        DoubleStream.concat(
                DoubleStream.of(horizon.start(), horizon.end()),
                DoubleStream.concat(
                    Arrays.stream(horizon.monthStarts()),
                    Arrays.stream(deadlines).filter(horizon::contains)))
            .sorted()
            .distinct()
            .toArray();
    int capacity = fixedNodes.length;
    for (Phase phase : scenario.phases()) {
      capacity += phase.kinkCount();
    }
    for (Constraint constraint : scenario.constraints()) {
      capacity += constraint.nodeCount();
    }
    workings = new Workings(scenario, capacity);
  }

  /** Projects a scenario once. */
  public static Projection project(Scenario scenario, double... deadlines) {
    return new ProjectionEngine(scenario, deadlines).project();
  }

  /** Projects the scenario as it now is. */
  public Projection project() {
    workings.collectNodes(fixedNodes);
    for (Step step : STEPS) {
      step.evaluate(workings);
    }
    return new Projection(workings);
  }
}
