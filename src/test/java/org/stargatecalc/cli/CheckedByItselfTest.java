package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;

/** What is wrong with one file of a check is a result of that file; the others are judged. */
class CheckedByItselfTest {
  private static final String PLAN =
      """
      name: plan
      gpu_count: 100k
      watts_per_gpu: 2 kW
      online: 2026-06
      horizon: {from: 2026-01, to: 2028-12}
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
  }

  private String saved() throws IOException {
    String saved = folder.resolve("saved.json").toString();
    CommandResult.of("project", file("before.yaml", PLAN), "-o", saved).succeeds();
    return saved;
  }

  @ParameterizedTest
  @CsvSource({
    "junit, missing",
    "sarif, broken",
    "github, schema",
    "json, missing",
    "markdown, broken",
    "junit, scenario",
  })
  void aBaselineThatIsNoneIsAResult(String format, String fault) throws IOException {
    String good = Files.readString(Path.of(saved()));
    Path base = folder.resolve("base.json");
    switch (fault) {
      case "broken" -> Files.writeString(base, good.substring(0, good.length() / 2));
      case "schema" -> Files.writeString(base, good.replace("result/v1", "result/v9"));
      case "scenario" -> Files.writeString(base, "name: base\npue: no\n");
      default -> assertThat(base).doesNotExist();
    }
    String plan = file("plan.yaml", PLAN + "expect: [gpu_count@2027 == 100k]\n");
    CommandResult call =
        CommandResult.of(
                "check", plan, "--baseline", base.toString(), "--tolerance", "1%", "-f", format)
            .exits(3);
    assertThat(call.stderr()).contains(base.toString());
    assertThat(call.stdout()).as(call.toString()).contains("base.json");
    if (format.equals("json")) {
      JsonNode report = JsonOutput.in(call);
      assertThat(report.get("passed").asBoolean()).isFalse();
      assertThat(report.get("invalid").get(0).get("file").asString()).isEqualTo(base.toString());
      assertThat(report.get("counts").get("passed").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aBaselineThatIsNoneIsNotWrittenOver() throws IOException {
    Path base = folder.resolve("base.json");
    Files.writeString(base, "{\"schema\": \"stargate-calc/result/v9\"}");
    byte[] before = Files.readAllBytes(base);
    CommandResult.of(
            "check", file("p.yaml", PLAN), "--baseline", base.toString(), "--update-baseline")
        .exits(3);
    assertThat(base).hasBinaryContent(before);
  }

  @Test
  void aDateBeyondOneHorizonIsAFaultOfThatScenarioAlone() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String shorter =
        file(
            "short.yaml",
            PLAN.replace("plan", "short").replace("2028-12", "2026-12")
                + "expect: [gpu_count@2026 == 1]\n");
    String option = "gpu_count@2028 < 100k";
    CommandResult both =
        CommandResult.of("check", plan, shorter, "--fail-on", option, "-f", "json").exits(3);
    JsonNode report = JsonOutput.in(both);
    assertThat(report.get("counts").get("passed").asInt()).isEqualTo(1);
    assertThat(report.get("counts").get("failed").asInt()).isEqualTo(1);
    assertThat(report.get("invalid")).hasSize(1);
    assertThat(report.get("invalid").get(0).get("file").asString()).isEqualTo(shorter);
    assertThat(both.stderr())
        .contains("--fail-on not (" + option + ")")
        .contains("outside the horizon, 2026-01-01 to 2026-12-31");
    // what no scenario can be asked is a wrong option
    CommandResult.of("check", shorter, "--fail-on", option).exits(2);
    CommandResult.of("check", plan, shorter, "--fail-on", "gpu_count@2040 < 1").exits(2);
  }

  @Test
  void aNewScenarioWithNothingButAToleranceIsSaidToBeNew() throws IOException {
    String saved = saved();
    CommandResult call =
        CommandResult.of(
                "check",
                file("new.yaml", PLAN.replace("plan", "new")),
                "--baseline",
                saved,
                "--tolerance",
                "1%")
            .exits(2);
    assertThat(call.stderr())
        .contains("new is not in " + saved + ", so that no --tolerance applies")
        .contains("--update-baseline")
        .doesNotContain("no --tolerance\n");
  }
}
