package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.Main;
import org.stargatecalc.support.OwnJvm;

/** What is wrong with files and streams is said, and never leaves half a file. */
@Timeout(20)
class FilesAndStreamsTest {
  private static final String SCENARIO = "name: fine\ngpu_count: 1000\nonline: 2025-06\n";

  @TempDir private Path folder;
  private Path scenario;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = Files.writeString(folder.resolve("fine.yaml"), SCENARIO);
  }

  private int run(InputStream in, OutputStream to, String... args) {
    return Main.run(in, to, err, Map.of(), args);
  }

  private int run(Object... args) {
    String[] line = Stream.of(args).map(Object::toString).toArray(String[]::new);
    return run(InputStream.nullInputStream(), out, line);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void foldersLinksInACircleAndMissingFilesAreNamed() throws IOException {
    Path link = folder.resolve("a");
    Files.createSymbolicLink(link, folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b"), link);
    assertThat(run("project", folder)).isEqualTo(3);
    assertThat(run("project", link)).isEqualTo(3);
    assertThat(run("project", folder.resolve("none.yaml"))).isEqualTo(3);
    assertThat(said()).contains("directory", "a loop of links", "no such file");
    assertThat(out.size()).isZero();
  }

  @Test
  void aNamedPipeIsRefusedInsteadOfWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertThat(run("project", pipe)).isEqualTo(3);
    Path child = Files.writeString(folder.resolve("child.yaml"), "extends: pipe\nname: c\n");
    assertThat(run("project", child)).isEqualTo(3);
    assertThat(said()).contains("not a plain file");
  }

  @Test
  void basesInACircleAreNamed() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), "extends: two.yaml\nname: o\n");
    Files.writeString(folder.resolve("two.yaml"), "extends: ./one.yaml\nname: t\n");
    assertThat(run("project", one)).isEqualTo(3);
    assertThat(said()).contains("cycle");
  }

  @Test
  void aFileThatIsNoScenarioIsNotQuoted() throws IOException {
    Files.writeString(folder.resolve("secret"), "token-1234\n");
    Path child = Files.writeString(folder.resolve("child.yaml"), "extends: secret\nname: c\n");
    assertThat(run("project", child)).isEqualTo(3);
    assertThat(said()).doesNotContain("token-1234");
  }

  @Test
  void outputThatCannotBeWrittenLeavesTheOldFile() throws IOException {
    Path old = Files.writeString(folder.resolve("old.csv"), "old\n");
    assertThat(run("project", scenario, "-o", old.resolve("below.csv"))).isEqualTo(4);
    assertThat(run("project", scenario, "-o", folder.resolve("none/x.csv"))).isEqualTo(4);
    assertThat(run("project", scenario, "-f", "json", "-o", folder)).isEqualTo(2);
    assertThat(Files.readString(old)).isEqualTo("old\n");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aFullDeviceIsReported() {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    assertThat(run("project", scenario, "-o", "csv:/dev/full")).isEqualTo(4);
    assertThat(said()).contains("/dev/full");
  }

  @Test
  void aStreamThatFailsIsOutputThatIsLostAndAClosedPipeIsNot() {
    assertThat(run(InputStream.nullInputStream(), failing("No space left on device"), line()))
        .isEqualTo(4);
    assertThat(said()).contains("No space left on device");
    assertThat(run(InputStream.nullInputStream(), failing("Broken pipe"), line())).isEqualTo(141);
  }

  private String[] line() {
    return new String[] {"project", scenario.toString()};
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void standardInputFromAPipeIsRead() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(OwnJvm.command("validate", "-"));
    Process process = builder.redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(SCENARIO.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** A run that writes 1,200 lines. */
  private List<String> longRun(Path target) {
    return OwnJvm.command(
        "project",
        scenario.toString(),
        "--set",
        "horizon={from: 2025, to: 2124}",
        "--by",
        "month",
        "-o",
        target.toString());
  }

  @ParameterizedTest
  @CsvSource({"INT, 20000", "TERM, 300 20000", "KILL, 20000"})
  void aStoppedRunLeavesTheOldFileOrTheNewOne(String signal, String delays) throws Exception {
    Path target = folder.resolve("out.csv");
    // The last one is stopped as soon as there is a file that is not yet the new one.
    for (String most : delays.split(" ")) {
      int delay = Integer.parseInt(most);
      Files.writeString(target, "old\n");
      Process process = new ProcessBuilder(longRun(target)).start();
      while (delay > 0 && leftovers().isEmpty() && process.isAlive()) {
        process.waitFor(1, TimeUnit.MILLISECONDS);
        delay--;
      }
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      process.waitFor();
      assertThat(Files.readAllLines(target))
          .satisfiesAnyOf(l -> assertThat(l).hasSize(1), l -> assertThat(l).hasSize(1201));
      if (signal.equals("KILL")) {
        for (Path part : leftovers()) {
          Files.delete(part);
        }
      }
      assertThat(leftovers()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "html"})
  void aDiskThatIsFullInTheMiddleOfAFileLeavesTheOldOne(String extension) throws Exception {
    Path target = Files.writeString(folder.resolve("out." + extension), "old\n");
    List<String> shell =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f 100 && exec \"$@\"", "-"));
    shell.addAll(longRun(target));
    Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(4);
    assertThat(said).contains("cannot write " + target).doesNotContain("Exception");
    assertThat(Files.readString(target)).isEqualTo("old\n");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void nothingThatATerminalObeysIsWritten() throws IOException {
    String title = "title: \"a\\u202Eb\\u200Bc\\u001B[31md\\u0007\"\n";
    Files.writeString(scenario, SCENARIO + title);
    for (String format : List.of("table", "csv", "tsv", "json", "markdown")) {
      out.reset();
      assertThat(run("project", scenario, "-f", format)).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .as(format)
          .doesNotContain("\u202e", "\u200b", "\u001b", "\u0007");
    }
  }

  @Test
  void bytesAreReadStrictly() {
    byte[] latin = "name: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(run(new ByteArrayInputStream(latin), out, "project", "-")).isEqualTo(3);
    assertThat(said()).contains("-:1:10:").contains("0xE9");
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().contains(".part")).toList();
    }
  }
}
