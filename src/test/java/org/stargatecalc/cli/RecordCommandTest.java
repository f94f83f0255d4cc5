package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.data.SiteScenario;
import org.stargatecalc.support.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tables of others as a record, and recorded sites as scenarios. */
class RecordCommandTest {
  private static final String HEAD =
      "Data center,Date,Construction status,IT power (MW),Power (MW),H100 equivalents,"
          + "Total capital cost (2025 USD billions),Current H100 equivalents (from Data center)\n";
  private static final String ROWS =
      "Colossus 2,2025-10-19,\"one, \"\"two\"\"\nthree\",239.0,323.0,277918.14,9.05,555836.28\n"
          + "Colossus 2,2026-04-06,,490.0,661.0,555836.28,18.56,555836.28\n"
          + "Colossus 2,2027-04-06,,900.0,1200.0,1.0e+6,35.0,555836.28\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandResult imported(String text, String... options) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("record", "import", file("t.csv", text).toString()));
    args.addAll(List.of(options));
    return CommandResult.of(args.toArray(String[]::new));
  }

  private static JsonNode site(String id, Path... records) {
    List<String> args = new ArrayList<>(List.of("catalog", "sites", id, "-f", "json", "-q"));
    for (Path record : records) {
      args.addAll(List.of("--record", record.toString()));
    }
    String json = CommandResult.of(args.toArray(String[]::new)).succeeds().stdout();
    return new ObjectMapper().readTree(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"plain", "CR LF", "BOM", "semicolons", "columns in another order"})
  void aTableIsReadHoweverItIsWritten(String how) throws IOException {
    String text = HEAD + ROWS;
    String written =
        switch (how) {
          case "CR LF" -> text.replace("\n", "\r\n");
          case "BOM" -> "\uFEFF" + text;
          case "semicolons" -> text.replace("one, ", "one ").replace(',', ';');
          case "columns in another order" ->
              // as in December 2025, without IT power
              "Date,Power (MW),H100 equivalents,Total capital cost (2025 USD billions),"
                  + "Data center,Current H100 equivalents (from Data center)\n"
                  + "2025-10-19,323.0,277918.14,9.05,Colossus 2,555836.28\n"
                  + "2026-04-06,661.0,555836.28,18.56,Colossus 2,555836.28\n"
                  + "2027-04-06,1200.0,1.0e+6,35.0,Colossus 2,555836.28\n";
          default -> text;
        };
    String it = how.startsWith("columns") ? "" : ", it_power: 490 MW";
    assertThat(imported(written, "-q").succeeds().stdout())
        .contains(
            "  colossus-2:\n",
            "    as_of: 2026-04-06\n",
            "      - {date: 2026-04-06"
                + it
                + ", facility_power: 661 MW, h100_equivalents: 555836, capex: $18.56bn,"
                + " kind: estimated}\n",
            "facility_power: 1200 MW, h100_equivalents: 1000000, capex: $35bn, kind: forecast}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Colossus 2,2026-02-30,,1,1,1,1,1 | 6:2: Date: found '2026-02-30'",
        "Colossus 2,soon,,1,1,1,1,1 | 6:2: Date: found 'soon'",
        "Colossus 2,2026-05-01,,1,much,1,1,1 | 6:5: Power (MW): found 'much'",
        "Colossus 2,2026-05-01,,-1,1,1,1,1 | 6:4: IT power (MW): found '-1'",
        "Colossus 2,2026-05-01,,1,1e999,1,1,1 | 6:5: Power (MW): found '1e999'",
        "Colossus 2,2026-04-06,,1,1,1,1,1 | 6:2: Date: found 2026-04-06 of Colossus 2 a second",
        "Colossus 2,2026-05-01 | 6:1: found 2 cells; expected 8",
        "xAI Colossus 2,2026-05-01,,1,1,1,1,1 | 6:1: found 'xAI Colossus 2', which is the same",
        "'\"Colossus 2,2026-05-01,,1,1,1,1,1' | found a row that is no CSV at or below this line"
      })
  void aBadRowIsRefusedWithItsLineAndColumn(String row, String said) throws IOException {
    CommandResult result = imported(HEAD + ROWS + row + "\n").exits(3);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).contains(said);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    String rows = "Colossus 2,no,,1,1,1,1,1\nColossus 2,2026-05-01,,x,y,1,1,1\n";
    assertThat(imported(HEAD + rows).exits(3).stderr().lines()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aMissingColumnIsNamedWithWhatWasExpected() throws IOException {
    String head = HEAD.replace("Date,", "Day,");
    assertThat(imported(head + ROWS).exits(3).stderr())
        .contains("t.csv:1:1: found no column 'Date'; expected data_center_timelines.csv with the")
        .contains("'Data center', 'Date', 'Power (MW)'");
  }

  @Test
  void anUnknownColumnIsSaidAndNotRead() throws IOException {
    CommandResult result = imported(HEAD.replace("Construction status", "Mood") + ROWS);
    assertThat(result.exits(0).stderr())
        .contains("t.csv:1:3: the column 'Mood' is not known and not read");
    assertThat(imported(HEAD.replace("Construction status", "Mood") + ROWS, "--strict").exit())
        .isEqualTo(3);
  }

  @Test
  void aSiteThatTheRecordDoesNotKnowIsAddedAndListedWithItsRow() throws IOException {
    CommandResult result =
        imported(HEAD + ROWS + "Colossos 2,2026-04-06,,1,1.5,1,1,1\n,2026-04-06,,1,1,1,1,1\n");
    assertThat(result.exits(0).stderr())
        .contains("t.csv:6:1: 'Colossos 2' is no site of the record; added as colossos-2")
        .contains("(did you mean Colossus 2?)")
        .contains("t.csv:7:1: Data center: no site is named; left out")
        .contains("at 1 known site, replacing this vintage or a newer one at 1; new: colossos-2");
    assertThat(result.stdout()).contains("  colossos-2:\n    name: \"Colossos 2\"\n");
  }

  @Test
  void aRowThatTellsOfAPictureOnlyIsLeftOut() throws IOException {
    String picture =
        "Colossus 2,2026-05-01,\"a new picture\",490.0,661.0,555836.28,18.56,555836.28\n";
    assertThat(imported(HEAD + ROWS + picture, "-q").succeeds().stdout())
        .doesNotContain("2026-05-01");
  }

  @Test
  void theVintageIsFoundOutOrSaid() throws IOException {
    assertThat(imported(HEAD + ROWS).stderr())
        .contains("vintage 2026-04-06, the last date whose compute the tables call current");
    assertThat(imported(HEAD + ROWS, "--vintage", "2027-05-01", "-q").succeeds().stdout())
        .contains("as_of: 2027-05-01")
        .doesNotContain("forecast");
    String without = (HEAD + ROWS).replaceAll(",[^,\n]*\n(?=Colossus|$)", "\n");
    assertThat(imported(without).exits(3).stderr()).contains("--vintage DATE");
  }

  @Test
  void aHundredThousandRowsAreRead() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    LocalDate start = LocalDate.of(2020, 1, 1);
    for (int row = 0; row < 100_000; row++) {
      int day = row % 1000;
      text.append("Site ").append(row / 1000).append(',').append(start.plusDays(day));
      text.append(",,").append(day).append(',').append(day * 1.2).append(',').append(day);
      text.append(",,500\n");
    }
    String yaml = imported(text.toString(), "-q").succeeds().stdout();
    assertThat(yaml.lines().filter(line -> line.startsWith("      - {date"))).hasSize(100_000);
    int tenth = text.indexOf("Site 10,");
    String bad = text.substring(0, tenth) + "Site 99,2023-01-01,,x,1,1,,500\n";
    assertThat(imported(bad).exits(3).stderr()).contains("t.csv:10002:4: IT power (MW)");
  }

  /** A table laid over the record and the file made of it say the same. */
  @Test
  void aTableAndTheFileMadeOfItAreOneRecord() throws IOException {
    Path table = file("t.csv", HEAD + ROWS);
    Path sites =
        file(
            "s.csv",
            "Name,Owner,Users\nColossus 2,SpaceXAI #confident,\"Anthropic #likely, Cursor\"\n");
    Path chips =
        file(
            "c.csv",
            "Data center,Date,Chip type,Number of Units\nColossus 2,2026-04-06,B300,110000\n");
    Path yaml = folder.resolve("made.yaml");
    CommandResult.of(
            "record",
            "import",
            table.toString(),
            sites.toString(),
            chips.toString(),
            "-q",
            "-o",
            yaml.toString())
        .succeeds();
    JsonNode direct = site("colossus-2", table, sites, chips);
    JsonNode made = site("colossus-2", yaml);
    for (String key : List.of("name", "owner", "users", "stage", "note", "vintage", "source")) {
      assertThat(made.get(key)).as(key).isEqualTo(direct.get(key));
    }
    assertThat(made.get("users").asString()).isEqualTo("Anthropic; Cursor");
    assertThat(made.get("capacity")).isEqualTo(direct.get("capacity")).isNotEmpty();
    assertThat(made.get("chips")).isEqualTo(direct.get("chips")).hasSize(1);
    // older vintages stay, newer ones give way
    assertThat(direct.get("capacity").toString())
        .contains("\"vintage\":\"2025-12-13\"", "\"vintage\":\"2026-04-06\"")
        .doesNotContain("\"vintage\":\"2026-09-01\"");
  }

  @Test
  void aBacktestIsAgainstTheTables() throws IOException {
    Path table = file("t.csv", HEAD + ROWS);
    String json =
        CommandResult.of(
                "backtest",
                "scenarios/colossus-2.yaml",
                "--record",
                table.toString(),
                "-f",
                "json",
                "-q")
            .succeeds()
            .stdout();
    assertThat(json).contains("\"recorded_mw\": 1200").doesNotContain("\"recorded_mw\": 2065");
  }

  private static final SiteRecord RECORD = CatalogReader.sites();

  static Stream<String> sitesWithPower() {
    return RECORD.sites().values().stream().filter(SiteScenario::isPossible).map(Site::id);
  }

  /** Power within 1 % at every date, which backtest judges, and compute within 1 % at the last. */
  @ParameterizedTest
  @MethodSource("sitesWithPower")
  void aScenarioOfASiteGivesWhatIsRecorded(String id) throws IOException {
    Path scenario = folder.resolve("s.yaml");
    CommandResult.of("record", "scenario", id, "-o", scenario.toString()).succeeds();
    CommandResult.of("validate", scenario.toString()).exits(0);
    Site site = RECORD.sites().get(id);
    List<SiteCapacity> points =
        site.vintage().map(site::points).filter(p -> !p.isEmpty()).orElse(site.announced());
    double highest = points.stream().mapToDouble(p -> p.facilityMw().orElse(0)).max().orElse(0);
    Optional<SiteCapacity> counted =
        points.stream()
            .filter(p -> p.facilityMw().orElse(0) == highest && p.h100Equivalents().isPresent())
            .findFirst();
    String at = points.get(points.size() - 1).date().toString();
    String[] cells =
        CommandResult.of(
                "project",
                scenario.toString(),
                "--at",
                at,
                "--metrics",
                "facility_power_gw,h100_equivalents",
                "-f",
                "csv",
                "--precision",
                "12")
            .exits(0)
            .stdout()
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow()
            .split(",");
    assertThat(Double.parseDouble(cells[2]) * 1000).isCloseTo(highest, within(1e-6));
    if (counted.isPresent()) {
      double recorded = counted.get().h100Equivalents().getAsDouble();
      assertThat(Double.parseDouble(cells[3])).isCloseTo(recorded, within(0.01 * recorded));
    }
  }

  @Test
  void whatTheRecordDoesNotHaveMakesNoScenario() {
    CommandResult.of("record", "scenario", "stargate-india")
        .exits(2)
        .saysOnly("stargate-calc: the record has no power of Stargate India");
    assertThat(CommandResult.of("record", "scenario", "abilen").exits(2).stderr())
        .contains("(did you mean abilene?)");
    assertThat(CommandResult.of("record", "inport", "x.csv").exits(2).stderr())
        .contains("(did you mean import?)");
  }

  @Test
  void aTextOfATableCannotBreakTheFile() throws IOException {
    String name = "\"Evil \\ \"\" : #\n- {x}\u0085\u2028\"";
    String rows = name + ",2026-04-06,,1,1.5,10,1,10\n";
    Path yaml = folder.resolve("evil.yaml");
    CommandResult made = imported(HEAD + rows, "-q", "-o", yaml.toString());
    made.exits(0);
    assertThat(Files.readString(yaml, StandardCharsets.UTF_8)).contains("evil-x:");
    assertThat(site("evil-x", yaml).get("name").asString()).isEqualTo("Evil \\ \" : # - {x}");
  }
}
