package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;

/** What is recorded of sites beside what scenarios project, in project and in backtest. */
class RecordedSitesTest {
  @TempDir Path folder;

  /** Shackelford waits for its grid: 588 MW on record and 500 MW projected, 15.0 % less. */
  @Test
  void projectShowsTheRecordBesideTheProjection() {
    assertThat(
            CommandResult.of("project", "scenarios/power-late.yaml", "--show", "sites")
                .succeeds()
                .stdout())
        .containsPattern("shackelford +2027-11-18 +forecast +588 +500 +[-\u2212]15\\.0")
        .contains("CC BY 4.0", "vintage 2026-09-01");
    assertThat(CommandResult.of("project", "scenarios/abilene.yaml", "-v").succeeds().stdout())
        .contains("RECORDED AND PROJECTED");
  }

  @Test
  void aScenarioOfNoRecordedSiteShowsNone() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), "name: mine\nfacility_power: 1 GW\nonline: 2026\n");
    assertThat(CommandResult.of("project", file.toString(), "--show", "sites").succeeds().stdout())
        .doesNotContain("RECORDED");
  }

  /** The hub's published H100 equivalents of TPU sites, at each of their dates. */
  @Test
  void theComputeOfTpuSitesIsWithinAPercentOfTheRecord() {
    int compared = 0;
    for (JsonNode point : amounts("google-tpu-campus")) {
      if (point.get("amount").asString().equals("h100_equivalents")) {
        compared++;
        assertThat(Math.abs(point.get("error_share").asDouble())).as("%s", point).isLessThan(0.01);
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  /** All tracked sites together, on the last day that happened. */
  @Test
  void theComputeOfTheFrontierIsWithinTwoPercentOfTheRecord() {
    JsonNode last = null;
    for (JsonNode point : amounts("whole-frontier")) {
      if (point.get("amount").asString().equals("h100_equivalents")
          && point.get("site").isNull()
          && point.get("set").asString().equals("happened")) {
        last = point;
      }
    }
    assertThat(last).isNotNull();
    assertThat(last.get("recorded").asDouble()).isGreaterThan(14e6);
    assertThat(Math.abs(last.get("error_share").asDouble())).as("%s", last).isLessThan(0.02);
  }

  private static JsonNode amounts(String scenario) {
    return JsonOutput.of("backtest", "scenarios/" + scenario + ".yaml", "-f", "json")
        .get("results")
        .get(0)
        .get("amounts");
  }

  /** Where many sites are meant, one site is one of them and never the programme. */
  @ParameterizedTest
  @ValueSource(strings = {"stargate-500bn-2025", "custom-silicon", "microsoft-80bn-fleet"})
  void oneSiteOfManyIsNotTheFleet(String scenario) {
    JsonNode end =
        JsonOutput.of(
                "project",
                "scenarios/" + scenario + ".yaml",
                "--at",
                "2027-12-31",
                "--metrics",
                "largest_site_gw,facility_power_gw",
                "-f",
                "json")
            .get("timeline")
            .get(0);
    assertThat(end.get("largest_site_gw").asDouble())
        .isLessThan(1)
        .isLessThan(0.15 * end.get("facility_power_gw").asDouble());
  }
}
