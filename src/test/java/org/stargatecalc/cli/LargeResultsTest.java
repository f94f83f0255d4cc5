package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;

/** What the program writes, it reads: results may be larger than any scenario. */
class LargeResultsTest {
  private static final String HEAD =
      """
      name: %s
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2027-12}
      claims: []
      phases:
      """;

  private static final int LIMIT_OF_SCENARIOS = 16 << 20;

  /** What names phases, so that few have a large result. */
  private static final String LONG = "p".repeat(60);

  @TempDir private Path folder;

  private String scenario(String name, int phases) throws IOException {
    StringBuilder text = new StringBuilder(HEAD.formatted(name));
    for (int i = 0; i < phases; i++) {
      text.append("  ")
          .append(LONG)
          .append(i)
          .append(": {gpu: gb200, gpu_count: 1k, online: 2026-01}\n");
    }
    return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
  }

  @Test
  void aResultOfManyPhasesIsRead() throws IOException {
    String many = scenario("many", 1_350);
    Path saved = folder.resolve("many.json");
    CommandResult.of("project", many, "--by", "year", "-o", saved.toString()).succeeds();
    assertThat(saved.toFile().length()).isGreaterThan(LIMIT_OF_SCENARIOS);
    String text = Files.readString(saved, StandardCharsets.UTF_8);
    CommandResult piped = CommandResult.with(text, Map.of(), "compare", "-", many).succeeds();
    assertThat(piped.stdout())
        .containsPattern("Unchanged: \\d{4,} assumptions, 0 claims, \\d+ numbers at 3 dates");
    // its end is read too
    Files.writeString(saved, text.substring(0, text.length() - 3));
    assertThat(
            CommandResult.of("compare", saved.toString(), "scenarios/minimal.yaml")
                .exits(3)
                .stderr())
        .contains("many.json:", "not JSON");
  }

  @Test
  void aBaselineOfManyScenariosIsReadAndEachIsItsOwn() throws IOException {
    for (int i = 0; i < 20; i++) {
      scenario("s" + i, 60);
    }
    Path saved = folder.resolve("b.json");
    String[] line = {
      "check", folder.toString(), "--baseline", saved.toString(), "--tolerance", "0%"
    };
    String[] update = java.util.Arrays.copyOf(line, line.length + 1);
    update[line.length] = "--update-baseline";
    CommandResult.of(update).exits(0);
    assertThat(saved.toFile().length()).isGreaterThan(LIMIT_OF_SCENARIOS);
    scenario("s19", 61);
    String said = CommandResult.of(line).exits(10).stdout();
    assertThat(said).contains("s19 (");
    for (String one : said.split("\\n(?=s\\d+ \\()")) {
      assertThat(one.contains("FAILED"))
          .as(one.lines().findFirst().orElse(""))
          .isEqualTo(one.startsWith("s19 ("));
    }
  }
}
