package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;

class CatalogSitesTest {
  @TempDir Path folder;

  private static JsonNode sitesOn(String date) {
    return JsonOutput.of("catalog", "sites", "--operational-by", date, "-f", "json");
  }

  private CommandResult withRecord(String yaml, String... args) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, yaml);
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--record";
    all[args.length + 1] = file.toString();
    return CommandResult.of(all);
  }

  @Test
  void newCarlisleIsTheLargestSiteAtTheEndOf2025() {
    JsonNode record = sitesOn("2025-12-31");
    for (String basis : List.of("largest_facility", "largest_it")) {
      assertThat(record.get(basis).get("site").asString()).isEqualTo("new-carlisle");
      assertThat(record.get(basis).get("facility_mw").asDouble()).isEqualTo(751);
      assertThat(record.get(basis).get("it_mw").asDouble()).isEqualTo(626);
    }
    assertThat(record.get("sum_facility_mw").asDouble()).isCloseTo(8036, within(0.5));
    assertThat(record.get("sum_it_mw").asDouble()).isCloseTo(6320, within(0.5));
  }

  @Test
  void newCarlisleThenColossus2ReachOneGigawatt() {
    JsonNode reached = sitesOn("2025-12-31").get("reached_1gw_facility");
    assertThat(reached.get(0).get("site").asString()).isEqualTo("new-carlisle");
    assertThat(reached.get(0).get("date").asString()).isEqualTo("2026-03-23");
    assertThat(reached.get(1).get("site").asString()).isEqualTo("colossus-2");
    assertThat(reached.get(1).get("date").asString()).isEqualTo("2026-06-15");
  }

  @Test
  void colossus2IsTheLargestForecastForTheEndOf2027() {
    JsonNode largest = sitesOn("2027-12-31").get("largest_facility");
    assertThat(largest.get("site").asString()).isEqualTo("colossus-2");
    assertThat(largest.get("facility_mw").asDouble()).isEqualTo(2065);
  }

  @Test
  void filtersKeepOnlyWhatFitsAllOfThem() {
    CommandResult run =
        CommandResult.of(
            "catalog",
            "sites",
            "--operational-by",
            "2026-08",
            "--min-mw",
            "400",
            "--owner",
            "micro",
            "-f",
            "csv");
    assertThat(run.exit()).isZero();
    List<String> lines = run.stdout().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("fairwater-atlanta,");
    assertThat(lines.get(2)).startsWith("fairwater-wisconsin,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new-carlisle", "Anthropic-Amazon New Carlisle"})
  void aSiteIsFoundByIdAndByName(String name) {
    CommandResult run = CommandResult.of("catalog", "site", name);
    assertThat(run.exit()).isZero();
    assertThat(run.stdout())
        .contains(
            "2026-03-23", "1092", "910", "2025-12-13", "announcement", "Epoch AI", "CC BY 4.0");
  }

  @Test
  void anUnknownSiteSuggestsTheNearest() {
    CommandResult run = CommandResult.of("catalog", "sites", "colosus-2");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.stderr()).contains("did you mean colossus-2?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "tsv", "json", "markdown"})
  void everyListComesInEveryFormat(String format) {
    for (String list : List.of("sites", "capex", "chronology")) {
      CommandResult run = CommandResult.of("catalog", list, "--owner", "Microsoft", "-f", format);
      assertThat(run.exit()).as(list).isZero();
      assertThat(run.stdout()).as(list).contains("Microsoft");
      assertThat(run.stderr()).isEmpty();
    }
  }

  @Test
  void filtersOfSitesAreRefusedElsewhere() {
    assertThat(CommandResult.of("catalog", "claims", "--min-mw", "3").exit()).isEqualTo(2);
    assertThat(CommandResult.of("catalog", "capex", "--operational-by", "2025").exit())
        .isEqualTo(2);
    assertThat(CommandResult.of("catalog", "sites", "--min-mw", "-3").exit()).isEqualTo(2);
  }

  @Test
  void anOverlayIsVisibleInWhatItChanges() throws IOException {
    CommandResult run =
        withRecord(
            """
            sites:
              new-carlisle:
                capacity:
                  - {date: 2026-01-15, it_power: 700 MW, facility_power: 840 MW}
                  - {date: 2027-01, facility_power: 3 GW, kind: forecast}
              my-campus:
                name: My campus
                owner: Me
                capacity: [{date: 2026-06, facility_power: 50 MW, it_power: 40 MW}]
              colossus-2: null
            """,
            "catalog",
            "sites",
            "--operational-by",
            "2026-07-01",
            "-f",
            "json");
    assertThat(run.exit()).isZero();
    assertThat(run.stderr()).contains("mine.yaml:10:3: sites.colossus-2: deletes Colossus 2");
    JsonNode json = JsonOutput.in(run);
    assertThat(json.get("largest_facility").get("site").asString()).isEqualTo("fairwater-atlanta");
    assertThat(json.get("record_changes")).hasSize(3);
    for (JsonNode site : json.get("sites")) {
      boolean changed = List.of("new-carlisle", "my-campus").contains(site.get("id").asString());
      assertThat(site.get("origin").asString()).isEqualTo(changed ? "overlay" : "shipped");
      assertThat(site.get("id").asString()).isNotEqualTo("colossus-2");
      if (site.get("id").asString().equals("new-carlisle")) {
        assertThat(site.get("facility_mw").asDouble()).isEqualTo(840);
        assertThat(site.get("most_facility_mw").asDouble()).isEqualTo(3000);
      }
    }
  }

  @Test
  void everyFaultOfAnOverlayIsReportedWithItsPlace() throws IOException {
    CommandResult run =
        withRecord(
            """
            sites:
              new-carlisle:
                capacity: [{date: 2026-02-30, facility_power: 1 GW}]
              colossus-1:
                capacity: [{date: 2026-02, facility_power: -1 GW}]
              colosus-2: null
              hyperion: {rename: prometheus}
              prometeus: {rename: other}
              goodnight: {ownr: Me}
              stargate-uae:
                capacity: [{date: 2026}, {facility_power: 1 GW}]
            """,
            "catalog",
            "sites");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr())
        .contains("mine.yaml:3:23: sites.new-carlisle.capacity[0].date: found '2026-02-30'")
        .contains("mine.yaml:5:48: sites.colossus-1.capacity[0].facility_power: found '-1 GW'")
        .contains("mine.yaml:6:3: sites.colosus-2: found the unknown site")
        .contains("did you mean colossus-2?")
        .contains("mine.yaml:7:3: sites.hyperion.rename: found 'prometheus'")
        .contains("mine.yaml:8:3: sites.prometeus: found the unknown site")
        .contains("did you mean owner?")
        .contains("sites.stargate-uae.capacity[0]: found no power")
        .contains("found no key 'date'");
    assertThat(run.stderr().lines()).hasSize(8);
  }

  @Test
  void aRenamedSiteIsReportedWithItsPlace() throws IOException {
    CommandResult run =
        withRecord(
            "sites: {hyperion: {rename: richland}}\n", "backtest", "scenarios/hyperion.yaml");
    assertThat(run.exit()).isZero();
    assertThat(run.stderr()).contains("mine.yaml:1:9: sites.hyperion: renames it to richland");
    assertThat(run.stdout().replaceAll("\\s+", " "))
        .contains("site hyperion of the scenario is not in the record")
        .contains("renames it to richland");
  }

  @Test
  void anUnreadableOverlayIsInvalidInput() {
    CommandResult run = CommandResult.of("catalog", "sites", "--record", "nowhere.yaml");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.stderr()).contains("nowhere.yaml").contains("no such file");
  }
}
