package org.stargatecalc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader of everyday YAML returns is what the general parser returns. */
class EverydayYamlTest {
  /** Each construct that is read, and by their neighbourhood, after a few changes, most others. */
  private static final String SAMPLE =
      """
      # a remark
      name: stargate-base   # and one behind
      title: "A 'quoted' text: with # signs"
      note: >-
        folded into
        one line
      literal: |

      kept: |
        line one
        line two

      empty:
      nothing: ~
      horizon: {from: 2025-01, to: 2030-12, none: null}
      claims: [a-1gw-2025, 'two words', {at_least: 1 GW}, []]
      sites:
        abilene:          # Texas, Doña
          pue: {value: 1.4, source: "1180 / 843 MW"}

        milam:
          stage: under_construction
      phases:
      - id: p1
        milestones:
          value:
            [{by: 2027-08-15, power: 196 MW}, # first
             {by: 2027-10-19, power: -3 %}]
          date: https://example.org/a:b
      -   id: p2
      - plain text
      -
        nested: 1
      last:
        "on its own line"
      """;

  /**
   * Compares the two readers.
   *
   * @return whether the text is everyday YAML
   */
  static boolean agree(String text) {
    Optional<Node.Mapping> everyday = EverydayYaml.read("f.yaml", text);
    if (everyday.isPresent()) {
      Problems problems = new Problems();
      Optional<Node> general = GeneralYaml.read("f.yaml", text, problems);
      assertThat(problems.errors()).as(text).isEmpty();
      assertThat(general.orElseThrow()).as(text).isEqualTo(everyday.get());
    }
    return everyday.isPresent();
  }

  private static List<Path> yamlBelow(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static List<Path> scenarios() throws IOException {
    return yamlBelow("scenarios");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyShippedScenarioIsEverydayYaml(Path scenario) throws IOException {
    assertThat(agree(Files.readString(scenario))).isTrue();
  }

  @Test
  void theSampleIsEverydayYaml() {
    assertThat(agree(SAMPLE.replace("literal: |\n\n", ""))).isTrue();
  }

  @Test
  void theYamlTestSuiteIsReadAlike() throws IOException {
    int read = 0;
    for (Path input : yamlBelow("src/test/resources/yaml-test-suite")) {
      read += agree(new String(Files.readAllBytes(input), StandardCharsets.UTF_8)) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(15);
  }

  @Test
  void textsThatAreALittleWrongAreReadAlike() {
    Random random = new Random(1);
    int read = 0;
    int texts = 20_000;
    for (int i = 0; i < texts; i++) {
      read += agree(changed(SAMPLE, random)) ? 1 : 0;
    }
    // Both kinds have to occur for the comparison to mean something.
    assertThat(read).isBetween(texts / 10, texts * 9 / 10);
  }

  @Test
  void syntaxInAnyOrderIsReadAlike() {
    Random random = new Random(2);
    String[] pieces = {
      "a", "b: ", "c:\n", "- ", "\n", "\n  ", "\n    ", " ", "#", " # x", "\n# y\n", "[", "]", "{",
      "}", ",", ", ", ": ", "'x'", "\"~\"", "|\n  ", ">-\n    ", "1.5", "-3", "~", "null", "? ",
          "-",
      "<<", "http://a:b", "\n\n", "\n   \n", "d.e: ", "\n- ", "f: ", "g: {", "h: [", "---", "$5"
    };
    int read = 0;
    int texts = 40_000;
    for (int i = 0; i < texts; i++) {
      StringBuilder text = new StringBuilder("k: ");
      for (int count = 1 + random.nextInt(12); count > 0; count--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      read += agree(text.append('\n').toString()) ? 1 : 0;
    }
    assertThat(read).isBetween(texts / 20, texts * 9 / 10);
  }

  /** Takes some lines of a text and changes a few characters in them. */
  static String changed(String text, Random random) {
    String[] lines = text.split("\n", -1);
    int from = random.nextInt(lines.length);
    int to = Math.min(lines.length, from + 1 + random.nextInt(12));
    StringBuilder some = new StringBuilder();
    for (int i = from; i < to; i++) {
      some.append(lines[i]).append(random.nextInt(60) == 0 ? "" : "\n");
    }
    String alphabet = "  \n\n--::##''\"\"[]{},,||>>&*!%@`?~ab1.\t\r\\=<+\u0085\u2028é\ud83d\ufeff";
    for (int edits = random.nextInt(4); edits > 0 && some.length() > 0; edits--) {
      int place = random.nextInt(some.length());
      char c = alphabet.charAt(random.nextInt(alphabet.length()));
      switch (random.nextInt(4)) {
        case 0 -> some.setCharAt(place, c);
        case 1 -> some.deleteCharAt(place);
        case 2 -> some.insert(place, c);
        default -> some.insert(place, some.substring(place, Math.min(some.length(), place + 5)));
      }
    }
    return some.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [ b , c ]\n",
        "a: [ b, c, ]\n",
        "a: []\n",
        "a: [\n  b, # one\n  c\n ]\n",
        "a: { b: 1 , c: 2 }\n",
        "a: {b: 1,}\n",
        "a: {}\n",
        "a: {b:\n  1}\n",
        "a: {a-z: 1, z.a: 2, A0: 3, Z9: 4, _0: 5}\n",
        "a: z\nz: a\n0: A\n9: Z\nA: 0\nZ: 9\n",
        "a: [a-b:c, -0, -9, .5, +1, $1, (x), <=3, ~1]\n",
        "a: it's \"so\" [far] and, # away}\n",
        "a: \"~ \u00a0 \u2027 \ud7ff\"\n",
        "a: ''\nb: \"\"\n",
        "a: 'b' # c\n",
        "a:   b   # c\n",
        "a: b#c\n",
        "a:\n\n  # c\n  b: 1\n",
        "a:\n  text\n",
        "a:\n  [b]\n",
        "a:\n- b\n-\n- c: 1\n  d: 2\n-   e\n-\n  f: 3\nb: 1\n",
        "a:\n  -\n    - b\n",
        "a:\n# c\nb:\n",
        "a: >\n  b\n  # c\n\n\n# d\ne: 1\n",
        "a: |-\n   b\n   c\n",
        "  a: 1\n  b: 2\n",
        "a: b",
        "a: [b]",
        "a:",
        "\n\n# c\n\na: 1\n\n# d"
      })
  void everydayYaml(String text) {
    assertThat(agree(text)).isTrue();
  }

  @Test
  void sixtyLevelsAreEveryday() {
    for (String[] brackets : new String[][] {{"[", "]"}, {"{a: ", "}"}}) {
      String sixty = brackets[0].repeat(59) + "1" + brackets[1].repeat(59);
      assertThat(agree("a: " + sixty + "\n")).isTrue();
      assertThat(agree("a: " + brackets[0] + sixty + brackets[1] + "\n")).isFalse();
    }
    StringBuilder indented = new StringBuilder();
    for (int level = 0; level <= YamlTree.DEEPEST; level++) {
      assertThat(agree(indented + " ".repeat(level) + "a: 1\n")).isEqualTo(level < 60);
      indented.append(" ".repeat(level)).append("a:\n");
    }
  }

  @Test
  void aFileOfHalfAsManyValuesAsAllowedIsEveryday() {
    String half = "1,\n ".repeat((int) YamlTree.MOST_NODES / 2 - 2);
    assertThat(agree("a: [" + half + "]\n")).isTrue();
    assertThat(agree("a: [" + half + "1]\n")).isFalse();
  }

  @Test
  void aLineOfAHundredThousandCharactersIsEveryday() {
    for (String line : List.of("a: 'b'", "a: b", "a: [b]", "a: # b")) {
      String longest = line.replace("b", "b".repeat(YamlTree.LONGEST_WORD - line.length() + 1));
      assertThat(agree(longest)).isTrue();
      assertThat(agree(longest + "\n")).isTrue();
      assertThat(agree(longest.replaceFirst("b", "bb"))).isFalse();
      assertThat(agree(longest.replaceFirst("b", "bb") + "\n")).isFalse();
    }
  }

  @Test
  void keysOfAThousandCharactersAreEveryday() {
    assertThat(agree("k".repeat(1000) + ": 1\n")).isTrue();
    assertThat(agree("k".repeat(1001) + ": 1\n")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [\nb]\n",
        "a: [b\n",
        "a: [",
        "a: {b: 1\n",
        "a:\n  b: |\n    x\n  \n    # y\nc: 1\n",
        "a: |\n  b",
        "a: |\n",
        "a: |\n\n  b\n",
        "a: |\n  b\n   c\n",
        "a: |\n  b\n c: 1\n",
        "a: {b: 1, b: 2}\n",
        "a: {b}\n",
        "a: {b:1}\n",
        "a: [b: 1]\n",
        "a: [b [c]]\n",
        "a: [b {c}]\n",
        "a: 'b' c\n",
        "a: [b] c\n",
        "a: 'b\n  c'\n",
        "a: b\n c: 1\n",
        "  a: 1\nb: 2\n",
        "a:\n- b\n  c\n",
        "a:\n  - b\n  c: 1\n",
        "a:\n- - b\n",
        "a: - b\n",
        "a: ? b\n",
        "a: b\u0085\n",
        "a: 'b\u2028'\n",
        "a: b # \u2029\n",
        "a: \ud83d\ude00\n",
        "a: 1\n...\n",
        "---\na: 1\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: &b 1\n",
        "a: *b\n",
        "a: !!str 1\n",
        "a: 1\na: 2\n",
        "a: \"\\n\"\n",
        "a: 'it''s'\n",
        "a: one\n  two\n",
        "a:\tb\n",
        "a: b\r\n",
        "a: |+\n  b\n",
        "a: |\n  b\n\n  c\n",
        "a: 1\n---\nb: 2\n",
        "<<: {a: 1}\n",
        "? a\n: b\n",
        "\"a\": 1\n",
        "a: b: c\n",
        "- a\n",
        "text\n",
        ""
      })
  void whatIsNotEverydayIsLeftToTheGeneralParser(String text) {
    assertThat(EverydayYaml.read("f.yaml", text)).isEmpty();
  }
}
