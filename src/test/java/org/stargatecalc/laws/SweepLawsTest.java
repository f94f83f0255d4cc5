package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Laws;

/** A row of a sweep is what {@code project} says with its values set, whoever works it. */
class SweepLawsTest {
  private static final String METRICS =
      "facility_power_gw,energy_twh,cumulative_spend_usd_bn,present_value_usd_bn";

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Laws.cases(4));
  }

  private String scenario(long seed) throws IOException {
    RandomScenario random = RandomScenario.of(seed);
    if (seed % 2 == 0) {
      random = random.delayedBy("1 to 14 months");
    }
    return Files.writeString(folder.resolve("scenario.yaml"), random.yaml()).toString();
  }

  private static List<String> command(String command, String scenario, String... more) {
    List<String> args = new ArrayList<>(List.of(command, scenario));
    args.addAll(List.of("-f", "csv", "--precision", "17", "-n", "64", "-q"));
    args.addAll(List.of(more));
    return args;
  }

  private static List<String[]> csv(List<String> args) {
    CommandResult result = CommandResult.of(args.toArray(new String[0]));
    assertThat(result.exit()).as("%s", result).isIn(0, 3);
    return result.stdout().lines().map(line -> line.split(",", -1)).toList();
  }

  private static String cell(List<String[]> table, int row, String column) {
    List<String> columns = List.of(table.get(0));
    assertThat(columns).contains(column);
    return table.get(row)[columns.indexOf(column)];
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRowIsWhatProjectSays(long seed) throws IOException {
    String scenario = scenario(seed);
    List<String[]> swept =
        csv(
            command(
                "sweep",
                scenario,
                "--metrics",
                METRICS,
                "--vary",
                "discount_rate=3%,7%",
                "--vary",
                "energy_price=$40/MWh..$60/MWh by $10/MWh"));
    assertThat(swept).hasSize(7);
    for (int row = 1; row <= 6; row++) {
      String rate = row <= 3 ? "3%" : "7%";
      String price = "$" + (40 + 10 * ((row - 1) % 3)) + "/MWh";
      assertThat(Double.parseDouble(cell(swept, row, "discount_rate")))
          .isEqualTo(row <= 3 ? 0.03 : 0.07);
      String[] set = {"--set", "discount_rate=" + rate, "--set", "energy_price=" + price};
      List<String[]> claims = csv(with(command("project", scenario, "--show", "claims"), set));
      for (int c = 1; c < claims.size(); c++) {
        for (String column : List.of("verdict", "reached_on", "value")) {
          String id = cell(claims, c, "claim");
          assertThat(cell(swept, row, id + "_" + column)).isEqualTo(cell(claims, c, column));
        }
        if (List.of(claims.get(0)).contains("probability_met")) {
          assertThat(cell(swept, row, cell(claims, c, "claim") + "_probability_met"))
              .isEqualTo(cell(claims, c, "probability_met"));
        }
      }
      List<String[]> metrics =
          csv(with(command("project", scenario, "--at", end(scenario), "--metrics", METRICS), set));
      for (int column = 2; column < metrics.get(0).length; column++) {
        assertThat(cell(swept, row, metrics.get(0)[column])).isEqualTo(metrics.get(1)[column]);
      }
      assertThat(cell(swept, row, "error")).isEmpty();
    }
  }

  private static String end(String scenario) throws IOException {
    return RandomScenario.mapping(
            RandomScenario.mapping(
                new org.snakeyaml.engine.v2.api.Load(
                        org.snakeyaml.engine.v2.api.LoadSettings.builder().build())
                    .loadFromString(Files.readString(Path.of(scenario)))))
        .get("horizon")
        .toString()
        .replaceFirst(".*to=([0-9-]+).*", "$1");
  }

  private static List<String> with(List<String> args, String... more) {
    List<String> all = new ArrayList<>(args);
    all.addAll(List.of(more));
    return all;
  }

  /** Parts of any number, on any number of threads, some rows of them invalid. */
  @ParameterizedTest
  @MethodSource("seeds")
  void partsLaidOneAfterTheOtherAreTheWhole(long seed) throws IOException {
    Random random = new Random(seed);
    String[] vary = {
      "--vary", "discount_rate=-1%,2%,3%", "--vary", "energy_price=$40/MWh..$60/MWh in 7"
    };
    List<String> args = with(command("sweep", scenario(seed), vary));
    String whole = CommandResult.of(args.toArray(new String[0])).stdout();
    assertThat(whole.lines()).hasSize(22);
    int parts = 1 + random.nextInt(21);
    StringBuilder joined = new StringBuilder();
    for (int part = 1; part <= parts; part++) {
      List<String> one =
          with(
              args,
              "--shard",
              part + "/" + parts,
              "--threads",
              Integer.toString(1 + random.nextInt(3)));
      if (part > 1) {
        one.add("--no-header");
      }
      joined.append(CommandResult.of(one.toArray(new String[0])).stdout());
    }
    assertThat(joined.toString()).isEqualTo(whole);
  }

  /** More rows than are worked at once, or kept: 10,000. Each has its own values, in order. */
  @Test
  void threadsChangeNoRowOfALongSweep() {
    List<String> args =
        command(
            "sweep",
            "scenarios/minimal.yaml",
            "--vary",
            "pue=1.1..1.5 in 101",
            "--vary",
            "mfu=1%..99% in 101");
    args.addAll(List.of("--metrics", "facility_power_gw,training_run_flop", "--threads", "3"));
    List<String[]> table = csv(args);
    assertThat(table).hasSize(10_202);
    List<String> columns = List.of(table.get(0));
    int power = columns.indexOf("facility_power_gw");
    int flop = columns.indexOf("training_run_flop");
    double[] first = {number(table, 1, power) / 1.1, number(table, 1, flop) / 0.01};
    for (int row = 1; row < table.size(); row++) {
      double pue = 1.1 + 0.4 * ((row - 1) / 101) / 100;
      double mfu = 0.01 + 0.98 * ((row - 1) % 101) / 100;
      boolean isItsOwn =
          isClose(number(table, row, power), first[0] * pue)
              && isClose(number(table, row, flop), first[1] * mfu);
      // of ten thousand: a text for each would take longer than the row
      if (!isItsOwn) {
        fail("row %s: %s", row, String.join(",", table.get(row)));
      }
    }
  }

  private static double number(List<String[]> table, int row, int column) {
    return Double.parseDouble(table.get(row)[column]);
  }

  private static boolean isClose(double one, double other) {
    return Math.abs(one - other) <= 1e-9 * other;
  }
}
