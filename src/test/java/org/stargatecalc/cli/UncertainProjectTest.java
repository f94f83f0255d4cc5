package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;

/** Uncertainty as somebody at a terminal meets it. */
class UncertainProjectTest {
  private static final String UNCERTAIN =
      """
      name: uncertain
      horizon: {from: 2025-01, to: 2028-12}
      gpu: gb200
      watts_per_gpu: 1.9 kW to 2.4 kW
      pue: triangular(1.15, 1.25, 1.45)
      capex_split: {training: "pert(40%, 60%, 90%)", inference: rest}
      energy_price: 5 to 9 c/kWh
      phases:
        first: {site: s, gpu_count: 300k, online: 2025-09-30, ramp: 3 months}
        second: {site: s, facility_power: 2 GW, online: 2026-06, delay: 2 to 15 months, probability: 90%}
      """;

  private static final String CERTAIN =
      "name: certain\ngpu_count: 400k\nwatts_per_gpu: 2.09 kW\npue: 1.2\n"
          + "capex_split: {training: 60%, inference: 40%}\nonline: 2025-09-30\nuntil: 2031\n";

  private static CommandResult project(String yaml, String... more) {
    List<String> args = new ArrayList<>(List.of("project", "-"));
    args.addAll(Arrays.asList(more));
    return CommandResult.with(yaml, Map.of(), args.toArray(String[]::new));
  }

  private static String csv(String yaml, String... more) {
    List<String> args = new ArrayList<>(List.of("-f", "csv"));
    args.addAll(Arrays.asList(more));
    return project(yaml, args.toArray(String[]::new)).succeeds().stdout();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sobol", "random"})
  void anyNumberOfThreadsWritesTheSameBytes(String sampling) {
    String one = csv(UNCERTAIN, "-n", "700", "--sampling", sampling, "--threads", "1");
    assertThat(one).contains("facility_power_gw_p05");
    assertThat(csv(UNCERTAIN, "-n", "700", "--sampling", sampling, "--threads", "8"))
        .isEqualTo(one);
  }

  /**
   * 132 of 200 draws are 66 %, from which a claim is likely; a mean of ones was a rounding less.
   */
  @Test
  void aProbabilityIsACountOverAllDraws() {
    String csv =
        CommandResult.of(
                ("project scenarios/base-uncertain.yaml -n 200 -f csv --show claims --precision 17")
                    .split(" "))
            .succeeds()
            .stdout();
    assertThat(csv).contains("stargate-10gw-2029").contains(",yes,0.66").contains(",likely,");
    for (String line : csv.lines().skip(1).toList()) {
      double share = Double.parseDouble(line.split(",", -1)[14]);
      assertThat(share).isEqualTo(Math.rint(share * 200) / 200);
    }
  }

  @Test
  void anotherSeedGivesOtherBytesAndTheSameSeedTheSame() {
    String one = csv(UNCERTAIN, "-n", "500", "--seed", "1");
    assertThat(csv(UNCERTAIN, "-n", "500")).isEqualTo(one);
    assertThat(csv(UNCERTAIN, "-n", "500", "--seed", "2")).isNotEqualTo(one);
  }

  @Test
  void aCertainScenarioPrintsNoBandAndNeverSamples() {
    CommandResult table = project(CERTAIN).succeeds();
    assertThat(table.stdout()).doesNotContain("p05", "Probability", "draws", "Uncertainty");
    assertThat(csv(CERTAIN)).doesNotContain("_p05", "_p50", "_p95");
    CommandResult json = project(CERTAIN, "-f", "json").succeeds();
    assertThat(json.stdout()).contains("\"samples\": 0").doesNotContain("_p05", "probability_met");
    // a hundred million draws would take minutes and gigabytes
    assertThat(csv(CERTAIN, "-n", "100000000")).isEqualTo(csv(CERTAIN));
  }

  @Test
  void pointShowsTheCentralCaseAlone() {
    String point = csv(UNCERTAIN, "--point");
    assertThat(point).doesNotContain("_p05");
    String[] lines = csv(UNCERTAIN, "-n", "100").split("\n", -1);
    String[] central = point.split("\n", -1);
    for (int i = 1; i < central.length - 1; i++) {
      assertThat(lines[i]).startsWith(central[i]);
    }
  }

  @Test
  void whatNoUncertainInputAffectsHasEqualQuantiles() {
    String yaml = CERTAIN + "energy_price: 5 to 9 c/kWh\n";
    String[] lines =
        csv(yaml, "-n", "1000", "--by", "year", "--metrics", "facility_power_gw,energy_cost_usd_bn")
            .split("\n");
    List<String> names = Arrays.asList(lines[0].split(","));
    int power = names.indexOf("facility_power_gw");
    for (int i = 1; i < lines.length; i++) {
      String[] row = lines[i].split(",", -1);
      for (String q : List.of("_p05", "_p50", "_p95")) {
        assertThat(row[names.indexOf("facility_power_gw" + q)]).isEqualTo(row[power]);
      }
      assertThat(Double.parseDouble(row[names.indexOf("energy_cost_usd_bn_p05")]))
          .isLessThan(Double.parseDouble(row[names.indexOf("energy_cost_usd_bn_p95")]));
    }
  }

  @Test
  void medianOfAMonotoneAnswerIsTheCentralCase() {
    String[] lines = csv(UNCERTAIN, "--metrics", "it_power_gw", "--at", "2025-12-31").split("\n");
    String[] row = lines[1].split(",");
    assertThat(Double.parseDouble(row[4])).isCloseTo(Double.parseDouble(row[2]), within(2e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[pue, phases.second.delay]", "[phases.second.delay, pue]"})
  void aPairOfInputsHasOneCorrelation(String again) {
    String yaml =
        UNCERTAIN
            + "correlations:\n"
            + "  - {between: [pue, phases.second.delay], rho: 0.7}\n"
            + "  - {between: [pue, watts_per_gpu], rho: 0.1}\n"
            + "  - {between: "
            + again
            + ", rho: 0.2}\n";
    CommandResult result = project(yaml).exits(3);
    assertThat(result.stderr().lines())
        .singleElement(as(STRING))
        .startsWith("-:14:5: correlations[2]: found ")
        .contains("a second time; expected each pair once: the first is at -:12:5");
  }

  @Test
  void drawsAreNoTableForPeopleButTheWaysToThemAreNamed() {
    assertThat(project(UNCERTAIN, "-n", "700", "--show", "samples").succeeds().stdout())
        .contains("The 700 draws")
        .contains("-o samples.csv", "samples -f csv");
    assertThat(project(CERTAIN, "--show", "samples").succeeds().stdout())
        .contains("Nothing was drawn");
  }

  @ParameterizedTest
  @CsvSource({"'5,50,95', 18", "'5,25,50,75,95', 30", "'50', 6"})
  void everyMetricThatIsAskedForHasItsQuantilesInEightyColumns(String percentiles, int columns) {
    String metrics =
        "facility_power_gw,it_power_gw,binding_constraint,largest_site_gw,gpu_count,"
            + "cumulative_capex_usd_bn,energy_twh";
    String table =
        project(
                UNCERTAIN,
                "-n",
                "100",
                "--by",
                "year",
                "--quantiles",
                percentiles,
                "--metrics",
                metrics)
            .succeeds()
            .stdout();
    String quantiles = table.substring(table.indexOf("Quantiles over all draws"));
    Matcher heading = Pattern.compile("\\bp\\d\\d\\b").matcher(quantiles);
    assertThat(heading.results().count()).isEqualTo(columns);
    assertThat(quantiles.lines().filter(line -> line.length() > 80)).isEmpty();
  }

  @Test
  void samplesHaveTheCopulasRankCorrelation(@TempDir Path directory) throws IOException {
    Path scenario = directory.resolve("s.yaml");
    Path samples = directory.resolve("samples.csv");
    double rho = 0.7;
    Files.writeString(
        scenario,
        UNCERTAIN + "correlations: [{between: [pue, phases.second.delay], rho: " + rho + "}]\n");
    CommandResult.of(
            "project",
            scenario.toString(),
            "-n",
            "8000",
            "--show",
            "samples",
            "-o",
            samples.toString())
        .succeeds();
    List<String> lines = Files.readAllLines(samples);
    List<String> names = Arrays.asList(lines.get(0).split(","));
    assertThat(lines).hasSize(8001);
    assertThat(names)
        .startsWith("scenario", "draw")
        .contains("watts_per_gpu", "capex_split.training", "phases.second.probability")
        .contains("stargate-1gw-2025_value", "stargate-1gw-2025_reached_on");
    double[] pue = column(lines, names.indexOf("pue"));
    double[] delay = column(lines, names.indexOf("phases.second.delay"));
    assertThat(new SpearmansCorrelation().correlation(pue, delay))
        .isCloseTo(6 / Math.PI * Math.asin(rho / 2), within(4 / Math.sqrt(8000)));
    assertThat(Arrays.stream(column(lines, names.indexOf("phases.second.probability"))).average())
        .hasValueCloseTo(0.9, within(4 * Math.sqrt(0.09 / 8000)));
  }

  private static double[] column(List<String> lines, int column) {
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
        .toArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "systems: 1 to 4 | systems: found a distribution",
        "probability: 50% to 70% | probability: found a distribution",
        "delay: 5 to 1 months | delay: found '5 to 1 months', whose first end is not below",
        "delay: normal(5 days, 0 days) | standard deviation 0.0 must be > 0",
        "pue: triangular(1.2, 1.5, 1.4) | mode 1.5 must lie between 1.2 and 1.4",
        "pue: uniform(0.1, 0.9) | whose 0.1 is outside the domain",
        "load_factor: 'choice(50%: 0.5, 150%: 0.5)' | whose 150% is outside the domain",
        "'risks: {r: {probability: 10% to 30%, delay: 1 month}}' | risks.r.probability: found a distribution",
        "'claims: [{id: c, title: t, metric: gpu_count, at_least: 1 to 2, by: 2026}]' | at_least: found",
        "'capex_split: {training: 20% to 40%, inference: 20% to 40%, research: rest}' | found an uncertain share",
        "'capex_split: {training: 20% to 40%, inference: 70%}' | found an uncertain share",
        "'phases: {a: {delay: uniform(1 months, 3 months)}}' | which ends before its ')'",
        "'pue: 1.1 to 1.4\nenergy_price: 5 to 9 c/kWh\ncorrelations: [{between: [pue, energy_prise], rho: 0.5}]' | found 'energy_prise', which is no uncertain input",
        "'pue: 1.1 to 1.4\nenergy_price: 5 to 9 c/kWh\ncorrelations: [{between: [pue, energy_price], rho: 1.5}]' | correlations[0].rho",
        "'pue: 1.1 to 1.4\ncorrelations: [{between: [pue, pue], rho: 0.5}]' | found one path twice",
        "'pue: 1.1 to 1.4\nenergy_price: 5 to 9 c/kWh\ndelay: 1 to 2 months\ncorrelations: [{between: [pue, energy_price], rho: 0.9}, {between: [pue, delay], rho: 0.9}, {between: [delay, energy_price], rho: -0.9}]' | not positive semidefinite",
      })
  void badInputIsRefusedWhereItStands(String lines, String complaint) {
    String base =
        lines.startsWith("phases")
            ? CERTAIN
            : Arrays.stream(CERTAIN.split("\n"))
                .filter(line -> !lines.startsWith(line.substring(0, line.indexOf(':') + 1)))
                .reduce("", (a, b) -> a + b + "\n");
    CommandResult result = project(base + lines.replace("\\n", "\n") + "\n").exits(3);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).contains(complaint).startsWith("-:");
  }

  /** Two seeds differ in what is not shown, or in the last digit by a few. */
  @Test
  void fewDrawsShowFewDigits() {
    String[] few = table("-n", "100");
    String[] many = table("-n", "200000");
    assertThat(few[2]).matches("1\\.2[0-9]? *");
    assertThat(many[2]).matches("1\\.[12][0-9]{2}");
  }

  private static String[] table(String... draws) {
    String[] line = {
      "project",
      "scenarios/minimal.yaml",
      "--set",
      "watts_per_gpu=1.5 to 3 kW",
      "--sampling",
      "random",
      "--metrics",
      "facility_power_gw",
      "--at",
      "2027",
      draws[0],
      draws[1]
    };
    String text = CommandResult.of(line).exits(0).stdout();
    String quantiles = text.substring(text.indexOf("Quantiles over all draws"));
    return quantiles
        .lines()
        .filter(row -> row.strip().startsWith("2027-12-31"))
        .findFirst()
        .orElseThrow()
        .strip()
        .split(" {2,}");
  }

  /** Two phases, each likely by itself, are both there in 0.6 × 0.6 = 36 % of draws. */
  @Test
  void strictFailsWhereMostDrawsSayTheOppositeOfTheCentralCase() {
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
    CommandResult strict = project(both, "--show", "claims", "--strict", "-f", "csv");
    assertThat(strict.exit()).isEqualTo(3);
    assertThat(strict.stderr())
        .contains(
            "both-1gw is met in the central case, but as likely as not: met in 36 % of draws");
    assertThat(strict.stdout()).contains(",met,").contains(",as_likely_as_not,");
    assertThat(project(both, "--show", "claims", "-f", "csv").succeeds().stderr()).isEmpty();
    assertThat(project(both, "--point", "--strict").exit()).isZero();
  }

  /** A metric of a draw is what a claim on it has as its value there. */
  @Test
  void samplesHaveTheMetricsThatAreAskedFor() {
    String yaml =
        UNCERTAIN
            + "claims: [{id: fleet, metric: facility_power_gw, at_least: 3 GW, by: 2026-12-31}]\n";
    List<String> lines =
        csv(
                yaml,
                "--show",
                "samples",
                "-n",
                "50",
                "--metrics",
                "facility_power_gw,capex_usd_bn",
                "--at",
                "2026-12-31")
            .lines()
            .toList();
    List<String> columns = Arrays.asList(lines.get(0).split(","));
    int claim = columns.indexOf("fleet_value");
    int metric = columns.indexOf("facility_power_gw@2026-12-31");
    assertThat(columns).endsWith("capex_usd_bn@2026-12-31");
    assertThat(lines).hasSize(51);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells[metric]).isEqualTo(cells[claim]);
    }
    assertThat(csv(yaml, "--show", "samples", "-n", "2", "--metrics", "gpu_count", "--by", "year"))
        .contains("gpu_count@2025-12-31,gpu_count@2026-12-31,gpu_count@2027-12-31");
  }
}
