package org.stargatecalc.analysis.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.support.ProjectedYaml;

class LeversTest {
  private static final String PLAN =
      """
      name: plan
      horizon: {from: 2025-01, to: 2028-12}
      gpu: gb200
      capex_split: {value: {training: 60%, inference: 40%}, confidence: low}
      pue: {value: 1.05, confidence: low}
      claims:
      - {id: fleet, metric: facility_power_gw, at_least: 1 GW, by: 2026}
      - {id: money, metric: cumulative_capex_usd_bn, at_least: $10bn, by: 2026}
      phases:
        a:
          it_power: 1 GW
          online: {value: 2026-01-01, confidence: low}
          capex_per_gpu: {value: $50k, confidence: low}
      """;

  private static List<Levers.Lever> levers() {
    return Levers.of(ProjectedYaml.of(PLAN).projected());
  }

  private static Answer answer(String path, Levers.Change change, int claim) {
    return levers().stream()
        .filter(lever -> lever.path().equals(path))
        .flatMap(lever -> lever.outcomes().stream())
        .filter(outcome -> outcome.change() == change)
        .findFirst()
        .orElseThrow()
        .answers()
        .get(claim);
  }

  @Test
  void aRatioStaysAboveOne() {
    // 1.05 × 0.9 is below 1, the least a PUE can be; 1 GW of IT is then 1 GW
    assertThat(answer("pue", Levers.Change.LESS, 0).value().orElse(0)).isCloseTo(1, within(1e-12));
    assertThat(answer("pue", Levers.Change.MORE, 0).value().orElse(0))
        .isCloseTo(1.155, within(1e-12));
  }

  @Test
  void aDateMovesByATenthOfItsTimeSinceTheStart() {
    // 2026-01-01 is 365 days after 2025-01-01: 36.5 days, into 2026-02-07, at whose end it is there
    Answer later = answer("phases.a.online", Levers.Change.LATER, 0);
    assertThat(later.reachedOn().orElseThrow()).hasToString("2026-02-07");
    assertThat(later.verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void aPriceMovesMoneyAndNoPower() {
    Levers.Change more = Levers.Change.MORE;
    double money = answer("phases.a.capex_per_gpu", more, 1).value().orElse(0);
    double less = answer("phases.a.capex_per_gpu", Levers.Change.LESS, 1).value().orElse(0);
    assertThat(money).isGreaterThan(less);
    assertThat(answer("phases.a.capex_per_gpu", more, 0).value().orElse(0))
        .isCloseTo(1.05, within(1e-12));
  }

  /** A run of the split would otherwise have more than all of it. */
  @Test
  void thePartsOfASplitFillWhatOneLeaves() {
    assertThat(levers()).extracting(Levers.Lever::path).contains("capex_split");
    assertThat(levers().stream().filter(l -> l.path().equals("capex_split")).findFirst())
        .hasValueSatisfying(lever -> assertThat(lever.values()).hasSize(2));
  }

  /** What is left out of the projections for the first claim would not have moved it. */
  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void whatIsIrrelevantMovesNothing(Path file) throws IOException {
    LoadedScenario loaded = ProjectedYaml.load(file);
    Projected projected = Projected.of(loaded.spec(), loaded.claims());
    List<Levers.Lever> all = Levers.of(projected);
    List<Levers.Lever> first = Levers.ofFirst(projected);
    assertThat(first).hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      if (first.get(i).outcomes().isEmpty() && !projected.claims().isEmpty()) {
        Answer now = projected.claims().get(0).answer();
        for (Levers.Outcome outcome : all.get(i).outcomes()) {
          Answer changed = outcome.answers().get(0);
          String what = all.get(i).path() + " " + outcome.change();
          assertThat(changed.reachedOn()).as(what).isEqualTo(now.reachedOn());
          assertThat(changed.value().orElse(0))
              .as(what)
              .isCloseTo(now.value().orElse(0), within(1e-9));
        }
      }
    }
  }
}
