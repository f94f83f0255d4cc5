package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The exit code and every format say the same of one run. */
class FormatsAgreeTest {
  private static final String PLAN =
      """
      name: NAME
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2028-12}
      claims: [{id: c, metric: gpu_count, at_least: 100k, by: 2027}]
      phases:
        first: {gpu: gb200, gpu_count: COUNT, online: 2026-06}
      """;
  private static final List<String> FORMATS =
      List.of("json:o.json", "junit:o.xml", "sarif:o.sarif", "markdown:o.md", "github:o.txt");

  @TempDir private Path folder;

  /** How many rows of each kind a format shows. */
  private record Rows(long failed, long invalid, long warned, long passed, long notJudged) {}

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String written(String target) throws IOException {
    return Files.readString(folder.resolve(target.substring(target.indexOf(':') + 1)));
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().count();
  }

  /** Runs a command line once, with its answer in every format. */
  private CommandResult run(List<String> line) throws IOException {
    List<String> all = new ArrayList<>(line);
    for (String target : FORMATS) {
      String[] parts = target.split(":");
      Files.deleteIfExists(folder.resolve(parts[1]));
      all.add("-o");
      all.add(parts[0] + ":" + folder.resolve(parts[1]));
    }
    return CommandResult.of(all.toArray(String[]::new));
  }

  private Rows junit() throws IOException {
    String xml = written("o.xml");
    Rows rows =
        new Rows(
            count("<failure ", xml),
            count("<error ", xml),
            count("<system-out>warning: ", xml),
            count("<system-out>(?!warning: )", xml),
            count("<skipped ", xml));
    assertThat(xml)
        .contains(
            "tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
                .formatted(
                    rows.failed + rows.invalid + rows.warned + rows.passed + rows.notJudged,
                    rows.failed,
                    rows.invalid,
                    rows.notJudged));
    return rows;
  }

  private Rows sarif() throws IOException {
    String text = written("o.sarif");
    JsonNode run = new ObjectMapper().readTree(text).at("/runs/0");
    long errors = count("\"level\": \"error\"", text);
    long invalid = count("\"ruleId\": \"invalid\"", text);
    return new Rows(
        errors - invalid,
        invalid,
        count("\"level\": \"warning\"", text),
        run.at("/properties/passed").size(),
        run.at("/properties/notJudged").size());
  }

  private Rows github(Rows known) throws IOException {
    String text = written("o.txt");
    Rows counted = counted(text.lines().reduce((a, b) -> b).orElseThrow());
    assertThat(count("^::error ", text)).isEqualTo(Math.min(10, known.failed + known.invalid));
    assertThat(count("^::warning ", text)).isEqualTo(Math.min(10, known.warned));
    assertThat(count("^::notice file=", text)).isEqualTo(known.notJudged);
    return counted;
  }

  /** Reads a line such as "1 invalid, 2 failed, 0 warnings, 3 passed, 1 not judged". */
  private static Rows counted(String line) {
    return new Rows(
        number(line, "failed"),
        number(line, "invalid"),
        number(line, "warnings?"),
        number(line, "passed"),
        number(line, "not judged"));
  }

  private static long number(String line, String what) {
    Matcher matcher = Pattern.compile("(\\d+) " + what).matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static Rows json(JsonNode report) {
    JsonNode counts = report.get("counts");
    return new Rows(
        counts.get("failed").asLong(),
        report.get("invalid").size(),
        counts.get("warned").asLong() + counts.get("inconclusive").asLong(),
        counts.get("passed").asLong(),
        counts.get("not_judged").asLong());
  }

  private Rows allAgree(int exit) throws IOException {
    Rows rows = junit();
    assertThat(sarif()).isEqualTo(rows);
    Rows files = github(rows);
    JsonNode report = new ObjectMapper().readTree(written("o.json"));
    assertThat(json(report)).isEqualTo(files);
    assertThat(counted(written("o.md").lines().skip(2).findFirst().orElseThrow())).isEqualTo(files);
    assertThat(new Rows(rows.failed, files.invalid, rows.warned, rows.passed, rows.notJudged))
        .isEqualTo(files);
    assertThat(exit).isEqualTo(files.invalid > 0 ? 3 : files.failed > 0 ? 10 : 0);
    assertThat(report.get("passed").asBoolean()).isEqualTo(exit == 0);
    return rows;
  }

  private String plan(Random random, String name) throws IOException {
    boolean drawn = random.nextBoolean();
    StringBuilder text =
        new StringBuilder(
            PLAN.replace("NAME", name).replace("COUNT", drawn ? "90k to 120k" : "100k"));
    int expected = random.nextInt(4);
    for (int i = 0; i < expected; i++) {
      text.append(i == 0 ? "expect:\n" : "")
          .append("  - {expr: '")
          .append(List.of("gpu_count@2027 > ", "p95(gpu_count@2027) < ").get(random.nextInt(2)))
          .append(80 + random.nextInt(60))
          .append("k', level: ")
          .append(random.nextBoolean() ? "warn" : "error")
          .append(random.nextBoolean() ? ", message: why}\n" : "}\n");
    }
    boolean broken = random.nextInt(8) == 0;
    return file(name + ".yaml", broken ? text + "nonsense: 1\n" : text.toString());
  }

  /**
   * Each seed is a plan or three with what is expected of them, a baseline or none, and options.
   */
  @Test
  void ofSeededRuns() throws IOException {
    boolean[] seen = new boolean[4];
    String saved = folder.resolve("saved.json").toString();
    for (int seed = 1; seed <= 24; seed++) {
      Random random = new Random(seed);
      List<String> line = new ArrayList<>(List.of("check", "--samples", "64"));
      for (int i = 0; i <= random.nextInt(3); i++) {
        line.add(plan(random, "plan" + i));
      }
      if (random.nextBoolean()) {
        String before = file("before.yaml", PLAN.replace("NAME", "plan0").replace("COUNT", "99k"));
        CommandResult.of("project", before, "--by", "year", "-o", saved).exits(0);
        line.addAll(List.of("--baseline", saved, "--tolerance", "gpu_count=5%"));
      }
      line.addAll(random.nextBoolean() ? List.of("--strict") : List.of());
      line.addAll(random.nextInt(3) == 0 ? List.of("--fresh", "1 year") : List.of());
      line.addAll(List.of("--fail-on", "gpu_count@2028 < " + (95 + random.nextInt(4)) + "k"));
      int exit = run(line).exit();
      Rows rows = allAgree(exit);
      seen[exit == 0 ? 0 : exit == 10 ? 1 : 2] = true;
      assertThat(line.contains("--strict") && rows.warned > 0).as("seed " + seed).isFalse();
      seen[3] |= line.contains("--strict") && rows.failed > 0;
    }
    assertThat(seen).containsOnly(true);
  }

  /** A warning, an inconclusive change and a scenario without a baseline count as failures. */
  @Test
  void whatStrictFailsIsAFailureEverywhere() throws IOException {
    String plan =
        file(
            "plan.yaml",
            PLAN.replace("NAME", "plan").replace("COUNT", "100k")
                + "expect:\n- {expr: gpu_count@2027 > 1M, level: warn, message: why}\n");
    assertThat(run(List.of("check", plan)).exit()).isZero();
    assertThat(allAgree(0)).isEqualTo(new Rows(0, 0, 1, 0, 0));
    assertThat(run(List.of("check", plan, "--strict")).exit()).isEqualTo(10);
    assertThat(allAgree(10)).isEqualTo(new Rows(1, 0, 0, 0, 0));
    assertThat(written("o.md")).contains("why; a warning, which --strict makes a failure");
    assertThat(run(List.of("check", plan, "--strict", "--no-fail")).exit()).isZero();
    assertThat(junit()).isEqualTo(new Rows(1, 0, 0, 0, 0));
  }

  @Test
  void aScenarioWithoutExpectationsIsNotJudgedAndSaidToBe() throws IOException {
    String plan = PLAN.replace("COUNT", "100k");
    String one = file("one.yaml", plan.replace("NAME", "one") + "expect: [gpu_count@2027 > 1]\n");
    String two = file("two.yaml", plan.replace("NAME", "two"));
    assertThat(run(List.of("check", one, two)).exit()).isZero();
    assertThat(allAgree(0)).isEqualTo(new Rows(0, 0, 0, 1, 1));
    for (String target : FORMATS) {
      assertThat(written(target)).as(target).contains("two");
    }
    // with ages it is judged
    assertThat(run(List.of("check", one, two, "--fresh", "9 years")).exit()).isZero();
    assertThat(allAgree(0).notJudged).isZero();
  }

  /** Values without a source, at their place. */
  @Test
  void oldValuesAreWarningsAtTheirPlace() throws IOException {
    String plan = file("plan.yaml", PLAN.replace("NAME", "plan").replace("COUNT", "100k"));
    CommandResult result = run(List.of("check", plan, "--fresh", "9 years"));
    assertThat(result.exits(0).stderr()).isEmpty();
    assertThat(allAgree(0).warned).isGreaterThanOrEqualTo(2);
    String place =
        "line=6,col=23,title=plan%3A phases.first.gpu_count is fresh::has no source and no as_of";
    assertThat(written("o.txt")).contains("::warning file=" + plan + "," + place);
    assertThat(written("o.md")).contains("plan.yaml:6:23: has no source and no as\\_of");
    assertThat(written("o.sarif")).contains("\"ruleId\": \"fresh\"");
  }

  /** A runner obeys annotations on standard output alone. */
  @ParameterizedTest
  @ValueSource(strings = {"o.xml", "github:o.txt", "notes"})
  void annotationsAreOnStandardOutputWhateverIsWrittenBeside(String target) throws IOException {
    String plan = file("plan.yaml", PLAN.replace("NAME", "plan").replace("COUNT", "100k"));
    int colon = target.indexOf(':') + 1;
    String output = target.substring(0, colon) + folder.resolve(target.substring(colon));
    String[] line = {
      "check", plan, "--fail-on", "gpu_count@2027 < 1M", "-f", "github", "-o", output
    };
    assertThat(CommandResult.of(line).exits(10).stdout()).startsWith("::error file=" + plan);
    assertThat(folder.resolve(target.substring(colon))).isNotEmptyFile();
    line[7] = "json:-";
    CommandResult.of(line)
        .exits(2)
        .saysOnly("stargate-calc: -o: standard output can take one format only");
  }

  @ParameterizedTest
  @CsvSource({"--exit-code, 11", "--strict, 10", "--quiet, 0"})
  void aComparisonFailsEverywhereOrNowhere(String option, int exit) throws IOException {
    String base = file("base.yaml", PLAN.replace("NAME", "plan").replace("COUNT", "90k to 120k"));
    String other = file("plan.yaml", PLAN.replace("NAME", "plan").replace("COUNT", "70k to 150k"));
    List<String> line = new ArrayList<>(List.of("compare", base, other, "--samples", "64"));
    line.add(option);
    if (!option.equals("--exit-code")) {
      line.addAll(List.of("--fail-on", "delta(mean(gpu_count@2027)) > 1%"));
    }
    assertThat(run(line).exit()).isEqualTo(exit);
    Rows rows = junit();
    assertThat(sarif()).isEqualTo(rows);
    github(rows);
    assertThat(rows.failed > 0).isEqualTo(exit != 0);
    JsonNode checked = new ObjectMapper().readTree(written("o.json")).get("checked");
    assertThat(checked.isEmpty()).isEqualTo(option.equals("--exit-code"));
    assertThat(checked.findValuesAsString("outcome"))
        .isEqualTo(
            option.equals("--exit-code")
                ? List.of()
                : List.of(exit == 0 ? "inconclusive" : "failed"));
  }

  /** What is compared is as strictly read as what is checked; the base is what it was. */
  @Test
  void aWarningOfWhatIsComparedIsAnErrorUnderStrict() throws IOException {
    String plan = PLAN.replace("NAME", "plan").replace("COUNT", "100k");
    String base = file("base.yaml", plan);
    String old = file("plan.yaml", plan.replace("to: 2028-12", "to: 2038-12"));
    assertThat(run(List.of("compare", base, old)).exit()).isZero();
    assertThat(junit().invalid).isZero();
    assertThat(run(List.of("compare", old, base, "--strict")).exit()).isZero();
    assertThat(run(List.of("compare", base, old, "--strict")).exit()).isEqualTo(3);
    assertThat(junit()).isEqualTo(sarif());
    assertThat(junit().invalid).isEqualTo(1);
    assertThat(written("o.txt")).contains("::error file=" + old + ",line=6");
  }
}
