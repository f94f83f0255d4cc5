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
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
    assertThat(call.stdout()).as("%s", call).contains("base.json");
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
            .exits(10);
    assertThat(call.stdout().replaceAll("\\s+", " "))
        .contains("new is not in the baseline: its changes are not checked; --update-baseline");
  }

  /** A sum over a year of which the horizon has half is half of it: that is said. */
  @Test
  void aPeriodThatBeginsBeforeTheHorizonIsWarnedOf() throws IOException {
    String plan = file("plan.yaml", PLAN.replace("from: 2026-01", "from: 2026-07"));
    String[] line = {"check", plan, "--fail-on", "energy_twh@2026 > 5 TWh"};
    assertThat(CommandResult.of(line).exits(0).stderr())
        .isEqualTo(
            "warning: " + plan + ": energy_twh@2026 begins with the horizon, on 2026-07-01\n");
    CommandResult.of("check", plan, "--fail-on", "energy_twh@2026 > 5 TWh", "--strict").exits(3);
    CommandResult.of("check", plan, "--fail-on", "energy_twh@2027 > 5 TWh").succeeds();
    CommandResult.of("check", plan, "--fail-on", "gpu_count@2026 > 1M").succeeds();
  }

  @Test
  void aLinkThatLeadsNowhereIsNotPassedOver() throws IOException {
    file("plan.yaml", PLAN);
    Files.createSymbolicLink(folder.resolve("gone.yaml"), Path.of("nowhere.yaml"));
    CommandResult call =
        CommandResult.of("check", folder.toString(), "--fail-on", "gpu_count@2027 < 1").exits(3);
    assertThat(call.stderr()).contains("gone.yaml").contains("no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "binding_constraint=5% | found binding_constraint, which is a word",
        "gpu_count=1% gpu_count=50% | found gpu_count twice",
        "1% 50% | found a share for all metrics twice",
      })
  void aToleranceIsOneNumberForOneNumber(String tolerances, String message) throws IOException {
    for (String command : new String[] {"check", "compare"}) {
      List<String> line = new ArrayList<>(List.of(command, file("plan.yaml", PLAN)));
      line.addAll(command.equals("check") ? List.of("--baseline", saved()) : List.of(saved()));
      for (String tolerance : tolerances.split(" ")) {
        line.addAll(List.of("--tolerance", tolerance));
      }
      assertThat(CommandResult.of(line.toArray(String[]::new)).exits(2).stderr())
          .contains("--tolerance: " + message);
    }
  }

  /** What a saved result does not have is not the same on both sides. */
  @Test
  void whatASavedResultLacksIsADifference() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = folder.resolve("some.json").toString();
    CommandResult.of("project", plan, "--metrics", "gpu_count", "--to", "2027", "-o", saved)
        .succeeds();
    CommandResult same =
        CommandResult.of(
            "compare", saved, plan, "--exit-code", "--metrics", "gpu_count", "--at", "2027");
    same.exits(0);
    for (String asked : List.of("it_power_gw --at 2027", "gpu_count --at 2028")) {
      List<String> line =
          new ArrayList<>(List.of("compare", saved, plan, "--exit-code", "--metrics"));
      line.addAll(List.of(asked.split(" ")));
      CommandResult call = CommandResult.of(line.toArray(String[]::new)).exits(11);
      assertThat(call.stdout()).contains("Not compared: 1 number that a saved result lacks.");
      line.addAll(List.of("-f", "junit"));
      call = CommandResult.of(line.toArray(String[]::new)).exits(11);
      assertThat(call.stdout())
          .contains("<failure")
          .contains("not compared, as a saved result lacks them: 1 number");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"row twice", "rows turned", "claim twice", "samples"})
  void aSavedResultThatWasEditedBadlyIsRefused(String edit) throws IOException {
    String saved = saved();
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(Files.readString(Path.of(saved)));
    ArrayNode rows = (ArrayNode) root.get("timeline");
    ArrayNode claims = (ArrayNode) root.get("claims");
    switch (edit) {
      case "row twice" -> rows.add(rows.get(rows.size() - 1));
      case "rows turned" -> rows.insert(0, rows.remove(rows.size() - 1));
      case "claim twice" -> claims.add(claims.get(0));
      default -> root.put("samples", -1);
    }
    Files.writeString(Path.of(saved), root.toString());
    CommandResult.of(
            "check", file("p.yaml", PLAN), "--baseline", saved, "--tolerance", "gpu_count=1%")
        .exits(3);
  }
}
