package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.OwnJvm;

/** Files that are written: never over what was read, with the permissions that were meant. */
class OutputFilesTest {
  private static final String PLAN =
      "{\"name\": \"plan\", \"claims\": [], \"gpu_count\": \"100k\", \"online\": \"2026-06\","
          + " \"watts_per_gpu\": \"2 kW\"}\n";

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("d"));
    for (String name : List.of("plan.json", "base.yaml", "over.json", "d/other.json")) {
      Files.writeString(folder.resolve(name), PLAN);
    }
    Files.writeString(folder.resolve("record.yaml"), "sites: {}\n");
    Files.writeString(folder.resolve("child.yaml"), "extends: base.yaml\nname: child\n");
    Files.writeString(folder.resolve("d/in.yaml"), PLAN);
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("plan.json"));
    Files.createLink(folder.resolve("hard.json"), folder.resolve("plan.json"));
    Files.createSymbolicLink(folder.resolve("linked"), Path.of("d"));
    Files.createSymbolicLink(folder.resolve("dangling.json"), Path.of("new.json"));
  }

  private List<String> read() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(folder.relativize(file) + ": " + Files.readString(file));
      }
    }
    return texts;
  }

  private CommandResult run(String line) {
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace("@", folder + "/");
    }
    return CommandResult.of(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project @plan.json -o @plan.json",
        "project @plan.json -o @./d/../plan.json",
        "project @plan.json -o json:@plan.json",
        "project @plan.json -o @link.json",
        "project @plan.json -o @hard.json",
        "project @link.json -o @hard.json",
        "project @d/other.json -o @linked/other.json",
        "project @plan.json --overlay @over.json -o @over.json",
        "project @plan.json -o @x.csv -o @plan.json",
        "project @child.yaml -o json:@base.yaml",
        "project @plan.json --shard 1/2 -o @base.yaml @base.yaml",
        "project @base.yaml --shard 1/2 -o @base.yaml",
        "merge @plan.json @base.yaml -o json:@base.yaml",
        "compare @plan.json @over.json -o @over.json",
        "check @plan.json --baseline @over.json -o @over.json",
        "check @plan.json --baseline @plan.json --update-baseline",
        "check @d --fail-on gpu_count@2026<1 -o json:@d/in.yaml",
        "backtest @plan.json --record @record.yaml -o json:@record.yaml",
        "catalog sites --record @record.yaml -o json:@record.yaml",
        "validate @plan.json -o @plan.json",
        "sensitivity @plan.json --metric gpu_count@2026 -o @plan.json"
      })
  void whatIsReadIsNotWritten(String line) throws IOException {
    List<String> before = read();
    CommandResult result = run(line).exits(2);
    assertThat(result.stderr().lines()).as("%s", result).hasSize(1);
    assertThat(result.stdout()).isEmpty();
    assertThat(read()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project @plan.json -o @a.csv -o @./a.csv",
        "project @plan.json -o @d/a.csv -o @linked/a.csv",
        "project @plan.json -o @new.json -o @dangling.json",
        "project @plan.json -o csv:@d/other.json -o @linked/other.json",
        "check @plan.json --baseline @b.json --update-baseline -o @d/../b.json"
      })
  void oneFileIsNotWrittenTwice(String line) throws IOException {
    List<String> before = read();
    assertThat(run(line).exits(2).stderr()).contains("named twice");
    assertThat(read()).isEqualTo(before);
  }

  @Test
  void nothingIsReadFirst() {
    CommandResult result = run("project @no-such.json @plan.json -o @plan.json").exits(2);
    assertThat(result.stderr()).contains("is read by this run").doesNotContain("no such file");
  }

  @Test
  void aFolderGetsAFileForEachPart() throws IOException {
    run("project @plan.json --point --show claims,cost -o @new/").succeeds();
    run("project @plan.json --point --show claims,cost -f tsv -o @d").succeeds();
    for (String part : List.of("claims", "cost")) {
      for (String format : List.of("csv", "tsv")) {
        String alone = run("project @plan.json --point --show " + part + " -f " + format).stdout();
        Path file = folder.resolve((format.equals("csv") ? "new/" : "d/") + part + "." + format);
        assertThat(file).hasContent(alone);
      }
    }
    run("project @plan.json --samples 10 -o @all/").succeeds();
    assertThat(folder.resolve("all").toFile().list())
        .containsExactlyInAnyOrder(
            "timeline.csv",
            "claims.csv",
            "readings.csv",
            "cost.csv",
            "assumptions.csv",
            "phases.csv",
            "sites.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "project @plan.json -o json:@d/, 2, takes csv or tsv",
    "project @plan.json -f table -o @d, 2, takes csv or tsv",
    "backtest @plan.json -o @d/, 2, is a folder",
    "merge @plan.json @over.json -o json:@d/, 2, takes csv or tsv",
    "catalog -o @no/, 2, is a folder",
    "project @plan.json -o @d/ -o @linked/cost.csv, 2, named twice",
    "project @plan.json -o @new/ -o @new/cost.csv, 2, named twice",
    "project @d/in.yaml -o @d/, 2, is read by this run",
    "project @plan.json -o @record.yaml/, 4, it is no folder",
    "project @plan.json -o @no/folder/, 4, its folder does not exist",
  })
  void whatIsNoFolderOfPartsIsRefused(String line, int status, String words) throws IOException {
    Files.createLink(folder.resolve("d/claims.csv"), folder.resolve("d/in.yaml"));
    List<String> before = read();
    assertThat(run(line).exits(status).stderr()).contains(words);
    assertThat(read()).isEqualTo(before);
  }

  @Test
  void otherFilesAndDevicesAreWritten() throws IOException {
    run("project @plan.json -o @a.csv -o @a.json -o csv:/dev/null -o json:/dev/null").succeeds();
    run("project @plan.json -o @a.csv").succeeds();
    run("project @plan.json -o @dangling.json").succeeds();
    run("check @plan.json --baseline @b.json --update-baseline --tolerance 1%").exits(0);
    run("check @plan.json --baseline @b.json --update-baseline --tolerance 1%").exits(0);
    assertThat(folder.resolve("a.json")).isNotEmptyFile();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".stargate-calc"));
    }
  }

  // ---- permissions ----

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rwxrwxrwx", "rw-------", "-w-------", "r---w----"})
  void aFileThatIsReplacedKeepsItsPermissions(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    run("project @plan.json -o @a.csv").succeeds();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--r--r--", "r-x------", "---------"})
  void aFileWithoutAnyWriteBitIsNotReplaced(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    run("project @plan.json -o @a.csv")
        .exits(4)
        .saysOnly("cannot write " + file + ": it is write-protected");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(file).hasContent("old");
  }

  @ParameterizedTest
  @CsvSource({"027, rw-r-----", "000, rw-rw-rw-"})
  void theUmaskIsRespected(String umask, String permissions) throws Exception {
    String line =
        "umask %s; exec %s project plan.json -o new.csv".formatted(umask, OwnJvm.shellCommand());
    Process process =
        new ProcessBuilder("sh", "-c", line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new.csv"))))
        .isEqualTo(permissions);
  }

  /** A file that is mounted by itself, as containers have it, cannot be replaced by another. */
  @Test
  void aMountedFileIsWrittenInItsPlace() throws IOException, InterruptedException {
    Path outside = Files.writeString(folder.resolve("outside.csv"), "x".repeat(1 << 20));
    Path mounted = Files.writeString(folder.resolve("mounted.csv"), "");
    assumeTrue(
        ran("mount", "--bind", outside.toString(), mounted.toString()),
        "a bind mount, which is not permitted here");
    try {
      run("project @plan.json -o @mounted.csv -n 100").exits(0);
      run("project @plan.json -o @apart.csv -n 100").exits(0);
    } finally {
      assertThat(ran("umount", mounted.toString())).isTrue();
    }
    assertThat(outside).hasSameBinaryContentAs(folder.resolve("apart.csv"));
    assertThat(mounted).isEmptyFile();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  private static boolean ran(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
