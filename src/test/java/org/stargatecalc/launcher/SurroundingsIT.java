package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user has told the JVM or the shell changes neither what is written nor where. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurroundingsIT {
  private static final String SCENARIO = "name: fine\ngpu_count: 1000\nonline: 2025-06\n";
  private static final String[] CLAIMS = {"claims"};

  /** The least address space in which it runs, in kB. */
  private static final int LEAST = 600_000;

  @TempDir private static Path folder;

  private Executable program;
  private String claims;

  @BeforeAll
  void makeAnArchive() throws Exception {
    program = Executable.withAnArchive().withCopyOfTheCache(folder.resolve("cache")).from(folder);
    claims = program.with("STARGATE_CALC_ARCHIVE", "off").run(CLAIMS).exits(0).text();
  }

  private List<Executable> withAndWithoutAnArchive() {
    return List.of(program, program.with("STARGATE_CALC_ARCHIVE", "off"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseZGC",
        "-Xmx16m -XX:+UseSerialGC",
        "-Xms200m",
        "-XX:MaxRAMPercentage=10",
        "-XX:-UseCompressedOops",
        "-verbose:gc",
        "-XX:+PrintFlagsFinal",
        "-Xshare:off",
        "-Dfile.encoding=ISO-8859-1"
      })
  void flagsForEveryJvmChangeNothing(String flags) throws Exception {
    assertThat(program.with("JAVA_TOOL_OPTIONS", flags).run(CLAIMS).exits(0).text())
        .isEqualTo(claims);
    // They may not go with the archive, which is no reason to throw it away.
    assertThat(program.archives()).hasSize(1);
  }

  /** What does not go with the archive has run without it above: these do go with it. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xmx16m -XX:+UseSerialGC", "-XX:+PrintFlagsFinal"})
  void norWhereThereIsNoArchive(String flags) throws Exception {
    Executable none = program.with("STARGATE_CALC_ARCHIVE", "off");
    assertThat(none.with("JAVA_TOOL_OPTIONS", flags).run(CLAIMS).exits(0).text()).isEqualTo(claims);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JDK_JAVA_OPTIONS", "STARGATE_CALC_JAVA_OPTS", "_JAVA_OPTIONS"})
  void norDoFlagsByAnotherName(String name) throws Exception {
    assertThat(program.with(name, "-XX:+UseG1GC -Xms200m").run(CLAIMS).exits(0).text())
        .isEqualTo(claims);
    assertThat(program.archives()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+NoSuchFlag", "-Xmx1k", "-XX:+UseG1GC -XX:+UseSerialGC"})
  void aJvmThatCannotStartSaysSoOnStandardErrorAlone(String flags) throws Exception {
    for (Executable one : withAndWithoutAnArchive()) {
      Executable.Finished run = one.with("JAVA_TOOL_OPTIONS", flags).run(CLAIMS);
      assertThat(run.exit()).as(flags).isNotZero();
      assertThat(run.text()).as(flags).isEmpty();
      assertThat(run.err()).as(flags).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000_000, 1_000_000, LEAST})
  void littleAddressSpaceIsEnough(int kilobytes) throws Exception {
    // what is enough for all classes without the archive is so where there is more
    for (Executable one : kilobytes > LEAST ? List.of(program) : withAndWithoutAnArchive()) {
      Executable.Finished run = one.runAfter("ulimit -v " + kilobytes, CLAIMS);
      assertThat(run.exits(0).text()).isEqualTo(claims);
    }
    assertThat(program.archives()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 30_000, 100_000, 200_000})
  void tooLittleAddressSpaceIsNoOutput(int kilobytes) throws Exception {
    Executable.Finished run = program.runAfter("ulimit -v " + kilobytes, CLAIMS);
    assertThat(run.text()).isIn("", claims);
    assertThat(run.exit() == 0).isEqualTo(run.text().equals(claims));
  }

  // ---- locales ----

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=xx_YY.UTF-8"})
  void namesAndArgumentsAreUtf8InEveryLocale(String locale) throws Exception {
    Path here = Files.createDirectories(folder.resolve("locale-" + locale.replace('=', '-')));
    Files.writeString(here.resolve("zürich.yaml"), SCENARIO);
    Files.writeString(here.resolve("漢字.yaml"), "extends: zürich.yaml\nname: k\n");
    String[] variable = locale.split("=", 2);
    Executable one = program.from(here).with(variable[0], variable[1]);
    one.run("project", "漢字.yaml", "--set", "title=Zürich 😀", "-o", "ü.json", "-o", "é.md")
        .exits(0);
    assertThat(Files.readString(here.resolve("ü.json"))).contains("\"Zürich 😀\"", "漢字.yaml");
    assertThat(Files.readString(here.resolve("é.md"))).contains("Zürich 😀");
    assertThat(one.run("check", ".", "--fail-on", "facility_power_gw@2027 > 1 GW").exits(0).text())
        .contains("zürich.yaml");
    assertThat(names(here)).containsExactlyInAnyOrder("zürich.yaml", "漢字.yaml", "ü.json", "é.md");
    assertThat(one.run("validate", "fehlt-ü.yaml").exits(3).err()).contains("fehlt-ü.yaml");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws Exception {
    Executable.Finished run =
        program.runLine(
            "/bin/sh",
            "-c",
            "exec \"$0\" project - --set \"title=Z$(printf '\\374')rich\"",
            program.file().toString());
    assertThat(run.exits(2).text()).isEmpty();
    assertThat(run.err()).contains("not UTF-8");
  }

  @Test
  void byJavaJarInTheLocaleCTheMessageSaysWhatToSet() throws Exception {
    Path here = Files.createDirectories(folder.resolve("jar"));
    Files.writeString(here.resolve("zürich.yaml"), SCENARIO);
    Files.writeString(here.resolve("child.yaml"), "extends: zürich.yaml\nname: c\n");
    Executable plain = program.from(here).with("LC_ALL", "C");
    List<Executable.Finished> refused = new ArrayList<>();
    refused.add(plain.runAsJar("validate", "zürich.yaml").exits(2));
    refused.add(plain.runAsJar("project", "-", "--set", "title=Zürich").exits(2));
    refused.add(plain.runAsJar("validate", "child.yaml").exits(3));
    for (Executable.Finished run : refused) {
      assertThat(run.text()).isEmpty();
      assertThat(run.err()).contains("LC_ALL=C.UTF-8");
    }
    Executable told = plain.with("LC_ALL", "C.UTF-8");
    assertThat(told.runAsJar("project", "child.yaml", "--set", "title=Zürich").exits(0).text())
        .contains("Zürich");
  }
}
