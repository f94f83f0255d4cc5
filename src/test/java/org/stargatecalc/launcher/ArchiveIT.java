package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes makes a run faster or is not used; it never changes what a run gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveIT {
  private static final String[] CLAIMS = {"claims"};

  @TempDir private static Path folder;

  private Executable program;
  private byte[] whole;
  private String claims;

  /** Does something to an archive, keeping its time: a disk that fails does not change it. */
  private interface Damage {
    void to(Path archive) throws IOException;
  }

  @BeforeAll
  void makeAnArchive() throws Exception {
    program = Executable.withAnArchive();
    claims = program.with("STARGATE_CALC_ARCHIVE", "off").run(CLAIMS).exits(0).text();
    whole = Files.readAllBytes(program.archives().get(0));
  }

  /**
   * With a copy of the cache; no run makes one in the background: what failed is left for a day.
   */
  private Executable withCopyThatStays(String name) throws IOException {
    Executable copy = program.withCopyOfTheCache(folder.resolve(name));
    Files.createFile(copy.archives().get(0).resolveSibling("failed"));
    return copy;
  }

  private static void write(Path archive, byte[] bytes) throws IOException {
    FileTime time = Files.getLastModifiedTime(archive);
    Files.write(archive, bytes);
    Files.setLastModifiedTime(archive, time);
  }

  private Damage flipped(int... offsets) {
    return archive -> {
      byte[] bytes = whole.clone();
      for (int offset : offsets) {
        bytes[offset] ^= 0x10;
      }
      write(archive, bytes);
    };
  }

  private Damage cutAt(int length) {
    return archive -> write(archive, Arrays.copyOf(whole, length));
  }

  private Map<String, Damage> damages() {
    Map<String, Damage> damages = new LinkedHashMap<>();
    for (int offset : new int[] {0, 700}) {
      damages.put("head-" + offset, flipped(offset));
    }
    for (int part : new int[] {4, 9}) {
      damages.put("body-" + part, flipped(whole.length / 10 * part));
    }
    for (int length : new int[] {1, whole.length - 1}) {
      damages.put("cut-" + length, cutAt(length));
    }
    damages.put("empty", cutAt(0));
    damages.put(
        "longer", archive -> write(archive, Arrays.copyOf(whole, whole.length + (1 << 16))));
    damages.put(
        "folder",
        archive -> {
          Files.delete(archive);
          Files.createDirectories(archive.resolve("sub"));
        });
    return damages;
  }

  @Test
  void whateverIsDamagedIsNotUsed() throws Exception {
    for (Map.Entry<String, Damage> damage : damages().entrySet()) {
      Executable damaged = withCopyThatStays(damage.getKey());
      Path archive = damaged.archives().get(0);
      damage.getValue().to(archive);
      boolean cut = Files.size(archive) != whole.length;
      Executable.Finished run = damaged.run(CLAIMS);
      assertThat(run.exits(0).text()).as(damage.getKey()).isEqualTo(claims);
      assertThat(run.err()).as(damage.getKey()).isEmpty();
      // The launcher sees that it was cut, the program that it was refused: either is made anew.
      assertThat(cut || damaged.archives().isEmpty()).as(damage.getKey()).isTrue();
    }
  }

  @Test
  void oneOfAnotherUserOrByALinkIsNotUsed() throws Exception {
    Executable linked = withCopyThatStays("linked");
    Path archive = linked.archives().get(0);
    Path elsewhere = Files.move(archive, folder.resolve("elsewhere.jsa"));
    Files.createSymbolicLink(archive, elsewhere);
    assertThat(linked.usesAnArchive()).isFalse();
    assertThat(linked.run(CLAIMS).exits(0).text()).isEqualTo(claims);

    assumeTrue(System.getProperty("user.name").equals("root"));
    for (boolean alsoTheFolder : new boolean[] {false, true}) {
      Executable strange = withCopyThatStays("strange-" + alsoTheFolder);
      Path theirs = strange.archives().get(0);
      Path given = alsoTheFolder ? theirs.getParent() : theirs;
      assertThat(new ProcessBuilder("chown", "nobody", given.toString()).start().waitFor())
          .isZero();
      assertThat(strange.usesAnArchive()).isFalse();
      assertThat(strange.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    }
  }

  @Test
  void aFileSystemOfWholeSecondsKeepsIt() throws Exception {
    Executable copy = program.withCopyOfTheCache(folder.resolve("seconds"));
    Path archive = copy.archives().get(0);
    Files.setLastModifiedTime(archive, FileTime.fromMillis(1_700_000_000_000L));
    assertThat(copy.usesAnArchive()).isTrue();
    assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    // as long as it is used none is made in the background
    assertThat(copy.usesAnArchive()).isTrue();
    assertThat(Files.getLastModifiedTime(archive).toMillis()).isEqualTo(1_700_000_000_000L);
  }

  @Test
  void everyNameOfTheProgramHasTheSameArchive() throws Exception {
    Executable copy =
        program
            .withCopyOfTheCache(folder.resolve("names"))
            .with("STARGATE_CALC_JAVA_OPTS", "-Xlog:class+load");
    String shared = "org.stargatecalc.Main source: shared objects file";
    Path bin = program.file().getParent();
    Path link = Files.createSymbolicLink(folder.resolve("other-name"), program.file());
    assertThat(copy.from(bin).runLine("./stargate-calc", "--version").text()).contains(shared);
    assertThat(
            copy.from(bin.getParent())
                .runLine("program/../program/stargate-calc", "--version")
                .text())
        .contains(shared);
    assertThat(copy.runLine(link.toString(), "--version").text()).contains(shared);
    Executable found = copy.with("PATH", bin + ":" + System.getenv("PATH"));
    assertThat(found.runLine("/bin/sh", "-c", "stargate-calc --version").text()).contains(shared);
    assertThat(copy.archives()).hasSize(1);
  }

  @Test
  void oneOfAnotherJdkIsNotUsed() throws Exception {
    Executable copy = program.withCopyOfTheCache(folder.resolve("jdk"));
    Path other = otherJdk();
    assumeTrue(other != null, "there is no second JDK");
    Executable there = copy.with("JAVA_HOME", other.toString());
    there.run("warmup").exits(0);
    // both keep theirs
    assertThat(copy.archives()).hasSize(2);
    assertThat(there.with("STARGATE_CALC_JAVA_OPTS", "-Xshare:on").run("--version").exit())
        .isZero();
    assertThat(copy.with("STARGATE_CALC_JAVA_OPTS", "-Xshare:on").run("--version").exit()).isZero();
    Path theirs =
        copy.archives().stream()
            .filter(a -> a.toString().contains(other.getFileName() + "/"))
            .findFirst()
            .orElseThrow();
    Path ours = copy.archives().stream().filter(a -> !a.equals(theirs)).findFirst().orElseThrow();
    Files.delete(ours);
    Path given = ours.resolveSibling(theirs.getFileName());
    Files.copy(theirs, given);
    assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    assertThat(given).doesNotExist();
  }

  private static Path otherJdk() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    Path installed = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(installed)) {
      return null;
    }
    try (Stream<Path> homes = Files.list(installed)) {
      return homes
          .filter(
              home -> Files.isExecutable(home.resolve("bin/java")) && !Files.isSymbolicLink(home))
          .filter(home -> !home.equals(own))
          .findFirst()
          .orElse(null);
    }
  }
}
