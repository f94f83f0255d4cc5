package org.stargatecalc.analysis.montecarlo;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.uncertainty.Quantiles;

/** The 90 % range of the instant at which each phase has its last GPU, over the first draws. */
public final class CompletionRanges {
  /** A date needs fewer draws than a tail. */
  private static final int MOST_DRAWS = 2000;

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final double[][] completed;
  private final int draws;

  /**
   * A range of instants.
   *
   * @param low 5 % quantile
   * @param high 95 % quantile; infinite where more than 5 % of draws never have the last GPU
   */
  public record Range(double low, double high) {}

  /** Draws a scenario, {@value #MOST_DRAWS} times at most. */
  public CompletionRanges(ScenarioSpec spec, Settings settings) {
    draws = Math.min(MOST_DRAWS, settings.draws());
    DrawPlan plan = DrawPlan.of(List.of(spec), settings.sampling(), settings.seed()).get(0);
    ScenarioResolver resolver = new ScenarioResolver(spec);
    Scenario scenario = resolver.central();
    ProjectionEngine.Draw engine =
        new ProjectionEngine(scenario, new double[0]).draws(new double[0], List.of(), List.of());
    double[] inputs = new double[plan.inputs().size()];
    completed = new double[scenario.phases().size()][draws];
    for (int draw = 0; draw < draws; draw++) {
      plan.write(draw, inputs);
      resolver.resolve(inputs, scenario);
      Projection projection = engine.project(new double[0]);
      for (int phase = 0; phase < completed.length; phase++) {
        completed[phase][draw] =
            projection
                .dateOfLastAddition(phase)
                .map(Instants::endOf)
                .orElse(Double.POSITIVE_INFINITY);
      }
    }
  }

  /** Returns the range of a phase, by its index; empty if it is the same in nearly all draws. */
  public Optional<Range> of(int phase) {
    double[] quantiles = Quantiles.of(completed[phase].clone(), draws, LOW, HIGH);
    return quantiles[0] < quantiles[1]
        ? Optional.of(new Range(quantiles[0], quantiles[1]))
        : Optional.empty();
  }
}
