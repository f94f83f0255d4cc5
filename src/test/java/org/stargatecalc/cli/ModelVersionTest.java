package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.support.CommandResult;

/** Results that another version of the model computed. */
class ModelVersionTest {
  private static final String PLAN = "scenarios/minimal.yaml";

  @TempDir Path folder;

  private String saved(String version) throws IOException {
    String now = CommandResult.of("project", PLAN, "-f", "json").succeeds().stdout();
    String field = "  \"model_version\": " + ModelVersion.CURRENT + ",\n";
    assertThat(now).contains(field);
    return Files.writeString(folder.resolve("old.json"), now.replace(field, version)).toString();
  }

  @Test
  void aResultThatDoesNotSayItsVersionIsOfTheFirst() throws IOException {
    CommandResult compared = CommandResult.of("compare", saved(""), PLAN, "--exit-code");
    assertThat(compared.exits(11).stderr())
        .contains("warning: ")
        .contains("was computed by version 1 of the model")
        .contains("not compared, because they mean something else now")
        .contains("h100_equivalents", "largest_site_gw", "stranded_usd_bn");
    // what is left means the same, and leaves nothing open
    CommandResult power =
        CommandResult.of(
            "compare", saved(""), PLAN, "--exit-code", "--metrics", "facility_power_gw");
    assertThat(power.exits(0).stderr()).doesNotContain("warning");
  }

  @Test
  void aToleranceThatNeedsAnotherMeaningFails() throws IOException {
    String old = saved("");
    CommandResult checked =
        CommandResult.of("check", PLAN, "--baseline", old, "--tolerance", "h100_equivalents=1%");
    assertThat(checked.exits(10).stdout()).contains("other meaning").contains("1 failed");
    assertThat(checked.stderr()).contains("warning: ").contains("h100_equivalents");
    CommandResult.of("check", PLAN, "--baseline", old, "--tolerance", "gpu_count=1%").exits(0);
    CommandResult.of(
            "check", PLAN, "--baseline", old, "--fail-on", "delta(h100_equivalents@2027) > 1%")
        .exits(10);
  }

  @Test
  void aNewerModelIsNotKnownHere() throws IOException {
    String newer = saved("  \"model_version\": " + (ModelVersion.CURRENT + 1) + ",\n");
    assertThat(CommandResult.of("compare", newer, PLAN, "--exit-code").exits(11).stderr())
        .contains("nothing is compared");
    CommandResult.of("check", PLAN, "--baseline", newer, "--tolerance", "gpu_count=1%").exits(10);
  }

  @Test
  void aBaselineWrittenNowIsOfThisVersion() throws IOException {
    String file = folder.resolve("baseline.json").toString();
    CommandResult.of("check", PLAN, "--baseline", file, "--update-baseline", "--tolerance", "0%")
        .exits(0);
    assertThat(Files.readString(Path.of(file)))
        .contains("\"model_version\": " + ModelVersion.CURRENT + ",");
  }

  @Test
  void aMeaningChangedInAVersionThatThereWas() {
    for (Metric metric : Metric.values()) {
      assertThat(ModelVersion.ofMeaning(metric))
          .isBetween(ModelVersion.FIRST, ModelVersion.CURRENT);
      assertThat(ModelVersion.isSame(metric, 1, 1)).isTrue();
      assertThat(ModelVersion.isSame(metric, ModelVersion.CURRENT, ModelVersion.CURRENT + 1))
          .isFalse();
      assertThat(ModelVersion.isSame(metric, 1, ModelVersion.CURRENT))
          .isEqualTo(ModelVersion.ofMeaning(metric) == ModelVersion.FIRST);
    }
  }
}
