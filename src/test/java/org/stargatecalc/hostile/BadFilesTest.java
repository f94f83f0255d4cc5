package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.Main;

/** Every bad file is refused at its place, in the user's words. */
class BadFilesTest {
  @TempDir private Path folder;

  static List<BadFile> battery() {
    return BadFile.all();
  }

  @Test
  void theBatteryIsLarge() {
    assertThat(battery()).hasSizeGreaterThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("battery")
  void isRefusedAtItsPlace(BadFile bad) throws IOException {
    Path file = Files.write(folder.resolve("bad.yaml"), bad.bytes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            new ByteArrayInputStream(new byte[0]), out, err, Map.of(), "project", file.toString());
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(status).as(said).isEqualTo(3);
    assertThat(out.size()).isZero();
    assertThat(said).doesNotContain("Exception", "org.stargatecalc", "\tat ", "java.");
    assertThat(said.lines())
        .as("no line %s with %s in:%n%s", bad.line(), bad.words(), said)
        .anyMatch(
            line ->
                line.contains("bad.yaml:" + bad.line() + ":")
                    && bad.words().stream().allMatch(line::contains));
  }
}
