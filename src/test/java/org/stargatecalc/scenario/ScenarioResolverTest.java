package org.stargatecalc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stargatecalc.support.ProjectedYaml;

/** A stated scenario becomes plain numbers: the central case, or a draw of its uncertain inputs. */
class ScenarioResolverTest {
  private static ScenarioResolver resolver(String yaml) {
    return new ScenarioResolver(ProjectedYaml.load("name: x\nonline: 2026-01-31\n" + yaml).spec());
  }

  private static List<String> inputs(ScenarioResolver resolver) {
    return resolver.inputs().stream().map(UncertainInput::path).toList();
  }

  @Test
  void phasesThatInheritAValueShareItsDraw() {
    ScenarioResolver resolver =
        resolver("pue: 1.1 to 1.3\ngpu_count: 1k\nphases: {a: {}, b: {}, c: {pue: 1.2 to 1.5}}\n");
    assertThat(inputs(resolver)).containsExactly("pue", "phases.c.pue");

    Scenario draw = resolver.central();
    resolver.resolve(new double[] {1.25, 1.4}, draw);

    assertThat(draw.phases())
        .extracting(p -> p.get(PhaseParameter.PUE))
        .containsExactly(1.25, 1.25, 1.4);
  }

  @Test
  void theCentralCaseIsTheMedianOfEveryInput() {
    ScenarioResolver resolver = resolver("pue: uniform(1.1, 1.3)\ngpu_count: 1k to 4k\n");
    Phase phase = resolver.central().phases().get(0);
    assertThat(phase.get(PhaseParameter.PUE)).isCloseTo(1.2, within(1e-12));
    // the median of a lognormal interval is the geometric mean of its ends
    assertThat(phase.get(PhaseParameter.GPU_COUNT)).isCloseTo(2000, within(1e-6));
  }

  @Test
  void aDrawLeavesNothingOfTheOneBefore() {
    ScenarioResolver resolver = resolver("pue: 1.1 to 1.3\ngpu_count: 1k\n");
    Scenario draw = resolver.central();
    resolver.resolve(new double[] {1.3}, draw);
    resolver.resolve(new double[] {1.1}, draw);
    Phase phase = draw.phases().get(0);
    assertThat(phase.facilityWatts()).isEqualTo(phase.itWatts() * 1.1);
  }

  /** Whoever states the chance, every phase and risk tosses a coin of its own. */
  @Test
  void everyPhaseAndRiskTossesItsOwnCoin() {
    ScenarioResolver resolver =
        resolver(
            "probability: 60%\ngpu_count: 1k\nphases: {a: {}, b: {}}\n"
                + "risks: {r: {probability: 40%, delay: 6 months}}\n");
    assertThat(inputs(resolver))
        .containsExactly("risks.r.probability", "phases.a.probability", "phases.b.probability");

    Scenario draw = resolver.central();
    assertThat(draw.phases()).allMatch(Phase::isBuilt).noneMatch(Phase::isDelayed);
    resolver.resolve(new double[] {1, 0, 1}, draw);
    assertThat(draw.phases()).extracting(Phase::isBuilt).containsExactly(false, true);
    assertThat(draw.phases().get(1).delay()).isEqualTo(6 * 30.4375);
  }

  @Test
  void whatIsCertainIsNoInput() {
    assertThat(inputs(resolver("gpu_count: 1k\nprobability: 100%\n"))).isEmpty();
    assertThat(inputs(resolver("gpu_count: 1k\nrisks: {r: {probability: 0%, delay: 1 month}}\n")))
        .isEmpty();
  }

  @Test
  void theRestOfASplitIsWhatTheOthersLeave() {
    ScenarioResolver resolver =
        resolver(
            "gpu_count: 1k\ncapex_split: {training: 20% to 40%, research: 10%, inference: rest}\n");
    Scenario draw = resolver.central();
    resolver.resolve(new double[] {0.35}, draw);
    assertThat(draw.phases().get(0).get(PhaseParameter.INFERENCE)).isCloseTo(0.55, within(1e-15));
  }

  @Test
  void sitesAndSystemsAreNumberedByTheirIds() {
    Scenario scenario =
        resolver(
                "gpu_count: 1k\n"
                    + "phases: {a: {site: s}, b: {site: t, training_system: s}, c: {site: s,"
                    + " training_system: u}}\n")
            .central();
    assertThat(scenario.siteCount()).isEqualTo(2);
    assertThat(scenario.phases()).extracting(Phase::site).containsExactly(0, 1, 0);
    assertThat(scenario.phases()).extracting(Phase::system).containsExactly(0, 0, 1);
  }

  // ---- constraints ----

  private static double day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  /** 1 GW from 2026-03-10 on, 3 GW from 2027-01-01: a level steps up evenly over its day. */
  @Test
  void aLevelStepsUpOverItsDay() {
    Constraint grid =
        resolver(
                "gpu_count: 1k\n"
                    + "constraints: {c: {limits: it_power, available: [{from: 2026-03-10, at: 1"
                    + " GW}, {from: 2027-01-01, at: 3 GW}]}}\n")
            .central()
            .constraints()
            .get(0);
    assertThat(grid.availableAt(day("2026-03-10"))).isZero();
    assertThat(grid.availableAt(day("2026-03-10") + 0.5)).isEqualTo(0.5e9);
    assertThat(grid.availableAt(day("2026-03-11"))).isEqualTo(1e9);
    assertThat(grid.availableAt(day("2027-01-01") + 0.5)).isEqualTo(2e9);
    assertThat(grid.availableAt(day("2030-01-01"))).isEqualTo(3e9);
  }

  /** 365 GPUs in 2026 and 730 in 2027: one and two a day, kept when unused. */
  @Test
  void aSupplyAccruesEvenlyOverItsYear() {
    Constraint chips =
        resolver(
                "gpu_count: 1k\n"
                    + "constraints: {c: {limits: gpu_count, supply: {2026: 365, 2027: 730}}}\n")
            .central()
            .constraints()
            .get(0);
    assertThat(chips.availableAt(day("2026-01-01"))).isZero();
    assertThat(chips.availableAt(day("2026-01-31"))).isEqualTo(30);
    assertThat(chips.availableAt(day("2027-01-01"))).isEqualTo(365);
    assertThat(chips.availableAt(day("2027-01-11"))).isCloseTo(385, within(1e-9));
    assertThat(chips.availableAt(day("2029-01-01"))).isEqualTo(1095);
  }
}
