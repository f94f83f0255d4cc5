package org.stargatecalc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stargatecalc.support.ProjectedYaml;

/** Quantities per GPU as numbers: what is shared, what is folded, what a draw changes. */
class CoefficientsTest {
  private static final String TWO =
      """
      name: two
      online: 2026
      gpu_count: 1000
      %s
      phases:
        a: {%s}
        b: {%s}
      """;

  private static ScenarioResolver resolver(String top, String ofA, String ofB) {
    return new ScenarioResolver(ProjectedYaml.load(TWO.formatted(top, ofA, ofB)).spec());
  }

  private static int cell(Scenario scenario, int phase, Quantity quantity) {
    return scenario.coefficients().cell(quantity, scenario.phases().get(phase));
  }

  @Test
  void phasesThatInheritOneUncertainInputShareWhatFollowsFromIt() {
    Scenario scenario = resolver("watts_per_gpu: 1 to 2 kW\npue: 1.2", "", "").central();
    assertThat(cell(scenario, 0, PerGpu.FACILITY_WATTS))
        .isEqualTo(cell(scenario, 1, PerGpu.FACILITY_WATTS));
  }

  @Test
  void phasesWithInputsOfTheirOwnShareNothing() {
    Scenario scenario =
        resolver("pue: 1.2", "watts_per_gpu: 1 to 2 kW", "watts_per_gpu: 1 to 2 kW").central();
    assertThat(cell(scenario, 0, PerGpu.FACILITY_WATTS))
        .isNotEqualTo(cell(scenario, 1, PerGpu.FACILITY_WATTS));
  }

  @Test
  void aDrawChangesWhatFollowsFromTheInputAndNothingElse() {
    ScenarioResolver resolver =
        resolver("pue: 1.25", "watts_per_gpu: 1 to 2 kW", "watts_per_gpu: 3 kW");
    Scenario scenario = resolver.central();
    int ofA = cell(scenario, 0, PerGpu.FACILITY_WATTS);
    int ofB = cell(scenario, 1, PerGpu.FACILITY_WATTS);

    resolver.resolve(new double[] {1600}, scenario);

    assertThat(scenario.coefficients().get(ofA)).isEqualTo(2000);
    assertThat(scenario.coefficients().get(ofB)).isEqualTo(3750);
  }

  @Test
  void theShareThatOthersLeaveFollowsThem() {
    ScenarioResolver resolver =
        resolver("capex_split: {training: 40% to 60%, inference: rest}", "", "");
    Scenario scenario = resolver.central();
    Quantity inference = Quantity.of(PhaseParameter.INFERENCE);
    int cell = cell(scenario, 0, inference);
    assertThat(cell(scenario, 1, inference)).isEqualTo(cell);

    resolver.resolve(new double[] {0.7}, scenario);

    assertThat(scenario.coefficients().get(cell)).isCloseTo(0.3, within(1e-15));
    assertThat(scenario.phases().get(1).get(PhaseParameter.INFERENCE))
        .isEqualTo(scenario.coefficients().get(cell));
  }

  @Test
  void whatOwnershipExcludesIsNothingInEveryDraw() {
    Scenario scenario =
        resolver(
                "capex_per_gpu: $40k/GPU to $60k/GPU",
                "",
                "ownership: offtake, offtake_price: $2/GPU-hour")
            .central();
    Coefficients coefficients = scenario.coefficients();
    assertThat(coefficients.isNothing(cell(scenario, 0, PerGpu.COMPUTE_CAPEX))).isFalse();
    assertThat(coefficients.isNothing(cell(scenario, 1, PerGpu.COMPUTE_CAPEX))).isTrue();
    assertThat(coefficients.isNothing(cell(scenario, 1, PerGpu.ENERGY_PER_YEAR))).isTrue();
  }

  @Test
  void theSameNumberIsTheSameWhereverItIsWritten() {
    Scenario scenario = resolver("watts_per_gpu: 1 kW", "pue: 1.2", "pue: 1.2").central();
    assertThat(
            scenario
                .coefficients()
                .areSame(
                    cell(scenario, 0, PerGpu.FACILITY_WATTS),
                    cell(scenario, 1, PerGpu.FACILITY_WATTS)))
        .isTrue();
    assertThat(
            scenario
                .coefficients()
                .areSame(
                    cell(scenario, 0, PerGpu.IT_WATTS), cell(scenario, 1, PerGpu.FACILITY_WATTS)))
        .isFalse();
  }
}
