package org.stargatecalc.render;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Keeps text from a scenario from doing anything but being read. */
public final class Printable {
  private static final Pattern COMMAND = Pattern.compile("##(?=[a-z]*\\[)");

  private static final int FIRST_OF_TABLE = 0xad;

  private Printable() {}

  /** Characters that are not shown: read when the first that is not ASCII is asked about. */
  private static final class Hidden {
    /**
     * First and last of each range: marks of format; separators of lines; halves of characters and
     * private use; what is no character; beyond plane 3 nothing yet, tags, private use.
     */
    private static final String RANGES =
        "00ad-00ad 0600-0605 061c-061c 06dd-06dd 070f-070f 0890-0891 08e2-08e2 180e-180e"
            + " 200b-200f 2028-202e 2060-206f d800-f8ff fdd0-fdef feff-feff fff0-fffb"
            + " 110bd-110bd 110cd-110cd 13430-1343f 1bca0-1bca3 1d173-1d17a 40000-e00ff"
            + " e01f0-10ffff";

    private static final int[] BOUNDS = bounds();

    private static int[] bounds() {
      String[] words = RANGES.split("[ -]");
      int[] bounds = new int[words.length];
      for (int i = 0; i < words.length; i++) {
        bounds[i] = Integer.parseInt(words[i], 16);
      }
      return bounds;
    }

    static boolean has(int c) {
      int low = 0;
      int high = BOUNDS.length / 2 - 1;
      while (low <= high) {
        int middle = (low + high) / 2;
        if (c < BOUNDS[2 * middle]) {
          high = middle - 1;
        } else if (c > BOUNDS[2 * middle + 1]) {
          low = middle + 1;
        } else {
          return true;
        }
      }
      return false;
    }
  }

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

  /**
   * Returns whether a character is a control, a bidirectional mark, invisible or no character.
   *
   * <p>By a table of our own, that of Unicode 16: what Java knows depends on its version, and the
   * same text is to be shown alike by each.
   */
  public static boolean isHidden(int c) {
    if (c < FIRST_OF_TABLE) {
      return c < 0x20 || (c >= 0x7f && c < 0xa0);
    }
    // The last two of each plane are no characters.
    return (c & 0xfffe) == 0xfffe || Hidden.has(c);
  }

  /** Returns a text that means nothing but itself in an element or in quotes of XML. */
  public static String markup(String text) {
    return of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns a text as a line for a log, which no continuous integration obeys. */
  public static String line(String text) {
    return withoutCommand(of(text));
  }

  /**
   * Returns a line without what continuous integration would take for a command: {@code ::} or
   * {@code ##} at its beginning, {@code ##[} and {@code ##vso[} anywhere.
   */
  public static String withoutCommand(String line) {
    if (line.indexOf("::") < 0 && line.indexOf("##") < 0) {
      return line;
    }
    String start = line.stripLeading();
    boolean begins = start.startsWith("::") || start.startsWith("##");
    String safe = begins ? line.substring(0, line.length() - start.length()) + '\\' + start : line;
    return COMMAND.matcher(safe).replaceAll("#\\\\#");
  }
}
