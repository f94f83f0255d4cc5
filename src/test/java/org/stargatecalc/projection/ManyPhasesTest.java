package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.support.ProjectedYaml;

/** With many phases that have dates of their own, what is computed in fewer steps is the same. */
class ManyPhasesTest {
  private static final int PHASES = 60;
  private static final int LIMITS = 10;

  /** Each phase has its delay in the middle of a range of one outcome, or states it. */
  private static Scenario scenario(boolean uncertain, String more) {
    return resolve(yaml(uncertain, more));
  }

  private static Scenario resolve(String yaml) {
    return new ScenarioResolver(ProjectedYaml.load(yaml).spec()).central();
  }

  private static String yaml(boolean uncertain, String more) {
    StringBuilder yaml =
        new StringBuilder("name: many\nhorizon: {from: 2025-01-01, to: 2031-12-31}\n" + more);
    yaml.append("capex_split: {training: 60%, inference: 40%}\nphases:\n");
    for (int i = 0; i < PHASES; i++) {
      int days = 1 + i * 7 % 400;
      yaml.append(
          String.format(
              Locale.ROOT,
              "  p%d: {gpu: gb200, gpu_count: %dk, online: 202%d-%02d-15, ramp: %d months, shape: %s,"
                  + " compute_life: 2 years, delay: %s}\n",
              i,
              i % 7 + 1,
              5 + i % 5,
              i % 12 + 1,
              i % 9,
              i % 2 == 0 ? "linear" : "s_curve",
              uncertain
                  ? "\"choice(" + days + " days: 60%, " + (days + 90) + " days: 40%)\""
                  : days + " days"));
    }
    return yaml.toString();
  }

  private static double[] ends(Scenario scenario) {
    return scenario.horizon().periodEnds(Period.YEAR).stream()
        .mapToDouble(Instants::endOf)
        .toArray();
  }

  @Test
  void datesThatAreDrawnGiveWhatTheSameDatesGiveWhenTheyAreStated() {
    Scenario stated = scenario(false, "");
    Scenario drawn = scenario(true, "");
    double[] ends = ends(stated);
    List<Metric> metrics =
        Arrays.stream(Metric.values()).filter(m -> m.kind() != Metric.Kind.TEXT).toList();
    double[] ofStated = new double[metrics.size() * ends.length];
    double[] ofDrawn = ofStated.clone();
    new ProjectionEngine(stated, ends).draws(ends, metrics, List.of()).project(ofStated);
    new ProjectionEngine(drawn, ends).draws(ends, metrics, List.of()).project(ofDrawn);
    for (int i = 0; i < ofStated.length; i++) {
      assertThat(ofDrawn[i])
          .as(metrics.get(i / ends.length) + " of period " + i % ends.length)
          .isEqualTo(ofStated[i], within(1e-11 * Math.abs(ofStated[i])));
    }
  }

  @Test
  void aClaimIsReachedBetweenTheSameTwoNodesAsInAProjection() {
    Scenario drawn = scenario(true, "");
    double[] ends = ends(drawn);
    ProjectionEngine engine = new ProjectionEngine(drawn, ends);
    ProjectionEngine.Draw draw =
        engine.draws(ends, List.of(), List.of(Metric.FACILITY_POWER_GW), Set.of(Basis.FACILITY));
    draw.project(new double[0]);
    Projection projection = ProjectionEngine.project(drawn, ends);
    double most = projection.at(Metric.FACILITY_POWER_GW, Basis.FACILITY, ends[ends.length - 1]);
    for (int percent = 1; percent <= 100; percent++) {
      double threshold = most * percent / 100;
      assertThat(draw.firstReached(Metric.FACILITY_POWER_GW, Basis.FACILITY, threshold))
          .as(percent + " %")
          .isEqualTo(projection.firstReached(Metric.FACILITY_POWER_GW, Basis.FACILITY, threshold));
    }
  }

  @Test
  void whatALimitLeavesAtManyInstantsIsWhatItLeavesAtEach() {
    Scenario scenario =
        scenario(
            false,
            """
            constraints:
              level: {limits: facility_power, available: [{from: 2026-03-01, at: 1 GW}, {from: 2028-01-01, at: 0.5 GW}, {from: 2028-01-02, at: 2 GW}]}
              supply: {limits: gpu_count, supply: {2026: 10k, 2027: 20k, 2029: 5k}}
            """);
    double[] instants = new double[4000];
    for (int k = 0; k < instants.length; k++) {
      instants[k] = scenario.horizon().start() + k * 0.5;
    }
    for (Constraint constraint : scenario.constraints()) {
      double[] available = new double[instants.length];
      constraint.available(instants, instants.length, available);
      double[] each = Arrays.stream(instants).map(constraint::availableAt).toArray();
      assertThat(available).as(constraint.spec().id()).isEqualTo(each);
    }
  }

  /**
   * Constraints on the same size of the same phases are asked as one; those that each leave out a
   * phase of their own, which never comes, are asked one by one.
   */
  @Test
  void constraintsAskedAsOneLeaveWhatTheyLeaveOneByOne() {
    Scenario asOne = limited(false);
    Scenario oneByOne = limited(true);
    assertThat(SharedLimit.of(asOne.constraints(), asOne.phases().size())).hasSize(2);
    assertThat(SharedLimit.of(oneByOne.constraints(), oneByOne.phases().size())).hasSize(LIMITS);
    double[] ends = ends(asOne);
    Projection together = ProjectionEngine.project(asOne, ends);
    Projection apart = ProjectionEngine.project(oneByOne, ends);
    Set<String> binding = new HashSet<>();
    for (int k = 0; k < together.nodes(); k++) {
      double instant = together.instant(k);
      assertThat(together.atNode(Metric.GPU_COUNT, Basis.FACILITY, k))
          .isEqualTo(apart.atNode(Metric.GPU_COUNT, Basis.FACILITY, k));
      assertThat(together.bindingConstraint(instant)).isEqualTo(apart.bindingConstraint(instant));
      together.bindingConstraint(instant).ifPresent(binding::add);
    }
    assertThat(binding).as("the scarcest one changes").hasSizeGreaterThan(3);
  }

  private static Scenario limited(boolean oneByOne) {
    StringBuilder constraints = new StringBuilder("constraints:\n");
    String phases =
        IntStream.range(0, PHASES).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
    StringBuilder later = new StringBuilder();
    for (int c = 0; c < LIMITS; c++) {
      constraints.append(
          String.format(
              Locale.ROOT,
              "  c%d: {applies_to: [%s%s], %s}\n",
              c,
              phases,
              oneByOne ? ", later" + c : "",
              c % 2 == 0
                  ? "limits: facility_power, available: [{from: 2025-0%d-01, at: 0.0%d GW}, {from: 2027-0%d-01, at: 0.%d GW}]"
                      .formatted(9 - c, 2 + c, 1 + c / 2, 2 + (c * 7 + 3) % 5)
                  : "limits: gpu_count, supply: {2025: %dk, 2026: %dk, 2027: %dk, 2028: 90k, 2029: 90k, 2030: 90k, 2031: 90k}"
                      .formatted(9 + c, 70 - c * 6, 10 + c * 8)));
      later.append("  later%d: {gpu: gb200, gpu_count: 1k, online: 2050-01-01}\n".formatted(c));
    }
    return resolve(yaml(false, constraints.toString()) + later);
  }
}
