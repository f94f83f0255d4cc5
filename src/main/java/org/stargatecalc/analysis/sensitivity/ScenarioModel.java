package org.stargatecalc.analysis.sensitivity;

import java.util.List;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/** A scenario's target as a function of its uncertain inputs; not for several threads. */
public final class ScenarioModel implements Model {
  private final ScenarioResolver resolver;
  private final Scenario scenario;
  private final ProjectionEngine.Draw engine;
  private final Target target;
  private final double[] value = new double[1];

  /**
   * Creates the function.
   *
   * @throws IllegalArgumentException if the target's day is outside the horizon
   */
  public ScenarioModel(ScenarioSpec spec, Target target) {
    if (!spec.horizon().contains(target.instant())) {
      throw new IllegalArgumentException(target.date() + " is outside the horizon");
    }
    this.resolver = new ScenarioResolver(spec);
    this.scenario = resolver.central();
    this.target = target;
    this.engine =
        new ProjectionEngine(scenario, target.instant())
            .draws(
                target.basis() == Basis.IT ? new double[0] : new double[] {target.instant()},
                target.basis() == Basis.IT ? List.of() : List.of(target.metric()),
                target.basis() == Basis.IT ? List.of(target.metric()) : List.of());
  }

  @Override
  public double of(double[] inputs) {
    resolver.resolve(inputs, scenario);
    engine.project(value);
    return target.basis() == Basis.IT
        ? engine.at(target.metric(), Basis.IT, target.instant())
        : value[0];
  }
}
