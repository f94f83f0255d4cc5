package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;

/** What must never pass: a plan that is not the one of the baseline, a file that was not judged. */
class GatesTest {
  private static final String PLAN =
      """
      name: plan
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2030-12}
      claims: []
      phases:
        first: {gpu: gb200, gpu_count: 100k, online: 2026-06}
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.UTF_8).toString();
  }

  private String baseline(String... scenarios) {
    String[] line = new String[scenarios.length + 3];
    System.arraycopy(scenarios, 0, line, 1, scenarios.length);
    line[0] = "project";
    line[line.length - 2] = "-o";
    line[line.length - 1] = folder.resolve("b.json").toString();
    CommandResult.of(line).exits(0);
    return line[line.length - 1];
  }

  // ---- names ----

  @Test
  void aBaselineWithTwoResultsOfOneNameIsRefused() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String larger = file("larger.yaml", PLAN.replace("100k", "110k"));
    String saved = baseline(plan, larger);
    CommandResult check =
        CommandResult.of("check", larger, "--baseline", saved, "--tolerance", "gpu_count=1%");
    check
        .exits(3)
        .saysOnly(
            saved
                + ": found several results of the name plan; expected one of each name: it is not"
                + " known which a scenario is compared with");
    assertThat(CommandResult.of("compare", saved, larger).exits(3).stderr())
        .contains("several of a scenario");
  }

  @Test
  void scenariosOfOneNameAreNotCheckedAndNoBaselineIsWrittenOfThem() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String larger = file("larger.yaml", PLAN.replace("100k", "110k"));
    Path saved = folder.resolve("b.json");
    CommandResult check =
        CommandResult.of(
            "check",
            plan,
            larger,
            "--baseline",
            saved.toString(),
            "--update-baseline",
            "--tolerance",
            "gpu_count=1%");
    check.exits(3);
    assertThat(check.stderr().lines())
        .containsExactly(
            plan + ": name: found plan, which " + larger + " has too; expected a name of its own",
            larger + ": name: found plan, which " + plan + " has too; expected a name of its own");
    assertThat(saved).doesNotExist();
    CommandResult.of("check", plan, larger, "--fail-on", "gpu_count@2026 > 0").exits(3);
  }

  @Test
  void elsewhereAOneNameForSeveralIsAWarning() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String larger = file("larger.yaml", PLAN.replace("100k", "110k"));
    for (String command : List.of("project", "validate")) {
      CommandResult said = CommandResult.of(command, plan, larger).exits(0);
      assertThat(said.stderr())
          .contains("warning: " + larger + ": name: found plan, which " + plan + " has too");
      CommandResult.of(command, plan, larger, "--strict").exits(3);
    }
    // not of a scenario and what it became, which have one name
    CommandResult.of("compare", plan, larger).succeeds();
  }

  @Test
  void aFileThatIsNamedTwiceIsJudgedOnce() throws IOException {
    String plan = file("plans/plan.yaml", PLAN);
    String[] line = {
      "check", plan, folder.resolve("plans").toString(), "--fail-on", "gpu_count@2026 < 1"
    };
    assertThat(CommandResult.of(line).succeeds().stdout())
        .startsWith("0 failed, 0 warnings, 1 passed");
  }

  // ---- horizons ----

  @ParameterizedTest
  @CsvSource({
    "2033-12, 2031 to 2033 are not in the baseline",
    "2031-12, the year to 2031-12-31 is not in the baseline",
    "2028-12, 2029 to 2030 are beyond the horizon",
    "2030-06, the year to 2030-12-31 is beyond the horizon"
  })
  void yearsOnOneSideAloneNeverPass(String to, String says) throws IOException {
    String saved = baseline(file("plan.yaml", PLAN));
    // what changes is where nobody looks
    String other =
        file(
            "other.yaml",
            PLAN.replace("2030-12", to)
                + (to.compareTo("2031") > 0
                    ? "  second: {gpu: gb200, gpu_count: 900k, online: 2031-02}\n"
                    : ""));
    for (String tolerance : List.of("1%", "gpu_count=100%")) {
      CommandResult check =
          CommandResult.of("check", other, "--baseline", saved, "--tolerance", tolerance);
      check.exits(10);
      assertThat(check.stdout()).contains("1 failed");
      assertThat(check.stderr()).contains("warning: " + other + ": " + says);
      CommandResult junit =
          CommandResult.of(
              "check", other, "--baseline", saved, "--tolerance", tolerance, "-f", "junit");
      assertThat(junit.exits(10).stdout()).contains(says);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delta(gpu_count@2032) < 5%", "delta(gpu_count@2032) > 5%"})
  void aChangeOfWhatTheBaselineLacksIsNeverTrue(String expression) throws IOException {
    String saved = baseline(file("plan.yaml", PLAN));
    String longer = file("longer.yaml", PLAN.replace("2030-12", "2033-12"));
    String[] line = {"check", longer, "--baseline", saved, "--fail-on", expression};
    CommandResult check = CommandResult.of(line).exits(10);
    assertThat(check.stdout()).contains("not in the baseline");
  }

  /** The results differ where only one side has any. */
  @ParameterizedTest
  @ValueSource(strings = {"2033-12", "2028-12"})
  void compareTellsOfDatesOnOneSideAlone(String to) throws IOException {
    String plan = file("plan.yaml", PLAN);
    String other =
        file(
            "other.yaml",
            PLAN.replace("2030-12", to) + "  z: {gpu: gb200, gpu_count: 9, online: 2034}\n");
    String[] line = {"compare", plan, other, "--exit-code"};
    assertThat(CommandResult.of(line).exits(11).stdout())
        .contains("in the horizon of one side alone");
    String[] junit = {"compare", plan, other, "--exit-code", "-f", "junit"};
    assertThat(CommandResult.of(junit).exits(11).stdout()).contains("failures=\"1\"");
    // at a date that both have, nothing does
    String[] at = {"compare", plan, other, "--exit-code", "--at", "2027"};
    CommandResult.of(at).exits(0);
  }

  // ---- files that cannot be judged ----

  @ParameterizedTest
  @ValueSource(strings = {"junit", "sarif", "github", "json", "markdown"})
  void aBrokenFileIsAResultAndTheOthersAreJudged(String format) throws IOException {
    String good = file("good.yaml", PLAN);
    String broken = file("broken.yaml", PLAN.replace("gpu_count: 100k", "gpu_cuont: 100k"));
    String[] check = {"check", broken, good, "--fail-on", "gpu_count@2026 > 1", "-f", format};
    CommandResult checked = CommandResult.of(check).exits(3);
    assertThat(checked.stdout().replace("\\", "")).contains("gpu_cuont", "gpu_count");
    assertThat(checked.stderr()).contains(broken + ":6:").contains("did you mean gpu_count?");
    CommandResult validated = CommandResult.of("validate", broken, good, "-f", format).exits(3);
    assertThat(validated.stdout().replace("\\", ""))
        .contains("gpu_cuont")
        .contains(format.equals("github") ? "1 passed" : "good.yaml");
    for (CommandResult result : List.of(checked, validated)) {
      assertThat(result.stdout())
          .contains(
              switch (format) {
                case "junit" -> "errors=\"1\"";
                case "sarif" -> "\"startLine\": 6";
                case "github" -> ",line=6,col=";
                case "json" -> "\"line\": 6";
                default -> ":6:";
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"junit", "sarif", "github", "json", "markdown"})
  void aBrokenSideIsAResultAndTheOthersAreCompared(String format) throws IOException {
    String base = file("base.yaml", PLAN);
    String more = file("more.yaml", PLAN.replace("100k", "150k"));
    String broken = file("broken.yaml", PLAN.replace("gpu_count: 100k", "gpu_cuont: 100k"));
    String absent = folder.resolve("absent.yaml").toString();
    CommandResult result =
        CommandResult.of("compare", base, broken, more, absent, "-f", format).exits(3);
    assertThat(result.stdout().replace("\\", ""))
        .contains("gpu_cuont", "no such file", "more.yaml");
    assertThat(result.stderr()).contains(broken + ":6:", absent + ": cannot read it: no such file");
    CommandResult.of("compare", broken, base, "-f", format).exits(3);
    CommandResult.of("compare", broken, absent, "-f", format).exits(3);
    CommandResult same = CommandResult.of("compare", base, base, "-f", format).succeeds();
    if (format.equals("markdown")) {
      assertThat(same.stdout()).isEmpty();
    } else if (!format.equals("json")) {
      assertThat(same.stdout()).containsAnyOf("1 passed", "failures=\"0\"", "nothing differs");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "tsv", "html"})
  void aTableThatLacksRowsIsNotWritten(String format) throws IOException {
    String good = file("good.yaml", PLAN);
    String broken = file("broken.yaml", "name: broken\nphases: 1\n");
    for (String command : List.of("check", "validate", "compare")) {
      CommandResult result = CommandResult.of(command, good, broken, "-f", format).exits(3);
      assertThat(result.stdout()).isEmpty();
      assertThat(result.stderr()).contains("broken.yaml:2:");
    }
  }

  // ---- folders ----

  private String[] folder(String... more) {
    String[] line = new String[more.length + 4];
    line[0] = "check";
    line[1] = folder.resolve("d").toString();
    line[2] = "--fail-on";
    line[3] = "gpu_count@2026 < 1";
    System.arraycopy(more, 0, line, 4, more.length);
    return line;
  }

  @Test
  void aFolderIsItsScenarios() throws IOException {
    file("d/a.yaml", PLAN);
    file("d/deep/B.YAML", PLAN.replace("plan", "b"));
    file("d/deep/c.YmL", "extends: B.YAML\n");
    file("d/.github/workflows/ci.yml", "name: ci\njobs: {}\n");
    file("d/node_modules/x/x.yaml", "name: x\n");
    file("d/compose.yaml", "services: {}\n");
    file("d/list.yml", "- name: x\n");
    file("d/notes.txt", "name: x\n");
    CommandResult check = CommandResult.of(folder("-f", "csv")).exits(0);
    assertThat(check.stdout().lines().skip(1).map(line -> line.split(",")[0]))
        .containsExactly("plan", "b", "c");
    assertThat(check.stderr())
        .isEqualTo(
            "warning: check: 2 files are not judged, having neither name nor extends: "
                + String.join(
                    ", ",
                    folder.resolve("d/compose.yaml").toString(),
                    folder.resolve("d/list.yml").toString())
                + "\n");
    // under strict each is a fault, in every format
    assertThat(CommandResult.of(folder("--strict", "-f", "github")).exits(3).stdout())
        .contains("::error file=" + folder.resolve("d/list.yml") + ",title=")
        .contains("found neither name nor extends; expected a scenario")
        .contains("2 invalid, 0 failed, 0 warnings, 3 passed");
    assertThat(CommandResult.of(folder("-q")).exits(0).stderr()).isEmpty();
  }

  @Test
  void aFileThatIsNamedIsJudgedWhateverItHas() throws IOException {
    String compose = file("d/compose.yaml", "services: {}\n");
    String hidden = file("d/.hidden/a.yaml", PLAN);
    CommandResult.of("check", compose).exits(3);
    CommandResult.of("check", hidden, "--fail-on", "gpu_count@2026 < 1").exits(0);
    CommandResult.of(
            "check", folder.resolve("d/.hidden").toString(), "--fail-on", "gpu_count@2026 < 1")
        .exits(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: plan\nphases: [\n",
        "nmae: plan\nphases: {a: {gpu_count: 1k}\n",
        "name: plan\n\tphases: {}\n",
        "name: plan\nsources: [!x y]\n",
        "name: pl\u0007an\n"
      })
  void aScenarioThatDoesNotParseIsNeverPassedOver(String text) throws IOException {
    file("d/a.yaml", PLAN);
    file("d/slip.yaml", text);
    CommandResult check = CommandResult.of(folder("-f", "junit")).exits(3);
    assertThat(check.stderr()).contains("slip.yaml:");
    assertThat(check.stdout())
        .doesNotContain("errors=\"0\" skipped=\"0\" time=\"0\">\n  <testsuite name=\"/")
        .contains("slip.yaml");
  }

  /** What is clearly something else is passed over and named: changes of a plan, a list. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nmae: plan\\nphases: {a: {gpu_count: 1k, online: 2026}}\\n | judged",
        "Name: plan\\nphases: {a: {gpu_count: 1k, online: 2026}}\\n | judged",
        "extend: a.yaml\\npue: 1.2\\n | judged",
        "phases: {a: {gpu_count: 1k, online: 2026}}\\n | judged",
        "gpu_count: 1k\\nonline: 2026\\n | judged",
        "horizon: {from: 2025-01, to: 2027}\\nphases: {a: {gpu_cuont: 1k, online: 2026}}\\n | judged",
        "phases: {first: {delay: 6 months}}\\n | named",
        "pue: 1.2\\n | named",
        "services: {}\\n | named"
      })
  void aScenarioWithoutItsNameIsNeverPassedOver(String text, String what) throws IOException {
    file("d/a.yaml", PLAN);
    file("d/slip.yaml", text.replace("\\n", "\n"));
    CommandResult check =
        CommandResult.of(folder("-f", "junit")).exits(what.equals("judged") ? 3 : 0);
    assertThat(check.stderr()).contains("slip.yaml");
    assertThat(check.stdout().contains("slip.yaml")).isEqualTo(what.equals("judged"));
    CommandResult.of(folder("--strict")).exits(3);
  }

  @Test
  void aFolderWithoutAScenarioIsAMistake() throws IOException {
    file("d/compose.yaml", "services: {}\n");
    assertThat(CommandResult.of(folder()).exits(2).stderr())
        .contains("holds no scenario; 1 file is not judged");
  }
}
