package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work of seconds gets both of the JVM's compilers, all else the quick one alone. */
class CompilersIT {
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  @TempDir private Path folder;
  private Executable program;

  /** A Java that says what it is asked to do, so that no rule is judged by how long it takes. */
  @BeforeEach
  void tellsItsFlags() throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    program =
        Executable.in(folder.resolve("program"))
            .with("JAVA_HOME", folder.resolve("jdk").toString())
            .with("STARGATE_CALC_ARCHIVE", "off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge a.json b.json",
        "project plan.yaml -n 400000",
        "project plan.yaml -n400000 --by year",
        "project plan.yaml --samples=999999",
        "project --samples 1_000_000 plan.yaml",
        "project plan.yaml -n 100000000",
      })
  void whatComputesForSecondsGetsBoth(String line) throws Exception {
    assertThat(program.run(line.split(" ")).exits(0).text()).doesNotContain(QUICK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project plan.yaml",
        "project plan.yaml -n 65536",
        "project plan.yaml -n 399999",
        "solve plan.yaml --claim c",
        "sweep plan.yaml --vary pue=1.1..1.5",
        "compare merge.yaml plan.yaml",
      })
  void theRestGetsTheQuickOne(String line) throws Exception {
    assertThat(program.run(line.split(" ")).exits(0).text()).contains(QUICK);
  }

  @Test
  void whatTheUserAsksForComesLast() throws Exception {
    String own = "-XX:TieredStopAtLevel=4";
    String said = program.with("STARGATE_CALC_JAVA_OPTS", own).run("claims").exits(0).text();
    assertThat(said.indexOf(own)).isGreaterThan(said.indexOf(QUICK)).isPositive();
  }
}
