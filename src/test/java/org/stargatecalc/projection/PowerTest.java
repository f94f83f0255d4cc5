package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stargatecalc.support.ProjectedYaml;

/** Power, its shares, and the largest site and system. */
class PowerTest {
  private static final String HEAD =
      """
      name: power
      watts_per_gpu: 2 kW
      pue: 1.5
      online: 2025-06
      """;

  @Test
  void facilityPowerIsItPowerTimesPue() {
    ProjectedYaml power = ProjectedYaml.of(HEAD + "gpu_count: 1M\n");
    // 1e6 × 2 kW; × 1.5
    assertThat(power.atEnd(Metric.IT_POWER_GW)).isEqualTo(2);
    assertThat(power.atEnd(Metric.FACILITY_POWER_GW)).isEqualTo(3);
  }

  @Test
  void averagePowerIsItPowerTimesLoadFactorTimesAnnualPue() {
    ProjectedYaml power =
        ProjectedYaml.of(HEAD + "gpu_count: 1M\nload_factor: 80%\npue_average: 1.25\n");
    // 2 GW × 0.8 × 1.25
    assertThat(power.atEnd(Metric.AVERAGE_POWER_GW)).isCloseTo(2, within(1e-12));
  }

  @Test
  void theDefaultAnnualPueNeverExceedsThePeak() {
    // min(1.12, pue): 2 GW × 0.5 × 1.12, and × 1.05
    String yaml =
        "name: a\nwatts_per_gpu: 2 kW\nonline: 2025-06\ngpu_count: 1M\nload_factor: 0.5\n";
    assertThat(ProjectedYaml.of(yaml + "pue: 1.5\n").atEnd(Metric.AVERAGE_POWER_GW))
        .isCloseTo(1.12, within(1e-12));
    assertThat(ProjectedYaml.of(yaml + "pue: 1.05\n").atEnd(Metric.AVERAGE_POWER_GW))
        .isCloseTo(1.05, within(1e-12));
  }

  @Test
  void wattsByTdpAreTdpTimesOverhead() {
    ProjectedYaml power =
        ProjectedYaml.of(
            "name: a\npue: 1\nonline: 2025-06\ngpu_count: 1M\n"
                + "chip_tdp: 700 W\nsystem_overhead: 2\n");
    assertThat(power.atEnd(Metric.IT_POWER_GW)).isEqualTo(1.4);
  }

  @Test
  void sharesOfCapexAreSharesOfPower() {
    ProjectedYaml power =
        ProjectedYaml.of(
            HEAD + "gpu_count: 1M\ncapex_split: {training: 50%, inference: 30%, research: 20%}\n");
    assertThat(power.atEnd(Metric.TRAINING_POWER_GW)).isCloseTo(1.5, within(1e-12));
    assertThat(power.atEnd(Metric.INFERENCE_POWER_GW)).isCloseTo(0.9, within(1e-12));
    assertThat(power.atEnd(Metric.RESEARCH_POWER_GW)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void phasesAtOneSiteAreOneSiteAndOneSystem() {
    ProjectedYaml power =
        ProjectedYaml.of(
            HEAD
                + """
                capex_split: {training: 60%, inference: 40%}
                phases:
                  a: {site: east, gpu_count: 100k}
                  b: {site: east, gpu_count: 200k}
                  c: {site: west, gpu_count: 250k}
                """);
    // 3 kW a GPU: east 0.9 GW, west 0.75 GW
    assertThat(power.atEnd(Metric.LARGEST_SITE_GW)).isCloseTo(0.9, within(1e-12));
    assertThat(power.atEnd(Metric.LARGEST_TRAINING_SYSTEM_GW)).isCloseTo(0.54, within(1e-12));
  }

  @Test
  void aPhaseWithoutASiteIsASiteOfItsOwn() {
    ProjectedYaml power =
        ProjectedYaml.of(HEAD + "phases: {a: {gpu_count: 100k}, b: {gpu_count: 200k}}\n");
    assertThat(power.atEnd(Metric.LARGEST_SITE_GW)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void aTrainingSystemMaySpanSites() {
    ProjectedYaml power =
        ProjectedYaml.of(
            HEAD
                + """
                capex_split: {training: 100%}
                training_system: wan
                phases:
                  a: {site: east, gpu_count: 100k}
                  b: {site: west, gpu_count: 200k}
                """);
    assertThat(power.atEnd(Metric.LARGEST_SITE_GW)).isCloseTo(0.6, within(1e-12));
    assertThat(power.atEnd(Metric.LARGEST_TRAINING_SYSTEM_GW)).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void aPhaseInSeveralSystemsOffersOneOfThemAndJoinsNoOther() {
    String yaml =
        HEAD
            + """
            capex_split: {training: 100%%}
            phases:
              a: {site: east, gpu_count: 400k, systems: %d}
              b: {site: east, gpu_count: 200k}
            """;
    // one system: 600,000 × 3 kW
    assertThat(largestSystem(yaml.formatted(1))).isCloseTo(1.8, within(1e-12));
    // a third of 1.2 GW is less than the 0.6 GW that are left in the site's own system
    assertThat(largestSystem(yaml.formatted(3))).isCloseTo(0.6, within(1e-12));
    // a half of 1.2 GW equals them and is not added
    assertThat(largestSystem(yaml.formatted(2))).isCloseTo(0.6, within(1e-12));
  }

  private static double largestSystem(String yaml) {
    return ProjectedYaml.of(yaml).atEnd(Metric.LARGEST_TRAINING_SYSTEM_GW);
  }

  @Test
  void theLargestSiteMayChangeOverTime() {
    ProjectedYaml power =
        ProjectedYaml.of(
            HEAD
                + """
                phases:
                  a: {gpu_count: 100k}
                  b: {gpu_count: 200k, online: 2026-06}
                """);
    assertThat(power.at(Metric.LARGEST_SITE_GW, "2025-12-31")).isCloseTo(0.3, within(1e-12));
    assertThat(power.at(Metric.LARGEST_SITE_GW, "2026-12-31")).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void onTheItBasisEachPhaseIsDividedByItsOwnPue() {
    ProjectedYaml power =
        ProjectedYaml.of(
            """
            name: basis
            watts_per_gpu: 1 kW
            online: 2025-06
            capex_split: {training: 60%, inference: 40%}
            phases:
              hot: {gpu_count: 100k, pue: 2, site: s}
              cold: {gpu_count: 150k, pue: 1, site: t}
            """);
    double end = power.projection().horizon().end();
    // by facility power the hot site is larger: 200 against 150 MW; by IT power the cold one
    assertThat(power.projection().at(Metric.LARGEST_SITE_GW, Basis.FACILITY, end))
        .isCloseTo(0.2, within(1e-12));
    assertThat(power.projection().at(Metric.LARGEST_SITE_GW, Basis.IT, end))
        .isCloseTo(0.15, within(1e-12));
    assertThat(power.projection().at(Metric.TRAINING_POWER_GW, Basis.IT, end))
        .isCloseTo(0.15, within(1e-12));
    assertThat(power.projection().at(Metric.FACILITY_POWER_GW, Basis.IT, end))
        .isEqualTo(power.atEnd(Metric.IT_POWER_GW));
  }
}
