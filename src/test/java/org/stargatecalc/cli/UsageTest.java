package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;

/** What a command line that makes no sense is answered. */
class UsageTest {
  private static final String SCENARIO = "scenarios/minimal.yaml";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          projcet | 'projcet' is not a command (did you mean project?)
          xyzzy | 'xyzzy' is not a command; 'stargate-calc help' lists them
          -q | found no command
          help projcet | 'projcet' is not a command (did you mean project?)
          project SCENARIO --formt csv | unknown option '--formt' (did you mean --format?)
          project SCENARIO --frobnicate | unknown option '--frobnicate'
          project SCENARIO -f xml | --format: found 'xml' (did you mean html?); expected one of table, csv, tsv, xlsx
          project SCENARIO -f | --format
          project SCENARIO --by | Missing required parameter for option '--by' (PERIOD)
          project SCENARIO --by week | --by: found 'week'; expected one of month, quarter, half, year
          project SCENARIO --by year --by month | --by
          project SCENARIO --at soon | --at: found 'soon'; expected a date such as
          project SCENARIO --at 2025-13 | --at: found '2025-13', whose month 13 does not exist
          project SCENARIO --at 2026 --by year | --at asks for one date
          project SCENARIO --from 2026-02-30 | --from: found '2026-02-30', a day that does not exist
          project SCENARIO --show timelin | --show: found 'timelin' (did you mean timeline?); expected one of timeline
          project SCENARIO --metrics gpu_cuont | --metrics: found 'gpu_cuont' (did you mean gpu_count?); expected
          compare SCENARIO SCENARIO --show x | unknown option '--show'
          compare SCENARIO SCENARIO --tolerence 1% | unknown option '--tolerence' (did you mean --tolerance?)
          compare --set pue=1.3 SCENARIO SCENARIO -x | unknown option '-x'
          sensitivity SCENARIO --claim x --metrics y | unknown option '--metrics' (did you mean --metric?)
          check SCENARIO --fail-on fcility_power_gw@2027<1GW | (did you mean facility_power_gw?); expected
          check SCENARIO --tolerance 1% | --tolerance needs --baseline FILE
          check SCENARIO --update-baseline | --update-baseline needs --baseline FILE
          project SCENARIO --layout tall | --layout: found 'tall'; expected one of wide, long
          project SCENARIO --precision 0 | --precision: found '0'; expected 1 to 17
          project SCENARIO --precision 18 | --precision: found '18'; expected 1 to 17
          project SCENARIO --precision six | --precision: found 'six'; expected 1 to 17
          project SCENARIO --color red | --color: found 'red'; expected auto, always or never
          project SCENARIO -o out.xyz | no format is known for 'out.xyz'
          project SCENARIO -o csv: | found no file name in 'csv:'
          project SCENARIO -o csv:- -o json:- | standard output can take one format only
          project SCENARIO -o a.csv -o a.csv | the same file is named twice
          schema result -f csv | unknown option '-f'
          catalog acclerators | catalog has no list 'acclerators' (did you mean accelerators?); expected one of
          catalog accelerators gb20 | the catalogue has no 'gb20' (did you mean gb200?)
          claims stargate-1gw-2026 | the catalogue has no 'stargate-1gw-2026' (did you mean stargate-1gw-2025?)
          schema nothing | schema: found 'nothing'
          """)
  void isOneLineThatSaysWhatIsWrong(String line, String words) {
    CommandResult result = CommandResult.of(line.replace("SCENARIO", SCENARIO).split(" "));
    result.exits(2);
    assertThat(result.stdout()).as("%s", result).isEmpty();
    assertThat(result.stderr())
        .as("%s", result)
        .startsWith("stargate-calc: ")
        .contains(words)
        .doesNotContain("picocli", "Exception", "\tat ");
    assertThat(result.stderr().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "project, SCENARIO",
    "validate, SCENARIO",
    "compare, BASE OTHER",
    "sensitivity, SCENARIO"
  })
  void aCommandThatNeedsAScenarioAsksForOne(String command, String operand) {
    CommandResult result = CommandResult.of(command);
    result.exits(2);
    assertThat(result.stderr()).contains(command + " needs " + operand);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog accelerators gb200 h100",
        "claims stargate-1gw-2025 stargate-5gw-2027",
        "schema result result",
        "help project validate"
      })
  void whatACommandHasNoUseForIsRefused(String line) {
    CommandResult.of(line.split(" ")).exits(2);
  }

  @Test
  void anEmptyFileNameIsNoFolder() {
    for (List<String> line :
        List.of(
            List.of("project", ""),
            List.of("project", SCENARIO, ""),
            List.of("validate", ""),
            List.of("project", SCENARIO, "--overlay", ""),
            List.of("project", SCENARIO, "-o", ""),
            List.of("check", SCENARIO, "--baseline", ""))) {
      CommandResult result = CommandResult.of(line.toArray(String[]::new)).exits(2);
      assertThat(result.stderr()).contains("found an empty file name").doesNotContain("directory");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--at 2040", "--from 2040", "--to 2020", "--from 2028 --to 2027"})
  void aTimeOutsideTheHorizonIsRefused(String options) {
    CommandResult.of(("project " + SCENARIO + " " + options).split(" ")).exits(2);
  }

  @Test
  void helpIsOnStandardOutputAndNoError() {
    for (String line :
        List.of("help", "--help", "-h", "help project", "project --help", "validate -h")) {
      CommandResult result = CommandResult.of(line.split(" ")).succeeds();
      assertThat(result.stdout())
          .as(line)
          .startsWith("Usage: stargate-calc")
          .contains("Exit codes:");
    }
    // a bare call is no mistake either
    assertThat(CommandResult.of().succeeds().stdout())
        .isEqualTo(CommandResult.of("help").stdout())
        .contains("Examples:");
  }

  @Test
  void helpFitsInEightyColumns() {
    for (String name : Commands.NAMES) {
      assertFits(CommandResult.of("help", name).succeeds());
    }
  }

  /** Whoever copies the lines of an example runs that command. */
  @Test
  void anExampleIsOneCommandOfTheShell() {
    for (String name : Commands.NAMES) {
      String help = CommandResult.of("help", name).succeeds().stdout();
      String joined = help.replace(" \\\n      ", " ");
      for (String example : Commands.of(name).orElseThrow().examples()) {
        assertThat(joined).contains("\n  stargate-calc " + example + "\n");
      }
    }
  }

  /** A path, a file name or an expression is not broken where it has no space. */
  @Test
  void helpBreaksAtSpacesAlone() {
    for (String name : Commands.NAMES) {
      Command<?> command = Commands.of(name).orElseThrow();
      String help = CommandResult.of("help", name).succeeds().stdout().replaceAll("\\s+", " ");
      assertThat(help).contains(command.operands().meaning());
      for (Option option : command.options()) {
        assertThat(help).contains(CommandLineReader.meaning(option, command));
      }
    }
  }

  @Test
  void theOverviewFitsInEightyColumns() {
    assertFits(CommandResult.of("help").succeeds());
  }

  private static void assertFits(CommandResult help) {
    help.stdout()
        .lines()
        .forEach(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
  }

  @Test
  void everyCommandOfTheOverviewHasHelp() {
    List<String> commands =
        CommandResult.of("help")
            .stdout()
            .lines()
            .dropWhile(line -> !line.equals("Commands:"))
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .map(line -> line.strip().split(" ")[0])
            .filter(command -> !command.equals("help"))
            .toList();
    assertThat(commands).contains("project", "validate", "catalog", "claims");
    for (String command : commands) {
      assertThat(CommandResult.of(command, "--help").succeeds().stdout())
          .startsWith("Usage: stargate-calc " + command);
    }
  }

  @Test
  void anArgumentThatBeginsWithAtIsNoFileOfArguments() {
    CommandResult result = CommandResult.of("project", "@pom.xml");
    result.exits(3);
    assertThat(result.stderr()).isEqualTo("@pom.xml: cannot read it: no such file\n");
  }

  @Test
  void afterTwoDashesEverythingIsAFile() {
    CommandResult result = CommandResult.of("project", "--", "-f");
    result.exits(3);
    assertThat(result.stderr()).isEqualTo("-f: cannot read it: no such file\n");
  }

  @Test
  void optionsAreNotAbbreviated() {
    CommandResult.of("project", SCENARIO, "--form", "csv").exits(2);
    CommandResult.of("proj", SCENARIO).exits(2);
  }

  // ---- colour ----

  @ParameterizedTest
  @CsvSource({
    "STARGATE_CALC_TERMINAL=1, true",
    "'', false",
    "STARGATE_CALC_TERMINAL=2, false",
    "STARGATE_CALC_TERMINAL=1;NO_COLOR=1, false",
    "STARGATE_CALC_TERMINAL=1;TERM=dumb, false",
    "CLICOLOR_FORCE=1, true",
    "CLICOLOR_FORCE=0, false",
    "CLICOLOR_FORCE=1;NO_COLOR=1, false"
  })
  void colourIsForTerminalsUnlessTheEnvironmentSaysOtherwise(String environment, boolean colour) {
    assertThat(isColoured(environment, "auto")).isEqualTo(colour);
    assertThat(isColoured(environment, "always")).isTrue();
    assertThat(isColoured(environment, "never")).isFalse();
  }

  private static boolean isColoured(String environment, String when) {
    Map<String, String> variables = new java.util.HashMap<>();
    for (String pair : environment.split(";")) {
      if (!pair.isEmpty()) {
        variables.put(pair.split("=")[0], pair.split("=")[1]);
      }
    }
    CommandResult result =
        CommandResult.with("", variables, "project", SCENARIO, "--color", when).exits(0);
    return result.stdout().contains("\u001b[");
  }

  @Test
  void columnsIsTheWidthAlsoOfPipesAndOddValuesAreNone() {
    String narrow = run(Map.of("STARGATE_CALC_TERMINAL", "1", "COLUMNS", "60", "NO_COLOR", "1"));
    String wide = run(Map.of("STARGATE_CALC_TERMINAL", "1", "COLUMNS", "200", "NO_COLOR", "1"));
    String none = run(Map.of());
    assertThat(run(Map.of("COLUMNS", "200"))).isEqualTo(wide).isNotEqualTo(none);
    assertThat(run(Map.of("COLUMNS", "60"))).isEqualTo(narrow).isNotEqualTo(none);
    for (String odd : List.of("0", "-1", "abc", "99999999999", "")) {
      assertThat(run(Map.of("STARGATE_CALC_TERMINAL", "1", "COLUMNS", odd, "NO_COLOR", "1")))
          .as("COLUMNS=%s", odd)
          .isEqualTo(none);
    }
  }

  private static String run(Map<String, String> environment) {
    return CommandResult.with("", environment, "project", SCENARIO).exits(0).stdout();
  }
}
