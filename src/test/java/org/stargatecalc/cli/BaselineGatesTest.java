package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;

/** What a baseline does not cover is a row of its own, and never passes in silence. */
class BaselineGatesTest {
  private static final String PLAN =
      """
      name: plan
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2028-12}
      claims: [{id: c, metric: gpu_count, at_least: 100k, by: 2027}]
      phases:
        first: {gpu: gb200, gpu_count: 90k to 120k, online: 2026-06}
      expect: [gpu_count@2027 < 1M]
      """;
  private static final String OTHER = PLAN.replace("name: plan", "name: other");

  /** Enough to decide what is asked here, and a tenth of what is usual. */
  private static final String DRAWS = "1024";

  @TempDir private Path folder;

  private static CommandResult run(String... line) {
    List<String> words = new ArrayList<>(List.of(line));
    if (!words.contains("-n") && !words.contains("--point")) {
      words.addAll(List.of("-n", DRAWS));
    }
    return CommandResult.of(words.toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
  }

  private String baseline(String... scenarios) {
    List<String> line = new ArrayList<>(List.of("project"));
    line.addAll(List.of(scenarios));
    String saved = folder.resolve("b.json").toString();
    line.addAll(List.of("--by", "year", "-o", saved));
    run(line.toArray(String[]::new)).exits(0);
    return saved;
  }

  /** The 95 % quantile of today lies above the saved central case of the same plan, or a worse. */
  @ParameterizedTest
  @ValueSource(strings = {"p95", "p05", "mean"})
  void aQuantileHasNoChangeFromACentralCase(String of) throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = folder.resolve("b.json").toString();
    run("project", plan, "--point", "--by", "year", "-o", saved).exits(0);
    String change = "delta(" + of + "(gpu_count@2027)) < -1%";
    assertThat(run("check", plan, "--baseline", saved, "--fail-on", change).exits(10).stdout())
        .contains("the baseline has no draws");
    run("check", plan, "--baseline", saved, "--fail-on", "delta(gpu_count@2027) < -1%").exits(0);
  }

  @Test
  void yearsThatNoHorizonHasAreNotCompared() throws IOException {
    String plan = file("plan.yaml", PLAN);
    assertThat(run("compare", plan, plan, "--from", "2040").exits(2).stderr())
        .contains("--from, --to: no period of any horizon ends between them");
  }

  // ---- names ----

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json", "markdown", "junit", "sarif", "github"})
  void aScenarioThatWasRenamedFailsInEveryFormat(String format) throws IOException {
    String saved = baseline(file("plan.yaml", PLAN));
    String renamed = file("plan.yaml", OTHER);
    String[] line = {
      "check", renamed, "--baseline", saved, "--tolerance", "gpu_count=1%", "-f", format
    };
    String said = run(line).exits(10).stdout();
    assertThat(said).contains("has a scenario", "has a baseline");
    switch (format) {
      case "junit" -> assertThat(said).contains("failures=\"1\"", "plan is in the baseline");
      case "sarif" -> assertThat(said).contains("\"id\": \"baseline\"", "\"level\": \"error\"");
      case "github" -> assertThat(said).contains("::error file=" + saved, "::warning file=");
      case "csv" -> assertThat(said).contains("plan,1,failed,error,has a scenario,equal,");
      default -> assertThat(said).contains("other", "plan");
    }
  }

  @Test
  void aScenarioThatIsNewPassesAndIsSaid() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = baseline(plan);
    String other = file("other.yaml", OTHER);
    String[] line = {"check", plan, other, "--baseline", saved, "--tolerance", "gpu_count=1%"};
    CommandResult check = run(line).exits(0);
    assertThat(check.stdout())
        .contains("0 failed, 1 warning", "other is not in the baseline")
        .contains("--update-baseline");
    String[] strict = {
      "check", plan, other, "--baseline", saved, "--tolerance", "gpu_count=1%", "--strict"
    };
    run(strict).exits(10);
  }

  @Test
  void aBaselineWithoutResultsPassesNothing() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String none =
        file(
            "none.json",
            "{\"schema\":\"stargate-calc/results/v1\",\"tool_version\":\"1\",\"results\":[]}");
    String[] line = {"check", plan, "--baseline", none, "--tolerance", "gpu_count=1%"};
    run(line).exits(10);
  }

  @Test
  void aBaselineThatIsWrittenAnewHasWhatIsChecked() throws IOException {
    String saved = baseline(file("plan.yaml", PLAN));
    String other = file("plan.yaml", OTHER);
    String[] line = {
      "check", other, "--baseline", saved, "--update-baseline", "--tolerance", "gpu_count=1%"
    };
    assertThat(run(line).exits(0).stdout()).startsWith("0 failed, 0 warnings");
  }

  @Test
  void aChangeThatIsExpectedOfARenamedScenarioDoesNotPass() throws IOException {
    String saved = baseline(file("plan.yaml", PLAN));
    String renamed = file("plan.yaml", OTHER.replace("90k to 120k", "990k"));
    String[] line = {
      "check", renamed, "--baseline", saved, "--fail-on", "delta(gpu_count@2027)>5%"
    };
    run(line).exits(10);
  }

  // ---- claims ----

  /** Within 1 % of the baseline, on the other side of the threshold. */
  private static final String CERTAIN =
      """
      name: plan
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2028-12}
      claims:
        - {id: c, metric: facility_power_gw, at_least: 1 GW, by: 2027}
        - {id: d, metric: gpu_count, at_least: 100k, by: 2027}
      phases:
        first: {gpu: gb200, facility_power: 1.001 GW, online: 2026-06}
      """;

  @ParameterizedTest
  @CsvSource({
    "'1.001 GW', '0.999 GW', claim(c) == met",
    "online: 2026-06, online: 2028-01, claim(c) == met",
    "id: c, id: e, claim(c) is asked",
    "at_least: 1 GW, at_least: 0.9 GW, claim(c) is asked as in the baseline",
    "'GW, by: 2027', 'GW, by: 2028', claim(c) is asked as in the baseline",
    "'at_least: 1 GW', 'basis: it, at_least: 0.7 GW', claim(c) is asked as in the baseline",
    "'metric: gpu_count, at_least: 100k', 'metric: it_power_gw, at_least: 0.1 GW', claim(d) is",
  })
  void aClaimThatTurnedOrAsksSomethingElseFails(String from, String to, String row)
      throws IOException {
    assertThat(CERTAIN).contains(from);
    String plan = file("plan.yaml", CERTAIN);
    String saved = baseline(plan);
    String now = file("now.yaml", CERTAIN.replace(from, to));
    for (String baseline : List.of(saved, plan)) {
      assertThat(held(now, baseline).exits(10).stdout()).containsPattern("FAILED +\\Q" + row);
      held(plan, baseline).exits(0);
    }
  }

  private static CommandResult held(String plan, String baseline) {
    String metrics = "facility_power_gw,gpu_count";
    return run("check", plan, "--baseline", baseline, "--tolerance", "1%", "--metrics", metrics);
  }

  /** Each year ends as it did, and the largest site is there nine months later, late both times. */
  @Test
  void aClaimOfTheSameVerdictHasItsDay() throws IOException {
    String plan =
        """
        name: plan
        as_of: 2026-01-31
        horizon: {from: 2025-01, to: 2028-12}
        claims: [{id: c, metric: largest_site_gw, at_least: 0.8 GW, by: 2026}]
        phases:
          big: {site: big, gpu: gb200, gpu_count: 400k, online: 2027-02-01}
          small-1: {site: one, gpu: gb200, gpu_count: 200k, online: 2027-11-01}
          small-2: {site: two, gpu: gb200, gpu_count: 200k, online: 2027-11-01}
        """;
    String saved = baseline(file("plan.yaml", plan));
    String swapped =
        plan.replace("2027-02", "2027-03").replace("2027-11", "2027-02").replace("-03", "-11");
    String now = file("now.yaml", swapped);
    for (String share : List.of("0%", "5%")) {
      assertThat(heldLargest(now, saved, share).exits(10).stdout())
          .startsWith("1 failed")
          .contains("claim(c) == late, as in the baseline", "claim(c) has the day of the baseline")
          .contains("2027-02-01 in the baseline, 2027-11-01 now");
    }
    // a month of 25 is within a twentieth; the value at the deadline is that of a tenth fewer GPUs
    String month = file("month.yaml", plan.replace("2027-02-01", "2027-03-01"));
    heldLargest(month, saved, "5%").exits(0);
    heldLargest(month, saved, "2%").exits(10);
    String met = plan.replace("by: 2026", "by: 2027-06");
    String before = baseline(file("met.yaml", met));
    String fewer = file("fewer.yaml", met.replace("400k", "360k"));
    assertThat(heldLargest(fewer, before, "5%").exits(10).stdout())
        .contains("claim(c) has the value of the baseline");
  }

  private static CommandResult heldLargest(String plan, String baseline, String share) {
    String tolerance = "largest_site_gw=" + share;
    return run("check", plan, "--baseline", baseline, "--tolerance", tolerance);
  }

  @Test
  void aClaimOfAMetricWithoutToleranceIsNotHeld() throws IOException {
    String saved = baseline(file("plan.yaml", CERTAIN));
    String now = file("now.yaml", CERTAIN.replace("at_least: 1 GW", "at_least: 0.9 GW"));
    String[] line = {"check", now, "--baseline", saved, "--tolerance", "gpu_count=1%"};
    assertThat(run(line).exits(0).stdout())
        .contains("claim(d) == met, as in the baseline")
        .doesNotContain("claim(c)");
  }

  @Test
  void aNewClaimIsAWarning() throws IOException {
    String saved = baseline(file("plan.yaml", CERTAIN.replaceAll("(?m)^ .*id: d.*\n", "")));
    String now = file("now.yaml", CERTAIN);
    String[] line = {"check", now, "--baseline", saved, "--tolerance", "gpu_count=1%"};
    assertThat(run(line).exits(0).stdout())
        .startsWith("0 failed, 1 warning")
        .contains("claim(d) has a baseline", "--update-baseline adds it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"at_least: 100k, by: 2027", "at_least: 100k, by: 2028"})
  void theOddsOfAnotherQuestionHaveNoChange(String question) throws IOException {
    String saved = baseline(file("plan.yaml", PLAN));
    String now = file("now.yaml", PLAN.replace("at_least: 100k, by: 2027", question));
    boolean same = PLAN.contains(question);
    CommandResult check =
        run("check", now, "--baseline", saved, "--fail-on", "delta(prob(c)) < -1%");
    assertThat(check.exits(same ? 0 : 10).stdout()).contains(same ? "passed" : "asked otherwise");
  }

  // ---- what is compared ----

  @Test
  void aBaselineWithWhichNothingIsComparedIsRefused() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = baseline(plan);
    assertThat(run("check", plan, "--baseline", saved).exits(2).stderr())
        .contains("--baseline: nothing is compared with it; add --tolerance SHARE");
    run("check", plan, "--baseline", saved, "--update-baseline").exits(0);
  }

  @Test
  void whatABaselineLosesIsSaid() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = baseline(plan, file("other.yaml", OTHER));
    String[] line = {"check", plan, "--baseline", saved, "--tolerance", "1%", "--update-baseline"};
    assertThat(run(line).exits(0).stderr())
        .contains("taken out, since no scenario of the name is checked: other");
  }

  // ---- draws ----

  @Test
  void aBaselineOfFewerQuantilesHidesNoSpread() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = folder.resolve("b.json").toString();
    run("project", plan, "--by", "year", "--quantiles", "50", "-o", saved).exits(0);
    String[] line = {"check", plan, "--baseline", saved, "--tolerance", "gpu_count=5%"};
    assertThat(run(line).exits(0).stdout()).contains("1 warning", "the baseline has no p05, p95");
    assertThat(run("compare", saved, plan, "--exit-code").exits(11).stdout())
        .contains("that a saved result lacks");
  }

  /** There are GPUs at the end of 2026 in 8 % of the draws; their cost is not that of the plan. */
  @Test
  void whatMostDrawsDoNotHaveHasNoQuantile() throws IOException {
    String late =
        PLAN.replace(
            "online: 2026-06", "online: 2026-09-15, delay: \"uniform(3 months, 9 months)\"");
    for (String of : List.of("p95", "p05", "mean")) {
      String bound = of + "(cost_per_gpu_hour_usd@2026) > 100 USD/GPU-hour";
      String[] line = {"check", file("late.yaml", late), "-n", "1024", "--fail-on", bound};
      assertThat(run(line).exits(10).stdout()).contains("undefined");
    }
  }

  /** The same median, and nearly three times the width. */
  private static final String WIDER = PLAN.replace("90k to 120k", "60k to 180k");

  @Test
  void aWiderDistributionOfTheSameMedianFails() throws IOException {
    String saved = baseline(file("plan.yaml", PLAN));
    String wider = file("wider.yaml", WIDER);
    for (String baseline : List.of(saved, folder.resolve("plan.yaml").toString())) {
      String[] line = {"check", wider, "--baseline", baseline, "--tolerance", "gpu_count=5%"};
      assertThat(run(line).exits(10).stdout())
          .startsWith("2 failed, 0 warnings, 2 passed")
          .contains("delta(p", "prob(c) within 5% of all draws");
      String[] point = {
        "check", wider, "--baseline", baseline, "--tolerance", "gpu_count=5%", "--point"
      };
      // what a saved result has and --point leaves out is said
      String warnings = baseline.equals(saved) ? "1 warning" : "0 warnings";
      assertThat(run(point).exits(0).stdout()).startsWith("0 failed, " + warnings + ", 3 passed");
    }
  }

  /** All of two draws meet the claim; of the whole distribution 37 % do not. */
  @Test
  void twoDrawsPassNothing() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String[] line = {"check", plan, "--fail-on", "prob(c) < 60%", "-n", "2"};
    assertThat(run(line).exits(0).stdout()).contains("1 warning", "2 draws leave it open");
    String[] strict = {"check", plan, "--fail-on", "prob(c) < 60%", "-n", "2", "--strict"};
    run(strict).exits(10);
    run("check", plan, "--fail-on", "prob(c) < 60%", "-n", "1024").exits(0);
  }

  /** Drawn beside another one as alone. */
  @Test
  void theSameDrawsDifferByNothing() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String other = file("other.yaml", OTHER.replace("gb200,", "gb200, pue: 1.2 to 1.5,"));
    String saved = baseline(other, plan);
    String[] line = {"check", plan, other, "--baseline", saved, "--tolerance", "0%"};
    assertThat(run(line).exits(0).stdout()).startsWith("0 failed, 0 warnings");
  }

  @Test
  void drawsThatAreNotComparedAreSaid() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = baseline(plan);
    String[] seed = {
      "check", plan, "--baseline", saved, "--tolerance", "gpu_count=5%", "--seed", "3"
    };
    assertThat(run(seed).exits(0).stdout())
        .startsWith("0 failed, 1 warning, 3 passed")
        .contains("draws are compared");
    String[] central = {"project", plan, "--point", "--by", "year", "-o", saved};
    run(central).exits(0);
    String[] line = {"check", plan, "--baseline", saved, "--tolerance", "gpu_count=5%"};
    assertThat(run(line).exits(0).stdout()).contains("the baseline has no draws");
    String[] quarters = {"project", plan, "--by", "quarter", "-o", saved};
    run(quarters).exits(0);
    String[] flow = {"check", plan, "--baseline", saved, "--tolerance", "capex_usd_bn=5%"};
    assertThat(run(flow).exits(0).stdout()).contains("only the central case of capex_usd_bn");
  }
}
