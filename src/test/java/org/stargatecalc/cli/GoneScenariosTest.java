package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
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
  @TempDir private static Path committed;
  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Repository repository;

  @BeforeAll
  static void commit() throws IOException {
    assumeTrue(Tool.succeeds("git", "--version"), "git is not installed");
    Repository repository = Repository.in(committed);
    repository.write("plans/p.yaml", Repository.plan("p"));
    repository.write("plans/q.yaml", Repository.plan("q"));
    repository.write("plans/other.yaml", "not: a scenario\n");
    repository.write("archive/readme.txt", "old plans\n");
    repository.commit();
  }

  @BeforeEach
  void copy() throws IOException {
    folder = temporary.resolve("r");
    repository = new Repository(committed).copy(folder);
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

  private CommandResult judged(String... more) {
    List<String> command = new ArrayList<>(List.of("compare", "--changed-since", "HEAD"));
    command.add(folder.resolve("plans").toString());
    command.addAll(List.of("--fail-on", "delta(facility_power_gw@2027) > 5 %"));
    command.addAll(List.of(more));
    return CommandResult.of(command.toArray(String[]::new));
  }

  @Test
  void aNewScenarioHasNothingToDifferFrom() throws IOException {
    repository.write("plans/new.yaml", Repository.plan("new"));
    String said = "new: warned: not (delta(facility_power_gw@2027) > 5 %): measured nothing";
    CommandResult warned = judged().exits(0);
    assertThat(warned.stderr()).contains(said, "the scenario is new").doesNotContain("--baseline");
    assertThat(warned.stdout()).contains("plans/new.yaml");
    judged("--strict").exits(10);
    assertThat(judged("--fail-on", "facility_power_gw@2027 > 0.5 GW").exits(10).stderr())
        .contains(said, "new: failed: not (facility_power_gw@2027 > 0.5 GW)");
  }

  @Test
  void aDeletedScenarioFailsWhateverIsJudged() throws IOException {
    Files.delete(folder.resolve("plans/p.yaml"));
    CommandResult failed = judged().exits(10);
    assertThat(failed.stderr()).contains("p: failed: not (delta(", "the scenario is gone");
    assertThat(failed.stdout()).contains("plans/p.yaml", "deleted");
    judged("--no-fail").exits(0);
  }

  @Test
  void whatCouldNotBeProjectedBeforeHasNoBase() throws IOException {
    repository.write("plans/p.yaml", "name: p\npue: often\n");
    repository.commit();
    repository.write("plans/p.yaml", Repository.PLAN);
    assertThat(judged().exits(0).stderr()).contains("p: warned: ", "base cannot be projected");
  }

  /** Taken away, relaxed, or only said. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "expect: [facility_power_gw@2027 <= 9 GW]\n",
        "expect: [{expr: facility_power_gw@2027 <= 1.5 GW, level: warn}]\n"
      })
  void anExpectationThatIsGoneOrLessIsSeen(String expect) throws IOException {
    String plan = Repository.PLAN + "expect: ['facility_power_gw@2027 <= 1.5 GW']\n";
    repository.write("plans/p.yaml", plan);
    repository.write("archive/base.yaml", plan);
    repository.write("plans/q.yaml", "extends: ../archive/base.yaml\nname: q\n");
    repository.commit();
    repository.write("plans/p.yaml", Repository.PLAN + expect);
    repository.write("archive/base.yaml", Repository.PLAN + expect);
    String where = folder.resolve("plans").toString();
    String[] command = {"compare", "--changed-since", "HEAD", where, "--exit-code"};
    assertThat(CommandResult.of(command).exits(0).stdout())
        .contains("2 scenarios of 2 changed", "p.yaml", "q.yaml", "expects less")
        .contains("facility_power_gw@2027 <= 1.5 GW");
    String github =
        CommandResult.of("compare", "--changed-since", "HEAD", where, "--strict", "-f", "github")
            .exits(10)
            .stdout();
    assertThat(github).contains("::error file=").contains("expects facility_power_gw@2027");
    String file = folder.resolve("plans/p.yaml").toString();
    assertThat(CommandResult.of("compare", "git:HEAD:" + file, file).exits(0).stdout())
        .contains("expects less");
  }

  @Test
  void anExpectationThatIsTheSameOrNewIsNotLess() throws IOException {
    repository.write("plans/p.yaml", Repository.PLAN + "expect: ['gpu_count@2027>0']\n");
    repository.commit();
    repository.write("plans/p.yaml", Repository.PLAN + "expect: [' gpu_count@2027  > 0 ']\n");
    assertThat(compared("plans").exits(0).stdout()).contains("No scenario changed");
    repository.write(
        "plans/p.yaml", Repository.PLAN + "expect: [gpu_count@2027 > 0, gpu_count@2026 > 0]\n");
    String where = folder.resolve("plans").toString();
    assertThat(
            CommandResult.of("compare", "--changed-since", "HEAD", where, "--strict")
                .exits(0)
                .stdout())
        .contains("newly expected: gpu_count@2026 > 0")
        .doesNotContain("expects less");
  }
}
