package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.support.CommandResult;

/** What may stand at the end of a command line comes from the declarations and the scenario. */
class CompletionTest {
  private static final String BASE = "scenarios/base.yaml";

  @TempDir private Path folder;

  private static List<String> lines(String... typed) {
    List<String> line = new ArrayList<>(List.of("complete", "--"));
    line.addAll(List.of(typed));
    return CommandResult.of(line.toArray(String[]::new)).succeeds().stdout().lines().toList();
  }

  private static List<String> words(String... typed) {
    return lines(typed).stream().skip(1).map(line -> line.replaceFirst("\t.*", "")).toList();
  }

  @Test
  void firstComesACommand() {
    List<String> expected = new ArrayList<>(Commands.NAMES);
    expected.add("help");
    assertThat(words("")).containsExactlyElementsOf(expected);
    assertThat(words("help", "")).containsExactlyElementsOf(expected);
    assertThat(words("sen")).containsExactly("sensitivity");
    assertThat(lines("sen")).contains("sensitivity\t" + new SensitivityCommand().summary());
    assertThat(words("no-command", "")).isEmpty();
  }

  @Test
  void everyOptionOfEveryCommandIsOffered() {
    for (String name : Commands.NAMES) {
      List<Option> options = new ArrayList<>(Commands.of(name).orElseThrow().options());
      options.addAll(CommandLineReader.COMMON);
      assertThat(words(name, "--"))
          .as(name)
          .containsExactlyElementsOf(options.stream().map(Option::word).toList());
    }
  }

  @Test
  void whatIsGivenOnceIsNotOfferedAgain() {
    assertThat(words("project", "-f", "csv", "--set", "pue=1.3", "--point", "--"))
        .doesNotContain("--format", "--point")
        .contains("--set", "--at");
  }

  @Test
  void metricsAreAListAndNoneComesTwice() {
    assertThat(words("project", "--metrics", "")).hasSize(Metric.values().length);
    assertThat(words("project", "--metrics", "facility_power_gw,fac"))
        .isNotEmpty()
        .allMatch(word -> word.startsWith("facility_power_gw,fac"))
        .doesNotContain("facility_power_gw,facility_power_gw");
  }

  @Test
  void formatsAreThoseOfTheCommand() {
    assertThat(words("check", "-f", "")).contains("sarif").doesNotContain("svg");
    assertThat(words("project", "--format="))
        .containsExactlyElementsOf(
            Format.DRAWN.stream().map(format -> "--format=" + format.id()).toList());
  }

  @Test
  void pathsAreThoseOfTheNamedFileAndWhatItExtends() {
    assertThat(words("project", BASE, "--set", "phases.sh")).containsExactly("phases.shackelford.");
    assertThat(words("project", "scenarios/power-late.yaml", "--set", "phases.sh"))
        .containsExactly("phases.shackelford.");
    assertThat(words("project", BASE, "--set", "phases.shackelford.del"))
        .containsExactly("phases.shackelford.delay=");
    assertThat(words("project", BASE, "--scale", "phases.*.pu")).contains("phases.*.pue=");
    assertThat(words("solve", BASE, "--for", "**.pu")).contains("**.pue");
    assertThat(words("project", "--set", "capex_split.tr"))
        .containsExactly("capex_split.training=");
    assertThat(words("project", BASE, "--set", "phases.milam.capex_split.inf"))
        .containsExactly("phases.milam.capex_split.inference=");
    assertThat(words("project", "--set", "discount")).containsExactly("discount_rate=");
  }

  @Test
  void everyPathThatIsOfferedAtTheTopCanBeSet() {
    for (String path : words("project", BASE, "--set", "")) {
      if (path.endsWith("=")) {
        String said = CommandResult.of("validate", BASE, "--set", path + "nonsense").stderr();
        assertThat(said).as(path).doesNotContain("unknown key");
      }
    }
  }

  @Test
  void chipsOwnershipsSitesAndClaimsAreNamed() throws Exception {
    assertThat(words("project", BASE, "--set", "gpu=vr")).contains("gpu=vr200");
    assertThat(words("project", BASE, "--set=phases.milam.ownership=o")).isNotEmpty();
    assertThat(words("project", BASE, "--set", "site=new")).containsExactly("site=new-mexico");
    assertThat(words("sensitivity", BASE, "--claim", "stargate-5g"))
        .containsExactly("stargate-5gw-2027");
    assertThat(words("explain", BASE, "claim(stargate-5g"))
        .containsExactly("claim(stargate-5gw-2027)");
    assertThat(words("backtest", "--sites", "")).isEqualTo(words("catalog", "sites", ""));
    Path own = folder.resolve("own.yaml");
    Files.writeString(
        own,
        "accelerators: {mine: {it_watts: 1 kW}}\nclaims: [{id: big, title: Big}]\npue: [not right]\n");
    assertThat(lines("solve", own.toString(), "--claim", "")).containsExactly("words", "big\tBig");
    assertThat(words("project", own.toString(), "--set", "gpu=mi")).contains("gpu=mine");
  }

  @ParameterizedTest
  @CsvSource({
    "project, ''",
    "project, --overlay=x",
    "check, ''",
    "merge, ''",
    "record import, ''",
    "project -o, ''"
  })
  void filesAreLeftToTheShell(String before, String typed) {
    List<String> line = new ArrayList<>(List.of(before.split(" ")));
    line.add(typed);
    assertThat(lines(line.toArray(String[]::new)).get(0)).isEqualTo("files");
  }

  @ParameterizedTest
  @CsvSource({"no-such-file", "/dev/zero", "-", "src"})
  void whatIsNoPlainFileIsNotRead(String file) {
    assertThat(words("project", file, "--set", "pu")).contains("pue=");
  }

  @ParameterizedTest
  @EnumSource
  void aValueIsSoughtForEveryOption(Option option) {
    Command<?> command =
        Commands.NAMES.stream()
            .<Command<?>>map(name -> Commands.of(name).orElseThrow())
            .filter(c -> c.options().contains(option) || CommandLineReader.COMMON.contains(option))
            .findFirst()
            .orElseThrow();
    lines(command.name(), BASE, option.word(), "");
    boolean isFile = option.label().equals("FILE");
    boolean takes = option.takes() != Option.Takes.NOTHING;
    if (takes) {
      assertThat(lines(command.name(), option.word(), "").get(0).equals("files")).isEqualTo(isFile);
    }
  }

  @Test
  void noTextOfAScenarioReachesTheTerminal() throws Exception {
    Path hostile = folder.resolve("hostile.yaml");
    Files.writeString(
        hostile,
        "claims: [{id: \"a\\e[31m\\nb\", title: \"t\\tx\\e]0;y\\a\"}]\nphases: {\"p\\e\": {}}\n");
    String shown =
        CommandResult.of("complete", "--", "solve", hostile.toString(), "--claim", "").stdout();
    assertThat(shown.lines()).hasSize(2);
    assertThat(shown).doesNotContain("\u001b", "\u0007");
    assertThat(words("project", hostile.toString(), "--set", "phases.")).isEmpty();
  }

  @Test
  void aShellWithoutAScriptIsNamedAndTheOthersAreSaid() {
    CommandResult.of("completion", "fisch")
        .exits(2)
        .saysOnly(
            "stargate-calc: completion: found 'fisch' (did you mean fish?); expected one of bash, zsh, fish");
  }
}
