package org.stargatecalc.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into a tree of located nodes, after a look at what no scenario has: bytes that are not
 * UTF-8, control characters, sizes beyond reason.
 *
 * <p>A text of more than {@value #MOST_BYTES} bytes, {@value #MOST_NODES} nodes (aliases counted as
 * often as they occur), {@value #DEEPEST} levels or {@value #LONGEST_WORD} characters without a
 * space is refused.
 */
public final class YamlTree {
  static final int MOST_BYTES = 16 << 20;
  static final long MOST_NODES = 400_000;
  static final int DEEPEST = 60;

  /** The scanner takes time that grows with the square of a word's length. */
  static final int LONGEST_WORD = 100_000;

  private YamlTree() {}

  /**
   * Reads a file's bytes.
   *
   * @param file its name, for locations
   * @param bytes UTF-8, with or without a byte order mark
   * @param problems receives what is wrong
   * @return the root mapping, empty if a problem prevents one
   */
  public static Optional<Node.Mapping> read(String file, byte[] bytes, Problems problems) {
    Optional<String> text = decode(file, bytes, problems);
    if (text.isEmpty() || !isReadable(file, text.get(), problems)) {
      return Optional.empty();
    }
    Optional<Node> root = readNode(file, text.get(), problems);
    if (root.isPresent() && !(root.get() instanceof Node.Mapping)) {
      problems.error(
          root.get().location(),
          "",
          // Not its words: a file that is no scenario may hold what should not be shown.
          root.get() instanceof Node.Scalar ? "found a text" : "found " + root.get().describe(),
          "a mapping of keys to values, such as name: my-plan");
      return Optional.empty();
    }
    return root.map(Node.Mapping.class::cast);
  }

  /** Reads one value, such as the right side of an option. */
  public static Optional<Node> readNode(String file, String text, Problems problems) {
    if (text.strip().isEmpty()) {
      problems.error(new Location(file, 1, 1), "", "found an empty file", "a scenario");
      return Optional.empty();
    }
    return YamlReader.read(file, text, problems);
  }

  /** Decodes strictly, refusing bytes that are not UTF-8. */
  public static Optional<String> decode(String file, byte[] bytes, Problems problems) {
    if (bytes.length > MOST_BYTES) {
      problems.error(
          new Location(file, 1, 1),
          "",
          "found " + bytes.length + " bytes",
          "at most " + MOST_BYTES + " bytes in a file");
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.error(
          after(file, text),
          "",
          String.format(
              java.util.Locale.ROOT,
              "found the byte 0x%02X, which is not UTF-8",
              bytes[in.position()]),
          "a file saved as UTF-8");
      return Optional.empty();
    }
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    return Optional.of(text);
  }

  /** Refuses control characters and very long words. */
  public static boolean isReadable(String file, String text, Problems problems) {
    int wordStart = 0;
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c <= ' ') {
        wordStart = i + 1;
      } else if (i - wordStart >= LONGEST_WORD) {
        problems.error(
            after(file, text.substring(0, wordStart)),
            "",
            "found more than " + LONGEST_WORD + " characters without a space",
            "shorter texts");
        return false;
      }
      boolean control = c < 0x20 ? c != '\n' && c != '\r' && c != '\t' : c >= 0x7f && c < 0xa0;
      if (control && c != 0x85) {
        problems.error(
            after(file, text.substring(0, i)),
            "",
            String.format(java.util.Locale.ROOT, "found the control character U+%04X", (int) c),
            "printable text");
        return false;
      }
    }
    return true;
  }

  private static Location after(String file, String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Location(file, line, text.length() - lineStart + 1);
  }

  /** Returns the node of a key, or null. */
  public static @Nullable Node child(Node.Mapping mapping, String key) {
    Node.Entry entry = mapping.get(key);
    return entry == null ? null : entry.value();
  }
}
