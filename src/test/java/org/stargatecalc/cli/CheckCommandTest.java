package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;

class CheckCommandTest {
  /** 1 GW of IT power at a PUE of 1.2 is 1.2 GW of facility power and, at 2 kW, 500,000 GPUs. */
  private static final String PLAN =
      """
      name: plan
      pue: 1.2
      watts_per_gpu: 2 kW
      capex_split: {training: 100%}
      claims: [stargate-1gw-2025]
      phases:
        first: {it_power: 1 GW, online: 2026-06}
      """;

  /** The same with a share of the GPUs that is not known. */
  private static final String UNCERTAIN = PLAN.replace("it_power: 1 GW", "it_power: 1 GW to 2 GW");

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file.toString();
  }

  /** Every operator and aggregate, once so that it passes and once so that it fails narrowly. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          facility_power_gw@2027-12-31 >= 1.2 GW            | facility_power_gw@2027-12-31 >= 1.20000000001 GW
          facility_power_gw@2027-12-31 > 1.19999999999 GW   | facility_power_gw@2027-12-31 > 1.2 GW
          facility_power_gw@2027-12-31 <= 1200 MW           | facility_power_gw@2027-12-31 <= 1199.99999999 MW
          facility_power_gw@2027-12-31 < 1200.00000001 MW   | facility_power_gw@2027-12-31 < 1200 MW
          gpu_count@2027 == 500k                            | gpu_count@2027 == 500_000.0001
          gpu_count@2027 != 500_000.0001                    | gpu_count@2027 != 500k
          claim(stargate-1gw-2025) == late                  | claim(stargate-1gw-2025) == met
          claim(stargate-1gw-2025) != met                   | claim(stargate-1gw-2025) != late
          prob(stargate-1gw-2025) <= 0%                     | prob(stargate-1gw-2025) < 0%
          p05(facility_power_gw@2027) >= 1.2 GW             | p05(facility_power_gw@2027) > 1.2 GW
          p50(facility_power_gw@2027) >= 1.2 GW             | p50(facility_power_gw@2027) > 1.2 GW
          p95(facility_power_gw@2027) <= 1.2 GW             | p95(facility_power_gw@2027) < 1.2 GW
          mean(facility_power_gw@2027) <= 1.2 GW            | mean(facility_power_gw@2027) < 1.2 GW
          not gpu_count@2027 > 500k                         | not gpu_count@2027 >= 500k
          gpu_count@2027 > 0 and gpu_count@2027 >= 500k     | gpu_count@2027 > 0 and gpu_count@2027 > 500k
          gpu_count@2027 < 0 or gpu_count@2027 >= 500k      | gpu_count@2027 < 0 or gpu_count@2027 > 500k
          (gpu_count@2027 < 0 or gpu_count@2027 > 0) and it_power_gw@2027 >= 1 GW | gpu_count@2027 < 0 or (gpu_count@2027 > 0 and it_power_gw@2027 > 1 GW)
          """)
  void everyOperatorCanPassAndFail(String passing, String failing) throws IOException {
    String good = file("good.yaml", PLAN + "expect:\n  - \"" + passing + "\"\n");
    CommandResult.of("check", good).exits(0);
    String bad = file("bad.yaml", PLAN + "expect:\n  - \"" + failing + "\"\n");
    for (String format :
        List.of("table", "csv", "json", "markdown", "html", "junit", "sarif", "github")) {
      CommandResult call = CommandResult.of("check", bad, "-f", format).exits(10);
      assertThat(call.stdout())
          .as(format)
          .containsPattern("1\\.2(00)?\\b|1200|500000|\\b1\\b|late|0%|,0,");
    }
    // the command line fails on what is true
    CommandResult.of("project", file("plan.yaml", PLAN), "--fail-on", passing).exits(10);
    CommandResult.of("project", file("plan.yaml", PLAN), "--fail-on", failing).exits(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delta(facility_power_gw@2027) <= 5%      | delta(facility_power_gw@2027) < 5%
          delta(facility_power_gw@2027) >= 60 MW   | delta(facility_power_gw@2027) > 60 MW
          delta(gpu_count@2027) == 0%              | delta(gpu_count@2027) != 0%
          delta(research_power_gw@2027) == 0%      | delta(research_power_gw@2027) > 0%
          delta(prob(stargate-1gw-2025)) <= 0%     | delta(prob(stargate-1gw-2025)) < 0%
          delta(p50(facility_power_gw@2027)) <= 5% | delta(p50(facility_power_gw@2027)) < 5%
          """)
  void changesAreRelativeToTheBaseline(String passing, String failing) throws IOException {
    String saved = folder.resolve("base.json").toString();
    CommandResult.of("project", file("base.yaml", PLAN), "-o", saved).succeeds();
    String more = PLAN.replace("pue: 1.2", "pue: 1.26");
    String good = file("good.yaml", more + "expect: [\"" + passing + "\"]\n");
    String bad = file("bad.yaml", more + "expect: [\"" + failing + "\"]\n");
    CommandResult.of("check", good, "--baseline", saved).exits(0);
    CommandResult.of("check", bad, "--baseline", saved).exits(10);
    CommandResult.of("check", bad, "--baseline", saved, "--no-fail").exits(0);
    CommandResult.of("check", good, "--baseline", folder.resolve("base.yaml").toString()).exits(0);
    // without a baseline nothing passes
    CommandResult.of("check", good).exits(2);
    CommandResult.of("compare", saved, file("o.yaml", more), "--fail-on", passing).exits(10);
    CommandResult.of("compare", saved, file("o.yaml", more), "--fail-on", failing).exits(0);
  }

  @Test
  void aToleranceIsHeldAtEveryYearsEnd() throws IOException {
    String saved = folder.resolve("base.json").toString();
    CommandResult.of("project", file("base.yaml", PLAN), "-o", saved).succeeds();
    String other = file("plan.yaml", PLAN.replace("pue: 1.2", "pue: 1.26"));
    CommandResult.of("check", other, "--baseline", saved, "--tolerance", "facility_power_gw=5%")
        .exits(0);
    CommandResult narrow =
        CommandResult.of(
                "check",
                other,
                "--baseline",
                saved,
                "--tolerance",
                "facility_power_gw=4.99%",
                "-f",
                "github")
            .exits(10);
    assertThat(narrow.stdout()).contains("measured 5%25 · bound <= 4.99%25 · margin -0.01%25");
    CommandResult.of("check", other, "--baseline", saved, "--tolerance", "100%").exits(0);
    CommandResult.of("check", other, "--tolerance", "1%").exits(2);
  }

  /** Binary subtraction gives 0.0945999999999998; a margin below the last digit is still not 0. */
  @Test
  void aMarginHasTheDigitsOfWhatItIsTheDifferenceOf() {
    String[] goals = {
      "facility_power_gw@2027 < 2.2534 GW", "cumulative_capex_usd_bn@2028 < $463.741bn"
    };
    assertThat(
            CommandResult.of(
                    "check", "scenarios/base.yaml", "--fail-on", goals[0], "--fail-on", goals[1])
                .exits(10)
                .stdout())
        .containsPattern("2\\.348 +2\\.2534 +0\\.0946\n")
        .containsPattern("463\\.7406 +463\\.741 +-0\\.0004\n");
    String json =
        CommandResult.of("check", "scenarios/base.yaml", "--fail-on", goals[0], "-f", "json")
            .stdout();
    assertThat(json).contains("\"margin\": 0.0946,\n").contains("\"measured\": 2.348,\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facility_powr_gw@2027 > 1 GW",
        "binding_constraint@2027 == x",
        "facility_power_gw > 1 GW",
        "facility_power_gw@2031 > 1 GW",
        "facility_power_gw@2024-12-31 > 1 GW",
        "facility_power_gw@2027-02-30 > 1 GW",
        "facility_power_gw@2027 > 1",
        "facility_power_gw@2027 > $1bn",
        "facility_power_gw@2027 > 1 GW extra",
        "facility_power_gw@2027 > 1 GW and",
        "facility_power_gw@2027 = 1 GW",
        "(facility_power_gw@2027 > 1 GW",
        "p50 facility_power_gw@2027 > 1 GW",
        "p00(facility_power_gw@2027) > 1 GW",
        "median(facility_power_gw@2027) > 1 GW",
        "claim(stargate-1gw-2025) == maybe",
        "claim(stargate-1gw-2025) > late",
        "prob(no-such-claim) < 5%",
        "prob(stargate-1gw-2025) < 0.05",
        "delta(facility_power_gw@2027) <= 5",
        "delta(claim(stargate-1gw-2025)) <= 5%",
        "energy_twh@2027 > 1 GW",
        "cost_per_gpu_hour_usd@2027 > $1",
        "annualized_cost_usd_bn@2027 > $1bn",
        "",
      })
  void whatCannotBeAskedIsAnErrorAndNeverAPass(String expression) throws IOException {
    String plan = file("plan.yaml", PLAN);
    CommandResult.of("check", plan, "--fail-on", expression).exits(2);
    CommandResult.of("check", plan, "--fail-on", "not (" + expression + ")").exits(2);
    String quoted = "expect:\n  - \"" + expression + "\"\n";
    CommandResult inFile = CommandResult.of("check", file("bad.yaml", PLAN + quoted)).exits(3);
    assertThat(inFile.stderr()).contains("bad.yaml:9:").contains("expect[0]");
  }

  @Test
  void aClaimThatIsNotAskedIsAnErrorOfTheCheckAlone() throws IOException {
    String plan =
        file("plan.yaml", PLAN + "expect: [\"claim(stargate-5gw-2027) == not_reached\"]\n");
    CommandResult.of("project", plan).succeeds();
    assertThat(CommandResult.of("check", plan).exits(3).stderr()).contains("plan.yaml:8:");
  }

  @Test
  void anUndefinedRatioNeverPasses() throws IOException {
    // no GPU is installed in 2025, so the cost per GPU-hour is 0/0
    for (String expression :
        List.of(
            "cost_per_gpu_hour_usd@2025 < $9/GPU-hour",
            "not cost_per_gpu_hour_usd@2025 < $9/GPU-hour")) {
      String plan = file("plan.yaml", PLAN + "expect: [\"" + expression + "\"]\n");
      assertThat(CommandResult.of("check", plan).exits(10).stdout()).contains("undefined");
    }
  }

  @Test
  void aWarningPassesUnlessStrict() throws IOException {
    String plan =
        file(
            "plan.yaml",
            PLAN + "expect: [{expr: gpu_count@2027 > 1M, level: warn, message: \"too <few>\"}]\n");
    CommandResult call = CommandResult.of("check", plan).exits(0);
    assertThat(call.stdout()).contains("warning").contains("500000").contains("too <few>");
    CommandResult.of("check", plan, "--strict").exits(10);
  }

  @Test
  void aChangeWithinTheNoiseIsInconclusive() throws IOException {
    String base = file("base.yaml", UNCERTAIN);
    // another shape of the ramp and a second, tiny uncertain phase change the draws a little
    String other =
        file("other.yaml", UNCERTAIN + "  tiny: {it_power: 1 W to 100 MW, online: 2026-06}\n");
    JsonNode found =
        JsonOutput.in(
            CommandResult.of(
                "check",
                other,
                "--baseline",
                base,
                "-n",
                "64",
                "--fail-on",
                "not delta(p95(facility_power_gw@2027)) <= 0.2%",
                "-f",
                "json"));
    JsonNode check = found.get("scenarios").get(0).get("checks").get(0);
    double error = check.get("findings").get(0).get("standard_error").asDouble();
    double measured = check.get("findings").get(0).get("measured").asDouble();
    assertThat(error).isPositive();
    boolean straddles = Math.abs(measured - 0.002) <= 2 * error;
    assertThat(straddles).isTrue();
    assertThat(check.get("outcome").asString()).isEqualTo("inconclusive");
    // the same file on both sides has no noise at all
    CommandResult.of(
            "check",
            base,
            "--baseline",
            base,
            "-n",
            "64",
            "--fail-on",
            "not delta(p95(facility_power_gw@2027)) == 0%")
        .exits(0);
  }

  @Test
  void absoluteQuantilesOfAnUncertainScenarioAreThoseOfItsDraws() throws IOException {
    String plan =
        file(
            "plan.yaml",
            UNCERTAIN
                + "expect:\n"
                + "  - p05(it_power_gw@2027) > 0.98 GW and p05(it_power_gw@2027) < 1.02 GW\n"
                + "  - p95(it_power_gw@2027) > 1.96 GW and p95(it_power_gw@2027) < 2.04 GW\n"
                + "  - p10(it_power_gw@2027) > p05_is_not_a_bound or it_power_gw@2027 > 1 GW\n");
    CommandResult.of("check", plan).exits(3);
    String right =
        file("right.yaml", Files.readString(Path.of(plan)).replaceAll("  - p10.*\n", ""));
    CommandResult.of("check", right).exits(0);
    CommandResult.of("check", right, "--point").exits(2);
  }

  @Test
  void theBaselineIsWrittenOnlyOnDemandAndNeverWithOtherDraws() throws IOException {
    String plan = file("plan.yaml", UNCERTAIN + "expect: [delta(it_power_gw@2027) == 0%]\n");
    Path saved = folder.resolve("base.json");
    CommandResult.of("check", plan, "--baseline", saved.toString()).exits(3);
    assertThat(saved).doesNotExist();
    CommandResult.of("check", plan, "--baseline", saved.toString(), "--update-baseline", "-n", "64")
        .exits(0);
    byte[] first = Files.readAllBytes(saved);
    CommandResult refused =
        CommandResult.of(
                "check", plan, "--baseline", saved.toString(), "--update-baseline", "-n", "128")
            .exits(2);
    assertThat(refused.stderr()).contains("64 samples with seed 1").contains("128");
    CommandResult.of(
            "check",
            plan,
            "--baseline",
            saved.toString(),
            "--update-baseline",
            "-n",
            "64",
            "--seed",
            "2")
        .exits(2);
    assertThat(Files.readAllBytes(saved)).isEqualTo(first);
    Files.writeString(saved, Files.readString(saved).replace("result/v1", "result/v0"));
    CommandResult.of("check", plan, "--baseline", saved.toString(), "--update-baseline", "-n", "64")
        .exits(3);
  }

  @Test
  void aToleranceMayHoldAtCertainDatesAndMetrics() throws IOException {
    String before = file("before.yaml", PLAN);
    String after = file("after.yaml", PLAN.replace("pue: 1.2", "pue: 1.3"));
    String saved = folder.resolve("saved.json").toString();
    CommandResult.of("project", before, "-o", saved).succeeds();
    List<String> check = List.of("check", after, "--baseline", saved, "--tolerance", "1%");
    CommandResult of = with(check, "--at", "2027,2028-06-30", "--metrics", "gpu_count").exits(0);
    assertThat(of.stdout())
        .contains("0 failed, 0 warnings, 1 passed")
        .contains("2027-12-31, 2028-06-30");
    with(check, "--metrics", "facility_power_gw,gpu_count").exits(10);
    assertThat(with(check, "--at", "2045", "--metrics", "gpu_count").exits(10).stdout())
        .contains("the baseline has the same dates", "2045-12-31 is not in the baseline");
    CommandResult.of("check", after, "--baseline", saved, "--at", "2027").exits(2);
    CommandResult.of(
            "check",
            after,
            "--baseline",
            saved,
            "--tolerance",
            "gpu_count=1%",
            "--metrics",
            "gpu_count")
        .exits(2);
  }

  private static CommandResult with(List<String> arguments, String... more) {
    return CommandResult.of(
        Stream.concat(arguments.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  @Test
  void aFolderIsCheckedWhole() throws IOException {
    file("all/a.yaml", PLAN + "expect: [gpu_count@2027 == 500k]\n");
    file("all/deep/b.yaml", PLAN.replace("plan", "b") + "expect: [gpu_count@2027 == 1]\n");
    file("all/none.yaml", PLAN.replace("plan", "none"));
    CommandResult call = CommandResult.of("check", folder.resolve("all").toString()).exits(10);
    assertThat(call.stdout()).contains("1 failed, 0 warnings, 1 passed").contains("1 not judged");
    CommandResult.of("check", file("all2/none.yaml", PLAN)).exits(2);
    Files.createDirectories(folder.resolve("empty"));
    CommandResult.of("check", folder.resolve("empty").toString()).exits(2);
  }

  @Test
  void mavenReadsTheJunitReport() throws Exception {
    String plan =
        file(
            "plan.yaml",
            PLAN
                + "expect: [gpu_count@2027 == 500k, \"gpu_count@2027 < 500k\", gpu_count@2027 > 0]\n");
    CommandResult call = CommandResult.of("check", plan, "-f", "junit").exits(10);
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(
                new InputStreamReader(
                    new ByteArrayInputStream(call.stdout().getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8));
    ReportTestSuite suite =
        suites.stream().filter(s -> !s.getTestCases().isEmpty()).findFirst().orElseThrow();
    assertThat(suite.getNumberOfFailures()).isEqualTo(1);
    assertThat(suite.getTestCases()).hasSize(3);
    assertThat(
            suite.getTestCases().stream()
                .filter(c -> c.hasFailure())
                .findFirst()
                .orElseThrow()
                .getFailureMessage())
        .contains("measured 500000 GPU · bound < 500000 GPU");
  }

  @Test
  void theSarifLogFollowsItsSchema() throws IOException {
    String plan =
        file("a plan.yaml", PLAN + "expect: [gpu_count@2027 == 500k, \"gpu_count@2027 < 500k\"]\n");
    CommandResult call =
        CommandResult.of("check", plan, "-f", "sarif", "--fail-on", "gpu_count@2027 > 1").exits(10);
    try (InputStream in =
        CheckCommandTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
      assertThat(schema.validate(call.stdout(), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate(call.stdout().replace("2.1.0", "2.0"), InputFormat.JSON))
          .isNotEmpty();
    }
    JsonNode results = JsonOutput.in(call).get("runs").get(0).get("results");
    assertThat(results).hasSize(2);
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                    .isPositive());
    JsonNode driver = JsonOutput.in(call).at("/runs/0/tool/driver");
    assertThat(driver.get("version").asString()).isEqualTo(Version.text());
    assertThat(driver.get("informationUri").asString()).isEqualTo(Version.HOME);
    assertThat(results.get(0).get("message").get("text").asString()).contains("measured 500000");
  }

  @Test
  void annotationsKeepToTheCapsWorstFirst() throws IOException {
    StringBuilder expect = new StringBuilder("expect:\n");
    for (int i = 1; i <= 14; i++) {
      expect.append("  - gpu_count@2027 > ").append(i).append("M\n");
      expect.append("  - {expr: gpu_count@2027 > ").append(i).append("M, level: warn}\n");
    }
    CommandResult call =
        CommandResult.of("check", file("plan.yaml", PLAN + expect), "-f", "github").exits(10);
    assertThat(call.stdout().lines().filter(l -> l.startsWith("::error "))).hasSize(10);
    assertThat(call.stdout().lines().filter(l -> l.startsWith("::warning "))).hasSize(10);
    assertThat(call.stdout().lines().findFirst().orElseThrow()).contains("> 14M");
    assertThat(call.stdout()).contains("14 failed, 14 warnings, 0 passed; 8 not shown here");
  }
}
