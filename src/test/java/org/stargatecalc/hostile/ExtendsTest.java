package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Tool;

/** What a scenario may extend, and what is shown of it. */
class ExtendsTest {
  private static final String PLAN =
      """
      name: plan
      claims: []
      phases:
        first: {gpu_count: 100k, online: 2026-09-30}
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.UTF_8).toString();
  }

  /** What waits for a writer, starts a program or is everybody's would be a way out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "/dev/stdin",
        "'-'",
        "../../../../../../../../../../dev/stdin",
        "../../../../../../../../../../dev/zero",
        "../../../../../../../../../../proc/self/fd/0",
        "pipe",
        "git:HEAD:plan.yaml",
        "../git:HEAD:plan.yaml",
        "x/../git:HEAD:plan.yaml",
        "../here",
        ".",
        "no-such.yaml"
      })
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void onlyAPlainFileIs(String extended) throws Exception {
    new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
    file("plan.yaml", PLAN);
    String child = file("here/child.yaml", "extends: " + extended + "\nname: child\n");
    for (String name : new String[] {child, "-"}) {
      CommandResult result =
          CommandResult.with(Files.readString(Path.of(child)), Map.of(), "validate", name);
      result.exits(3);
      assertThat(result.stderr()).contains("extends: ").doesNotContain("git: reference");
      assertThat(result.stderr().lines()).hasSize(1);
    }
  }

  @Test
  void aFileByARelativePathIs() throws IOException {
    file("base.yaml", PLAN);
    String child = file("here/child.yaml", "extends: ../base.yaml\npue: 1.3\n");
    CommandResult.of("validate", child).succeeds();
  }

  /** A stranger's scenario may name a file of secrets, whose words would be in a public log. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "root:!:19000:0:99999:7:::\ndaemon:*:19000:0\n",
        "password: SECRET\n",
        "SECRET: SECRET\n",
        "name: SECRET SECRET\nphases: {SECRET: {gpu: SECRET}}\n",
        "name: x\npue: SECRET\nphases: 'SECRET'\n",
        "name: x\nphases: {SECRET: {pue: SECRET, online: SECRET, gpu_count: SECRET, SECRET: 1}}\n",
        "- SECRET\n",
        "SECRET: [\n",
        "a: b: SECRET\n",
        "{SECRET: 1, SECRET: 2}\n",
        "\tSECRET",
        "&SECRET x: *SECRET2\n",
        "!SECRET x\n",
        "it's SECRET: it's SECRET\n",
        "name: x\nclaims: [SECRET]\nphases: {a: {gpu_count: 1k, online: 2026, site: SECRET}}\n"
      })
  void ofAnotherFileNothingIsQuoted(String text) throws IOException {
    file("other", text);
    String child = file("here/child.yaml", "extends: ../other\nname: child\n");
    for (String terminal : new String[] {"", "1,2"}) {
      CommandResult result =
          CommandResult.with("", Map.of("STARGATE_CALC_TERMINAL", terminal), "validate", child);
      result.exits(3);
      assertThat(result.stderr()).doesNotContain("SECRET", "root", "daemon").contains("other:");
    }
  }

  /** It can be read by itself, so that its words are those of a scenario. */
  @Test
  void ofAScenarioThatFailsByWhatIsTakenOutAllIsTold() throws IOException {
    file(
        "base.yaml", PLAN + "risks:\n  grid: {applies_to: [first], probability: 30%, delay: 1y}\n");
    String child =
        file(
            "child.yaml",
            "extends: base.yaml\nphases: {first: null, other: {gpu_count: 1k, online: 2026}}\n");
    assertThat(CommandResult.of("validate", child).exits(3).stderr())
        .endsWith(
            "base.yaml:6:23: risks.grid.applies_to[0]: found the unknown id 'first'; expected a"
                + " site or phase of this scenario\n");
  }

  @Test
  void aKeyNearAKnownOneIsQuoted() throws IOException {
    file("base.yaml", PLAN.replace("online", "onlin"));
    String child = file("child.yaml", "extends: base.yaml\n");
    assertThat(CommandResult.of("validate", child).exits(3).stderr())
        .contains("base.yaml:4:28: found the unknown key 'onlin'")
        .contains("(did you mean online?)");
  }

  @Test
  void whatHasNoNameOfItsOwnIsNamedAfterItsFile() throws IOException {
    file("base.yaml", PLAN);
    file("middle.yaml", "extends: base.yaml\npue: 1.3\n");
    String child = file("faster plan.yaml", "extends: middle.yaml\npue: 1.1\n");
    String named = file("other.yaml", "extends: middle.yaml\nname: own\n");
    String csv =
        CommandResult.of("project", child, named, "-f", "csv", "--at", "2026").succeeds().stdout();
    assertThat(csv.lines().skip(1).map(line -> line.split(",")[0]))
        .containsExactly("faster-plan", "own");
  }

  /** An older git would run what the configuration of such a repository names. */
  @Test
  void aRepositoryAmongTheFilesOfAnotherIsNotRead() throws Exception {
    Tool.git(folder, "init", "-q", "-b", "main", ".");
    Tool.git(folder, "init", "-q", "--bare", "-b", "main", "inner");
    file("inner/plan.yaml", PLAN);
    String plan = folder.resolve("inner/plan.yaml").toString();
    CommandResult result = CommandResult.of("compare", "git:HEAD:" + plan, plan).exits(3);
    assertThat(result.stderr()).contains("a repository among the files of another");
  }
}
