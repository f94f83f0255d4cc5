package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes makes a run faster or is made anew; it never changes what a run gives. */
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
    program = Executable.in(folder.resolve("program"));
    claims = program.with("STARGATE_CALC_ARCHIVE", "off").run(CLAIMS).exits(0).text();
    program.run("warmup").exits(0);
    assertThat(program.usesAnArchive()).isTrue();
    whole = Files.readAllBytes(program.archives().get(0));
  }

  /** Returns the program with a cache that is a copy of the first one. */
  private Executable withCopyOfTheCache(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (Stream<Path> files = Files.walk(program.cache())) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(program.cache().relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return program.withCache(copy);
  }

  /** The same where no run makes an archive in the background: what failed is left for a day. */
  private Executable withCopyThatStays(String name) throws IOException {
    Executable copy = withCopyOfTheCache(name);
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
    for (int offset : new int[] {0, 4, 8, 100, 700}) {
      damages.put("head-" + offset, flipped(offset));
    }
    for (int part : new int[] {1, 4, 6, 9}) {
      damages.put("body-" + part, flipped(whole.length / 10 * part));
    }
    for (int length : new int[] {1, 4096, whole.length / 2, whole.length - 1}) {
      damages.put("cut-" + length, cutAt(length));
    }
    damages.put("empty", cutAt(0));
    damages.put(
        "longer", archive -> write(archive, Arrays.copyOf(whole, whole.length + (1 << 16))));
    damages.put(
        "zeros",
        archive -> {
          byte[] bytes = whole.clone();
          Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
          write(archive, bytes);
        });
    damages.put(
        "no-archive", archive -> write(archive, Arrays.copyOf("x".getBytes(), whole.length)));
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
  void whatIsDamagedHealsWithoutBeingAsked() throws Exception {
    Map<String, Damage> some = new LinkedHashMap<>();
    some.put("heal-flipped", flipped(whole.length / 3));
    some.put(
        "heal-folder",
        archive -> {
          Files.delete(archive);
          Files.createDirectories(archive.resolve("sub"));
        });
    List<Executable> damaged = new ArrayList<>();
    for (Map.Entry<String, Damage> damage : some.entrySet()) {
      Executable copy = withCopyOfTheCache(damage.getKey());
      damage.getValue().to(copy.archives().get(0));
      assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
      assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
      damaged.add(copy);
    }
    for (Executable copy : damaged) {
      copy.awaitsArchive();
      assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
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
    Executable copy = withCopyOfTheCache("seconds");
    Path archive = copy.archives().get(0);
    Files.setLastModifiedTime(archive, FileTime.fromMillis(1_700_000_000_000L));
    assertThat(copy.usesAnArchive()).isTrue();
    assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    Thread.sleep(2500);
    assertThat(Files.getLastModifiedTime(archive).toMillis()).isEqualTo(1_700_000_000_000L);
  }

  @Test
  void everyNameOfTheProgramHasTheSameArchive() throws Exception {
    Executable copy =
        withCopyOfTheCache("names").with("STARGATE_CALC_JAVA_OPTS", "-Xlog:class+load");
    String shared = "org.stargatecalc.Main source: shared objects file";
    Path bin = program.file().getParent();
    Path link = Files.createSymbolicLink(folder.resolve("other-name"), program.file());
    assertThat(copy.from(bin).runLine("./stargate-calc", "--version").text()).contains(shared);
    assertThat(copy.from(folder).runLine("program/../program/stargate-calc", "--version").text())
        .contains(shared);
    assertThat(copy.runLine(link.toString(), "--version").text()).contains(shared);
    Executable found = copy.with("PATH", bin + ":" + System.getenv("PATH"));
    assertThat(found.runLine("/bin/sh", "-c", "stargate-calc --version").text()).contains(shared);
    Thread.sleep(1500);
    assertThat(copy.archives()).hasSize(1);
  }

  @Test
  void anotherBuildAndAProgramThatIsGoneLeaveNone() throws Exception {
    Executable one = Executable.in(folder.resolve("one"));
    Executable two = Executable.in(folder.resolve("two")).withCache(one.cache());
    copyTheArchiveTo(one);
    copyTheArchiveTo(two);
    assertThat(one.archives()).hasSize(2);
    Files.delete(two.file());
    List<Path> before = one.archives();
    // another build: the launcher holds the digest of the jar
    byte[] bytes = Files.readAllBytes(one.file());
    String text = new String(bytes, 0, 4096, java.nio.charset.StandardCharsets.ISO_8859_1);
    int digest = text.indexOf("build=") + "build=".length();
    bytes[digest] = (byte) (bytes[digest] == '0' ? '1' : '0');
    Files.write(one.file(), bytes);
    assertThat(one.usesAnArchive()).isFalse();
    one.run("warmup").exits(0);
    assertThat(one.archives()).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(one.usesAnArchive()).isTrue();
  }

  /** Lays the first archive where another program has its own, and says so. */
  private void copyTheArchiveTo(Executable other) throws IOException {
    Path from = program.archives().get(0);
    String ours = program.file().toRealPath().toString();
    String theirs = other.file().toRealPath().toString();
    String below = program.cache().relativize(from).toString();
    Path to = other.cache().resolve(below.replace(ours, theirs));
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
    String of = Files.readString(from.resolveSibling("of"));
    Files.writeString(to.resolveSibling("of"), of.replace(ours, theirs));
  }

  @Test
  void oneOfAnotherJdkIsNotUsed() throws Exception {
    Executable copy = withCopyOfTheCache("jdk");
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

  @Test
  void aFirstRunMakesOneForItsOwnerAlone() throws Exception {
    Executable first = program.withCache(Files.createDirectories(folder.resolve("first")));
    assertThat(first.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    first.awaitsArchive();
    Path archive = first.archives().get(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aCacheThatCannotBeWrittenChangesNothing() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));
    Executable none = program.withCache(file);
    assertThat(none.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    assertThat(none.run("warmup").exits(4).err()).contains("cannot make the archive");
    Executable nowhere = program.with("XDG_CACHE_HOME", "relative");
    assertThat(nowhere.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    assertThat(nowhere.run("warmup").exits(4).err()).contains("XDG_CACHE_HOME or HOME");
  }
}
