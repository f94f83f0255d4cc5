package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Text from a scenario that tries to be more than text. */
class HostileTextTest {
  /** YAML escapes bring in what a file may not hold: an escape code, C1 codes, bidi overrides. */
  private static final String CODES =
      "\\e[31m\\e]0;x\\a\\x9b1m\\u202eabc\\u2066\\u200b\\0\\b\\r\\n";

  private static final String MARKUP =
      "<script>alert(1)</script><img src=x onerror=alert(1)>&lt; | x | [a](javascript:1) `c` **b**"
          + " ![i](http://e/i.png) @someone ~~s~~ ]]>";

  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void writeScenario() throws IOException {
    String hostile = "\"" + CODES + MARKUP.replace("\\", "\\\\") + "\"";
    String yaml =
        """
        name: hostile
        title: %1$s
        description: %1$s
        sources: {here: %1$s}
        gpu_count: {value: 1k, source: %1$s, confidence: low}
        pue: {value: 1.3, source: here, confidence: low}
        online: 2026-01
        claims:
          - {id: c, title: %1$s, metric: facility_power_gw, at_least: 1 GW, by: 2026, scope: %1$s, statement: %1$s, source: %1$s}
        constraints:
          chips: {limits: gpu_count, supply: {2026: {value: 10, source: %1$s}}}
        """
            .formatted(hostile);
    // the name of a file is chosen by somebody, too
    file = folder.resolve("a\u001b[31m\u202eb<i>|`.yaml").toString();
    Files.writeString(Path.of(file), yaml, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "tsv", "markdown", "html"})
  void noControlCharacterReachesTheOutput(String format) {
    for (String show : List.of("timeline", "claims", "readings", "cost", "assumptions")) {
      CommandResult result = CommandResult.of("project", file, "-f", format, "--show", show);
      result.exits(0);
      assertHarmless(result.stdout(), format.equals("tsv"));
      assertHarmless(result.stderr(), false);
    }
    assertHarmless(
        CommandResult.of("project", file, "-f", format).exits(0).stdout(), format.equals("tsv"));
  }

  /** Whoever writes a text may count where the program breaks its lines. */
  @ParameterizedTest
  @ValueSource(strings = {"table", "markdown"})
  void noTextBeginsALineAsACommandOfACiSystem(String format) throws IOException {
    String commands =
        "\"" + "::error::x a ".repeat(30) + "##[error]z ##vso[task] ".repeat(20) + "\"";
    String yaml =
        """
        name: ci
        title: %1$s
        description: %1$s
        gpu_count: {value: 1k, source: %1$s, confidence: low}
        online: 2026-01
        claims: [{id: c, title: %1$s, metric: facility_power_gw, at_least: 1 GW, by: 2026, scope: %1$s, source: %1$s}]
        expect: [{expr: facility_power_gw@2027 > 9 GW, message: %1$s}]
        """
            .formatted(commands);
    String ci = Files.writeString(folder.resolve("ci.yaml"), yaml).toString();
    for (String call :
        List.of(
            "project FILE -v",
            "project FILE --show assumptions",
            "explain FILE facility_power_gw@2027",
            "check FILE",
            "validate FILE --set title=::error::x --set peu=::error::x")) {
      String[] words = (call + " -f " + format).replace("FILE", ci).split(" ");
      CommandResult result = CommandResult.of(words);
      assertThat((result.stdout() + result.stderr()).lines())
          .as(call)
          .isNotEmpty()
          .noneMatch(line -> line.strip().matches("(::|##[^ #]).*"));
    }
  }

  private static void assertHarmless(String text, boolean tabs) {
    text.codePoints()
        .filter(c -> c != '\n' && !(tabs && c == '\t'))
        .forEach(
            c -> {
              int type = Character.getType(c);
              assertThat(type == Character.CONTROL || type == Character.FORMAT)
                  .as("U+%04X", c)
                  .isFalse();
            });
  }

  @Test
  void jsonEscapesControlCharactersAndKeepsTheText() {
    String text = CommandResult.of("project", file, "-f", "json").exits(0).stdout();
    assertThat(text.chars().filter(c -> c < 0x20 && c != '\n')).isEmpty();
    JsonNode result = new ObjectMapper().readTree(text);
    assertThat(result.get("scenario").get("title").asString())
        .startsWith("\u001b[31m")
        .contains("\u202eabc\u2066\u200b\0\b\r\n<script>");
    assertThat(result.get("scenario").get("file").asString()).isEqualTo(file);
  }

  @Test
  void jsonEscapesWhatATerminalObeys() {
    assertHarmless(CommandResult.of("project", file, "-f", "json").exits(0).stdout(), false);
  }

  @Test
  void htmlHasNoMarkupFromAScenario() {
    String html = CommandResult.of("project", file, "-f", "html").exits(0).stdout();
    assertThat(html)
        .doesNotContain("<script>alert", "<img src=x", "<i>", "]]>")
        .contains("&lt;script&gt;");
  }

  @Test
  void markdownHasNoMarkupFromAScenario() {
    String markdown =
        CommandResult.of("project", file, "-f", "markdown", "--show", "claims,assumptions")
            .exits(0)
            .stdout();
    assertThat(markdown).contains("&lt;script&gt;");
    // what a backslash stands before has no meaning: the rest must have none either
    assertThat(markdown.replaceAll("\\\\.", ""))
        .doesNotContain("<", ">", "](", "~~", "@", "`", "**b");
    long columns = -1;
    for (String line : markdown.lines().toList()) {
      long bars = line.replace("\\|", "").chars().filter(c -> c == '|').count();
      if (!line.startsWith("|")) {
        columns = -1;
        assertThat(bars).as(line).isZero();
      } else {
        assertThat(columns < 0 || bars == columns).as(line).isTrue();
        columns = bars;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"- item", "+ item", "1. item", "===", "---", "    code", "> quote", "# h"})
  void aMarkdownParagraphStaysOne(String description) throws IOException {
    Path path = folder.resolve("p.yaml");
    Files.writeString(
        path,
        "name: p\ngpu_count: 1k\nonline: 2026-01\ndescription: '" + description + "'\n",
        StandardCharsets.UTF_8);
    String markdown = CommandResult.of("project", path.toString(), "-f", "markdown").stdout();
    String paragraph = markdown.split("\n\n")[1].lines().findFirst().orElse("");
    assertThat(paragraph).doesNotMatch("^( {4}|- |\\+ |\\d+\\. |=+$|-+$|> |# ).*");
  }

  @Test
  void noCellOfWordsInCsvBeginsLikeAFormula() throws IOException {
    Path path = folder.resolve("formula.yaml");
    Files.writeString(
        path,
        """
        name: -2+3
        gpu: {value: gb200, source: "=HYPERLINK(1)"}
        phases: {-a: {gpu_count: 1k, online: 2026-01}}
        claims: [{id: -c, metric: gpu_count, at_least: 1k, by: 2026}]
        """
            .replace("-2+3", "-2.3"),
        StandardCharsets.UTF_8);
    for (String show : List.of("timeline", "claims", "assumptions")) {
      String csv =
          CommandResult.of("project", path.toString(), "-f", "csv", "--show", show)
              .succeeds()
              .stdout();
      csv.lines()
          .skip(1)
          .flatMap(line -> List.of(line.split(",")).stream())
          .filter(cell -> !cell.matches("-?[0-9.]*"))
          .forEach(cell -> assertThat(cell).doesNotStartWith("-").doesNotMatch("^\"?[=+@].*"));
    }
  }

  @Test
  void aTerminalIsSentNoCodesButTheTablesOwn() {
    CommandResult result =
        CommandResult.with(
            "",
            Map.of("STARGATE_CALC_TERMINAL", "1,2", "TERM", "xterm", "COLUMNS", "100"),
            "project",
            file);
    result.exits(0);
    assertThat(result.stdout()).contains("\u001b[1m");
    assertHarmless(result.stdout().replaceAll("\u001b\\[\\d*m", ""), false);
  }

  @Test
  void anUnknownWordOnTheCommandLineIsShownWithoutCodes() {
    CommandResult result = CommandResult.of("pro\u001b[31m\u202eject");
    result.exits(2);
    assertHarmless(result.stderr(), false);
    CommandResult option = CommandResult.of("project", file, "--f\u001b[31moo");
    option.exits(2);
    assertHarmless(option.stderr(), false);
  }
}
