package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProgramServer;

/**
 * What the page on job arrays shows is run by a shell, with fewer draws: their parts join to the
 * bytes of one run.
 */
class JobArraysPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/job-arrays.md");
  private static final String SCENARIO = "scenarios/base-uncertain.yaml";
  private static final String DRAWS = "700";

  @TempDir private static Path folder;
  private static ProgramServer server;

  @BeforeAll
  static void makeAWorkingFolder() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    for (String name : List.of("scenarios", "target")) {
      Files.createDirectory(folder.resolve(name));
    }
    for (String name : List.of("base.yaml", "base-uncertain.yaml")) {
      Files.copy(Path.of("scenarios", name), folder.resolve("scenarios").resolve(name));
    }
    server = ProgramServer.in(folder);
    server.writeProgram(folder.resolve("target/stargate-calc"));
  }

  @AfterAll
  static void end() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** Parts of another test are not merged. */
  @BeforeEach
  void makeAFolderOfParts(@TempDir Path parts) throws IOException {
    Files.deleteIfExists(folder.resolve("parts"));
    Files.createSymbolicLink(folder.resolve("parts"), parts);
  }

  @Test
  void theShellsPartsJoinToTheBytesOfOneRun() throws Exception {
    run(block("sh", "seq 4 "), Map.of());

    Path one = Files.createDirectory(folder.resolve("one"));
    CommandResult.of(
            "project",
            "scenarios/base-uncertain.yaml",
            "--by",
            "year",
            "-n",
            DRAWS,
            "-o",
            one.resolve("result.json").toString(),
            "-o",
            one.resolve("samples.csv").toString(),
            "-o",
            one.resolve("result.csv").toString())
        .succeeds();
    for (String file : List.of("result.json", "samples.csv")) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
    Path csv = folder.resolve("result.csv");
    CommandResult.of(
            Stream.concat(
                    Stream.of("merge", SCENARIO, "--by", "year", "-o", csv.toString()),
                    Stream.of("4", "2", "1", "3").map(i -> part(i)))
                .toArray(String[]::new))
        .succeeds();
    assertThat(csv).hasSameBinaryContentAs(one.resolve("result.csv"));
  }

  private String part(String number) {
    return folder.resolve("parts/part-" + number + ".draws").toString();
  }

  @Test
  void tasksOfSlurmAndIndicesOfKubernetesAreParts() throws Exception {
    Path third = folder.resolve("third");
    CommandResult.of(
            "project",
            SCENARIO,
            "--by",
            "year",
            "--metrics",
            "facility_power_gw",
            "-n",
            DRAWS,
            "--shard",
            "3/8",
            "-o",
            third.toString())
        .succeeds();

    run(block("bash", "#SBATCH --array=1-8"), Map.of("SLURM_ARRAY_TASK_ID", "3"));
    assertThat(folder.resolve("parts/part-3.draws")).hasSameBinaryContentAs(third);

    run(commandOfTheJob(), Map.of("JOB_COMPLETION_INDEX", "2"));
    assertThat(folder.resolve("parts/part-2.draws")).hasSameBinaryContentAs(third);
  }

  @Test
  void partsOfASweepLaidOneAfterTheOtherAreTheWhole() throws Exception {
    String script = block("sh", "--no-header");
    String fewer = script.replace("in 20'", "in 3'").replace("by 30 days", "by 285 days");
    assertThat(fewer).isNotEqualTo(script);
    script(fewer, Map.of());

    Path one = folder.resolve("one.csv");
    CommandResult.of(
            "sweep",
            "scenarios/base.yaml",
            "--vary",
            "**.pue=1.1..1.5 in 3",
            "--vary",
            "phases.new-mexico.delay=0 days..570 days by 285 days",
            "-o",
            one.toString())
        .succeeds();
    assertThat(folder.resolve("sweep.csv")).hasSameBinaryContentAs(one);
  }

  @Test
  void tasksOfAnArrayWriteThePartsOfASweep() throws Exception {
    String script = block("bash", "--job-name=stargate-sweep");
    String fewer = script.replace("in 100'", "in 2'").replace("594 days by 6 ", "594 days by 66 ");
    assertThat(fewer).isNotEqualTo(script);
    for (String task : List.of("1", "8")) {
      script(fewer, Map.of("SLURM_ARRAY_TASK_ID", task));
    }
    // 20 rows in eight parts: the first is of two rows and the header, the last of three
    assertThat(folder.resolve("parts/sweep-1.csv")).content().hasLineCount(3).startsWith("**.pue,");
    assertThat(folder.resolve("parts/sweep-8.csv")).content().hasLineCount(3).startsWith("1.5,");
  }

  /** Returns what the container of the manifest runs, once for each of eight indices. */
  private static String commandOfTheJob() throws IOException {
    Object job =
        new Load(LoadSettings.builder().build()).loadFromString(block("yaml", "kind: Job"));
    Map<?, ?> spec = (Map<?, ?>) ((Map<?, ?>) job).get("spec");
    assertThat(spec.get("completionMode")).isEqualTo("Indexed");
    assertThat(spec.get("completions")).isEqualTo(8);
    Map<?, ?> pod = (Map<?, ?>) ((Map<?, ?>) spec.get("template")).get("spec");
    Map<?, ?> container = (Map<?, ?>) ((List<?>) pod.get("containers")).get(0);
    assertThat(container.get("command")).isEqualTo(List.of("sh", "-c"));
    return ((List<?>) container.get("args")).get(0).toString();
  }

  /** Returns the block of the page in a language that holds a text. */
  private static String block(String language, String holds) throws IOException {
    Matcher block =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(PAGE));
    return block
        .results()
        .map(found -> found.group(1))
        .filter(text -> text.contains(holds))
        .findFirst()
        .orElseThrow();
  }

  private void run(String script, Map<String, String> environment) throws Exception {
    String fewer = script.replaceAll("-n [0-9_]+", "-n " + DRAWS);
    assertThat(fewer).isNotEqualTo(script);
    script(fewer, environment);
  }

  private void script(String script, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", folder.resolve("target") + ":", (path, own) -> own + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
