package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class InitCommandTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenCanBeUsedAtOnceAndIsNeverOverwritten() throws IOException {
    CommandResult.of("init", folder.toString()).exits(0);
    Path plan = folder.resolve("scenarios/my-plan.yaml");
    assertThat(Files.readAllLines(plan).get(0))
        .isEqualTo("# yaml-language-server: $schema=../scenario.schema.json");
    assertThat(Files.readString(folder.resolve("scenario.schema.json")))
        .isEqualTo(CommandResult.of("schema", "scenario").succeeds().stdout());
    CommandResult.of("check", folder.resolve("scenarios").toString()).exits(0);
    String overlay = folder.resolve("overlays/second-phase-late.yaml").toString();
    CommandResult.of("project", plan.toString(), "--overlay", overlay).succeeds();
    JsonNode workflow =
        new YAMLMapper()
            .readTree(Files.readString(folder.resolve(".github/workflows/scenarios.yml")));
    assertThat(workflow.get("jobs").get("compare").get("steps")).hasSize(5);

    Files.writeString(plan, "name: mine\n");
    CommandResult again = CommandResult.of("init", folder.toString()).exits(2);
    assertThat(again.stderr()).contains("exists already");
    assertThat(Files.readString(plan)).isEqualTo("name: mine\n");
  }

  /** The project uses itself: what the record says of sites holds of their scenarios. */
  @Test
  void theShippedScenariosGiveWhatTheRecordSays() {
    CommandResult call = CommandResult.of("check", "scenarios", "-f", "markdown").exits(0);
    assertThat(call.stdout()).contains("0 failed, 0 warnings, 16 passed");
  }
}
