package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.ProjectedYaml;

/** What cannot be said of the life of a build-out: one line each, with its place and a way out. */
class LifeRulesTest {
  private static final String HEAD = "name: a\ngpu: gb200\nuntil: 2040\n";
  private static final String ONE = HEAD + "it_power: 1 GW\nonline: 2026\n";
  private static final String OWN =
      HEAD + "phases:\n  own: {it_power: 1 GW, online: 2026-01, delay: 6 months}\n";
  private static final String COVERABLE =
      "; expected another phase of this scenario that is owned or in a leased shell";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x: {ownership: offtake, covers: nobody} | 6:27: phases.x.covers: found the unknown phase 'nobody'",
        "x: {ownership: offtake, covers: x} | 6:27: phases.x.covers: found itself",
      })
  void aHedgeCoversAPhaseThatIsThere(String phase, String message) {
    assertThat(ProjectedYaml.errors(OWN + "  " + phase + "\n"))
        .containsExactly("scenario.yaml:" + message + COVERABLE);
  }

  @Test
  void aHedgeCoversNoHedgeAndNothingRented() {
    assertThat(
            ProjectedYaml.errors(
                OWN
                    + "  x: {ownership: offtake, covers: own}\n"
                    + "  y: {ownership: offtake, covers: x}\n"))
        .containsExactly(
            "scenario.yaml:7:27: phases.y.covers: found x, which covers another phase" + COVERABLE);
    assertThat(
            ProjectedYaml.errors(
                OWN
                    + "  r: {ownership: offtake, it_power: 1 MW, online: 2026-01}\n"
                    + "  y: {ownership: offtake, covers: r}\n"))
        .containsExactly(
            "scenario.yaml:7:27: phases.y.covers: found r, which is rented itself" + COVERABLE);
    assertThat(
            ProjectedYaml.errors(
                OWN
                    + "  y: {ownership: offtake, covers: z}\n"
                    + "  z: {ownership: offtake, covers: y}\n"))
        .containsExactly(
            "scenario.yaml:6:27: phases.y.covers: found z, which covers another phase" + COVERABLE,
            "scenario.yaml:7:27: phases.z.covers: found y, which covers another phase" + COVERABLE);
    assertThat(ProjectedYaml.errors(HEAD + "ownership: offtake\ncovers: own\n"))
        .containsExactly("scenario.yaml:5:1: covers: found the unknown phase 'own'" + COVERABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "covers: own | 6:6: phases.y.covers: found covers with ownership own; expected ownership: offtake",
        "ownership: offtake, covers: own, it_power: 1 MW | 6:40: phases.y.it_power: found it_power beside covers",
        "ownership: offtake, covers: own, online: 2026 | 6:40: phases.y.online: found online beside covers",
        "ownership: offtake, covers: own, cover_share: 120% | 6:53: phases.y.cover_share: found '120%'; expected a share",
        "ownership: offtake, covers: [own] | 6:35: phases.y.covers: found a list; expected an id",
      })
  void aHedgeIsRentedAndHasNoSizeOfItsOwn(String phase, String message) {
    assertThat(ProjectedYaml.errors(OWN + "  y: {" + phase + "}\n"))
        .singleElement()
        .asString()
        .startsWith("scenario.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ownership: offtake, refresh: {after: 4 years} | refresh: found a refresh with ownership offtake, whose owner decides; expected no refresh",
        "refresh: {after: 0 years} | refresh.after: found '0 years'; expected a duration > 0",
        "refresh: [] | refresh: found an empty list; expected {after: 4 years, gpu: vr200}",
        "refresh: {gpu: vr200} | refresh: found no key 'after' in phases.x.refresh; expected after: a duration",
        "refresh: {after: 4 years, gpu: vr3000} | refresh.gpu: found the unknown accelerator 'vr3000'",
        "refresh: {after: 4 years, pue: 1.3} | refresh.pue: found pue in a refresh; expected what the new hardware has",
        "contract_term: 0 | contract_term: found '0'; expected a duration > 0",
        "contract_term: -1 year | contract_term: found '-1 year'; expected a duration > 0",
        "contract_term: 5 GW | contract_term: found a power (5 GW); expected a duration",
        "compute_lead: -1 year | compute_lead: found '-1 year'; expected a duration ≥ 0",
        "facility_lead: -1 year | facility_lead: found '-1 year'; expected a duration ≥ 0",
        "generation_lead: 5 GW | generation_lead: found a power (5 GW); expected a duration",
        "run_share: 0 | run_share: found '0'; expected a share > 0 and ≤ 1",
        "run_share: 101% | run_share: found '101%'; expected a share > 0 and ≤ 1",
        "site_count: 0 | site_count: found '0'; expected a ratio ≥ 1",
        "until: 2025-06 | until: found a last day before the first one, 2026-12-31 (phases.x.online); expected a later date",
        "opex: {steps: {}} | opex.steps: found no step; expected values by date",
        "capex_split: {steps: {}} | capex_split.steps: found no step; expected values by date",
        "load_factor: {steps: {2026: 50%, 2025: 60%}} | load_factor.steps.2025: found a step on 2025-01-01 after the one on 2026-01-01; expected dates that rise",
      })
  void whatCannotBeIsToldWithAWayOut(String keys, String message) {
    String yaml = HEAD + "phases:\n  x: {it_power: 1 GW, online: 2026, " + keys + "}\n";
    assertThat(ProjectedYaml.errors(yaml))
        .singleElement()
        .asString()
        .matches("scenario\\.yaml:5:\\d+: phases\\.x\\..*")
        .contains("phases.x." + message);
  }

  @Test
  void milestonesThatFallAndSteppedPricesLeaveNoRoomForTheOther() {
    assertThat(
            ProjectedYaml.errors(
                HEAD
                    + "milestones: [{by: 2025-06, it_power: 9 MW}, {by: 2026, it_power: 5 MW}]\n"
                    + "refresh: {after: 4 years}\n"))
        .containsExactly(
            "scenario.yaml:5:10: refresh: found a refresh beside milestones that fall; expected"
                + " either, or a phase for each part");
    String steps = "capex_per_gpu: {steps: {2025: $50k/GPU, 2027: $40k/GPU}}\n";
    assertThat(ProjectedYaml.errors(HEAD + "milestones: [{by: 2025-06, capex: $1bn}]\n" + steps))
        .containsExactly(
            "scenario.yaml:5:31: capex_per_gpu: found a price in steps beside a size in capex,"
                + " whose number of GPUs it would change; expected one price, or a size as"
                + " gpu_count, it_power or facility_power");
    assertThat(ProjectedYaml.errors(ONE + steps)).isEmpty();
  }
}
