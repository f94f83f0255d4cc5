package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProjectedYaml;

/** How many there may be of what a scenario lists: so many as the page on trust says. */
class LimitsTest {
  private static final String GOOD = "name: a\nhorizon: {from: 2025, to: 2030}\ngpu: gb200\n";
  private static final String PLAN = "gpu_count: 1k\nonline: 2026\n";

  /** One entry for each # of a line, whose number stands in its place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phases      | 10000 | ' p#: {gpu_count: 1, online: 2026}'",
        "sites       | 10000 | ' s#: {pue: 1.2}'",
        "constraints | 10000 | ' c#: {limits: gpu_count, supply: {2026: 1M}}'",
        "risks       | 10000 | ' r#: {probability: 4%, delay: 1 day}'",
        "claims      | 1000  | '- {id: c#, metric: gpu_count, at_least: 5, by: 2026}'",
        "expect      | 10000 | '- gpu_count@2026 > #'",
      })
  void oneMoreIsRefusedByItsNumber(String key, int most, String line) {
    String plan = GOOD + (key.equals("phases") ? "" : PLAN) + key + ":\n";
    assertThat(ProjectedYaml.errors(plan + lines(most + 1, line)))
        .singleElement()
        .asString()
        .contains(": found " + (most + 1) + " ", "; expected at most " + most);
    // as many are let through to the next rule
    assertThat(ProjectedYaml.errors(plan + lines(most, line))).isEmpty();
  }

  @Test
  void fiveHundredInputsMayMoveTogether() {
    for (int inputs : new int[] {500, 501}) {
      String paths =
          IntStream.range(0, inputs)
              .mapToObj(i -> "phases.p" + i + ".pue")
              .collect(Collectors.joining(", "));
      String yaml =
          GOOD
              + "phases:\n"
              + lines(inputs, " p#: {gpu_count: 1, online: 2026, pue: 1.1 to 1.3}")
              + "correlations: [{between: ["
              + paths
              + "], rho: 0.1}]\n";
      if (inputs == 500) {
        assertThat(ProjectedYaml.errors(yaml)).isEmpty();
      } else {
        assertThat(ProjectedYaml.errors(yaml).toString())
            .contains("found 501 inputs that move together; expected at most 500");
      }
    }
  }

  @Test
  void fiftyFilesMayExtendOneAnother(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("f0.yaml"), GOOD + PLAN);
    for (int i = 1; i <= 50; i++) {
      Files.writeString(folder.resolve("f" + i + ".yaml"), "extends: f" + (i - 1) + ".yaml\n");
    }
    CommandResult.of("validate", folder.resolve("f49.yaml").toString()).exits(0);
    assertThat(
            CommandResult.of("validate", folder.resolve("f50.yaml").toString()).exits(3).stderr())
        .contains("found more than 50 files that extend one another");
  }

  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("#", Integer.toString(i)) + "\n")
        .collect(Collectors.joining());
  }
}
