package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.support.ProjectedYaml;

/** A draw gives what a projection of the same scenario gives, though it looks at fewer nodes. */
class DrawTest {
  private static final ScenarioResolver RESOLVER =
      new ScenarioResolver(
          ProjectedYaml.load(
                  """
                  name: three
                  horizon: {from: 2026-01-01, to: 2028-12-31}
                  capex_split: {training: 60%, inference: 40%}
                  phases:
                    a: {site: east, gpu: gb200, gpu_count: 200k, online: 2026-03-31, ramp: 9 months}
                    b: {site: east, gpu: gb300, gpu_count: 100k, online: 2027-06-30, delay: 2 to 6 months}
                    c: {site: west, gpu: gb200, it_power: 0.5 GW to 0.7 GW, online: 2027-11-15, pue: 1.5}
                  """)
              .spec());
  private static final List<Metric> STOCKS =
      Arrays.stream(Metric.values()).filter(m -> m.kind() == Metric.Kind.STOCK).toList();
  private static final double DEADLINE = Instants.endOf(LocalDate.of(2027, 8, 9));

  private final Scenario scenario = RESOLVER.central();
  private final double[] ends =
      scenario.horizon().periodEnds(Period.QUARTER).stream().mapToDouble(Instants::endOf).toArray();
  private final double[] deadlines = new double[ends.length + 1];

  DrawTest() {
    System.arraycopy(ends, 0, deadlines, 0, ends.length);
    deadlines[ends.length] = DEADLINE;
  }

  @Test
  void atTheEndsOfPeriodsEveryMetricIsThatOfAProjection() {
    List<Metric> metrics =
        Arrays.stream(Metric.values()).filter(m -> m.kind() != Metric.Kind.TEXT).toList();
    double[] values = new double[metrics.size() * ends.length];
    new ProjectionEngine(scenario, deadlines).draws(ends, metrics, List.of()).project(values);
    Projection projection = ProjectionEngine.project(scenario, deadlines);
    for (int m = 0; m < metrics.size(); m++) {
      for (int p = 0; p < ends.length; p++) {
        Metric metric = metrics.get(m);
        double after = p == 0 ? scenario.horizon().start() : ends[p - 1];
        double expected =
            metric.kind() == Metric.Kind.FLOW
                ? projection.flow(metric, after, ends[p])
                : projection.at(metric, Basis.FACILITY, ends[p]);
        assertThat(values[m * ends.length + p])
            .as(metric + " of period " + p)
            .isEqualTo(expected, within(1e-12 * Math.abs(expected)));
      }
    }
  }

  @Test
  void aClaimIsReachedWhenAProjectionReachesItAndHasItsValueAtAnyInstant() {
    ProjectionEngine engine = new ProjectionEngine(scenario, deadlines);
    ProjectionEngine.Draw draw = engine.draws(ends, List.of(), STOCKS);
    for (double share : new double[] {0, 0.3, 1}) {
      double[] inputs =
          RESOLVER.inputs().stream()
              .mapToDouble(i -> i.distribution().quantile(share * 0.98 + 0.01))
              .toArray();
      RESOLVER.resolve(inputs, scenario);
      draw.project(new double[0]);
      Projection projection = ProjectionEngine.project(scenario, deadlines);
      for (Metric metric : STOCKS) {
        for (Basis basis : Basis.values()) {
          isAlike(draw, projection, metric, basis);
        }
      }
    }
  }

  private void isAlike(
      ProjectionEngine.Draw draw, Projection projection, Metric metric, Basis basis) {
    double most = projection.at(metric, basis, scenario.horizon().end());
    for (double part : new double[] {0, 0.01, 0.2, 0.5, 0.51, 0.8, 0.999, 1, 1.01}) {
      double reached = projection.firstReached(metric, basis, part * most);
      assertThat(draw.firstReached(metric, basis, part * most))
          .as("%s %s reaches %s", metric, basis, part)
          .isEqualTo(reached, within(1e-9));
    }
    double[] instants = {
      scenario.horizon().start(), DEADLINE, DEADLINE + 3.25, ends[3], scenario.horizon().end()
    };
    for (double instant : instants) {
      double expected = projection.at(metric, basis, instant);
      assertThat(draw.at(metric, basis, instant))
          .as("%s %s at %s", metric, basis, instant)
          .isEqualTo(expected, within(1e-12 * Math.abs(expected)));
    }
  }
}
