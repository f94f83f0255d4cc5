package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive of classes is made where there is none that serves, and those of no use are removed.
 */
class ArchiveMakingIT {
  private static final String[] CLAIMS = {"claims"};

  @TempDir private static Path folder;
  private static Executable program;
  private static String claims;

  @BeforeAll
  static void makeAnArchive() throws Exception {
    program = Executable.withAnArchive();
    claims = program.run(CLAIMS).exits(0).text();
  }

  @Test
  void whatIsDamagedHealsWithoutBeingAsked() throws Exception {
    Executable copy = program.withCopyOfTheCache(folder.resolve("heal"));
    Path archive = copy.archives().get(0);
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 3] ^= 0x10;
    Files.write(archive, bytes);
    assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
    copy.awaitsArchive();
    assertThat(copy.run(CLAIMS).exits(0).text()).isEqualTo(claims);
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
    // a folder is in the way
    Files.delete(before.get(0));
    Files.createDirectories(before.get(0).resolve("sub"));
    // another build: the launcher holds the digest of the jar
    byte[] bytes = Files.readAllBytes(one.file());
    String text = new String(bytes, 0, 4096, StandardCharsets.ISO_8859_1);
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
