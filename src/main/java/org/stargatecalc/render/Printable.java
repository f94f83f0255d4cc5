package org.stargatecalc.render;

import java.nio.charset.StandardCharsets;

/** Keeps text from a scenario from doing anything but being read. */
public final class Printable {
  private Printable() {}

  /**
   * Returns a text in which control, bidirectional and invisible characters are replaced by a
   * visible mark, and line breaks by a space.
   */
  public static String of(String text) {
    if (isSurelyAscii(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (c == '\n' || c == '\r' || c == '\t') {
        safe.append(' ');
      } else if (isHidden(c)) {
        safe.append('\ufffd');
      } else {
        safe.appendCodePoint(c);
      }
    }
    return safe.toString();
  }

  private static boolean isSurelyAscii(String text) {
    // Bytes of other characters are negative; half a character becomes a question mark.
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0x20 || b == 0x7f || b == '?') {
        return false;
      }
    }
    return true;
  }

  /** Returns whether no character of a text would be obeyed or not shown by a terminal. */
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(Printable::isHidden);
  }

  /** Returns whether a character is a control, a bidirectional mark, invisible or no character. */
  public static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
