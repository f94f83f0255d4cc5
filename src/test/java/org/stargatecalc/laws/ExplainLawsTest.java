package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.analysis.explain.Asked;
import org.stargatecalc.analysis.explain.Explained;
import org.stargatecalc.analysis.explain.Explanation;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.Unknown;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Laws;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.support.Shipped;
import org.stargatecalc.tree.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What explains a number has its value, and a scenario filled in gives the same numbers. */
class ExplainLawsTest {
  private static final String DRAWS = "16";

  /** What has more of them is explained on one day, by one basis; in a long run on each. */
  private static final int MANY_PHASES = Laws.cases(2);

  @TempDir private Path folder;

  static Stream<Path> scenarios() throws IOException {
    return Stream.concat(
        Shipped.scenarios().stream(), Stream.of(Path.of("src/bench/five-phases.yaml")));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Laws.cases(8));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyValueIsWhatItsPartsGiveAndComesFromSomewhere(Path file) throws IOException {
    check(ProjectedYaml.load(file), file.toString());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyValueOfARandomScenarioIsWhatItsPartsGive(long seed) throws IOException {
    check(ProjectedYaml.load(random(seed)), "seed " + seed);
  }

  private Path random(long seed) throws IOException {
    RandomScenario scenario = RandomScenario.of(seed);
    if (seed % 2 == 0) {
      scenario = scenario.delayedBy("1 to 14 months").with("discount_rate", "5% to 9%");
    }
    return Files.writeString(folder.resolve("random.yaml"), scenario.yaml());
  }

  private static void check(LoadedScenario loaded, String name) {
    double[] deadlines = loaded.claims().stream().mapToDouble(Claim::deadline).toArray();
    Projection projection =
        ProjectionEngine.project(new ScenarioResolver(loaded.spec()).central(), deadlines);
    Places places = new Places(loaded.tree());
    Map<String, Boolean> placed = new HashMap<>();
    LocalDate to = loaded.spec().horizon().to();
    LocalDate from = loaded.spec().horizon().from();
    LocalDate middle = from.plusDays((to.toEpochDay() - from.toEpochDay()) * 5 / 8);
    // the end of a month, whatever day lies on the way, the last day
    List<LocalDate> dates = List.of(middle.withDayOfMonth(1).minusDays(1), middle, to);
    int one = Math.floorMod(name.hashCode(), dates.size());
    boolean isEach = loaded.spec().phases().size() <= MANY_PHASES;
    for (LocalDate date : isEach ? dates : List.of(dates.get(one))) {
      for (Metric metric : Metric.values()) {
        for (Basis basis : Basis.values()) {
          if (metric.hasBasis()
              ? !isEach && (one + metric.ordinal()) % 2 != basis.ordinal() % 2
              : basis != Basis.FACILITY) {
            continue;
          }
          if (metric.kind() == Metric.Kind.TEXT || Unknown.of(metric, loaded.spec()).isPresent()) {
            continue;
          }
          Asked question = new Asked(metric, basis, date);
          Explained tree = Explanation.tree(loaded.spec(), deadlines, question);
          String as = name + " " + metric.id() + "@" + date + " " + basis.id();

          assertThat(isClose(tree.value(), question.in(projection), 0)).as(as).isTrue();
          for (Explained value : tree.all()) {
            boolean isSum = isClose(value.recombined(), value.value(), size(value));
            boolean isKnown =
                value.input().isEmpty()
                    || placed.computeIfAbsent(
                        value.input().get().declaredAt(), path -> comesFrom(path, places));
            boolean isLeaf = value.parts().isEmpty() && value.value() != 0;
            // of millions of values: an assertion of each would take longer than its computation
            if (!isSum || !isKnown || isLeaf && value.how() == Explained.How.RESULT) {
              fail("%s: %s, %s, of %s", as, value.name(), value.value(), value.recombined());
            }
          }
        }
      }
    }
  }

  /** What a difference of large numbers is exact to. */
  private static double size(Explained value) {
    return value.how() == Explained.How.DIFFERENCE ? Math.abs(value.parts().get(0).value()) : 0;
  }

  private static boolean comesFrom(String path, Places places) {
    return path.startsWith("default.")
        || path.startsWith("catalog.")
        || places.of(path).isPresent();
  }

  private static boolean isClose(double found, double expected, double size) {
    return Double.isNaN(expected)
        ? Double.isNaN(found)
        : Math.abs(found - expected) <= 1e-9 * Math.abs(expected) + 1e-12 * (1 + size);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioFilledInGivesTheSameNumbers(Path file) throws IOException {
    filledInGivesTheSameNumbers(file);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRandomScenarioFilledInGivesTheSameNumbers(long seed) throws IOException {
    filledInGivesTheSameNumbers(random(seed));
  }

  private void filledInGivesTheSameNumbers(Path file) {
    String filled = folder.resolve("filled.yaml").toString();
    CommandResult written =
        CommandResult.of("explain", file.toString(), "--effective", "-o", filled);
    assertThat(written.exit()).as("%s", written).isZero();

    JsonNode expected = answer(file.toString());
    JsonNode found = answer(filled);
    for (String part : List.of("timeline", "claims")) {
      assertThat(expected.has(part)).isTrue();
      assertThat(found.get(part).toString()).isEqualTo(expected.get(part).toString());
    }
  }

  private static JsonNode answer(String file) {
    CommandResult result =
        CommandResult.of("project", file, "-f", "json", "-n", DRAWS, "--precision", "17");
    assertThat(result.exit()).as("%s", result).isZero();
    return new ObjectMapper().readTree(result.stdout());
  }
}
