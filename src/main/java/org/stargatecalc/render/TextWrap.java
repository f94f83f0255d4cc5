package org.stargatecalc.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces. */
public final class TextWrap {
  private TextWrap() {}

  /** Returns the lines of a text, none longer than a width unless a single word is. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && length(line) + 1 + length(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Returns how many columns a text takes, without counting escape codes. */
  public static int length(CharSequence text) {
    int columns = 0;
    boolean inCode = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u001b') {
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
