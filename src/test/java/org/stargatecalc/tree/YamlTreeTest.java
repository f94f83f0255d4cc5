package org.stargatecalc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text as a tree whose nodes know their places. */
class YamlTreeTest {
  private static Node.Mapping read(String text) {
    Problems problems = new Problems();
    Optional<Node.Mapping> tree =
        YamlTree.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
    return tree.orElseThrow(() -> new AssertionError(messages(problems)));
  }

  private static List<String> refused(byte[] bytes) {
    Problems problems = new Problems();
    YamlTree.read("f.yaml", bytes, problems);
    return messages(problems);
  }

  private static List<String> refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> messages(Problems problems) {
    return problems.errors().stream().map(Problem::message).toList();
  }

  private static Node child(Node.Mapping mapping, String key) {
    return mapping.entries().get(key).value();
  }

  @ParameterizedTest
  @CsvSource({
    "~, true",
    "null, true",
    "Null, true",
    "NULL, true",
    "'', true",
    "nULL, false",
    "none, false"
  })
  void nothingIsWrittenInFourWays(String text, boolean isNull) {
    Node value = child(read("a: " + text + "\n"), "a");
    assertThat(((Node.Scalar) value).isNull()).isEqualTo(isNull);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"~\"", "'NULL'", "|-\n  ~", ">-\n  Null", "&x \"~\"", "&ä '~'", "&x |-\n  ~"})
  void quotedAndBlockTextsAreNeverNothing(String text) {
    Node value = child(read("a: " + text + "\n"), "a");
    assertThat(((Node.Scalar) value).isNull()).isFalse();
  }

  @Test
  void nothingMayHaveAnAnchor() {
    assertThat(((Node.Scalar) child(read("a: &x ~\n"), "a")).isNull()).isTrue();
  }

  @Test
  void everyKeyAndValueKnowsItsPlace() {
    Node.Mapping tree = read("a: 1\nb:\n  - x\n  - {c: 2}\n");
    assertThat(child(tree, "a").location()).isEqualTo(new Location("f.yaml", 1, 4));
    assertThat(tree.entries().get("b").keyLocation()).isEqualTo(new Location("f.yaml", 2, 1));
    Node.Sequence list = (Node.Sequence) child(tree, "b");
    assertThat(list.items().get(0).location()).isEqualTo(new Location("f.yaml", 3, 5));
    assertThat(list.items().get(1).location()).isEqualTo(new Location("f.yaml", 4, 5));
    assertThat(child((Node.Mapping) list.items().get(1), "c").location())
        .isEqualTo(new Location("f.yaml", 4, 9));
  }

  @Test
  void aByteOrderMarkIsNoText() {
    assertThat(read("\ufeffa: 1\n").keys()).containsExactly("a");
  }

  @Test
  void mergedKeysGiveWayToOwnOnesAndEarlierMappingsToNone() {
    Node.Mapping tree =
        read(
            "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\none: {<<: *x, b: 0}\n"
                + "two: {<<: [*x, *y], a: 0}\n");
    assertThat(texts(tree, "one")).containsExactly("b=0", "a=1");
    assertThat(texts(tree, "two")).containsExactly("a=0", "b=1", "c=2");
    assertThat(refused("a: {<<: 5}\n"))
        .containsExactly(
            "f.yaml:1:9: <<: found '5'; expected a mapping or a list of mappings to merge");
    assertThat(refused("x: &x {a: 1}\na: {<<: [*x, 5]}\n"))
        .containsExactly(
            "f.yaml:2:9: <<: found a list; expected a mapping or a list of mappings to merge");
  }

  private static List<String> texts(Node.Mapping tree, String key) {
    return ((Node.Mapping) child(tree, key))
        .entries().values().stream()
            .map(entry -> entry.key() + "=" + ((Node.Scalar) entry.value()).text())
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5 | 1:1: found a text; expected a mapping of keys to values, such as name: my-plan
          [a] | 1:1: found a list; expected a mapping of keys to values, such as name: my-plan
          a: 1\\n---\\nb: 2 | 3:1: found a second document; expected one document in a file
          a: 1\\n---\\n~ | 3:1: found a second document; expected one document in a file
          a: 1\\n---\\n'' | 3:1: found a second document; expected one document in a file
          a: 1\\n---\\n---\\nb: 2 | 4:1: found a second document; expected one document in a file
          a: *b | 1:4: found the alias *b; expected an anchor &b before it
          a: !!str 5 | 1:4: found the tag tag:yaml.org,2002:str; expected a plain value: tags are not supported
          a: 1\\na: 2 | 2:1: found the key 'a' a second time; expected each key once: the first is at line 1
          a: b: c | 1:5: found text that is not YAML; expected quotes around a text that holds ': ', or a line break before the key
          a:\\n\\tb: 1 | 2:1: found text that is not YAML while scanning for the next token; expected spaces for indentation, not a tab
          """)
  void whatIsNoScenarioIsNamedAtItsPlace(String text, String message) {
    assertThat(refused(text.replace("\\n", "\n").replace("\\t", "\t")))
        .containsExactly("f.yaml:" + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\na: 1\n---\n", "a: 1\n---", "a: 1\n...\n---\n# the end\n---\n"})
  void anEmptyLastDocumentIsLetThrough(String text) {
    assertThat(read(text).keys()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", " \n\n ", "# a remark", "# a remark\n\n# and another\n"})
  void nothingIsAnEmptyFile(String text) {
    assertThat(refused(text))
        .containsExactly("f.yaml:1:1: found an empty file; expected a scenario");
  }

  // ---- limits, and what is just within them ----

  @Test
  void sixtyLevelsAreRead() {
    // the value of a is the first level below the root
    assertThat(read("a: " + "[".repeat(60) + "]".repeat(60) + "\n").size()).isEqualTo(62);
    assertThat(refused("a: " + "[".repeat(61) + "]".repeat(61) + "\n"))
        .containsExactly("f.yaml:1:64: found more than 60 levels; expected a flatter file");
  }

  @Test
  void aWordHasAtMostAHundredThousandCharacters() {
    String longest = "x".repeat(YamlTree.LONGEST_WORD);
    assertThat(read("a: " + longest + "\n").keys()).containsExactly("a");
    assertThat(read("a: " + longest + " " + longest + "\n").keys()).containsExactly("a");
    assertThat(refused("b: 1\na: " + longest + "x\n"))
        .containsExactly(
            "f.yaml:2:4: found more than 100000 characters without a space; expected shorter"
                + " texts");
  }

  @Test
  void aFileHasAtMostSixteenMebibytes() {
    byte[] most = new byte[YamlTree.MOST_BYTES];
    java.util.Arrays.fill(most, (byte) '\n');
    Problems problems = new Problems();
    assertThat(YamlTree.decode("f.yaml", most, problems)).isPresent();
    assertThat(YamlTree.decode("f.yaml", new byte[most.length + 1], problems)).isEmpty();
    assertThat(messages(problems))
        .containsExactly(
            "f.yaml:1:1: found 16777217 bytes; expected at most 16777216 bytes in a file");
  }

  @Test
  void valuesAreCountedWithAliasesAsOftenAsTheyOccur() {
    // a has 1 + 999 nodes; b holds it so many times that the whole is just within 400,000
    String a = "a: &a [" + "1,".repeat(998) + "1]\n";
    assertThat(read(a + "b: [" + "*a,".repeat(397) + "*a]\n").size()).isLessThan(400_000);
    assertThat(refused(a + "b: [" + "*a,".repeat(399) + "*a]\n"))
        .containsExactly("f.yaml:2:4: found more than 400000 values; expected a smaller file");
  }

  @ParameterizedTest
  @CsvSource({
    "0x00, true",
    "0x08, true",
    "0x0b, true",
    "0x1f, true",
    "0x7f, true",
    "0x80, true",
    "0x9f, true",
    "0x20, false",
    "0x7e, false",
    "0xa0, false",
    "0x85, false"
  })
  void controlCharactersAreRefused(int c, boolean isControl) {
    Problems problems = new Problems();
    String text = "ab\ncd" + (char) c;
    assertThat(YamlTree.isReadable("f.yaml", text, problems)).isNotEqualTo(isControl);
    assertThat(refused("a: '" + (char) c + "'\n").isEmpty()).isNotEqualTo(isControl);
    if (isControl) {
      assertThat(messages(problems))
          .containsExactly(
              String.format(
                  "f.yaml:2:3: found the control character U+%04X; expected printable text", c));
    }
  }

  @Test
  void bytesThatAreNotUtf8AreNamed() {
    assertThat(refused(new byte[] {'a', '\n', 'b', (byte) 0xff, 'c'}))
        .containsExactly(
            "f.yaml:2:2: found the byte 0xFF, which is not UTF-8; expected a file saved as UTF-8");
  }

  /**
   * The scanner reads by pieces of about a thousand characters; one beyond U+FFFF is two of Java's,
   * and may be divided by the end of a piece.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"# %s\na: b\n", "t: '%s'\na: b\n", "t: %s # x\na: b\n", "t: |\n  %s\na: b\n"})
  void aCharacterBeyondTheFirstPlaneMayStandAnywhere(String text) {
    for (int before = 0; before < 4200; before++) {
      // Long texts are tried where a piece may end, short ones everywhere.
      int toPiece = (before + 40) % 1024;
      if (before > 100 && toPiece > 80) {
        continue;
      }
      for (String wide : List.of("\ud83d\ude00", "\ud83d\ude00\ud83d\ude00")) {
        Node.Mapping tree = read(text.formatted("x".repeat(before) + wide + "y"));
        assertThat(((Node.Scalar) child(tree, "a")).text()).isEqualTo("b");
        Node t = tree.entries().containsKey("t") ? child(tree, "t") : null;
        if (t instanceof Node.Scalar scalar) {
          assertThat(scalar.text().strip()).isEqualTo("x".repeat(before) + wide + "y");
        }
        assertThat(tree.entries().get("a").keyLocation().column()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "\\L, 2028",
    "\\P, 2029",
    "\\N, 85",
    "\\_, a0",
    "\\e, 1b",
    "\\0, 0",
    "\\/, 2f",
    "\\x41, 41",
    "\\u00e4, e4",
    "\\U0001F600, 1f600"
  })
  void escapesOfQuotedTextsAreThoseOfYaml(String escape, String codePoint) {
    Node.Mapping tree = read("a: \"<" + escape + ">\"\nb: 1\n");
    assertThat(((Node.Scalar) child(tree, "a")).text())
        .isEqualTo("<" + Character.toString(Integer.parseInt(codePoint, 16)) + ">");
    assertThat(child(tree, "b").location()).isEqualTo(new Location("f.yaml", 2, 4));
  }

  @Test
  void separatorsAreReadWhereverTheyAreEscapedAndNothingElseMoves() {
    Node.Mapping tree =
        read(
            "\ud83d\ude00: 1\n\"k\\Ly\": {a: \"\\P\\\\L\\\"\\L\", b: 'x\\L'}\n"
                + "c: \"one\\L\n  two\" # \"\\L\nd: x\\L\n");
    assertThat(tree.keys()).contains("k\u2028y");
    Node.Mapping inner = (Node.Mapping) child(tree, "k\u2028y");
    assertThat(((Node.Scalar) child(inner, "a")).text()).isEqualTo("\u2029\\L\"\u2028");
    assertThat(((Node.Scalar) child(inner, "b")).text()).isEqualTo("x\\L");
    assertThat(child(inner, "b").location()).isEqualTo(new Location("f.yaml", 2, 29));
    assertThat(((Node.Scalar) child(tree, "c")).text()).isEqualTo("one\u2028 two");
    assertThat(((Node.Scalar) child(tree, "d")).text()).isEqualTo("x\\L");
    assertThat(refused("a: \"\\L"))
        .singleElement()
        .satisfies(m -> assertThat(m).contains("unexpected end of stream"));
    assertThat(refused("a: \"\\L\\q\"\n"))
        .singleElement()
        .satisfies(m -> assertThat(m).contains("unknown escape character q"));
    assertThat(refused("- \"\\L\"\n".repeat(SeparatorEscapes.MOST_TEXTS + 1)))
        .singleElement()
        .satisfies(m -> assertThat(m).contains("f.yaml:21:"));
  }
}
