package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Shipped;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What every scenario that ships promises its reader. */
class ShippedScenariosTest {
  private static final Set<String> WRITTEN =
      Set.copyOf(
          EnumSet.of(Origin.GIVEN, Origin.SITE, Origin.SCENARIO).stream().map(Origin::id).toList());

  /** The smallest file shows the six keys alone; its comments say where the figures come from. */
  private static final Path SMALLEST = Path.of("scenarios/minimal.yaml");

  static List<Path> scenarios() throws IOException {
    return Shipped.scenarios().stream().filter(file -> !file.equals(SMALLEST)).toList();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void carriesNoFigureWithoutASource(Path scenario) {
    String json =
        CommandResult.of("project", scenario.toString(), "--point", "-f", "json")
            .succeeds()
            .stdout();
    for (JsonNode assumption : new ObjectMapper().readTree(json).get("assumptions")) {
      boolean figure =
          assumption.get("value").isNumber()
              || assumption.get("value").asString().matches("\\d{4}-\\d\\d-\\d\\d");
      String path = assumption.get("path").asString();
      if (figure
          && WRITTEN.contains(assumption.get("origin").asString())
          && !path.startsWith("horizon.")) {
        assertThat(assumption.get("source").isString()).as(path).isTrue();
      }
    }
  }
}
