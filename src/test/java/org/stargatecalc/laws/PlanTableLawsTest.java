package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Laws;
import org.stargatecalc.support.ProjectedYaml;

/** A table of phases is another way to write the same lines, whatever they are. */
class PlanTableLawsTest {
  private static final String SPLIT = "capex_split";

  @TempDir Path folder;

  @Test
  void aRandomPlanAsATableGivesTheBytesOfItsLines() throws IOException {
    int tables = 0;
    for (long seed = 1; tables < Laws.cases(16); seed++) {
      RandomScenario lines = scenario(seed);
      Map<String, Object> phases = RandomScenario.mapping(lines.tree().get("phases"));
      if (phases.isEmpty() || !ProjectedYaml.errors(lines.yaml()).isEmpty()) {
        continue;
      }
      tables++;
      Random random = new Random(seed);
      Files.writeString(folder.resolve("plan.csv"), table(phases, random));
      String projected = projected(lines);
      assertThat(projected(lines.with("phases", "plan.csv"))).as("%s", lines).isEqualTo(projected);
    }
  }

  /** A split has a column for each share, so that one in steps has no cell. */
  private static RandomScenario scenario(long seed) {
    RandomScenario living = RandomScenario.of(seed).living(seed);
    return (seed % 2 == 0 ? living : living.stepped(seed).withoutAtPhases(SPLIT)).hedged(seed);
  }

  private String projected(RandomScenario scenario) throws IOException {
    Path file = Files.writeString(folder.resolve("random.yaml"), scenario.yaml());
    return CommandResult.of(
            "project", file.toString(), "-q", "-n", "8", "--by", "year", "-f", "csv")
        .exits(0)
        .stdout();
  }

  /** Columns in any order behind the first; quotes only where a cell needs them. */
  private static String table(Map<String, Object> phases, Random random) {
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    phases.forEach(
        (id, phase) -> {
          Map<String, String> row = new LinkedHashMap<>();
          RandomScenario.mapping(phase).forEach((key, value) -> put(row, key, value));
          keys.addAll(row.keySet());
          row.put("id", id);
          rows.add(row);
        });
    List<String> columns = new ArrayList<>(keys);
    Collections.shuffle(columns, random);
    columns.add(0, "id");
    StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, String> row : rows) {
      table
          .append(
              String.join(
                  ",", columns.stream().map(key -> cell(row.getOrDefault(key, ""))).toList()))
          .append('\n');
    }
    return table.toString();
  }

  private static void put(Map<String, String> row, String key, Object value) {
    if (key.equals(SPLIT)) {
      RandomScenario.mapping(value)
          .forEach((share, part) -> row.put(SPLIT + "." + share, RandomScenario.flow(part)));
    } else {
      row.put(key, RandomScenario.flow(value));
    }
  }

  private static String cell(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
