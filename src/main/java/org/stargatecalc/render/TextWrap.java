package org.stargatecalc.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces. */
public final class TextWrap {
  private static final char ESCAPE = '\u001b';

  private TextWrap() {}

  /** Returns the lines of a text, none longer than a width unless a single word is. */
  public static List<String> lines(String text, int width) {
    return lines(List.of(text.split(" ")), width, width);
  }

  /**
   * Returns the lines of words, none longer than a width unless a single word is.
   *
   * @param words what is not broken
   * @param first the width of the first line
   * @param width that of the others
   */
  public static List<String> lines(List<String> words, int first, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int columns = 0;
    for (String word : words) {
      int wordColumns = length(word);
      if (line.length() > 0 && columns + 1 + wordColumns > (lines.isEmpty() ? first : width)) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
      }
      if (line.length() > 0) {
        line.append(' ');
        columns++;
      }
      line.append(word);
      columns += wordColumns;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Returns how many columns a text without escape codes takes. */
  public static int columns(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns how many columns a text takes, without counting escape codes. */
  static int length(String text) {
    if (text.indexOf(ESCAPE) < 0) {
      return columns(text);
    }
    int columns = 0;
    boolean inCode = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ESCAPE) {
        inCode = true;
      } else if (inCode) {
        inCode = c != 'm';
      } else if (!Character.isLowSurrogate(c)) {
        columns++;
      }
    }
    return columns;
  }
}
