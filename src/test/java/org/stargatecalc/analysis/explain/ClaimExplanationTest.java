package org.stargatecalc.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stargatecalc.analysis.explain.ClaimExplanation.Contribution;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.support.ProjectedYaml;

/** Who carries a claim over its threshold, and what held it back. */
class ClaimExplanationTest {
  private static final String TWO =
      """
      name: two
      pue: 1.25
      watts_per_gpu: 2 kW
      claims: [{id: half, metric: facility_power_gw, at_least: 0.5 GW, by: 2026-06}]
      phases:
        first: {facility_power: 300 MW, online: 2026-01-10}
        second: {facility_power: 250 MW, online: 2026-03-10, delay: 5 months}
        third: {facility_power: 100 MW, online: 2027-01-10}
      """;

  private static ClaimExplanation explanation() {
    LoadedScenario loaded = ProjectedYaml.load(TWO);
    return ClaimExplanation.of(loaded.spec(), loaded.claims(), loaded.claims().get(0));
  }

  @Test
  void thePhaseThatCameLastIsFirstAndWhatIsNotThereIsLeftOut() {
    ClaimExplanation explanation = explanation();

    // 300 MW were there; 250 MW come evenly over a day 152.1875 days after 10 March began, which
    // is at 4:30 on 9 August: 200 MW of them are there 0.8 days later, just before it ends
    assertThat(explanation.at()).isEqualTo(LocalDate.of(2026, 8, 9));
    assertThat(explanation.phases())
        .extracting(Contribution::phase)
        .containsExactly("second", "first");
    assertThat(explanation.phases().get(0).there()).isCloseTo(0.25, within(1e-9));
    assertThat(explanation.phases().get(1).added()).isCloseTo(0, within(1e-9));
  }

  @Test
  void withoutTheDelayItWouldBeReachedOnTheDayAsPlanned() {
    ClaimExplanation explanation = explanation();

    assertThat(explanation.onTime()).contains(LocalDate.of(2026, 3, 10));
    assertThat(explanation.waits()).hasSize(1);
    assertThat(explanation.waits().get(0).id()).isEqualTo("second");
    // 5 months of 30.4375 days
    assertThat(explanation.waits().get(0).days()).isCloseTo(152.1875, within(1e-9));
  }

  @Test
  void aSizeOfWhichAllIsThereMovesTheNumberByAsMuch() {
    Explanation value = explanation().value();

    // at the deadline there is the first phase alone, all of it: ±10 % of it is ±10 %
    Influence first = value.influences(false).get(0);
    assertThat(first.path()).isEqualTo("phases.first.facility_power");
    assertThat(first.up()).isCloseTo(0.1, within(1e-9));
    assertThat(first.down()).isCloseTo(-0.1, within(1e-9));
  }
}
