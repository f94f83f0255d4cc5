package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.CommandResult;

/** What a sweep refuses, and what it does with combinations that no scenario may have. */
class SweepCommandTest {
  private static final String MINIMAL = "scenarios/minimal.yaml";

  @TempDir private Path folder;

  private static CommandResult sweep(String arguments) {
    return CommandResult.of(("sweep|" + MINIMAL + "|" + arguments).split("\\|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-f|csv; sweep needs what is varied",
        "--vary|pue; found 'pue'; expected PATH=VALUES",
        "--vary|pue=1.1..1.5; found the range '1.1..1.5' of pue",
        "--vary|pue=1.1..1.5|--sample|5|--together; leave one out",
        "--vary|pue=1.1|--shard|1/1; --shard is for csv and tsv",
        "--vary|pue=1.1|--no-header|-f|json; --no-header is for csv and tsv",
        "--vary|pue=1.1,1.2|--shard|1/3|-f|csv; N of I/N, of 2 combinations",
        "--vary|pue=1.1,1.2|--shard|2|-f|csv; expected I/N",
        "--vary|pue=1.1..1.5 in 2501; tables for people show at most 2500",
        "--vary|pue=1.1,1.2|--at|2040; outside the horizon",
        "--vary|pue=1.1,1.2|--vary|pue=1.3; found pue twice",
        "--vary|pue=1.1..1.5 in 1001|--vary|mfu=1%..9% in 1000|-f|csv; at most 1,000,000"
      })
  void whatMakesNoSenseIsRefusedBeforeAnythingIsWritten(String arguments, String message) {
    CommandResult result = sweep(arguments).exits(2);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr().lines()).hasSize(1);
    assertThat(result.stderr()).contains(message);
  }

  @Test
  void aCombinationThatNoScenarioMayHaveIsARowWithItsError() {
    CommandResult result = sweep("--vary|pue=0.9,1.1|--vary|gpu=gb200,gb2000|-f|csv").exits(3);
    List<String> rows = result.stdout().lines().toList();
    assertThat(rows).hasSize(5);
    assertThat(rows.get(1)).startsWith("0.9,gb200,,").contains("pue: found '0.9'");
    assertThat(rows.get(3)).startsWith("1.1,gb200,not_reached,").endsWith(",");
    assertThat(rows.get(4)).contains("gb2000").contains("did you mean gb200?");
    assertThat(result.stderr()).contains("3 of 4 combinations");
  }

  @Test
  void whereNoCombinationCanBeProjectedTheFirstSaysWhy() {
    CommandResult result = sweep("--vary|puee=1.1,1.2|-f|csv").exits(3);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).contains("puee").contains("did you mean pue?");
    assertThat(CommandResult.of("sweep", "none.yaml", "--vary", "pue=1.1").exits(3).stderr())
        .contains("none.yaml: cannot read it");
  }

  /** A usual warning is an error under --strict, of the row that has it alone. */
  @Test
  void strictRefusesWhatIsWarnedOf() {
    String usual = "--vary|pue=1.2,3.5|-f|csv|-q";
    sweep(usual).exits(0);
    CommandResult strict = sweep(usual + "|--strict").exits(3);
    assertThat(strict.stdout().lines().skip(1).filter(row -> row.endsWith(",")).toList())
        .hasSize(1);
  }

  /** What the other row draws has no column of its own, so certain rows leave it empty. */
  @Test
  void aRowWithoutUncertaintyIsNotDrawn() {
    String watts = "--vary|watts_per_gpu=2 kW,1.8 kW to 2.2 kW|-f|csv|-n|100";
    List<String> rows = sweep(watts).succeeds().stdout().lines().toList();
    assertThat(rows.get(0)).contains("_probability_met").contains("_p95");
    assertThat(rows.get(1)).startsWith("2 kW,").contains(",,,");
    assertThat(rows.get(2)).startsWith("1.8 kW to 2.2 kW,").doesNotContain(",,,,");
    assertThat(sweep(watts + "|--point").succeeds().stdout()).doesNotContain("_p95");
  }

  @Test
  void aMatrixOfASecondAxisThatIsLongerIsTurned() {
    String down = sweep("--vary|pue=1.1,1.2,1.3|--vary|gpu=gb200,vr200").succeeds().stdout();
    String turned = sweep("--vary|gpu=gb200,vr200|--vary|pue=1.1,1.2,1.3").succeeds().stdout();
    assertThat(matrices(turned)).isEqualTo(matrices(down));
  }

  private static String matrices(String table) {
    return table
        .lines()
        .dropWhile(line -> !line.startsWith("ONE"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aFileAppearsWithTheSameBytes() throws IOException {
    Path csv = folder.resolve("rows.csv");
    String axes = "--vary|pue=1.1..1.5 by 0.1|";
    sweep(axes + "-o|" + csv + "|-o|" + folder.resolve("rows.json")).succeeds();
    assertThat(Files.readString(csv)).isEqualTo(sweep(axes + "-f|csv").stdout());
    assertThat(Files.readString(folder.resolve("rows.json")))
        .isEqualTo(sweep(axes + "-f|json").stdout());
  }
}
