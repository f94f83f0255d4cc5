package org.stargatecalc.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.hostile.BadFile;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.LanguageServer;
import org.stargatecalc.support.Tool;

/** What yaml-language-server, which most editors use, says with the schemas. */
class EditorTest {
  private static final Path PAGE = Path.of("src/site/markdown/for-programs.md");
  private static final Pattern SHARE = Pattern.compile("marks (\\d+) % of");

  /** So large or so deep that an editor should not be bothered. */
  private static final Set<String> HUGE =
      Set.of("aliases of aliases", "many values", "a long word", "too deep");

  @TempDir static Path folder;
  private static Path home;
  private static LanguageServer server;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> installed = LanguageServer.installed();
    assumeTrue(installed.isPresent(), "yaml-language-server is not installed");
    home = installed.get();
    server = LanguageServer.start(home, Optional.of(schema("scenario")));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static Path schema(String name) throws IOException {
    String text = CommandResult.of("schema", name).succeeds().stdout();
    return Files.writeString(folder.resolve(name + ".schema.json"), text);
  }

  private static List<LanguageServer.Mark> marks(String name, String text) throws IOException {
    return server.marks(folder.resolve(name + ".yaml"), text);
  }

  /** With the schema that stands beside them, as whoever opens the folder sees them. */
  @Test
  void noShippedScenarioHasAMark() throws IOException {
    try (LanguageServer modelines = LanguageServer.start(home, Optional.empty());
        Stream<Path> files = Files.list(Path.of("scenarios"))) {
      List<Path> all = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      for (Path file : all) {
        modelines.open(file.toAbsolutePath(), Files.readString(file));
      }
      for (Path file : all) {
        assertThat(modelines.marks(file.toAbsolutePath())).as("%s", file).isEmpty();
      }
      Path broken = Path.of("scenarios/broken.yaml").toAbsolutePath();
      String text = "# yaml-language-server: $schema=scenario.schema.json\nname: a\npue: 0.5\n";
      assertThat(modelines.marks(broken, text)).as("the modeline is followed").hasSize(1);
    }
  }

  @Test
  void whatInitWritesHasNoMark() throws IOException {
    Path init = folder.resolve("init");
    CommandResult.of("init", init.toString()).exits(0);
    try (LanguageServer modelines = LanguageServer.start(home, Optional.empty())) {
      for (String name : List.of("scenarios/my-plan.yaml", "overlays/second-phase-late.yaml")) {
        Path file = init.resolve(name);
        String text = Files.readString(file);
        assertThat(modelines.marks(file, text)).as(name).isEmpty();
        assertThat(text).startsWith("# yaml-language-server: $schema=../");
        String wrong = text + "\npeu: 1.2\n";
        assertThat(modelines.marks(init.resolve(name + ".wrong.yaml"), wrong)).isNotEmpty();
      }
    }
  }

  /** A share of the bad files is marked, and the page does not claim more. */
  @Test
  void whatASchemaCanKnowOfABadFileIsMarked() throws IOException {
    Matcher share = SHARE.matcher(Files.readString(PAGE));
    assertThat(share.find()).isTrue();
    List<BadFile> battery =
        BadFile.all().stream().filter(bad -> !HUGE.contains(bad.name())).toList();
    for (int i = 0; i < battery.size(); i++) {
      server.open(bad(i), new String(battery.get(i).bytes(), StandardCharsets.UTF_8));
    }
    List<String> unmarked = new ArrayList<>();
    for (int i = 0; i < battery.size(); i++) {
      if (server.marks(bad(i)).isEmpty()) {
        unmarked.add(battery.get(i).name());
      }
    }
    int tried = battery.size();
    assertThat(100.0 * (tried - unmarked.size()) / tried)
        .as("of %s bad files these have no mark: %s", tried, unmarked)
        .isGreaterThanOrEqualTo(Double.parseDouble(share.group(1)))
        .isLessThan(Double.parseDouble(share.group(1)) + 3);
  }

  private static Path bad(int number) {
    return folder.resolve("bad-" + number + ".yaml");
  }

  @Test
  void marksSayInWordsWhatIsExpected() throws IOException {
    String text =
        """
        name: a
        gpu: gb2000
        watts_per_gpu: 1.4 kWh
        supply: 5
        phases:
          a: {gpu_count: 1k, it_power: 1 GW, online: soon}
        constraints:
          c: {limits: gpu_count, supply: {2025: 300k, 2026: 1M}}
        """;
    assertThat(marks("words", text))
        .extracting(LanguageServer.Mark::line, LanguageServer.Mark::message)
        .satisfies(
            marks -> {
              assertThat(marks.toString())
                  .contains("expected a power > 0, such as 2.09 kW or 0.9 GW")
                  .contains("Property supply is not allowed")
                  .contains("found a second size: one of gpu_count, it_power")
                  .contains("expected a date such as 2025-09-30")
                  .contains("expected a chip that 'stargate-calc catalog accelerators' lists");
              assertThat(marks).as("none in the constraint").hasSize(5);
            });
  }

  @Test
  void textsStandBesideKeysChipsClaimsAndSites() throws IOException {
    Path file = folder.resolve("texts.yaml");
    String text =
        """
        name: a
        pue: 1.2
        gpu: gb200
        claims: [stargate-1gw-2025]
        phases:
          a: {site: abilene, gpu_count: 1k, online: 2026}
        """;
    assertThat(server.marks(file, text)).isEmpty();
    assertThat(server.hover(file, 2, 1))
        .startsWith("#### pue")
        .contains("facility power / IT power", "default `1.2`", "a ratio ≥ 1");
    assertThat(server.hover(file, 3, 7)).startsWith("#### gpu").contains("NVIDIA GB200 NVL72");
    assertThat(server.hover(file, 4, 12)).contains("One training system of 1 GW in 2025");
    assertThat(server.hover(file, 6, 14)).startsWith("#### site").contains("Stargate Abilene");
  }

  @Test
  void keysChipsClaimsSitesAndSnippetsAreProposed() throws IOException {
    Path file = folder.resolve("proposed.yaml");
    server.marks(file, "name: a\ngpu: \nclaims: [ ]\nphases:\n  a:\n    site: \n  b:\n    \n");
    assertThat(server.completions(file, 2, 6)).contains("gb200", "h100");
    assertThat(server.completions(file, 3, 10)).contains("stargate-5gw-2027");
    assertThat(server.completions(file, 6, 11)).contains("abilene");
    assertThat(server.completions(file, 8, 5)).contains("gpu_count", "online", "ramp");
    Path empty = folder.resolve("empty.yaml");
    server.marks(empty, "\n");
    assertThat(server.completions(empty, 1, 1)).contains("a scenario of one phase", "name");
  }

  /** By ajv, which the server brings along. */
  @Test
  void everySchemaIsDraft2020InStrictMode() throws IOException {
    String script = Path.of("src/test/resources/editor/strict.js").toString();
    for (String name : Schemas.names()) {
      List<String> command = new ArrayList<>(List.of("node", script));
      command.add(home.toString());
      command.add(schema(name).toString());
      command.addAll(Schemas.KEYWORDS_OF_EDITORS);
      Tool.run(command.toArray(String[]::new));
    }
  }
}
