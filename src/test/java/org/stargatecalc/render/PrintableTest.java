package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from a scenario that is shown. */
class PrintableTest {
  private static final int HIDDEN_COUNT = 860_366;

  @ParameterizedTest
  @ValueSource(strings = {"", "plain ASCII ~!", "Doña Ana", "数据中心", "µ² ≥ 1", "😀", "e\u0301", "│"})
  void textOfAnyScriptStaysAsItIs(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 0x1b, 0x7f, 0x80, 0x85, 0x9b, // terminals act on these
        0xad, 0x200b, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, // hidden
        0x2028, 0x2029, 0xe000, 0xffff, 0xe0001, 0x10ffff, 0xd800, 0xdfff
      })
  void aCharacterThatCannotBeSeenBecomesAMark(int codePoint) {
    String text = codePoint > 0xffff ? Character.toString(codePoint) : "" + (char) codePoint;
    assertThat(Printable.of("a" + text + "b")).isEqualTo("a\ufffdb");
  }

  /** The number is that of our table under any Java; what else is unassigned is shown. */
  @Test
  void whatIsHiddenDoesNotDependOnTheVersionOfJava() {
    int hidden = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean here = Printable.isHidden(c);
      hidden += here ? 1 : 0;
      switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            assertThat(here).as("U+%04X", c).isTrue();
        case Character.UNASSIGNED -> {}
        default -> assertThat(here).as("U+%04X", c).isFalse();
      }
    }
    assertThat(hidden).isEqualTo(HIDDEN_COUNT);
    // assigned after Java 17: a letter of Unicode 14, an emoji of 15, a mark of direction of 14
    assertThat(Printable.of("\u0870\ud83e\ude77")).isEqualTo("\u0870\ud83e\ude77");
    assertThat(Printable.of("\u0890")).isEqualTo("\ufffd");
  }

  @ParameterizedTest
  @CsvSource({
    "::error::x, \\::error::x",
    "'  ::set-output name=a::b', '  \\::set-output name=a::b'",
    "##[error]x, \\#\\#[error]x",
    "a ##vso[task.setvariable]b, a #\\#vso[task.setvariable]b",
    "##teamcity[x], \\#\\#teamcity[x]",
    "## x, \\## x",
    "a::b, a::b",
    "a ## b, a ## b"
  })
  void aLineOfALogIsNoCommand(String text, String line) {
    assertThat(Printable.line(text)).isEqualTo(line);
  }

  @Test
  void lineBreaksAndTabsBecomeSpaces() {
    assertThat(Printable.of("a\nb\rc\td")).isEqualTo("a b c d");
  }

  @Test
  void aTextIsPlainIfNothingInItIsHidden() {
    assertThat(Printable.isPlain("Doña 数据 😀 ~")).isTrue();
    assertThat(Printable.isPlain("")).isTrue();
    assertThat(Printable.isPlain("a\u202eb")).isFalse();
    assertThat(Printable.isPlain("a\nb")).isFalse();
  }

  @Test
  void nothingThatIsHiddenGetsThrough() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String shown = Printable.of(new String(Character.toChars(c)));
      int type = Character.getType(shown.codePointAt(0));
      if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        assertThat(shown).as("U+%04X", c).isEqualTo("\ufffd");
      }
    }
  }
}
