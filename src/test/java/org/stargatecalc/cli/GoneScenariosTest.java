package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Repository;
import org.stargatecalc.support.Tool;

/** A scenario of a revision that is none now is never passed over. */
class GoneScenariosTest {
  @TempDir private Path folder;
  private Repository repository;

  @BeforeEach
  void commit() throws IOException {
    assumeTrue(Tool.succeeds("git", "--version"), "git is not installed");
    repository = Repository.in(folder);
    repository.write("plans/p.yaml", Repository.plan("p"));
    repository.write("plans/q.yaml", Repository.plan("q"));
    repository.write("plans/other.yaml", "not: a scenario\n");
    repository.write("archive/readme.txt", "old plans\n");
    repository.commit();
  }

  private CommandResult compared(String name) {
    String where = folder.resolve(name).toString();
    return CommandResult.of("compare", "--changed-since", "HEAD", where, "--exit-code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "phases: {a: {facility_power: 1 MW}}\n", "name:\n"})
  void whatIsNoLongerAScenarioIsInvalid(String text) throws IOException {
    repository.write("plans/p.yaml", text);
    assertThat(compared("plans").exits(3).stderr()).contains("plans/p.yaml:1:1");
  }

  @Test
  void whatWasMovedAwayIsDeleted() throws IOException {
    repository.git("mv", "plans/p.yaml", "archive/p.yaml");
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
    repository.write("plans/other.yaml", "not: one either\n");
    repository.write("plans/more.yaml", "nor: this\n");
    assertThat(compared("plans").exits(0).stdout()).contains("No scenario changed");
  }
}
