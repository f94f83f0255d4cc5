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

  @TempDir private Path folder;

  private String scenario(String name, int phases) throws IOException {
    StringBuilder text = new StringBuilder(HEAD.formatted(name));
    for (int i = 0; i < phases; i++) {
      text.append("  p").append(i).append(": {gpu: gb200, gpu_count: 1k, online: 2026-01}\n");
    }
    return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
  }

  @Test
  void aResultOfManyPhasesIsRead() throws IOException {
    String many = scenario("many", 1_700);
    Path saved = folder.resolve("many.json");
    CommandResult.of("project", many, "--by", "year", "-o", saved.toString()).succeeds();
    assertThat(saved.toFile().length()).isGreaterThan(LIMIT_OF_SCENARIOS);
    CommandResult compared = CommandResult.of("compare", saved.toString(), many).succeeds();
    assertThat(compared.stdout())
        .containsPattern("Unchanged: \\d{5} assumptions, 0 claims, \\d+ numbers at 3 dates");
    String text = Files.readString(saved, StandardCharsets.UTF_8);
    String small = "scenarios/minimal.yaml";
    CommandResult piped = CommandResult.with(text, Map.of(), "compare", "-", small).succeeds();
    assertThat(piped.stdout()).contains("1700 phases");
    // its end is read too
    Files.writeString(saved, text.substring(0, text.length() - 3));
    assertThat(CommandResult.of("compare", saved.toString(), small).exits(3).stderr())
        .contains("many.json:", "not JSON");
  }

  @Test
  void aBaselineOfManyScenariosIsReadAndEachIsItsOwn() throws IOException {
    for (int i = 0; i < 40; i++) {
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
    scenario("s39", 61);
    String said = CommandResult.of(line).exits(10).stdout();
    assertThat(said).contains("s39 (");
    for (String one : said.split("\\n(?=s\\d+ \\()")) {
      assertThat(one.contains("FAILED"))
          .as(one.lines().findFirst().orElse(""))
          .isEqualTo(one.startsWith("s39 ("));
    }
  }
}
