package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stargatecalc.support.ProjectedYaml;

/** What constraints leave of a plan. */
class BuildOutTest {
  private static final String HEAD =
      """
      name: limited
      horizon: {from: 2025-01, to: 2027-12}
      watts_per_gpu: 1 kW
      pue: 1.5
      """;

  @Test
  void aLevelHoldsBackUntilItStepsUp() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                gpu_count: 1000
                online: 2025-02-28
                constraints:
                  chips:
                    limits: gpu_count
                    available: [{from: 2025-01-31, at: 400}, {from: 2025-06-30, at: 1500}]
                """);
    assertGpus(limited, "2025-02-28", 400);
    assertThat(limited.binding("2025-02-28")).isEqualTo("chips");
    // 600 GPUs × 1 kW × 1.5 are planned but missing
    assertThat(limited.at(Metric.SHORTFALL_GW, "2025-02-28")).isCloseTo(0.9e-3, within(1e-12));
    assertThat(limited.at(Metric.PLANNED_FACILITY_POWER_GW, "2025-02-28"))
        .isCloseTo(1.5e-3, within(1e-12));
    assertGpus(limited, "2025-06-29", 400);
    assertThat(limited.binding("2025-06-29")).isEqualTo("chips");
    // what was held back comes as soon as there is room, and no more than was planned
    assertGpus(limited, "2025-06-30", 1000);
    assertThat(limited.binding("2025-06-30")).isNull();
    assertThat(limited.at(Metric.SHORTFALL_GW, "2025-06-30")).isZero();
  }

  @Test
  void nothingIsAvailableBeforeTheFirstLevel() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                gpu_count: 1000
                online: 2025-02-28
                constraints:
                  grid: {limits: facility_power, available: [{from: 2026-01-01, at: 0.6 MW}]}
                """);
    assertGpus(limited, "2025-12-31", 0);
    // 0.6 MW / 1.5 kW
    assertGpus(limited, "2026-01-01", 400);
  }

  @Test
  void whatIsInstalledStaysWhenALevelFalls() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                phases:
                  first: {gpu_count: 1000, online: 2025-02-28}
                  second: {gpu_count: 1000, online: 2025-08-31}
                constraints:
                  chips:
                    limits: gpu_count
                    available: [{from: 2025-01-31, at: 1200}, {from: 2025-06-30, at: 100}]
                """);
    assertGpus(limited, "2025-06-30", 1000);
    // 1,000 in use, 100 available: room is negative, and nothing is added or removed
    assertGpus(limited, "2027-12-31", 1000);
    assertThat(limited.binding("2027-12-31")).isEqualTo("chips");
  }

  @Test
  void phasesAreServedInFileOrder() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                phases:
                  b: {gpu_count: 1000, online: 2025-02-28}
                  a: {gpu_count: 1000, online: 2025-02-28}
                constraints:
                  chips: {limits: gpu_count, available: [{from: 2025-01-31, at: 1200}]}
                """);
    assertThat(limited.projection().installedAtEnd(0)).isEqualTo(1000);
    assertThat(limited.projection().installedAtEnd(1)).isCloseTo(200, within(1e-9));
  }

  @Test
  void supplyAccruesEvenlyOverItsCalendarYearAndIsKept() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                gpu_count: 100k
                online: 2025-02-28
                constraints:
                  chips: {limits: gpu_count, supply: {2025: 3650, 2026: 0, 2027: 730}}
                """);
    // 10 a day: the 59 days until the end of February have been kept
    assertGpus(limited, "2025-02-28", 590);
    assertGpus(limited, "2025-06-30", 1810);
    assertGpus(limited, "2025-12-31", 3650);
    assertGpus(limited, "2026-12-31", 3650);
    // then 2 a day
    assertGpus(limited, "2027-01-31", 3712);
    assertGpus(limited, "2027-12-31", 4380);
  }

  @Test
  void aLeapYearsSupplyAccruesOver366Days() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            """
            name: leap
            horizon: {from: 2028-01, to: 2028-12}
            gpu_count: 100k
            online: 2028-01-01
            constraints: {chips: {limits: gpu_count, supply: {2028: 3660}}}
            """);
    assertGpus(limited, "2028-02-29", 600);
    assertGpus(limited, "2028-12-31", 3660);
  }

  @Test
  void aYearThatIsNotListedSuppliesNothingAndIsWarnedOf() {
    String yaml =
        HEAD
            + """
            gpu_count: 100k
            online: 2025-02-28
            constraints: {chips: {limits: gpu_count, supply: {2024: 366, 2025: 3650}}}
            """;
    ProjectedYaml limited = ProjectedYaml.of(yaml);
    // 2024 lies before the horizon, and what it supplied is kept too
    assertGpus(limited, "2025-12-31", 4016);
    assertGpus(limited, "2027-12-31", 4016);
    assertThat(ProjectedYaml.warnings(yaml))
        .singleElement()
        .asString()
        .startsWith("scenario.yaml:7:")
        .endsWith("nothing is supplied in years that are not listed: 2026, 2027");
  }

  @Test
  void whatWasPlannedBeforeTheHorizonIsThereAtItsStartAsFarAsThereIsRoom() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                gpu_count: 1000
                online: 2024-06
                capex_per_gpu: $30k/GPU
                facility_capex: $0/W
                constraints:
                  chips:
                    limits: gpu_count
                    available: [{from: 2024-01, at: 400}, {from: 2026-01-31, at: 1000}]
                """);
    assertThat(limited.projection().atNode(Metric.GPU_COUNT, Basis.FACILITY, 0)).isEqualTo(400);
    // 400 × $30,000 in the first period, the rest with the step
    assertThat(limited.sum(Metric.CAPEX_USD_BN, "2024-12-31", "2025-03-31"))
        .isCloseTo(0.012, within(1e-12));
    assertThat(limited.sum(Metric.CAPEX_USD_BN, "2025-03-31", "2025-12-31")).isZero();
    assertThat(limited.sum(Metric.CAPEX_USD_BN)).isCloseTo(0.03, within(1e-12));
  }

  @Test
  void aConstraintAppliesToPhasesAndSitesThatItNames() {
    String yaml =
        HEAD
            + """
            online: 2025-02-28
            gpu_count: 1000
            phases:
              east-1: {site: east}
              east-2: {site: east}
              west-1: {site: west}
            constraints:
              grid: {limits: it_power, applies_to: [%s], available: [{from: 2025-01-31, at: 0.3 MW}]}
            """;
    assertInstalled(ProjectedYaml.of(yaml.formatted("east")), 300, 0, 1000);
    assertInstalled(ProjectedYaml.of(yaml.formatted("east-2")), 1000, 300, 1000);
    assertInstalled(ProjectedYaml.of(yaml.formatted("east-2, west")), 1000, 300, 0);
  }

  @Test
  void theConstraintWithTheLeastRoomForAPhaseBindsIt() {
    // 1.5 kW a GPU: 0.6 MW is room for 400; 0.5 MW of IT for 500
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                gpu_count: 1000
                online: 2025-02-28
                constraints:
                  halls: {limits: it_power, available: [{from: 2025-01-31, at: 0.5 MW}]}
                  grid: {limits: facility_power, available: [{from: 2025-01-31, at: 0.6 MW}]}
                """);
    assertGpus(limited, "2025-12-31", 400);
    assertThat(limited.binding("2025-12-31")).isEqualTo("grid");
  }

  @Test
  void theFirstInTheFileBindsOnATie() {
    ProjectedYaml limited =
        ProjectedYaml.of(
            HEAD
                + """
                gpu_count: 1000
                online: 2025-02-28
                constraints:
                  z: {limits: gpu_count, available: [{from: 2025-01-31, at: 400}]}
                  a: {limits: gpu_count, available: [{from: 2025-01-31, at: 400}]}
                """);
    assertThat(limited.binding("2025-12-31")).isEqualTo("z");
  }

  @Test
  void theFleetsConstraintIsTheOneThatHoldsBackMostFacilityPower() {
    String yaml =
        """
        name: fleet
        horizon: {from: 2025-01, to: 2025-12}
        online: 2025-02-28
        pue: 1
        phases:
          small: {gpu_count: 1000, watts_per_gpu: 1 kW}
          large: {gpu_count: %s, watts_per_gpu: 3 kW}
        constraints:
          chips: {limits: gpu_count, applies_to: [small], available: [{from: 2025-01-31, at: 0}]}
          grid: {limits: it_power, applies_to: [large], available: [{from: 2025-01-31, at: 0}]}
        """;
    // 1,000 GPUs of 1 kW are 1.0 MW; 300 of 3 kW are 0.9 MW, 400 are 1.2 MW
    assertThat(ProjectedYaml.of(yaml.formatted("300")).binding("2025-12-31")).isEqualTo("chips");
    assertThat(ProjectedYaml.of(yaml.formatted("400")).binding("2025-12-31")).isEqualTo("grid");
  }

  @Test
  void moneyLimitsOnlyWhatIsBought() {
    // own: $30,000 + 1 kW × $10/W = $40,000; lease_shell: $30,000; offtake: nothing
    String yaml =
        HEAD
            + """
            gpu_count: 1000
            online: 2025-02-28
            capex_per_gpu: $30k/GPU
            facility_capex: $10/W
            ownership: %s
            constraints:
              budget: {limits: capex, available: [{from: 2025-01-31, at: $12M}]}
            """;
    assertGpus(ProjectedYaml.of(yaml.formatted("own")), "2025-12-31", 300);
    assertGpus(ProjectedYaml.of(yaml.formatted("lease_shell")), "2025-12-31", 400);
    assertGpus(ProjectedYaml.of(yaml.formatted("offtake")), "2025-12-31", 1000);
  }

  @Test
  void anUnconstrainedPhaseIsExactlyOnItsPlan() {
    ProjectedYaml plan =
        ProjectedYaml.of(
            HEAD
                + """
                facility_power: 1 GW
                online: 2025-02-28
                ramp: 7 months
                shape: s_curve
                constraints:
                  grid: {limits: facility_power, available: [{from: 2024, at: 2 GW}]}
                """);
    for (int k = 0; k < plan.projection().nodes(); k++) {
      assertThat(plan.projection().atNode(Metric.SHORTFALL_GW, Basis.FACILITY, k)).isZero();
    }
    assertThat(plan.sum(Metric.DEFERRED_GPU_HOURS)).isZero();
  }

  private static void assertGpus(ProjectedYaml scenario, String endOf, double expected) {
    assertThat(scenario.at(Metric.GPU_COUNT, endOf))
        .as("GPUs at the end of %s", endOf)
        .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
  }

  private static void assertInstalled(ProjectedYaml scenario, double... expected) {
    for (int phase = 0; phase < expected.length; phase++) {
      assertThat(scenario.projection().installedAtEnd(phase))
          .as("phase %d", phase)
          .isCloseTo(expected[phase], within(1e-9));
    }
  }
}
