package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stargatecalc.support.CommandResult;

/** What somebody sees who runs the first example. */
class AnswerFirstTest {
  private static List<String> base(String... more) {
    String[] args = new String[2 + more.length];
    args[0] = "project";
    args[1] = "scenarios/base.yaml";
    System.arraycopy(more, 0, args, 2, more.length);
    return CommandResult.with("", Map.of("COLUMNS", "80"), args)
        .succeeds()
        .stdout()
        .lines()
        .toList();
  }

  @Test
  void theFirstScreenAnswersEveryClaimInALineEach() {
    List<String> screen = base().subList(0, 24);
    assertThat(screen)
        .anySatisfy(line -> assertThat(line).contains("1 GW in 2025", "LATE 2026-11-01", "29.5"))
        .anySatisfy(line -> assertThat(line).contains("5 GW in 2027", "NOT REACHED", "23.6"))
        .anySatisfy(line -> assertThat(line).contains("10 GW", "MET 2028-12-31", "120"))
        .anySatisfy(line -> assertThat(line).contains("$500bn", "NOT REACHED", "92.7"));
  }

  @Test
  void theWholeIsShortAndVShowsWhatIsFolded() {
    assertThat(base()).hasSizeLessThan(90).allMatch(line -> line.length() <= 80);
    assertThat(base("-v")).hasSizeGreaterThan(120);
    assertThat(String.join(" ", base("-v")).replaceAll("\\s+", " "))
        .contains("whole fleet", "abilene-buildings-3-8", "Residual value")
        .containsOnlyOnce("the day of the");
  }

  @Test
  void aMetThatMostDrawsMissIsNotSaidToBeMet() {
    String both =
        """
        name: both
        gpu: gb200
        capex_split: {training: 60%, inference: 40%}
        claims: [{id: both-1gw, metric: facility_power_gw, at_least: 1 GW, by: 2027}]
        phases:
          a: {facility_power: 500 MW, online: 2026-06, probability: 60%}
          b: {facility_power: 500 MW, online: 2026-06, probability: 60%}
        """;
    for (String more : List.of("-q", "-v")) {
      assertThat(CommandResult.with(both, Map.of(), "project", "-", more).succeeds().stdout())
          .contains("AS LIKELY AS NOT")
          .doesNotContainPattern("\\bMET\\b");
    }
  }
}
