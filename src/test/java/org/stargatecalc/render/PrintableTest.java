package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from a scenario that is shown. */
class PrintableTest {
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
