package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;
import org.stargatecalc.report.Verification.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Checks as continuous integration reads them. */
class CheckFormatsTest {
  private static Verification check(
      String suite, int line, String check, Outcome outcome, String message, double severity) {
    List<Cell> says =
        List.of(
            Cell.quantity(0.177, Display.GIGAWATT),
            Cell.EMPTY,
            Cell.words("<"),
            Cell.quantity(1, Display.GIGAWATT));
    return new Verification(
        suite, "a b/plan.yaml", line, line, "expect", check, outcome, says, message, severity);
  }

  private static final List<Verification> THREE =
      List.of(
          check("one", 4, "x >= 1 GW", Outcome.PASSED, "", 0),
          check("one", 5, "y >= 1 GW", Outcome.FAILED, "50% is \"late\" & <bad>", 0.8),
          check("two", 0, "z >= 1 GW", Outcome.WARNED, "", 0.1));

  // ---- github ----

  @Test
  void githubAnnotatesFailuresAndWarningsAtTheirPlaceAndCountsAll() throws IOException {
    assertThat(render(Format.GITHUB, THREE))
        .isEqualTo(
            """
            ::error file=a b/plan.yaml,line=5,col=5,title=one%3A y >= 1 GW::0.177 GW < 1.000 GW · 50%25 is "late" & <bad>
            ::warning file=a b/plan.yaml,title=two%3A z >= 1 GW::0.177 GW < 1.000 GW
            ::notice title=stargate-calc::1 failed, 1 warning, 1 passed
            """);
  }

  @Test
  void githubEscapesWhatEndsAProperty() throws IOException {
    List<Verification> odd = List.of(check("a,b", 1, "c:d%", Outcome.FAILED, "", 1));
    assertThat(render(Format.GITHUB, odd)).contains(",title=a%2Cb%3A c%3Ad%25::0.177 GW");
  }

  @ParameterizedTest
  @CsvSource({
    "9, 10, '9 failed, 10 warnings, 0 passed'",
    "10, 10, '10 failed, 10 warnings, 0 passed'",
    "11, 10, '11 failed, 10 warnings, 0 passed; 1 not shown here'",
    "10, 11, '10 failed, 11 warnings, 0 passed; 1 not shown here'",
    "13, 12, '13 failed, 12 warnings, 0 passed; 5 not shown here'",
    "0, 2, '0 failed, 2 warnings, 0 passed'"
  })
  void githubShowsTheTenWorstOfEachKindAndCountsTheRest(int failed, int warned, String counts)
      throws IOException {
    List<Verification> all = new ArrayList<>();
    for (int i = 0; i < failed; i++) {
      all.add(check("s", 1, "f" + i, Outcome.FAILED, "", i));
    }
    for (int i = 0; i < warned; i++) {
      all.add(check("s", 1, "w" + i, Outcome.WARNED, "", i));
    }
    List<String> lines = render(Format.GITHUB, all).lines().toList();
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < Math.min(10, failed); i++) {
      titles.add("f" + (failed - 1 - i));
    }
    for (int i = 0; i < Math.min(10, warned); i++) {
      titles.add("w" + (warned - 1 - i));
    }
    assertThat(lines.subList(0, lines.size() - 1))
        .extracting(line -> line.replaceFirst(".*title=s%3A (\\w+)::.*", "$1"))
        .isEqualTo(titles);
    assertThat(lines.get(lines.size() - 1)).isEqualTo("::notice title=stargate-calc::" + counts);
  }

  // ---- junit ----

  @Test
  void junitHasASuiteForEachScenarioAndACaseForEachCheck() throws IOException {
    assertThat(render(Format.JUNIT, THREE))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="stargate-calc" tests="3" failures="1" errors="0" skipped="0" time="0">
              <testsuite name="one" tests="2" failures="1" errors="0" skipped="0" time="0">
                <testcase name="x &gt;= 1 GW" classname="one" time="0">
                  <system-out>0.177 GW &lt; 1.000 GW</system-out>
                </testcase>
                <testcase name="y &gt;= 1 GW" classname="one" time="0">
                  <failure message="0.177 GW &lt; 1.000 GW · 50% is &quot;late&quot; &amp; &lt;bad&gt;" type="expect">a b/plan.yaml:5:5: y &gt;= 1 GW: 0.177 GW &lt; 1.000 GW · 50% is &quot;late&quot; &amp; &lt;bad&gt;</failure>
                </testcase>
              </testsuite>
              <testsuite name="two" tests="1" failures="0" errors="0" skipped="0" time="0">
                <testcase name="z &gt;= 1 GW" classname="two" time="0">
                  <system-out>warning: 0.177 GW &lt; 1.000 GW</system-out>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void junitNamesTheFileAloneWhereTheLineIsNotKnown() throws IOException {
    List<Verification> one = List.of(check("s", 0, "x", Outcome.FAILED, "", 1));
    assertThat(render(Format.JUNIT, one)).contains(">a b/plan.yaml: x: 0.177 GW");
  }

  // ---- sarif ----

  @Test
  void sarifHasAResultForEachFailureAndWarningAndListsWhatPassed() throws IOException {
    JsonNode log = new ObjectMapper().readTree(render(Format.SARIF, THREE));
    assertThat(log.get("version").asString()).isEqualTo("2.1.0");
    JsonNode run = log.get("runs").get(0);
    assertThat(run.at("/properties/passed/0").asString())
        .isEqualTo("one: x >= 1 GW: 0.177 GW < 1.000 GW");
    assertThat(run.at("/properties/passed").size()).isEqualTo(1);
    JsonNode driver = run.at("/tool/driver");
    assertThat(driver.get("name").asString()).isEqualTo("stargate-calc");
    assertThat(driver.get("rules").valueStream().map(rule -> rule.get("id").asString()))
        .containsExactly(
            "expect", "fail-on", "tolerance", "baseline", "fresh", "compare", "invalid");
    assertThat(driver.get("rules"))
        .allMatch(rule -> rule.at("/shortDescription/text").asString().endsWith("."));
    assertThat(run.get("results"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    [{"ruleId": "expect", "level": "error",
                      "message": {"text": "one: y >= 1 GW: 0.177 GW < 1.000 GW · 50% is \\"late\\" & <bad>"},
                      "locations": [{"physicalLocation": {
                        "artifactLocation": {"uri": "a%20b/plan.yaml"},
                        "region": {"startLine": 5, "startColumn": 5}}}]},
                     {"ruleId": "expect", "level": "warning",
                      "message": {"text": "two: z >= 1 GW: 0.177 GW < 1.000 GW"},
                      "locations": [{"physicalLocation": {
                        "artifactLocation": {"uri": "a%20b/plan.yaml"},
                        "region": {"startLine": 1, "startColumn": 1}}}]}]
                    """));
  }

  /** The ends of each range of letters that a URI may hold, and what stands right beside them. */
  @Test
  void sarifEncodesWhatAUriCannotHold() throws IOException {
    String file = "azAZ09-._~/`{@[:é 100%";
    Verification odd =
        new Verification(
            "s", file, 1, 1, "expect", "x", Outcome.FAILED, List.of(Cell.words("y")), "", 1);
    assertThat(
            new ObjectMapper()
                .readTree(render(Format.SARIF, List.of(odd)))
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString())
        .isEqualTo("azAZ09-._~/%60%7B%40%5B%3A%C3%A9%20100%25");
  }

  private static String render(Format format, List<Verification> checks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report report =
        new Report(List.of(), new DataTable.InMemory(), Data.NULL).withVerifications(checks);
    format.renderer().render(report, RenderOptions.PLAIN, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
