package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.input.SettableInput;
import org.stargatecalc.input.SettableInputs;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Laws;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.support.Shipped;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.Setting;

/** What solve finds is what a scenario then answers. */
class SolveCommandTest {
  private static final Path SCENARIOS = Path.of("scenarios");
  private static final Pattern SETTING = Pattern.compile("\"(setting|beyond)\": \"(.*?)\"");

  /** The most inputs that are all solved for; the largest scenario alone has hundreds. */
  private static final int MOST_AT_ONCE = 25;

  /** Inputs of larger scenarios that are, drawn with a fixed seed. */
  private static final int PATHS = Laws.cases(2);

  /** Whether each of a scenario's inputs is solved for under one of its claims alone, in turn. */
  private static final boolean IS_SHORT = Laws.cases(1) == 1;

  /** The files of a folder, as they are. */
  private record InFolder() implements FileSource {
    @Override
    public byte[] read(String file) throws IOException {
      return Files.readAllBytes(Path.of(file));
    }

    @Override
    public byte[] readNamedInFile(String file) throws IOException {
      return read(file);
    }

    @Override
    public String resolve(String from, String name) {
      return Path.of(from).resolveSibling(name).toString();
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsPrintedMakesTheClaimTrueAndOneUnitBeyondDoesNot() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    int turn = 0;
    for (Path file : Shipped.scenarios()) {
      OpenScenario open = open(file.toString());
      LoadedScenario scenario = open.read(new Problems()).orElseThrow();
      List<SettableInput> inputs = new SettableInputs(open, scenario.spec()).all();
      List<Claim> claims = scenario.claims();
      if (IS_SHORT && !claims.isEmpty()) {
        claims = List.of(claims.get(turn++ % claims.size()));
      }
      for (Claim claim : claims) {
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName() + " " + claim.id(), () -> holds(file, open, claim, inputs)));
      }
    }
    return tests.stream();
  }

  private static void holds(Path file, OpenScenario open, Claim claim, List<SettableInput> inputs) {
    if (inputs.size() <= MOST_AT_ONCE) {
      holds(open, claim, "solve", file.toString(), "--claim", claim.id(), "-q", "-f", "json");
      return;
    }
    Random random = new Random(file.getFileName().toString().hashCode());
    for (int i = 0; i < PATHS; i++) {
      String path = inputs.get(random.nextInt(inputs.size())).path();
      String id = claim.id();
      holds(
          open, claim, "solve", file.toString(), "--claim", id, "--for", path, "-q", "-f", "json");
    }
  }

  private static void holds(OpenScenario open, Claim claim, String... command) {
    CommandResult result = CommandResult.of(command);
    assertThat(result.exit()).as("%s", result).isIn(0, 12);
    Matcher setting = SETTING.matcher(result.stdout());
    while (setting.find()) {
      assertThat(verdict(open, setting.group(2), claim).equals(Optional.of(Verdict.MET)))
          .as("%s %s", setting.group(1), setting.group(2))
          .isEqualTo(setting.group(1).equals("setting"));
    }
  }

  private static Optional<Verdict> verdict(OpenScenario open, String setting, Claim claim) {
    Problems problems = new Problems();
    return open.set(Setting.of(setting), problems)
        .read(problems)
        .map(s -> Projected.of(s.spec(), List.of(claim)).claims().get(0).answer().verdict());
  }

  private static OpenScenario open(String file) {
    return new ScenarioLoader(ProjectedYaml.CATALOG, new InFolder())
        .open(file, ScenarioLoader.Changes.NONE, new Problems())
        .orElseThrow();
  }

  /** 5 GW of facility power in all by 2029: the last day on which the second phase may open. */
  @Test
  void theLastDayThatStillMeetsIsFound() throws IOException {
    String yaml = "src/test/resources/reference/two-phase.yaml";
    String json =
        CommandResult.of(
                "solve",
                yaml,
                "--goal",
                "facility_power_gw@2027 >= 1 GW",
                "--for",
                "phases.second.delay",
                "-q",
                "-f",
                "json")
            .exits(0)
            .stdout();
    assertThat(json)
        .contains("\"setting\": \"phases.second.delay=397 days\"")
        .contains("\"beyond\": \"phases.second.delay=398 days\"");
    for (String delay : List.of("397 days", "398 days")) {
      CommandResult.of(
              "check",
              yaml,
              "--set",
              "phases.second.delay=" + delay,
              "--fail-on",
              "facility_power_gw@2027 < 1 GW")
          .exits(delay.startsWith("397") ? 0 : 10);
    }
  }

  @Test
  void theSameDrawsAreMadeAtEveryTrial() {
    String[] line = {
      "solve",
      "scenarios/new-carlisle-uncertain.yaml",
      "--goal",
      "p50(facility_power_gw@2027) >= 1 GW",
      "--for",
      "pue",
      "-n",
      "200",
      "-f",
      "json"
    };
    CommandResult one = CommandResult.of(line);
    assertThat(CommandResult.of(line).stdout()).isEqualTo(one.stdout());
  }

  @Test
  void theLastDayThatStillMeetsAClaimIsFound() {
    String[] goal = {"--goal", "claim(stargate-10gw-2029) == met", "-q"};
    String path = "phases.new-mexico.delay";
    String csv = solve("scenarios/base.yaml", path, "csv", goal).exits(0).stdout();
    int days = Integer.parseInt(csv.lines().toList().get(1).split(",")[3]);
    for (int more : new int[] {0, 1}) {
      CommandResult.of(
              "check",
              "scenarios/base.yaml",
              "--set",
              path + "=" + (days + more) + " days",
              "--fail-on",
              "claim(stargate-10gw-2029) != met")
          .exits(more == 0 ? 0 : 10);
    }
  }

  /** The share of a run moves the largest training system alone, and that not to 5 GW. */
  @Test
  void whereNoValueWillDoBothEndsAreSaid() {
    String[] claim = {"--claim", "stargate-5gw-2027"};
    CommandResult none = solve("scenarios/base.yaml", "run_share", "csv", claim).exits(12);
    assertThat(none.stderr()).contains("no value of run_share makes").contains("; 100%: ");
    // without --for it is an answer that none will do
    assertThat(
            CommandResult.of("solve", "scenarios/base.yaml", claim[0], claim[1], "-v")
                .exits(0)
                .stdout())
        .contains("No value makes it true");
    CommandResult draws =
        solve(
            "scenarios/new-carlisle-uncertain.yaml",
            "pue",
            "csv",
            "--goal",
            "prob(stargate-5gw-2027) >= 50%",
            "-n",
            "100");
    assertThat(draws.exit()).isEqualTo(12);
  }

  /**
   * Three of its eleven phases have chips of other prices, and one of its eight sites another PUE.
   */
  @Test
  void ofSeveralPlacesTheUsualValueIsGivenAndAtHowManyItStands() {
    String[] claim = {"--claim", "stargate-500bn-2029"};
    for (String path : List.of("capex_per_gpu", "**.capex_per_gpu")) {
      assertThat(solve("scenarios/base.yaml", path, "table", claim).exits(0).stdout())
          .contains("130000 USD/GPU (catalogue) at 8 of 11 places\n");
    }
    assertThat(solve("scenarios/base.yaml", "**.pue", "table", claim).stdout())
        .contains("1.4 (site) at 7 of 8 places\n");
    assertThat(solve("scenarios/base.yaml", "run_share", "table", claim).stdout())
        .contains("100% (scenario)\n");
  }

  private static CommandResult solve(String file, String path, String format, String... more) {
    List<String> line = new ArrayList<>(List.of("solve", file, "--for", path, "-f", format));
    line.addAll(List.of(more));
    return CommandResult.of(line.toArray(new String[0]));
  }
}
