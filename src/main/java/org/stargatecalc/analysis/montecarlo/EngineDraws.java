package org.stargatecalc.analysis.montecarlo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/** Draws as the engine projects them. */
final class EngineDraws implements DrawSource {
  private static final int BLOCK = 8;

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

    /** Draws are handed over in blocks, since neighbours of a cell lie in one line of a cache. */
    final double[][] values = new double[BLOCK][metrics.size() * endInstants.length];

    @Override
    public void read(int from, int to, double[][] cells, Outcomes outcomes) {
      for (int block = from; block < to; block += values.length) {
        int end = Math.min(to, block + values.length);
        for (int draw = block; draw < end; draw++) {
          draw(draw, values[draw - block], outcomes);
        }
        for (int cell = 0; cell < values[0].length; cell++) {
          for (int draw = block; draw < end; draw++) {
            cells[cell][draw - from] = values[draw - block][cell];
          }
        }
      }
    }

    private void draw(int draw, double[] values, Outcomes outcomes) {
      plan.write(draw, inputs);
      resolver.resolve(inputs, scenario);
      projector.project(values);
      Horizon horizon = scenario.horizon();
      for (int c = 0; c < claims.size(); c++) {
        Claim claim = claims.get(c);
        boolean before = claim.deadline() < horizon.start();
        outcomes.put(
            c,
            draw,
            projector.firstReached(claim.metric(), claim.basis(), claim.atLeast()),
            before
                ? Double.NaN
                : projector.at(
                    claim.metric(), claim.basis(), Math.min(claim.deadline(), horizon.end())));
      }
    }
  }
}
