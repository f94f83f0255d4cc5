package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;

/** The executable gives what the classes give that were tested, wherever it lies. */
class ExecutableIT {
  private static final String[] PROJECT = {"project", "scenarios/base.yaml", "--by", "year"};

  private static CommandResult tested;

  @TempDir private Path folder;

  @BeforeAll
  static void runTheClasses() {
    tested = CommandResult.of(PROJECT);
  }

  private static void givesWhatTheClassesGive(Executable.Finished run) {
    assertThat(run.exits(0).text()).isEqualTo(tested.stdout());
    assertThat(run.err()).isEqualTo(tested.stderr());
  }

  /** A colon has a way of its own; whatever else a name may hold, one has all of it. */
  @ParameterizedTest
  @ValueSource(strings = {"-a:b", "-zürich quote's \"$HOME\" `x`"})
  void itRunsFromAnyFolderWithAndWithoutAnArchive(String name) throws Exception {
    Executable program = Executable.in(folder.resolve(name));
    givesWhatTheClassesGive(program.with("STARGATE_CALC_ARCHIVE", "off").run(PROJECT));
    assertThat(program.archives()).isEmpty();
    program.run("warmup").exits(0);
    // JDK 17 does not find the program's classes in an archive where a URL of the folder has
    // escapes.
    boolean isPlain = name.matches("[-a-z:]+");
    assertThat(program.usesAnArchive() || !isPlain).isTrue();
    givesWhatTheClassesGive(program.run(PROJECT));
    assertThat(program.archives()).hasSize(1);
  }

  @Test
  void itRunsAsAJar() throws Exception {
    givesWhatTheClassesGive(Executable.in(folder.resolve("with space")).runAsJar(PROJECT));
  }

  @Test
  void itRunsByARelativeNameAndThroughALink() throws Exception {
    Executable program = Executable.in(folder.resolve("bin")).with("STARGATE_CALC_ARCHIVE", "off");
    Executable there = program.from(folder.resolve("bin"));
    assertThat(there.runLine("./stargate-calc", "--version").exits(0).text())
        .startsWith("stargate-calc ");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("bin/stargate-calc"));
    assertThat(program.runLine(link.toString(), "--version").exits(0).text())
        .startsWith("stargate-calc ");
  }

  @Test
  void itSaysItsVersionAsTheBuildDoes() throws Exception {
    Executable program = Executable.in(folder);
    String version = program.runAsJar("--version").exits(0).text();
    assertThat(version).matches("stargate-calc \\d+\\.\\d+\\.\\d+.*\n");
    assertThat(program.with("STARGATE_CALC_ARCHIVE", "off").run("--version").exits(0).text())
        .isEqualTo(version);
  }

  /** The workflow that it writes fetches this very file and no other. */
  @Test
  void initPinsTheFileThatItRunsFrom() throws Exception {
    Executable program = Executable.in(folder).with("STARGATE_CALC_ARCHIVE", "off");
    Path plans = folder.resolve("plans");
    program.run("init", plans.toString()).exits(0);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(program.file()));
    assertThat(Files.readString(plans.resolve(".github/workflows/scenarios.yml")))
        .contains("STARGATE_CALC_SHA256: \"" + HexFormat.of().formatHex(digest) + "\"\n");
  }

  @Test
  void itHoldsTheClassesThatWereTested() throws IOException {
    Map<String, byte[]> tested = new HashMap<>();
    for (String entry : System.getProperty("java.class.path").split(":")) {
      if (entry.endsWith(".jar")) {
        tested.putAll(classes(Path.of(entry)));
      }
    }
    int compared = 0;
    for (Map.Entry<String, byte[]> shipped : classes(Path.of("target/stargate-calc")).entrySet()) {
      Path own = Path.of("target/classes").resolve(shipped.getKey());
      byte[] known = Files.exists(own) ? Files.readAllBytes(own) : tested.get(shipped.getKey());
      assertThat(shipped.getValue()).as(shipped.getKey()).isEqualTo(known);
      compared++;
    }
    assertThat(compared).isGreaterThan(1000);
  }

  /** Those that the page on trust counts: no library comes in with another unseen. */
  @Test
  void itHoldsTheClassesOfSixLibraries() throws IOException {
    assertThat(classes(Path.of("target/stargate-calc")).keySet())
        .allMatch(
            name ->
                Stream.of(
                        "org/stargatecalc/",
                        "picocli/",
                        "tools/jackson/core/",
                        "tools/jackson/dataformat/yaml/",
                        "org/snakeyaml/engine/",
                        "org/apache/commons/math3/",
                        "de/siegmar/fastcsv/")
                    .anyMatch(name.replaceFirst("^META-INF/versions/\\d+/", "")::startsWith));
  }

  private static Map<String, byte[]> classes(Path jar) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = zip.getInputStream(entry)) {
            classes.putIfAbsent(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return classes;
  }

  @Test
  void closedStreamsAreNoFiles() throws Exception {
    Executable program = Executable.in(folder).with("STARGATE_CALC_ARCHIVE", "off");
    Path scenario = Files.copy(Path.of("scenarios/minimal.yaml"), folder.resolve("s.yaml"));
    byte[] before = Files.readAllBytes(scenario);
    assertThat(program.runAfter("exec <&-", "validate", "-").exits(3).err()).contains("empty file");
    assertThat(program.runAfter("exec >&-", "project", scenario.toString()).exit()).isEqualTo(4);
    assertThat(program.runAfter("exec 2>&-", "validate", scenario.toString()).exits(0).err())
        .isEmpty();
    assertThat(Files.readAllBytes(scenario)).isEqualTo(before);
  }
}
