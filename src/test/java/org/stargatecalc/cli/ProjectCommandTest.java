package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProjectedYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** That every format says the same, and that options change what they say they change. */
class ProjectCommandTest {
  private static final String YAML =
      """
      name: limited
      horizon: {from: 2025-01, to: 2027-12}
      phases:
        first: {gpu_count: 100k, online: 2025-09-30, ramp: 5 months, shape: s_curve}
        second: {facility_power: 0.9 GW, online: 2026-06-15, delay: 100 days, ownership: lease_shell}
      constraints:
        chips: {limits: gpu_count, supply: {2025: 70k, 2026: 100k, 2027: 1M}}
      """;

  @TempDir private Path folder;
  private String file;
  private ProjectedYaml projected;

  @BeforeEach
  void write() throws IOException {
    file = write("limited.yaml", YAML);
    projected = ProjectedYaml.of(YAML);
  }

  private String write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml, StandardCharsets.UTF_8);
    return folder.resolve(name).toString();
  }

  @Test
  void aSpreadsheetHoldsOnePart() throws IOException {
    for (String format : List.of("csv", "tsv")) {
      CommandResult.of("project", file, "--show", "claims,cost", "-f", format)
          .exits(2)
          .saysOnly(
              String.format(
                  "stargate-calc: --show: %1$s holds one part; show one, or write a file for each"
                      + " by its name: -o claims.%1$s -o cost.%1$s, or into a folder: -o DIR/",
                  format));
    }
    String claims = folder.resolve("claims.csv").toString();
    String cost = folder.resolve("cost.csv").toString();
    CommandResult.of("project", file, "--show", "claims,cost", "-o", claims, "-o", cost).succeeds();
    assertThat(Files.readString(Path.of(claims))).startsWith("scenario,claim");
    assertThat(Files.readString(Path.of(cost))).startsWith("scenario,period_end,capex_usd_bn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"null\"", "'~'", "\"Null\"", "'NULL'"})
  void aWordInQuotesIsAText(String title) throws IOException {
    String shown = title.substring(1, title.length() - 1);
    String yaml = write("quoted.yaml", "# 漢字 é\n" + YAML + "title: " + title + "\n");
    assertThat(CommandResult.of("project", yaml).succeeds().stdout()).startsWith(shown + "\n");
  }

  // ---- the same numbers everywhere ----

  @ParameterizedTest
  @EnumSource
  void jsonHasTheNumbersOfTheProjectionAtFullPrecision(Period period) {
    JsonNode result = json("--by", period.id());
    JsonNode timeline = result.get("timeline");
    assertThat(timeline.size())
        .isEqualTo(projected.projection().horizon().periodEnds(period).size());
    String before = "2024-12-31";
    for (JsonNode row : timeline) {
      String end = row.get("period_end").asString();
      for (Metric metric : Metric.values()) {
        JsonNode value = row.get(metric.id());
        String where = metric.id() + "@" + end;
        if (metric.kind() == Metric.Kind.TEXT) {
          assertThat(value.isNull() ? null : value.asString())
              .as(where)
              .isEqualTo(projected.binding(end));
          continue;
        }
        double expected =
            metric.kind() == Metric.Kind.FLOW
                ? projected.sum(metric, before, end)
                : projected.at(metric, end);
        if (Double.isNaN(expected)) {
          assertThat(value.isNull()).as(where).isTrue();
        } else {
          assertThat(value.asDouble()).as(where).isEqualTo(expected + 0.0);
        }
      }
      before = end;
    }
  }

  @Test
  void csvAndTsvAndJsonHaveTheSameNumbers() throws IOException {
    JsonNode timeline = json().get("timeline");
    for (String format : List.of("csv", "tsv")) {
      List<NamedCsvRecord> rows =
          records(run("-f", format, "--precision", "17"), format.equals("csv") ? ',' : '\t');
      assertThat(rows).hasSize(timeline.size());
      for (int i = 0; i < rows.size(); i++) {
        for (String column : rows.get(i).getHeader()) {
          String cell = rows.get(i).getField(column);
          if (column.equals("scenario")) {
            assertThat(cell).isEqualTo("limited");
            continue;
          }
          JsonNode value = timeline.get(i).get(column);
          if (value.isNull()) {
            assertThat(cell).as(column).isEmpty();
          } else if (value.isNumber()) {
            assertThat(Double.parseDouble(cell)).as(column).isEqualTo(value.asDouble());
          } else {
            assertThat(cell).as(column).isEqualTo(value.asString());
          }
        }
      }
    }
  }

  @Test
  void theLongLayoutHasTheCellsOfTheWideOne() throws IOException {
    List<NamedCsvRecord> wide = records(run("-f", "csv", "--by", "year"), ',');
    Map<String, String> cells = new LinkedHashMap<>();
    for (NamedCsvRecord row : records(run("-f", "csv", "--by", "year", "--layout", "long"), ',')) {
      assertThat(row.getField("stat")).isEqualTo("central");
      Metric metric = Metric.of(row.getField("metric")).orElseThrow();
      assertThat(row.getField("unit")).isEqualTo(metric.unit().symbol());
      cells.put(row.getField("period_end") + metric.id(), row.getField("value"));
    }
    int compared = 0;
    for (NamedCsvRecord row : wide) {
      for (Metric metric : Metric.values()) {
        if (metric.kind() != Metric.Kind.TEXT) {
          assertThat(cells)
              .containsEntry(row.getField("period_end") + metric.id(), row.getField(metric.id()));
          compared++;
        }
      }
    }
    assertThat(cells).hasSize(compared);
  }

  @Test
  void columnsAreTheMetricsInTheirOrder() {
    List<String> columns = new ArrayList<>(List.of("scenario", "period_end"));
    Arrays.stream(Metric.values()).map(Metric::id).forEach(columns::add);
    assertThat(run("-f", "csv").lines().findFirst()).contains(String.join(",", columns));
    assertThat(run("-f", "csv", "--metrics", "it_power_gw,gpu_count").lines().findFirst())
        .contains("scenario,period_end,it_power_gw,gpu_count");
  }

  @Test
  void undefinedIsEmptyAndZeroIsZero() throws IOException {
    NamedCsvRecord first = records(run("-f", "csv"), ',').get(0);
    assertThat(first.getField("gpu_count")).isEqualTo("0");
    assertThat(first.getField("cost_per_gpu_hour_usd")).isEmpty();
    assertThat(first.getField("binding_constraint")).isEmpty();
    assertThat(run("-f", "csv")).doesNotContain("NaN", "null", "∞", "E-");
  }

  // ---- time ----

  @Test
  void oneDateHasOneRowWhoseFlowsAreSumsSinceTheStart() throws IOException {
    // a day on which nothing else happens, in the middle of a month
    NamedCsvRecord row =
        records(run("-f", "csv", "--at", "2026-02-15", "--precision", "17"), ',').get(0);
    assertThat(row.getField("period_end")).isEqualTo("2026-02-15");
    double total = Double.parseDouble(row.getField("total_cost_usd_bn"));
    double toDate = Double.parseDouble(row.getField("cumulative_cost_usd_bn"));
    assertThat(total).isCloseTo(toDate, org.assertj.core.data.Percentage.withPercentage(1e-6));
    double before =
        Double.parseDouble(
            records(run("-f", "csv", "--at", "2026-01", "--precision", "17"), ',')
                .get(0)
                .getField("energy_twh"));
    // half a month of more than nothing has been used since the end of January
    assertThat(Double.parseDouble(row.getField("energy_twh"))).isGreaterThan(before * 1.05);
  }

  @Test
  void rowsCanBeLimitedToAPartOfTheHorizon() throws IOException {
    List<String> ends =
        records(run("-f", "csv", "--from", "2026-02", "--to", "2026-Q3"), ',').stream()
            .map(row -> row.getField("period_end"))
            .toList();
    assertThat(ends).containsExactly("2026-03-31", "2026-06-30", "2026-09-30");
  }

  // ---- size ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpu_count: 1e308\nonline: 2026-01",
        "growth: {from: 2025, gpu_count: 1, per_year: 1e300}",
        "gpu_count: 1e300\nonline: 2026-01\ncapex_per_gpu: $1e20/GPU"
      })
  void aResultTooLargeForANumberIsRefused(String yaml) throws IOException {
    String large = write("large.yaml", "name: large\n" + yaml + "\n");
    for (String format : List.of("table", "csv", "json")) {
      CommandResult result = CommandResult.of("project", large, "-f", format).exits(3);
      assertThat(result.stdout()).isEmpty();
    }
  }

  // ---- changes ----

  @ParameterizedTest
  @ValueSource(strings = {"phases.second.delay=400 days", "pue=1.5", "phases.first=null"})
  void aSettingAnOverlayAndAnExtensionAreTheSameChange(String setting) throws IOException {
    String[] path = setting.split("=");
    StringBuilder patch = new StringBuilder();
    String indent = "";
    for (String key : path[0].split("\\.")) {
      patch.append(patch.length() == 0 ? "" : "\n").append(indent).append(key).append(':');
      indent += "  ";
    }
    patch.append(' ').append(path[1]).append('\n');
    String bySetting = run("-f", "csv", "--set", setting);
    assertThat(bySetting).isNotEqualTo(run("-f", "csv"));
    assertThat(run("-f", "csv", "--overlay", write("patch.yaml", patch.toString())))
        .isEqualTo(bySetting);
    String child = write("child.yaml", "extends: limited.yaml\nname: limited\n" + patch);
    assertThat(CommandResult.of("project", child, "-f", "csv").exits(0).stdout())
        .isEqualTo(bySetting);
  }

  @Test
  void laterChangesWin() throws IOException {
    String one = write("one.yaml", "pue: 1.5\n");
    String two = write("two.yaml", "pue: 1.6\n");
    String at = "--metrics=facility_power_gw";
    String sixth = run("-f", "csv", at, "--set", "pue=1.6");
    assertThat(run("-f", "csv", at, "--overlay", one, "--overlay", two)).isEqualTo(sixth);
    assertThat(run("-f", "csv", at, "--set", "pue=1.5", "--set", "pue=1.6")).isEqualTo(sixth);
    // a setting is stronger than an overlay, wherever it stands
    assertThat(run("-f", "csv", at, "--set", "pue=1.6", "--overlay", one)).isEqualTo(sixth);
  }

  @Test
  void standardInputIsAFile() {
    CommandResult result = CommandResult.with(YAML, Map.of(), "project", "-", "-f", "csv");
    assertThat(result.succeeds().stdout()).isEqualTo(run("-f", "csv"));
  }

  @Test
  void optionsMayStandAnywhere() {
    String expected = run("-f", "csv", "--by", "year");
    assertThat(CommandResult.of("-f", "csv", "--by", "year", "project", file).stdout())
        .isEqualTo(expected);
    assertThat(CommandResult.of("project", "--by=year", file, "--format=csv").stdout())
        .isEqualTo(expected);
  }

  @Test
  void severalScenariosAreOneTableAndOneDocument() throws IOException {
    String other = write("other.yaml", YAML.replace("name: limited", "name: other"));
    CommandResult csv = CommandResult.of("project", file, other, "-f", "csv", "--by", "year");
    assertThat(records(csv.succeeds().stdout(), ',').stream().map(r -> r.getField("scenario")))
        .containsExactly("limited", "limited", "limited", "other", "other", "other");
    JsonNode json =
        new ObjectMapper()
            .readTree(CommandResult.of("project", file, other, "-f", "json").succeeds().stdout());
    assertThat(json.get("schema").asString()).isEqualTo("stargate-calc/results/v1");
    assertThat(json.get("results").get(1)).isEqualTo(oneResult(other));
  }

  private static JsonNode oneResult(String scenario) {
    return new ObjectMapper()
        .readTree(CommandResult.of("project", scenario, "-f", "json").succeeds().stdout());
  }

  // ---- files ----

  @Test
  void severalFilesGetTheFormatsOfTheirNames() throws IOException {
    Path csv = folder.resolve("out.csv");
    Path json = folder.resolve("out.json");
    Path text = folder.resolve("out.data");
    CommandResult result =
        CommandResult.of(
            "project", file, "-o", csv.toString(), "-o", json.toString(), "-o", "markdown:" + text);
    assertThat(result.succeeds().stdout()).isEmpty();
    assertThat(Files.readString(csv)).isEqualTo(run("-f", "csv"));
    assertThat(Files.readString(json)).isEqualTo(run("-f", "json"));
    assertThat(Files.readString(text)).isEqualTo(run("-f", "markdown"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .as("nothing temporary is left")
          .containsExactlyInAnyOrder("limited.yaml", "out.csv", "out.json", "out.data");
    }
  }

  @Test
  void aFileIsReplacedWholeOrNotAtAll() throws IOException {
    Path out = folder.resolve("out.csv");
    Files.writeString(out, "before");
    CommandResult.of("project", file, "--set", "pue=0.5", "-o", out.toString()).exits(3);
    assertThat(Files.readString(out)).isEqualTo("before");
    CommandResult.of("project", file, "-o", out.toString()).succeeds();
    assertThat(Files.readString(out)).isEqualTo(run("-f", "csv"));
  }

  @Test
  void outputThatCannotBeWrittenIsSaidAndExitsWithFour() throws IOException {
    Path lost = folder.resolve("lost/out.csv");
    CommandResult noFolder = CommandResult.of("project", file, "-o", lost.toString()).exits(4);
    assertThat(noFolder.stderr())
        .contains("cannot write " + lost)
        .contains("its folder does not exist");
    Files.createDirectory(folder.resolve("timeline.csv"));
    CommandResult aFolder = CommandResult.of("project", file, "-o", "csv:" + folder).exits(4);
    assertThat(aFolder.stderr()).contains("it is a directory");
    assertThat(noFolder.stdout() + aFolder.stdout()).isEmpty();
  }

  @Test
  void aLinkIsWrittenThrough() throws IOException {
    Path real = folder.resolve("real.csv");
    Files.writeString(real, "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    CommandResult.of("project", file, "-o", link.toString()).succeeds();
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(real)).startsWith("scenario,period_end,");
  }

  private String run(String... options) {
    List<String> args = new ArrayList<>(List.of("project", file));
    args.addAll(List.of(options));
    return CommandResult.of(args.toArray(String[]::new)).succeeds().stdout();
  }

  private JsonNode json(String... options) {
    List<String> args = new ArrayList<>(List.of(options));
    args.addAll(List.of("-f", "json"));
    return new ObjectMapper().readTree(run(args.toArray(String[]::new)));
  }

  private static List<NamedCsvRecord> records(String text, char separator) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    }
  }
}
