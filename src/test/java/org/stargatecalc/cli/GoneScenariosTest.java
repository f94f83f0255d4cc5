package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Tool;

/** A scenario of a revision that is none now is never passed over. */
class GoneScenariosTest {
  private static final String PLAN =
      "name: p\nclaims: []\nfacility_power: 1 GW\nonline: 2026\nhorizon: {from: 2026, to: 2027}\n";

  @TempDir private Path folder;

  @BeforeEach
  void commit() throws IOException {
    assumeTrue(Tool.succeeds("git", "--version"), "git is not installed");
    write("plans/p.yaml", PLAN);
    write("plans/q.yaml", PLAN.replace("name: p", "name: q"));
    write("plans/other.yaml", "not: a scenario\n");
    write("archive/readme.txt", "old plans\n");
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "plans");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    Tool.run(command.toArray(String[]::new));
  }

  private CommandResult compared(String name) {
    String where = folder.resolve(name).toString();
    return CommandResult.of("compare", "--changed-since", "HEAD", where, "--exit-code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "phases: {a: {facility_power: 1 MW}}\n", "name:\n"})
  void whatIsNoLongerAScenarioIsInvalid(String text) throws IOException {
    write("plans/p.yaml", text);
    assertThat(compared("plans").exits(3).stderr()).contains("plans/p.yaml:1:1");
  }

  @Test
  void whatWasMovedAwayIsDeleted() throws IOException {
    git("mv", "plans/p.yaml", "archive/p.yaml");
    assertThat(compared("plans").exits(11).stdout()).contains("p.yaml", "deleted");
  }

  @Test
  void whatIsNowhereIsRefused() {
    for (String name : List.of("plnas", "plans/none.yaml", "plans/*.yaml")) {
      assertThat(compared(name).exits(2).stderr()).contains("no such file or folder, nor in HEAD");
    }
  }

  @Test
  void filesThatWereNoScenariosMayChange() throws IOException {
    write("plans/other.yaml", "not: one either\n");
    write("plans/more.yaml", "nor: this\n");
    assertThat(compared("plans").exits(0).stdout()).contains("No scenario changed");
  }
}
