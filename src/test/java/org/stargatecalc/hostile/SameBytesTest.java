package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.Main;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.OwnJvm;

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

  /** Stands between the outputs of command lines that run in one JVM. */
  private static final String END = "=== next ===\n";

  /** Settings of the JVM and the environment in which each run takes place. */
  private record Place(String language, String timeZone, String lang, boolean elsewhere) {
    static final Place TURKISH = new Place("tr-TR", "America/St_Johns", "tr_TR.UTF-8", false);

    static final List<Place> ALL =
        List.of(
            new Place("en-US", "UTC", "C", false),
            TURKISH,
            new Place("ar-EG-u-nu-arab", "Pacific/Kiritimati", "ar_EG.UTF-8", true));
  }

  private static final List<String> COMMANDS =
      List.of(
          "project SCENARIO -f csv --by month",
          "project SCENARIO -f json",
          "claims",
          "validate no-such-file");

  private static final List<String> FILES =
      List.of("all.csv", "all.json", "samples.csv", "table.txt", "mean.md");

  @TempDir private Path folder;

  /** Runs command lines one after the other, and prints what they write; the first is a file. */
  public static void main(String[] lines) throws IOException {
    byte[] scenario = Files.readAllBytes(Path.of(lines[0]));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      String[] words = line.replace("SCENARIO", "-").split(" ");
      int exit = Main.run(new ByteArrayInputStream(scenario), all, all, Map.of(), words);
      all.write((" exit " + exit + "\n").getBytes(StandardCharsets.UTF_8));
      for (String file : FILES) {
        if (line.contains(file)) {
          all.write((file + "\n").getBytes(StandardCharsets.UTF_8));
          all.write(Files.readAllBytes(Path.of(file)));
        }
      }
      all.write(END.getBytes(StandardCharsets.UTF_8));
    }
    System.out.write(all.toByteArray());
    System.out.flush();
  }

  @Test
  void outputDependsOnNothingButTheInput() throws Exception {
    Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    Path below = Files.createDirectories(folder.resolve("elsewhere"));
    Map<String, Set<String>> itself = new LinkedHashMap<>();
    List<Map<String, Set<String>>> others = new ArrayList<>();
    COMMANDS.forEach(command -> others.add(new LinkedHashMap<>()));
    add(itself, CommandResult.with(SCENARIO, Map.of(), "project", "-").stdout(), "this test");
    for (Path java : javas()) {
      // what differs by place and by JDK is not the more for both
      for (Place place : others.get(0).isEmpty() ? Place.ALL : List.of(Place.TURKISH)) {
        Path directory = place.elsewhere() ? below : folder;
        if (place.lang().equals("C")) {
          add(itself, run(java, place, directory, "org.stargatecalc.Main", "project", "-"), place);
        }
        List<String> outputs = runAll(java, place, directory, COMMANDS);
        for (int i = 0; i < COMMANDS.size(); i++) {
          add(others.get(i), outputs.get(i), java + " " + place);
        }
      }
    }
    assertThat(itself).hasSize(1);
    assertThat(itself.keySet().iterator().next()).contains("漢字");
    for (int i = 0; i < COMMANDS.size(); i++) {
      assertThat(others.get(i)).as(COMMANDS.get(i)).hasSize(1);
      assertThat(others.get(i).keySet().iterator().next()).contains(" exit ");
    }
  }

  @Test
  void drawsDependOnNeitherThreadsNorJdk() throws Exception {
    Files.writeString(folder.resolve("scenario.yaml"), UNCERTAIN);
    String files = FILES.stream().map(f -> " -o " + f).collect(Collectors.joining());
    List<String> commands = new ArrayList<>();
    for (String sampling : List.of("random", "sobol")) {
      commands.add(
          // more than the 512 of which threads take a chunk each
          "project SCENARIO -n 1200 --by year --sampling "
              + sampling
              + files.replace("table.txt", "table:table.txt"));
    }
    for (String method : List.of("tornado", "rank", "sobol")) {
      commands.add(
          "sensitivity SCENARIO --metric facility_power_gw@2026 -n 600 -f json --method " + method);
    }
    List<Map<String, Set<String>>> byOutput = new ArrayList<>();
    commands.forEach(command -> byOutput.add(new LinkedHashMap<>()));
    for (Path java : javas()) {
      List<String> counts = byOutput.get(0).isEmpty() ? List.of("1", "4") : List.of("3");
      List<String> lines = new ArrayList<>();
      for (String threads : counts) {
        commands.forEach(command -> lines.add(command + " --threads " + threads));
      }
      List<String> outputs = runAll(java, Place.ALL.get(0), folder, lines);
      for (int i = 0; i < lines.size(); i++) {
        add(byOutput.get(i % commands.size()), outputs.get(i), java + " " + lines.get(i));
      }
    }
    for (int i = 0; i < commands.size(); i++) {
      assertThat(byOutput.get(i).values()).as(commands.get(i)).hasSize(1);
      assertThat(byOutput.get(i).keySet().iterator().next()).contains("phases", " exit 0");
    }
  }

  private static void add(Map<String, Set<String>> byOutput, String output, Object from) {
    byOutput.computeIfAbsent(output, o -> new LinkedHashSet<>()).add(from.toString());
  }

  /** Runs command lines in one JVM and returns what each wrote. */
  private List<String> runAll(Path java, Place place, Path directory, List<String> lines)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add(SameBytesTest.class.getName());
    arguments.add(folder.resolve("scenario.yaml").toString());
    arguments.addAll(lines);
    String output = run(java, place, directory, arguments.toArray(new String[0]));
    List<String> outputs = List.of(output.split(END));
    assertThat(outputs).as(output).hasSize(lines.size());
    return outputs;
  }

  private String run(Path java, Place place, Path directory, String... arguments)
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
    line.addAll(OwnJvm.QUICK);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.environment().put("LANG", place.lang());
    builder.environment().put("LC_ALL", place.lang());
    builder.environment().put("TZ", place.timeZone());
    builder.redirectErrorStream(true);
    builder.redirectInput(folder.resolve("scenario.yaml").toFile());
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
