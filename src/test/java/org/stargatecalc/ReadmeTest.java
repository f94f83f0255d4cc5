package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.GeneratedText;

/**
 * The README and the pages of the site say what the program does.
 *
 * <p>Pasted output and generated tables must be what the program gives; {@code
 * -Dreadme.update=true} rewrites them instead of complaining.
 */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path PAGES = Path.of("src/site/markdown");
  private static final String PROGRAM = "target/stargate-calc ";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README, Path.of(".github/CONTRIBUTING.md")));
    try (Stream<Path> site = Files.list(PAGES)) {
      site.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pastedOutputIsWhatTheProgramGives(Path page) throws IOException {
    String written = Files.readString(page);

    String actual = new GeneratedText(page.toString()).refresh(written);

    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(page, actual);
      return;
    }
    assertThat(written)
        .as("%s is out of date; mvn test -Dtest=ReadmeTest -Dreadme.update=true rewrites it", page)
        .isEqualTo(actual);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void commandsWork(Path page, @TempDir Path folder) throws IOException {
    for (String command : commands(Files.readString(page))) {
      List<String> words = GeneratedText.words(command.substring(PROGRAM.length()));
      for (int i = 1; i < words.size(); i++) {
        if (words.get(i - 1).equals("-o") && !words.get(i).equals("-")) {
          words.set(i, inside(folder, words.get(i)));
        }
      }
      CommandResult result = CommandResult.of(words.toArray(String[]::new));

      assertThat(result.exit()).as("%s%n%s", command, result).isZero();
    }
  }

  /** Editors find it beside the scenarios, whose first lines name it. */
  @Test
  void theSchemaBesideTheScenariosIsWhatTheProgramPrints() throws IOException {
    Path schema = Path.of("scenarios/scenario.schema.json");
    String actual = CommandResult.of("schema", "scenario").succeeds().stdout();
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(schema, actual);
      return;
    }
    assertThat(Files.readString(schema))
        .as(
            "%s is out of date; mvn test -Dtest=ReadmeTest -Dreadme.update=true rewrites it",
            schema)
        .isEqualTo(actual);
  }

  /** Moves a target such as {@code out.csv}, {@code csv:out.txt} or {@code out/} into a folder. */
  private static String inside(Path folder, String target) {
    int colon = target.indexOf(':') + 1;
    String slash = target.endsWith("/") ? "/" : "";
    return target.substring(0, colon) + folder.resolve(target.substring(colon)) + slash;
  }

  /**
   * The commands of the shell blocks that run alone: no pipe, no pattern of files, no git revision,
   * no placeholder.
   */
  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell
          && line.startsWith(PROGRAM)
          && !line.matches(".*( \\| |\\*|git:|[A-Z]{3,}|\\.\\.\\.| my-).*")) {
        commands.add(line.replaceFirst(" +#.*$", ""));
      }
    }
    return commands;
  }

  @Test
  void examplesOfTheFormatAreValid(@TempDir Path folder) throws IOException {
    List<String> examples = yamlBlocks(Files.readString(PAGES.resolve("scenario-format.md")));
    Path scenario = Files.writeString(folder.resolve("example.yaml"), examples.get(0));
    assertThat(examples).hasSizeGreaterThan(5);
    for (String example : examples) {
      Path overlay = Files.writeString(folder.resolve("overlay.yaml"), example);

      CommandResult result =
          CommandResult.of("validate", scenario.toString(), "--overlay", overlay.toString());

      assertThat(result.exit()).as("%s%n%s", example, result).isZero();
    }
  }

  private static List<String> yamlBlocks(String text) {
    Matcher block = Pattern.compile("(?ms)^```yaml\n(.*?)^```$").matcher(text);
    return block.results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFiles(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    List<String> broken = new ArrayList<>();
    while (link.find()) {
      Path target = page.resolveSibling(link.group(1));
      if (!Files.exists(target)) {
        broken.add(link.group(1));
      }
    }
    assertThat(broken).as("links of %s", page).isEmpty();
  }

  @Test
  void theMapNamesEveryRoom() throws IOException {
    String map = Files.readString(PAGES.resolve("architecture.md"));
    Path sources = Path.of("src/main/java/org/stargatecalc");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(
              files
                  .map(sources::relativize)
                  .filter(file -> file.toString().endsWith(".java") && file.getNameCount() > 1)
                  .map(file -> file.getName(0).toString())
                  .distinct())
          .hasSizeGreaterThan(15)
          .allSatisfy(room -> assertThat(map).containsPattern("\\| `" + room + "[`.]"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void testsThatAreNamedExist(Path page) throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher name = Pattern.compile("`(\\w+(Test|IT))`").matcher(Files.readString(page));
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<String> tests = files.map(f -> f.getFileName().toString()).toList();
      while (name.find()) {
        if (!tests.contains(name.group(1) + ".java")) {
          missing.add(name.group(1));
        }
      }
    }
    assertThat(missing).as("tests named on %s", page).isEmpty();
  }

  /** Each promise of the page on trust stands beside what holds it. */
  @Test
  void everyPromiseOfTrustNamesWhatHoldsIt() throws IOException {
    List<String> bullets =
        List.of(Files.readString(PAGES.resolve("security.md")).split("\n(?=\\* |#|\n)"));
    List<String> promises = bullets.stream().filter(text -> text.startsWith("* ")).toList();
    assertThat(promises)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            text -> assertThat(text).containsPattern("`(\\w+(Test|IT)|src/fuzz/run\\.sh)`"));
  }

  /** A page that grows is read by nobody: what is more goes to a page of the site. */
  @Test
  void theReadmeIsShort() throws IOException {
    String prose = Files.readString(README).replaceAll("(?ms)^```.*?^```$|<!--.*?-->", "");
    assertThat(prose.strip().split("\\s+")).hasSizeLessThan(1200);
  }

  @Test
  void firstCommandsAreThoseOfContinuousIntegration() throws IOException {
    String integration = Files.readString(Path.of(".ci/run"));
    List<String> first = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(README)) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell) {
        Collections.addAll(first, line.replaceFirst(" +#.*$", "").split(" && "));
      }
      if (first.size() >= 3) {
        break;
      }
    }
    assertThat(first)
        .containsExactly(
            "mvn -q -B package -DskipTests",
            "target/stargate-calc project scenarios/base.yaml",
            "mvn -B verify")
        .allSatisfy(command -> assertThat(integration.lines()).contains(command));
  }
}
