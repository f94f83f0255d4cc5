package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Repository;
import org.stargatecalc.support.Tool;

/**
 * Whatever a scenario is read from, by links or not, in git's care or not: no change is passed
 * over.
 */
class ChangedFilesTest {
  private static final String TABLE = "id,facility_power,online\na,1 GW,2026\n";

  private static final String PHASES =
      "name: table\nclaims: []\nphases: rows.csv\nhorizon: {from: 2026, to: 2027}\n";

  @TempDir private static Path committed;
  @TempDir private Path folder;
  private Repository repository;

  @BeforeAll
  static void commit() throws IOException {
    assumeTrue(Tool.succeeds("git", "--version"), "git is not installed");
    Repository repository = Repository.in(committed);
    for (String name : new String[] {"direct", "two words", "Größe", "line\nbreak"}) {
      repository.write("plans/" + name + ".yaml", Repository.plan("d" + name.length()));
    }
    repository.write("elsewhere/target.yaml", Repository.plan("target"));
    repository.link("plans/linked.yaml", "../elsewhere/target.yaml");
    repository.link("chain", "plans");
    repository.write("elsewhere/base.yaml", Repository.plan("base"));
    repository.link("elsewhere/current.yaml", "base.yaml");
    repository.write("plans/child.yaml", "extends: ../elsewhere/current.yaml\nname: child\n");
    repository.write("elsewhere/rows.csv", TABLE);
    repository.link("plans/rows.csv", "../elsewhere/rows.csv");
    repository.write("plans/table.yaml", PHASES);
    repository.write("deep/within/deep.yaml", Repository.plan("deep"));
    repository.link("plans/folder", "../deep");
    repository.link("deep/within/loop", "..");
    repository.link("plans/itself.yaml.link", "itself.yaml.link");
    repository.write("other/within/deep.yaml", Repository.plan("deep").replace("1 GW", "3 GW"));
    repository.write(".gitignore", "ignored*\n");
    repository.commit();
  }

  @BeforeEach
  void copy() throws IOException {
    repository = new Repository(committed).copy(folder.resolve("r"));
  }

  private CommandResult compared(String name) {
    String where = repository.top().resolve(name).toString();
    return CommandResult.of("compare", "--changed-since", "HEAD", where, "--exit-code");
  }

  private void assertSeen(String operand, String... titles) {
    assertThat(compared(operand).exits(11).stdout()).contains(titles);
  }

  @Test
  void whatIsAsItWasIsNoChange() throws IOException {
    Path file = repository.top().resolve("plans/direct.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    for (String operand : new String[] {"plans/folder", "chain", "."}) {
      assertThat(compared(operand).exits(0).stdout()).contains("No scenario changed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "two words", "Größe", "line\nbreak"})
  void aFileIsSeenByAnyName(String name) throws IOException {
    repository.change("plans/" + name + ".yaml");
    assertSeen("plans", "1 scenario of", "power 2027 +100 %");
  }

  @Test
  void aFileBehindALinkIsSeen() throws IOException {
    repository.change("elsewhere/target.yaml");
    for (String operand : new String[] {"plans", "chain/linked.yaml"}) {
      assertSeen(operand, "linked.yaml", "power 2027 +100 %");
    }
  }

  @ParameterizedTest
  @CsvSource({"elsewhere/base.yaml, child.yaml", "elsewhere/rows.csv, table.yaml"})
  void whatAScenarioReadsBehindALinkIsSeen(String read, String scenario) throws IOException {
    repository.change(read);
    assertSeen("plans", scenario, "power 2027 +100 %");
  }

  @Test
  void aFileInALinkedFolderIsSeenAndALoopEnds() throws IOException {
    repository.change("deep/within/deep.yaml");
    for (String operand : new String[] {"plans", "chain/folder/within"}) {
      assertSeen(operand, "deep.yaml", "power 2027 +100 %");
    }
    Files.delete(repository.top().resolve("deep/within/deep.yaml"));
    for (String operand : new String[] {"plans", "chain/folder"}) {
      assertSeen(operand, "deep.yaml", "deleted");
    }
  }

  @Test
  void aLinkThatLeadsElsewhereIsSeen() throws IOException {
    repository.link("plans/folder", "../other");
    for (String operand : new String[] {"plans", "plans/folder/within/deep.yaml"}) {
      assertSeen(operand, "deep.yaml", "power 2027 +200 %");
    }
    Files.delete(repository.top().resolve("plans/folder"));
    for (String operand : new String[] {"plans", "plans/folder"}) {
      assertSeen(operand, "deep.yaml", "deleted");
    }
  }

  @Test
  void aFolderThatBecameALinkIsSeen() throws IOException {
    Files.move(repository.top().resolve("deep"), repository.top().resolve("deeper"));
    repository.link("deep", "other");
    for (String operand : new String[] {"deep"}) {
      assertSeen(operand, "deep.yaml", "power 2027 +200 %");
    }
  }

  /** Git is asked in the folder that is named, not in the one above, which has another history. */
  @Test
  void theTopOfARepositoryWithinAnotherIsItsOwn() throws IOException {
    Repository outer = Repository.in(folder);
    outer.write("outer.yaml", Repository.plan("outer"));
    outer.commit();
    assertThat(compared(".").exits(0).stdout()).contains("No scenario changed");
    repository.change("plans/direct.yaml");
    assertSeen(".", "1 scenario of", "power 2027 +100 %");
  }

  @Test
  void aNewFileIsNotItsNamesakeElsewhere() throws IOException {
    repository.write("direct.yaml", Repository.plan("direct"));
    repository.commit();
    repository.write("fresh/direct.yaml", Repository.plan("direct"));
    assertSeen("fresh", "direct.yaml", "new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
  void whatGitIsToldToOverlookIsSeen(String flag) throws IOException {
    repository.git("update-index", flag, "plans/direct.yaml", "elsewhere/base.yaml");
    repository.change("plans/direct.yaml");
    repository.change("elsewhere/base.yaml");
    assertSeen("plans", "direct.yaml", "child.yaml");
  }

  @Test
  void whatGitDoesNotHaveIsNew() throws IOException {
    repository.write("plans/ignored.yaml", Repository.plan("ignored"));
    Repository nested = Repository.in(repository.top().resolve("plans/nested"));
    nested.write("n.yaml", Repository.plan("n"));
    nested.commit();
    assertSeen("plans", "ignored.yaml", "n.yaml (in another git", "new");
  }

  @Test
  void aLinkOutOfTheRepositoryIsNeverPassedOver() throws IOException {
    Files.writeString(folder.resolve("outside.yaml"), Repository.plan("outside"));
    Files.createDirectory(folder.resolve("outside"));
    repository.link("plans/out.yaml", "../../outside.yaml");
    repository.commit();
    assertThat(compared("plans").exits(3).stderr())
        .contains("in the revision HEAD it is a link out of the repository, to ../outside.yaml");
    repository.link("plans/out.yaml", "../../outside");
    String plans = repository.top().resolve("plans").toString();
    CommandResult check = CommandResult.of("check", plans, "--fail-on", "gpu_count@2027 < 1");
    assertThat(check.exits(3).stderr()).contains("a link to a folder outside the repository");
    assertThat(compared("plans").exits(2).stderr())
        .contains("a link to a folder outside the repository");
    String named = folder.resolve("outside").toString();
    CommandResult.of("check", plans, named, "--fail-on", "gpu_count@2027 < 1").exits(2);
  }

  @Test
  void checkJudgesWhatIsBehindLinks() {
    for (String operand : new String[] {"plans", "plans/folder", "chain/folder", "chain"}) {
      String where = repository.top().resolve(operand).toString();
      assertThat(
              CommandResult.of("check", where, "--fail-on", "facility_power_gw@2027 > 0.5 GW")
                  .exits(10)
                  .stdout())
          .contains("deep (");
    }
  }

  @Test
  void aRevisionIsReadThroughItsOwnLinks() throws IOException {
    repository.link("plans/folder", "../other");
    repository.link("plans/linked.yaml", "direct.yaml");
    String top = repository.top().toString();
    for (String name : new String[] {"plans/linked.yaml", "plans/folder/within/deep.yaml"}) {
      String before = "git:HEAD:" + top + "/" + name;
      CommandResult project =
          CommandResult.of(
              "project", before, "--at", "2027", "-f", "csv", "--metrics", "facility_power_gw");
      assertThat(project.succeeds().stdout()).contains(",1\n");
    }
    repository.link("plans/loop.yaml", "loop.yaml");
    repository.commit();
    assertThat(
            CommandResult.of("validate", "git:HEAD:" + top + "/plans/loop.yaml").exits(3).stderr())
        .contains("a loop of links");
  }

  @Test
  void aNameThatCannotBeReadIsRefused() throws IOException {
    String copy = "cd \"$0\" && cp plans/direct.yaml \"$(printf 'plans/b\\351.yaml')\"";
    Tool.run("sh", "-c", copy, repository.top().toString());
    assertThat(compared("plans").exits(2).stderr()).contains("its name is not UTF-8");
    CommandResult check =
        CommandResult.of(
            "check", repository.top() + "/plans", "--fail-on", "facility_power_gw@2027 > 9 GW");
    assertThat(check.exits(3).stderr()).contains("its name is not UTF-8");
    repository.commit();
    Tool.run("sh", "-c", "cd \"$0\" && rm plans/b*.yaml", repository.top().toString());
    assertThat(compared("plans").exits(2).stderr())
        .contains("the revision has a file whose name is not UTF-8");
  }

  @Test
  void whatMovedFromOneOperandToAnotherIsNotDeleted() throws IOException {
    repository.git("mv", "plans/direct.yaml", "elsewhere/direct.yaml");
    String plans = repository.top().resolve("plans").toString();
    String elsewhere = repository.top().resolve("elsewhere").toString();
    assertThat(
            CommandResult.of("compare", "--changed-since", "HEAD", plans, elsewhere, "--exit-code")
                .exits(0)
                .stdout())
        .contains("No scenario changed");
    assertSeen("plans", "direct.yaml", "deleted");
  }

  @Test
  void whatASparseCheckoutLeavesOutIsNotDeleted() throws IOException {
    repository.git("update-index", "--skip-worktree", "plans/direct.yaml");
    Files.delete(repository.top().resolve("plans/direct.yaml"));
    assertThat(compared("plans").exits(0).stdout()).contains("No scenario changed");
    repository.git("update-index", "--no-skip-worktree", "plans/direct.yaml");
    assertSeen("plans", "direct.yaml", "deleted");
  }

  @Test
  void anOverlayThatChangedIsSaid() throws IOException {
    repository.write("overlay.yaml", "pue: 1.3\n");
    repository.commit();
    String plans = repository.top().resolve("plans").toString();
    String overlay = repository.top().resolve("overlay.yaml").toString();
    String[] command = {"compare", "--changed-since", "HEAD", plans, "--overlay", overlay};
    assertThat(CommandResult.of(command).exits(0).stderr()).isEmpty();
    repository.write("overlay.yaml", "pue: 1.4\n");
    assertThat(CommandResult.of(command).exits(0).stderr())
        .contains("it differs from that of HEAD, and is laid over both sides as it is now");
  }

  @Test
  void whatMayBeAScenarioAndCannotBeReadFailsCheck() throws IOException {
    repository.link("plans/gone", "../nowhere");
    Tool.run("mkfifo", repository.top().resolve("plans/pipe.yaml").toString());
    CommandResult check =
        CommandResult.of(
            "check", repository.top() + "/plans", "--fail-on", "facility_power_gw@2027 > 9 GW");
    assertThat(check.exits(3).stderr())
        .contains("plans/gone: it is a link that leads nowhere", "pipe.yaml: cannot read it");
  }
}
