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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.Main;

/** Every input of the YAML test suite, none of which is a scenario, is refused at a place. */
class YamlTestSuiteTest {
  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/yaml-test-suite"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void theSuiteIsThere() throws IOException {
    assertThat(inputs()).hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isRefusedWithoutACrash(Path input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(Files.readAllBytes(input));
    int status = Main.run(in, out, err, Map.of(), "validate", "-");
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(status).as(said).isEqualTo(3);
    assertThat(out.size()).isZero();
    assertThat(said).contains("-:").doesNotContain("Exception", "bug of ours");
  }
}
