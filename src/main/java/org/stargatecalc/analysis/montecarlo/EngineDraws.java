package org.stargatecalc.analysis.montecarlo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/** Draws as the engine projects them. */
final class EngineDraws implements DrawSource {
  private final ScenarioSpec spec;
  private final List<Claim> claims;
  private final double[] endInstants;
  private final List<Metric> metrics;
  private final DrawPlan plan;

  EngineDraws(
      ScenarioSpec spec,
      List<Claim> claims,
      List<LocalDate> ends,
      List<Metric> metrics,
      DrawPlan plan) {
    this.spec = spec;
    this.claims = List.copyOf(claims);
    this.endInstants = ends.stream().mapToDouble(Instants::endOf).toArray();
    this.metrics = List.copyOf(metrics);
    this.plan = plan;
  }

  @Override
  public Reader reader() {
    return new Worker();
  }

  /** What one thread works with. */
  private final class Worker implements Reader {
    final ScenarioResolver resolver = new ScenarioResolver(spec);
    final Scenario scenario = resolver.central();
    final ProjectionEngine engine =
        new ProjectionEngine(
            scenario,
            DoubleStream.concat(
                    claims.stream().mapToDouble(Claim::deadline), DoubleStream.of(endInstants))
                .toArray());
    final ProjectionEngine.Draw projector =
        engine.draws(
            endInstants,
            metrics,
            claims.stream().map(Claim::metric).toList(),
            claims.stream().map(Claim::basis).collect(Collectors.toSet()));
    final double[] inputs = new double[plan.inputs().size()];
    final double[] values = new double[metrics.size() * endInstants.length];

    @Override
    public void read(int from, int to, double[][] cells, Outcomes outcomes) {
      for (int draw = from; draw < to; draw++) {
        draw(draw, outcomes);
        for (int cell = 0; cell < values.length; cell++) {
          cells[cell][draw - from] = values[cell];
        }
      }
    }

    private void draw(int draw, Outcomes outcomes) {
      plan.write(draw, inputs);
      resolver.resolve(inputs, scenario);
      Projection projection = projector.project(values);
      Horizon horizon = scenario.horizon();
      for (int c = 0; c < claims.size(); c++) {
        Claim claim = claims.get(c);
        boolean before = claim.deadline() < horizon.start();
        outcomes.put(
            c,
            draw,
            projection.firstReached(claim.metric(), claim.basis(), claim.atLeast()),
            before
                ? Double.NaN
                : projection.at(
                    claim.metric(), claim.basis(), Math.min(claim.deadline(), horizon.end())));
      }
    }
  }
}
