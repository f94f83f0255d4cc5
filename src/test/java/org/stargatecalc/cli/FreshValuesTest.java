package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;

/** What {@code check --fresh} says is old. */
class FreshValuesTest {
  private static final String PLAN =
      """
      name: plan
      as_of: 2026-09-01
      until: {value: 2039-12-31, source: s, as_of: 2026-09}
      phases:
        stargate-abilene:
          stage: announced
          gpu: {value: vr200, source: s, as_of: 2026-09}
          pue: {value: 1.2, source: s, as_of: PUE}
          pue_average: {value: 1.1, source: s, as_of: 2026-09}
          mfu: {value: 30%, source: s, as_of: 2026-09}
          capex_split: {value: {training: 60%, inference: 40%}, as_of: 2026-09}
          milestones:
            - {by: 2027-01, facility_power: {value: 1 GW, source: s}}
      """;

  @TempDir Path folder;

  private CommandResult check(String plan, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yaml"), plan);
    List<String> words = new ArrayList<>(List.of("check", file.toString(), "-f", "json"));
    words.addAll(List.of(options));
    return CommandResult.of(words.toArray(String[]::new));
  }

  /** Returns what is said of values, each behind its place. */
  private static List<String> warnings(CommandResult result) {
    List<String> warnings = new ArrayList<>();
    for (JsonNode check : JsonOutput.in(result).at("/scenarios/0/checks")) {
      String place = check.at("/origin/line").asInt() + ":" + check.at("/origin/column").asInt();
      if (check.get("outcome").asString().equals("warned")) {
        String what = check.get("expression").asString().replace(" is fresh", "");
        warnings.add(place + ": " + what + ": " + check.get("message").asString());
      }
    }
    return warnings;
  }

  /** 2025-09-01 is 365 days before 2026-09-01, and a month counts by its last day. */
  @Test
  void aValueIsOldByMoreThanTheLimitOnly() throws IOException {
    for (String fresh : new String[] {"2025-09-01", "2025-09", "2025", "2027"}) {
      assertThat(warnings(check(PLAN.replace("PUE", fresh), "--fresh", "365 days").exits(0)))
          .as(fresh)
          .noneMatch(line -> line.contains("pue:"));
    }
    assertThat(warnings(check(PLAN.replace("PUE", "2025-08"), "--fresh", "365 days").exits(0)))
        .contains("8:5: phases.stargate-abilene.pue: as of 2025-08, 366 days before the scenario");
  }

  @Test
  void whatLacksASourceOrADateIsNamedOnce() throws IOException {
    assertThat(warnings(check(PLAN.replace("PUE", "2026"), "--fresh", "20 years").exits(0)))
        .containsExactly(
            "11:5: phases.stargate-abilene.capex_split: has no source",
            "12:5: phases.stargate-abilene.milestones: has no source and no as_of");
  }

  @Test
  void aScenarioWithoutADateHasNoAges() throws IOException {
    String undated = PLAN.replace("as_of: 2026-09-01\n", "").replace("PUE", "1990");
    assertThat(warnings(check(undated, "--fresh", "1 year").exits(0)))
        .contains(
            "0:0: values are fresh: the scenario has no as_of, so that nothing of it has an age")
        .noneMatch(line -> line.contains("days before"));
  }

  @Test
  void underStrictItIsAnErrorWithItsPlace() throws IOException {
    CommandResult result = check(PLAN.replace("PUE", "2024"), "--fresh", "1 year", "--strict");
    assertThat(result.exits(3).stderr())
        .contains("plan.yaml:8:5: phases.stargate-abilene.pue: as of 2024, 609 days before");
    assertThat(result.stdout()).contains("as of 2024, 609 days before the scenario");
  }

  /** A record of one's own has 2 GW where the shipped one has 147 MW. */
  @Test
  void aNewerRecordIsHeldAgainstTheShippedOne() throws IOException {
    Path record =
        Files.writeString(
            folder.resolve("record.yaml"),
            """
            points: add
            sites:
              stargate-abilene:
                as_of: 2026-12-01
                capacity: [{date: 2025-09-26, facility_power: 2 GW}]
            """);
    String[] against = {"--fresh", "9 years", "--record", record.toString()};
    assertThat(check(PLAN.replace("PUE", "2026"), against).exits(0).stdout())
        .contains("sites.stargate-abilene is fresh")
        .contains(
            "the record of 2026-12-01 has 2000 MW of facility power on"
                + " 2025-09-26, the shipped one of 2026-09-01 147 MW, and differs on ");
    Files.writeString(record, "sites: {stargate-abilene: {owner: Somebody}}\n");
    assertThat(check(PLAN.replace("PUE", "2026"), against).exits(0).stdout())
        .doesNotContain("sites.");
  }

  @Test
  void wrongWordsAreUsage() throws IOException {
    assertThat(check(PLAN, "--fresh", "2 GW").exits(2).stderr()).contains("--fresh: found a power");
    assertThat(check(PLAN, "--fresh", "-1 day").exits(2).stderr()).contains("expected 0 or more");
    assertThat(check(PLAN, "--record", "x.yaml").exits(2).stderr()).contains("needs --fresh");
  }

  /** Values of scenarios that ship have a source and a date. */
  @Test
  void noShippedScenarioLacksASourceOrADate() throws IOException {
    // the smallest file shows the six keys alone
    CommandResult all =
        CommandResult.of("check", "scenarios", "--fresh", "50 years", "-f", "sarif");
    for (JsonNode result : JsonOutput.in(all).at("/runs/0/results")) {
      assertThat(result.at("/message/text").asString())
          .matches(text -> !text.contains("has no ") || text.startsWith("minimal: "));
    }
  }
}
