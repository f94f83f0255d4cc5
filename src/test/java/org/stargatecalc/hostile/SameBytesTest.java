package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same command writes the same bytes on every JDK, in every locale, time zone and folder, and
 * by any number of threads.
 */
class SameBytesTest {
  private static final String SCENARIO =
      """
      name: same-bytes
      title: Ünïcode Iıİi 漢字
      horizon: {from: 2025-01, to: 2028-12}
      phases:
        first: {gpu_count: 123_457, online: 2025-09-30, pue: 1.37}
        second: {facility_power: 0.9 GW, online: 2026-06, ramp: 7 months, shape: s_curve}
        third: {growth: {from: 2026-01, it_power: 13 MW, per_year: 2.7, until: 2028-01}}
      """;

  private static final String UNCERTAIN =
      """
      name: same-draws
      horizon: {from: 2025-01, to: 2027-12}
      phases:
        first: {gpu_count: 100k to 150k, online: 2025-06 to 2026-03, pue: "pert(1.1, 1.2, 1.5)"}
        second: {facility_power: 0.9 GW, online: 2026-06, delay: 1 to 9 months, mfu: "beta(20, 30)"}
      risks:
        grid: {probability: 40%, delay: 6 months}
      correlations:
        - {between: [phases.first.gpu_count, phases.second.delay], rho: 0.5}
      """;

  /** More draws than are kept to bracket the quantiles of the rest. */
  private static final String DRAWS = "12000";

  /** Settings of the JVM and the environment in which each run takes place. */
  private record Place(String language, String timeZone, String lang, boolean elsewhere) {
    static final Place TURKISH = new Place("tr-TR", "America/St_Johns", "tr_TR.UTF-8", false);

    static final List<Place> ALL =
        List.of(
            new Place("en-US", "UTC", "C", false),
            new Place("de-DE", "Asia/Kolkata", "de_DE.UTF-8", true),
            TURKISH,
            new Place("ar-EG-u-nu-arab", "Pacific/Kiritimati", "ar_EG.UTF-8", true));
  }

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("project", "SCENARIO", "-f", "csv", "--by", "month"),
          List.of("project", "SCENARIO", "-f", "json"),
          List.of("project", "SCENARIO"),
          List.of("claims"),
          List.of("validate", "no-such-file"));

  @TempDir private Path folder;

  @Test
  void outputDependsOnNothingButTheInput() throws Exception {
    Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    Path below = Files.createDirectories(folder.resolve("elsewhere"));
    for (List<String> command : COMMANDS) {
      Map<String, Set<String>> byOutput = new LinkedHashMap<>();
      for (Path java : javas()) {
        // what differs by place and by JDK is not the more for both
        for (Place place : byOutput.isEmpty() ? Place.ALL : List.of(Place.TURKISH)) {
          String output = run(java, place, command, place.elsewhere() ? below : folder);
          byOutput.computeIfAbsent(output, o -> new LinkedHashSet<>()).add(java + " " + place);
        }
      }
      assertThat(byOutput).as("%s", command).hasSize(1);
      assertThat(byOutput.keySet().iterator().next()).isNotEmpty();
    }
  }

  @Test
  void drawsDependOnNeitherThreadsNorJdk() throws Exception {
    Files.writeString(folder.resolve("scenario.yaml"), UNCERTAIN);
    List<String> files = List.of("all.csv", "all.json", "samples.csv", "table.txt", "mean.md");
    for (String sampling : List.of("random", "sobol")) {
      Map<String, Set<String>> byOutput = new LinkedHashMap<>();
      for (Path java : javas()) {
        boolean first = byOutput.isEmpty();
        for (String threads : first ? List.of("1", "4") : List.of("3")) {
          List<String> command =
              new ArrayList<>(List.of("project", "SCENARIO", "-n", DRAWS, "--by", "year"));
          command.addAll(List.of("--sampling", sampling, "--threads", threads));
          for (String file : files) {
            command.addAll(List.of("-o", (file.endsWith(".txt") ? "table:" : "") + file));
          }
          StringBuilder output = new StringBuilder(run(java, Place.ALL.get(0), command, folder));
          for (String file : files) {
            output.append(file).append('\n').append(Files.readString(folder.resolve(file)));
          }
          byOutput
              .computeIfAbsent(output.toString(), o -> new LinkedHashSet<>())
              .add(java + " " + threads);
        }
      }
      assertThat(byOutput.values()).as(sampling).hasSize(1);
      assertThat(byOutput.keySet().iterator().next()).contains("same-draws", "samples.csv");
    }
  }

  @Test
  void sensitivityDependsOnNeitherThreadsNorJdk() throws Exception {
    Files.writeString(folder.resolve("scenario.yaml"), UNCERTAIN);
    for (String method : List.of("tornado", "rank", "sobol")) {
      Set<String> outputs = new LinkedHashSet<>();
      for (Path java : javas()) {
        for (String threads : outputs.isEmpty() ? List.of("1", "8") : List.of("3")) {
          List<String> command = new ArrayList<>(List.of("sensitivity", "SCENARIO"));
          command.addAll(List.of("--metric", "facility_power_gw@2026", "--method", method));
          command.addAll(List.of("-n", "2000", "--threads", threads, "-f", "json"));
          outputs.add(run(java, Place.ALL.get(0), command, folder));
        }
      }
      assertThat(outputs).as(method).hasSize(1);
      assertThat(outputs.iterator().next()).contains("phases.first.gpu_count");
    }
  }

  private static String run(Path java, Place place, List<String> command, Path directory)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    String[] locale = place.language().split("-");
    line.add(java.toString());
    line.add("-Duser.language=" + locale[0]);
    line.add("-Duser.country=" + locale[1]);
    if (locale.length > 2) {
      line.add("-Duser.extensions=u-nu-arab");
    }
    line.add("-Duser.timezone=" + place.timeZone());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add("org.stargatecalc.Main");
    for (String word : command) {
      // The name of the file is part of the answer, so it must be the same from everywhere.
      line.add(word.equals("SCENARIO") ? "-" : word);
    }
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.environment().put("LANG", place.lang());
    builder.environment().put("LC_ALL", place.lang());
    builder.environment().put("TZ", place.timeZone());
    builder.redirectErrorStream(true);
    if (command.contains("SCENARIO")) {
      Path folder = directory.endsWith("elsewhere") ? directory.getParent() : directory;
      builder.redirectInput(folder.resolve("scenario.yaml").toFile());
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  /** Returns the JVM of this test and one of every other release that is installed. */
  private static Set<Path> javas() throws IOException {
    Set<Path> javas = new LinkedHashSet<>();
    javas.add(Path.of(System.getProperty("java.home"), "bin", "java").toRealPath());
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> homes = Files.list(installed)) {
        for (Path home : homes.sorted().toList()) {
          Path java = home.resolve("bin/java");
          if (Files.isExecutable(java)) {
            javas.add(java.toRealPath());
          }
        }
      }
    }
    return javas;
  }
}
