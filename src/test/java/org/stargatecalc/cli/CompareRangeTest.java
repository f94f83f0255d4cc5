package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;

/** A range may change though its median stays. */
class CompareRangeTest {
  // both are lognormal with the median √(1 kW · 4 kW) = √(0.5 kW · 8 kW) = 2 kW
  private static final String NARROW = "1 kW to 4 kW";
  private static final String WIDE = "0.5 kW to 8 kW";

  @TempDir Path folder;

  @Test
  void aWiderRangeOfTheSameMedianIsAChange() throws IOException {
    String narrow = scenario("narrow.yaml", NARROW);
    String wide = scenario("wide.yaml", WIDE);
    assertThat(assumptions(narrow, wide))
        .contains("watts_per_gpu p05", "1000", "500")
        .contains("watts_per_gpu p95", "4000", "8000");
  }

  @Test
  void aSavedResultRemembersTheRange() throws IOException {
    String narrow = scenario("narrow.yaml", NARROW);
    String saved = folder.resolve("saved.json").toString();
    CommandResult.of("project", narrow, "-n", "100", "-o", saved).succeeds();
    assertThat(assumptions(saved, narrow)).doesNotContain("watts_per_gpu p");
    assertThat(assumptions(saved, scenario("wide.yaml", WIDE)))
        .contains("watts_per_gpu p05", "watts_per_gpu p95");
  }

  private String scenario(String file, String watts) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(
        path,
        "name: range\ngpu_count: 1k\nonline: 2026-01\nwatts_per_gpu: " + watts + "\n",
        StandardCharsets.UTF_8);
    return path.toString();
  }

  private static String assumptions(String base, String other) {
    return CommandResult.of("compare", base, other, "-n", "100").succeeds().stdout();
  }
}
