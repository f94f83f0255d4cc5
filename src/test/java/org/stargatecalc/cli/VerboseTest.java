package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;

/** What {@code -v} shows and a report folds away. */
class VerboseTest {
  private static final String HEAD =
      "name: many\nas_of: 2026-01-31\nhorizon: {from: 2025-01, to: 2029-12}\nclaims: []\nphases:\n";

  @TempDir private Path folder;

  private String phases(int count, String each) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < count; i++) {
      text.append("  p")
          .append(i)
          .append(": {gpu: gb200, online: 2026-01, ")
          .append(each)
          .append("}\n");
    }
    return Files.writeString(folder.resolve("many.yaml"), text).toString();
  }

  @Test
  void everyPhaseIsListed() throws IOException {
    String file = phases(40, "gpu_count: 1k");
    String folded = CommandResult.of("project", file).exits(0).stdout();
    String whole = CommandResult.of("project", file, "-v").exits(0).stdout();
    assertThat(folded).contains("10 more phases").doesNotContain("p39 ");
    assertThat(whole).doesNotContain("more phases").contains("p39 ");
  }

  @Test
  void everyProblemIsSaid() throws IOException {
    String file = phases(70, "gpu_count: nothing");
    assertThat(CommandResult.of("validate", file).exits(3).stderr().lines())
        .hasSize(51)
        .last()
        .isEqualTo("and 20 more problems");
    assertThat(CommandResult.of("validate", "--verbose", file).exits(3).stderr().lines())
        .hasSize(70);
  }

  @Test
  void everyComparisonOfACheckIsShown() throws IOException {
    String file = phases(1, "gpu_count: 1k");
    String baseline = folder.resolve("b.json").toString();
    CommandResult.of(
            "check", file, "--baseline", baseline, "--update-baseline", "--tolerance", "1%")
        .exits(0);
    String[] line = {"check", file, "--baseline", baseline, "--tolerance", "gpu_count=1%", "-v"};
    assertThat(CommandResult.of(line).exits(0).stdout())
        .contains("delta(gpu_count@2025-12-31) <= 1%", "delta(gpu_count@2029-12-31) >= -1%");
  }

  @Test
  void everyChangedNumberIsCompared() throws IOException {
    String file = phases(1, "gpu_count: 1k");
    String more =
        Files.writeString(
                folder.resolve("more.yaml"), Files.readString(Path.of(file)).replace("1k", "2k"))
            .toString();
    String[] line = {"compare", file, more, "--by", "month"};
    String[] verbose = {"compare", file, more, "--by", "month", "-v"};
    assertThat(CommandResult.of(line).exits(0).stdout())
        .contains("numbers that changed (-v shows them)");
    assertThat(CommandResult.of(verbose).exits(0).stdout()).doesNotContain("-v shows them");
  }
}
