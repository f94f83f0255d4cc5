package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.input.SettableInput;
import org.stargatecalc.input.SettableInputs;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Laws;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.Setting;

/** What solve finds of any scenario, it finds again when it is asked by {@code check}. */
class SolveLawsTest {
  private static final Pattern SETTING = Pattern.compile("\"(setting|beyond)\": \"(.*?)\"");
  private static final int MOST_CHECKED = 5;

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Laws.cases(5));
  }

  private record OneFile(byte[] bytes) implements FileSource {
    @Override
    public byte[] read(String file) {
      return bytes;
    }

    @Override
    public byte[] readNamedInFile(String file) {
      return bytes;
    }

    @Override
    public String resolve(String from, String name) {
      return name;
    }
  }

  private static OpenScenario open(byte[] yaml) {
    return new ScenarioLoader(ProjectedYaml.CATALOG, new OneFile(yaml))
        .open("scenario.yaml", ScenarioLoader.Changes.NONE, new Problems())
        .orElseThrow();
  }

  private static double power(LoadedScenario scenario) {
    Projection projection = Projected.of(scenario.spec(), List.of()).projection();
    return projection.at(Metric.FACILITY_POWER_GW, Basis.FACILITY, scenario.spec().horizon().end());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aValueFoundMakesTheGoalTrueAndTheNextDoesNot(long seed) throws IOException {
    byte[] yaml = Files.readAllBytes(file(seed));
    LoadedScenario scenario = open(yaml).read(new Problems()).orElseThrow();
    String goal =
        "facility_power_gw@"
            + scenario.spec().horizon().to()
            + " >= "
            + (seed % 2 == 0 ? 0.7 : 1.4) * power(scenario)
            + " GW";
    String json =
        CommandResult.of("solve", file(seed).toString(), "--goal", goal, "-q", "-f", "json")
            .exits(0)
            .stdout();
    Matcher setting = SETTING.matcher(json);
    for (int checked = 0; setting.find() && checked < 2 * MOST_CHECKED; checked++) {
      CommandResult.of(
              "check",
              file(seed).toString(),
              "-q",
              "--point",
              "--set",
              setting.group(2),
              "--fail-on",
              "not (" + goal + ")")
          .exits(setting.group(1).equals("setting") ? 0 : 10);
    }
  }

  private Path file(long seed) throws IOException {
    return Files.writeString(folder.resolve("scenario.yaml"), RandomScenario.of(seed).yaml());
  }

  /** A scenario that remembers says after any change what it would say if it were read anew. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsRememberedIsWhatWouldBeRead(long seed) throws IOException {
    OpenScenario anew = open(Files.readAllBytes(file(seed)));
    OpenScenario remembering = anew.remembering();
    LoadedScenario scenario = anew.read(new Problems()).orElseThrow();
    Random random = new Random(seed);
    for (SettableInput input : new SettableInputs(anew, scenario.spec()).all()) {
      double factor = List.of(0.5, 1.01, 3.0, 1e9).get(random.nextInt(4));
      String unit = input.text().isEmpty() ? "" : input.text().replaceFirst("^[-+$\\d._]+", "");
      Setting setting =
          Setting.of(input.path() + "=" + factor * input.assumption().median() + unit);
      Problems of = Problems.ofErrors();
      Problems again = Problems.ofErrors();
      assertThat(
              remembering.set(setting, of).read(of).map(LoadedScenario::spec).map(Object::toString))
          .as("%s", setting)
          .isEqualTo(
              anew.set(setting, again).read(again).map(LoadedScenario::spec).map(Object::toString));
      assertThat(of.errors()).isEqualTo(again.errors());
    }
  }
}
