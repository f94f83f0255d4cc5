package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** What gates say leads nobody astray: numbers beside their bounds, years, files cut off. */
class GateWordsTest {
  private static final String PLAN =
      """
      title: A plan
      name: plan
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2028-12}
      claims: [{id: c, metric: gpu_count, at_least: 100k, by: 2027}]
      phases:
        first: {gpu: gb200, gpu_count: 100k, online: 2026-06}
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static CommandResult run(String... words) {
    return CommandResult.of(words);
  }

  private String saved(String plan) throws IOException {
    String saved = folder.resolve("saved.json").toString();
    run("project", file("before.yaml", plan), "--by", "year", "-o", saved).exits(0);
    return saved;
  }

  // ---- numbers ----

  /** 99,960 of 100,000 GPUs are 99.96 %, and never 100,000 or 100 %. */
  @Test
  void whatMissesItsThresholdIsVisiblyBelowIt() throws IOException {
    String power =
        PLAN.replace("metric: gpu_count, at_least: 100k", "metric: it_power_gw, at_least: 1 GW")
            .replace("gpu_count: 100k", "it_power: 0.99996 GW");
    String small = file("plan.yaml", power);
    for (String show : List.of("", "--show=claims")) {
      String[] line = {"project", small, show.isEmpty() ? "-v" : show};
      assertThat(run(line).exits(0).stdout())
          .contains("0.99996 GW", "99.996")
          .doesNotContain("1.000 GW", "100.0 %");
    }
    String[] line = {"check", small, "--fail-on", "it_power_gw@2027 < 0.999960001 GW"};
    assertThat(run(line).exits(10).stdout()).contains("0.99996  0.999960001");
  }

  /** Shares of four draws are quarters. */
  @Test
  void aShareOfFewDrawsIsCounted() throws IOException {
    String drawn = PLAN.replace("gpu_count: 100k", "gpu_count: 80k to 130k");
    for (String seed : List.of("1", "2", "3", "4", "5", "6")) {
      String[] line = {
        "check",
        file("plan.yaml", drawn),
        "--samples=4",
        "--sampling=random",
        "--seed=" + seed,
        "--fail-on=prob(c) < 99%",
        "-fgithub"
      };
      assertThat(run(line).stdout()).containsPattern("measured (0|25|50|75)%25 |1 passed");
    }
  }

  // ---- years and dates ----

  @Test
  void yearsThatABaselineLacksAreNamedAndNoOthers() throws IOException {
    String saved = saved(PLAN);
    String wide = file("plan.yaml", PLAN.replace("2025-01, to: 2028-12", "2020-01, to: 2032-12"));
    String said =
        run("check", wide, "--baseline", saved, "--tolerance", "gpu_count=1%").exits(10).stdout();
    assertThat(said.replaceAll("\\s+", " "))
        .contains("2020 to 2024 and 2029 to 2032 are not in the baseline")
        .contains("compare with --at DATES that both have, or save the baseline anew");
  }

  @Test
  void aDateBeforeTheHorizonIsNotBeyondIt() throws IOException {
    String saved = saved(PLAN);
    String[] line = {
      "check",
      file("plan.yaml", PLAN),
      "--baseline",
      saved,
      "--tolerance",
      "gpu_count=1%",
      "--at",
      "2024"
    };
    assertThat(run(line).exits(10).stdout())
        .contains("before the horizon")
        .doesNotContain("beyond the horizon");
  }

  // ---- what is proposed ----

  @ParameterizedTest
  @ValueSource(strings = {"0.6", "60", "a lot", "60 GW"})
  void aShareThatIsRefusedIsNotProposed(String share) throws IOException {
    String plan = file("plan.yaml", PLAN);
    for (String[] line :
        new String[][] {
          {"check", plan, "--baseline", plan, "--tolerance", share},
          {"check", plan, "--fail-on", "prob(c) < " + share},
        }) {
      assertThat(run(line).exits(2).stderr()).contains("such as 5%").doesNotContain("or 0.6");
    }
  }

  @Test
  void aScenarioWithoutClaimsHasNoneToList() throws IOException {
    String plan = file("plan.yaml", PLAN.replaceAll("claims: .*", "claims: []"));
    assertThat(run("check", plan, "--fail-on", "claim(d) == met").exits(2).stderr())
        .contains("found the claim 'd', and this scenario has no claims")
        .doesNotContain("()");
  }

  @Test
  void aShortRowIsOneFault() throws IOException {
    file("plan.csv", "id,gpu,gpu_count,online\nfirst,gb200,100k\n");
    String plan = file("plan.yaml", "name: plan\nphases: plan.csv\n");
    assertThat(run("validate", plan).exits(3).stdout() + run("validate", plan).stderr())
        .contains("plan.csv:2:1: ")
        .contains("found 3 cells; expected 4")
        .doesNotContain("found no phase");
  }

  @Test
  void sweepSaysWhatAPresentValueLeavesOut() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String[] line = {"sweep", plan, "--vary=pue=1.1,1.2", "--metrics=present_value_usd_bn"};
    assertThat(run(line).exits(0).stderr())
        .startsWith("warning: --metrics: present_value_usd_bn leaves out what is left");
    run(line[0], line[1], line[2], line[3], "--strict").exits(3);
  }

  @Test
  void largeNumbersAreSaidInWords() throws IOException {
    String delayed = PLAN.replace("online: 2026-06", "online: 2026-06, delay: 12 months");
    assertThat(
            run("explain", file("late.yaml", delayed), "deferred_gpu_hours@2028").exits(0).stdout())
        .contains("million GPU-hours")
        .doesNotContainPattern("\\de[5-9] GPU");
  }

  // ---- both commands, both kinds of baseline ----

  /** The GPUs stay, their price does not. */
  @ParameterizedTest
  @CsvSource({
    "gpu_count=5%, capex_per_gpu: $50k, 0, 0",
    "gpu_count=5%, gpu_count: 106k, 10, 11",
    "0%, capex_per_gpu: $50k, 10, 11",
  })
  void aToleranceOfAMetricJudgesThatMetricAlone(
      String tolerance, String change, int check, int compare) throws IOException {
    String before = file("before.yaml", PLAN);
    String key = change.substring(0, change.indexOf(':'));
    String body =
        PLAN.replaceAll(key + ": 100k, ", "").replace("gpu: gb200", "gpu: gb200, " + change);
    String now = file("plan.yaml", body);
    run("check", now, "--baseline", before, "--tolerance", tolerance).exits(check);
    run("compare", before, now, "--exit-code", "--tolerance", tolerance).exits(compare);
  }

  /** What is laid over what is checked is not laid over what it is held against. */
  @ParameterizedTest
  @ValueSource(strings = {"--set=phases.first.gpu_count=150k", "--scale=phases.first.gpu_count=2"})
  void aBaselineIsTheSameSavedOrNot(String change) throws IOException {
    String plan = file("plan.yaml", PLAN);
    for (String baseline : List.of(saved(PLAN), plan)) {
      run("check", plan, change, "--baseline", baseline, "--tolerance", "gpu_count=1%").exits(10);
    }
  }

  /** A baseline by quarter has no quantiles of what a year adds up to. */
  @Test
  void aBaselineThatLacksQuantilesSaysHowToSaveThem() throws IOException {
    String plan = file("plan.yaml", PLAN.replace("gpu_count: 100k", "gpu_count: 80k to 130k"));
    String saved = folder.resolve("saved.json").toString();
    String[] line = {
      "check", plan, "--baseline", saved, "--tolerance", "1%", "--strict", "--samples", "100"
    };
    run("project", plan, "--samples", "100", "-o", saved).exits(0);
    assertThat(run(line).exits(10).stdout().replaceAll("\\s+", " "))
        .contains("save it with project --by year");
    run("project", plan, "--samples", "100", "--by", "year", "-o", saved).exits(0);
    run(line).exits(0);
  }

  @Test
  void aDifferenceIsNeverHeadedUnchangedAlone() throws IOException {
    String before = file("before.yaml", PLAN);
    String now = file("plan.yaml", PLAN.replace("gpu: gb200", "gpu: gb200, load_factor: 50%"));
    assertThat(
            run("compare", before, now, "--exit-code").exits(11).stdout().replaceAll("\\s+", " "))
        .containsPattern("unchanged · \\w+ and \\d+ other metrics differ");
  }

  // ---- files cut off ----

  /** Wherever a write was interrupted, the rest is judged or refused, never passed over. */
  @Test
  void aScenarioThatWasCutOffIsNotPassedOver() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("in"));
    Files.writeString(inside.resolve("good.yaml"), PLAN.replace("name: plan", "name: good"));
    List<String> cut = new ArrayList<>(List.of("", " \n", "null", "{}\n", "id: x\n", "# a plan\n"));
    for (int end = 1; end < PLAN.length(); end += end < 40 ? 1 : 23) {
      cut.add(PLAN.substring(0, end));
    }
    for (String text : cut) {
      Files.writeString(inside.resolve("cut.yaml"), text);
      CommandResult all = run("check", inside.toString(), "--fail-on", "gpu_count@2027 < 1");
      assertThat(all.stderr()).as(text).doesNotContain("not judged");
      assertThat(all.exit()).as(text).isNotEqualTo(10);
      if (all.exit() != 0) {
        assertThat(all.exits(3).stderr()).as(text).containsPattern("cut\\.yaml:\\d+:\\d+: ");
      }
      assertThat(run("validate", inside.resolve("cut.yaml").toString()).exit())
          .as(text)
          .isEqualTo(all.exit());
    }
  }
}
