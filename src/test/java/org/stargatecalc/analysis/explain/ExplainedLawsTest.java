package org.stargatecalc.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.Unknown;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.support.ProjectedYaml;

/** The numbers of a tree recombine to those of the engine. */
class ExplainedLawsTest {
  static Stream<Path> scenarios() throws IOException {
    return Stream.concat(
        Files.list(Path.of("scenarios")).filter(file -> file.toString().endsWith(".yaml")).sorted(),
        Stream.of(Path.of("src/bench/five-phases.yaml")));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyValueIsWhatItsPartsGive(Path file) throws IOException {
    LoadedScenario loaded = ProjectedYaml.load(file);
    double[] deadlines = loaded.claims().stream().mapToDouble(Claim::deadline).toArray();
    Projection projection =
        ProjectionEngine.project(new ScenarioResolver(loaded.spec()).central(), deadlines);
    LocalDate to = loaded.spec().horizon().to();
    // an end of a year, a day in the middle of a month, the last day
    for (LocalDate date : List.of(to.minusYears(2), to.minusYears(1).minusDays(200), to)) {
      for (Metric metric : Metric.values()) {
        for (Basis basis : Basis.values()) {
          if (metric.kind() == Metric.Kind.TEXT || Unknown.of(metric, loaded.spec()).isPresent()) {
            continue;
          }
          Asked asked = new Asked(metric, basis, date);
          Explained tree = Explanation.tree(loaded.spec(), deadlines, asked);
          String as = file + " " + metric.id() + "@" + date + " " + basis.id();

          assertClose(as, tree.value(), asked.in(projection));
          for (Explained value : tree.all()) {
            assertClose(as + ": " + value.name(), value.recombined(), value.value());
          }
        }
      }
    }
  }

  private static void assertClose(String as, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as(as).isNaN();
    } else {
      assertThat(found).as(as).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-12));
    }
  }
}
