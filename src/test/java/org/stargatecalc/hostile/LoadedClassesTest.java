package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Start-up is guarded by what a plain run loads, which does not depend on how busy a machine is.
 */
class LoadedClassesTest {
  /** Two threads that meet in a map of the JDK load four classes more, for random numbers. */
  private static final int MOST = 1560;

  @Test
  void aPlainRunLoadsOnlyWhatItNeeds() throws IOException, InterruptedException {
    List<String> loaded = loaded("project", "scenarios/base.yaml");
    // how many hidden classes the JVM makes of lambdas depends on which thread is first
    assertThat(loaded.stream().filter(name -> !name.contains("/0x"))).hasSizeLessThan(MOST);
    assertThat(loaded)
        .noneMatch(name -> name.startsWith("org.apache.commons.math3."))
        .noneMatch(name -> name.startsWith("de.siegmar."))
        .noneMatch(name -> name.startsWith("java.util.stream."))
        .noneMatch(name -> name.startsWith("java.time.format."))
        .noneMatch(name -> name.startsWith("java.sql."))
        .noneMatch(name -> name.equals("java.security.MessageDigest"))
        .noneMatch(name -> name.equals("java.util.Formatter"));
  }

  @Test
  void onlyTheCommandThatIsCalledIsLoaded() throws IOException, InterruptedException {
    assertThat(loaded("claims"))
        .contains("org.stargatecalc.cli.ClaimsCommand")
        .doesNotContain("org.stargatecalc.cli.ProjectCommand")
        .doesNotContain("org.stargatecalc.projection.ProjectionEngine");
  }

  /** JDK 17 crashes when it finds classes of Java 5 in an archive that draws have used. */
  @Test
  void theRehearsalLoadsWhatAProjectionNeedsAndDrawsNothing()
      throws IOException, InterruptedException {
    assertThat(loaded("warmup"))
        .contains(
            "org.stargatecalc.projection.ProjectionEngine",
            "org.snakeyaml.engine.v2.comments.CommentType",
            "org.stargatecalc.render.json.JsonRenderer")
        .noneMatch(name -> name.startsWith("org.apache.commons.math3."))
        .noneMatch(name -> name.startsWith("org.stargatecalc.analysis.montecarlo.MonteCarlo"));
  }

  private static List<String> loaded(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-Xlog:class+load:stdout", "-cp", System.getProperty("java.class.path")));
    line.add("org.stargatecalc.Main");
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("STARGATE_CALC_REHEARSAL", "1");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return log.lines()
        .filter(text -> text.contains("[class,load]"))
        .map(text -> text.replaceFirst(".*\\[class,load] ", "").replaceFirst(" .*", ""))
        .toList();
  }
}
