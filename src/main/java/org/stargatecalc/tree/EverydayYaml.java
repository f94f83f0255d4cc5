package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the part of YAML that nearly every scenario is written in, in one pass over its characters.
 *
 * <p>That part: block and flow mappings and lists, keys that are words, plain and quoted texts of
 * one line, folded and literal texts of even lines, comments. Everything else (an anchor, a tag, an
 * escape, a tab, a text over several lines, a key twice, a second document, a very long line) and
 * everything that is wrong is left to the general parser: this reader then returns nothing and
 * reports nothing, and {@link YamlTree} starts again from the first character. What it does return
 * is what the general parser would have returned, to the last place; a test holds the two together.
 *
 * <p>It exists for the sake of a short run, of which a general scanner took a third: it looks at
 * each character several times before the JVM has compiled any of it.
 */
public final class EverydayYaml {
  /** The general parser's limit for a key is 1,024 characters. */
  private static final int LONGEST_KEY = 1_000;

  private final String file;
  private final String source;

  /** The source with an end of line behind its last, where every search ends. */
  private final char[] text;

  private int at;
  private int line = 1;
  private int lineStart;
  private long nodes;

  private EverydayYaml(String file, String source) {
    this.file = file;
    this.source = source;
    this.text = new char[source.length() + 2];
    source.getChars(0, source.length(), text, 0);
    text[source.length()] = '\n';
  }

  /** Something that is left to the general parser; what it is does not matter. */
  private static final class NotEveryday extends Exception {
    private static final long serialVersionUID = 1L;

    NotEveryday() {
      super(null, null, false, false);
    }
  }

  /**
   * Reads a text.
   *
   * @param file its name, for locations
   * @param source the text
   * @return the root mapping, empty if the text is for the general parser
   */
  static Optional<Node.Mapping> read(String file, String source) {
    EverydayYaml reader = new EverydayYaml(file, source);
    try {
      return Optional.of(reader.document());
    } catch (NotEveryday left) {
      return Optional.empty();
    }
  }

  private Node.Mapping document() throws NotEveryday {
    int indent = nextContent();
    int key = keyEnd();
    if (indent < 0 || key < 0) {
      throw new NotEveryday();
    }
    Node.Mapping root = mapping(indent, key, 0);
    if (at < source.length() || isLong()) {
      throw new NotEveryday();
    }
    return root;
  }

  // ---- Blocks: what belongs together is indented alike ----

  /**
   * Reads a mapping whose first key starts here.
   *
   * @param indent the column of its keys, 0-based
   * @param firstKeyEnd where the first key ends
   */
  private Node.Mapping mapping(int indent, int firstKeyEnd, int depth) throws NotEveryday {
    Location location = begin(depth);
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    int keyEnd = firstKeyEnd;
    int next;
    do {
      Location keyLocation = here();
      String key = key(keyEnd);
      Node value = blockValue(indent, true, depth + 1);
      add(entries, key, keyLocation, value);
      next = nextContent();
      keyEnd = next == indent ? keyEnd() : 0;
      if (next > indent || keyEnd < 0) {
        throw new NotEveryday();
      }
    } while (next == indent);
    return new Node.Mapping(entries, location);
  }

  /**
   * Reads a list whose first dash is here.
   *
   * @param indent the column of its dashes
   * @param atKeys whether they stand below the keys of the mapping that the list is in
   */
  private Node.Sequence sequence(int indent, boolean atKeys, int depth) throws NotEveryday {
    Location location = begin(depth);
    List<Node> items = new ArrayList<>();
    int next;
    do {
      at++;
      items.add(blockValue(indent, false, depth + 1));
      next = nextContent();
      if (next > indent || (next == indent && !isDash() && !atKeys)) {
        throw new NotEveryday();
      }
    } while (next == indent && isDash());
    return new Node.Sequence(items, location);
  }

  /**
   * Reads what stands behind a key's colon or a dash, and the end of its last line.
   *
   * @param indent the column of the key or the dash
   */
  private Node blockValue(int indent, boolean isOfKey, int depth) throws NotEveryday {
    Location empty = here();
    skipSpaces();
    if (!endsLine()) {
      int keyEnd = isOfKey ? -1 : keyEnd();
      return keyEnd >= 0 ? mapping(at - lineStart, keyEnd, depth) : lineValue(indent, depth);
    }
    int next = nextContent();
    if (next > indent) {
      int keyEnd = keyEnd();
      if (keyEnd >= 0) {
        return mapping(next, keyEnd, depth);
      }
      return isDash() ? sequence(next, false, depth) : lineValue(indent, depth);
    }
    if (isOfKey && next == indent && isDash()) {
      return sequence(next, true, depth);
    }
    begin(depth);
    return new Node.Scalar("", true, empty);
  }

  /** Reads a value that starts here, in a block. */
  private Node lineValue(int indent, int depth) throws NotEveryday {
    char first = text[at];
    if (first == '>' || first == '|') {
      return blockText(first == '>', indent, depth);
    }
    Node value = value(false, depth);
    skipSpaces();
    if (!endsLine()) {
      throw new NotEveryday();
    }
    return value;
  }

  /** Reads a text of several lines, folded into one or literal. */
  private Node blockText(boolean isFolded, int parentIndent, int depth) throws NotEveryday {
    Location location = begin(depth);
    at++;
    boolean isStripped = text[at] == '-';
    at += isStripped ? 1 : 0;
    if (text[at] != '\n') {
      throw new NotEveryday();
    }
    newLine();
    StringBuilder words = new StringBuilder();
    int indent = spaces();
    if (indent <= parentIndent) {
      throw new NotEveryday();
    }
    int found = indent;
    while (found == indent) {
      at += indent;
      int start = at;
      if (text[start] == '\n') {
        throw new NotEveryday();
      }
      skipLine();
      if (words.length() > 0) {
        words.append(isFolded ? ' ' : '\n');
      }
      words.append(source, start, at);
      if (at >= source.length()) {
        // The source lacks the last end of line, which then is no part of the text.
        throw new NotEveryday();
      }
      newLine();
      found = spaces();
    }
    while (text[at] == '\n' && at < source.length()) {
      newLine();
      found = spaces();
    }
    // A line of spaces, or one that is indented otherwise, may be a part of the text.
    if (found > parentIndent || (found > 0 && text[at + found] == '\n')) {
      throw new NotEveryday();
    }
    if (!isStripped) {
      words.append('\n');
    }
    return new Node.Scalar(words.toString(), false, location);
  }

  // ---- Values within a line, and what is within brackets ----

  private Node value(boolean inFlow, int depth) throws NotEveryday {
    Location location = begin(depth);
    return switch (text[at]) {
      case '"', '\'' -> quoted(location);
      case '[' -> flowSequence(location, depth);
      case '{' -> flowMapping(location, depth);
      default -> plain(inFlow, location);
    };
  }

  private Node quoted(Location location) throws NotEveryday {
    char quote = text[at];
    int start = ++at;
    for (char c = text[at]; c != quote; c = text[++at]) {
      if (c == '\\' || c == '\n' || isUnusual(c)) {
        throw new NotEveryday();
      }
    }
    if (text[++at] == '\'') {
      throw new NotEveryday();
    }
    return new Node.Scalar(source.substring(start, at - 1), false, location);
  }

  private Node plain(boolean inFlow, Location location) throws NotEveryday {
    int start = at;
    if (!startsPlain(text[start], text[start + 1])) {
      throw new NotEveryday();
    }
    int end = start;
    for (char c = text[at]; c != '\n'; c = text[++at]) {
      if (c == ' ') {
        continue;
      }
      if (c < '@' || c > 'z') {
        if (c == '#' && text[at - 1] == ' ') {
          break;
        }
        if (inFlow && (c == ',' || c == '}')) {
          break;
        }
        if (c == '{' || (c == ':' && endsKey(at + 1, inFlow)) || isUnusual(c)) {
          throw new NotEveryday();
        }
      } else if (inFlow && c == ']') {
        break;
      } else if (inFlow && c == '[') {
        throw new NotEveryday();
      }
      end = at + 1;
    }
    String words = source.substring(start, end);
    return new Node.Scalar(words, Node.Scalar.isNothing(words), location);
  }

  private Node flowSequence(Location location, int depth) throws NotEveryday {
    List<Node> items = new ArrayList<>();
    at++;
    flowSpace();
    while (text[at] != ']') {
      items.add(value(true, depth + 1));
      flowComma(']');
    }
    at++;
    return new Node.Sequence(items, location);
  }

  private Node flowMapping(Location location, int depth) throws NotEveryday {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    at++;
    flowSpace();
    while (text[at] != '}') {
      int keyEnd = keyEnd();
      if (keyEnd < 0) {
        throw new NotEveryday();
      }
      Location keyLocation = here();
      String key = key(keyEnd);
      flowSpace();
      add(entries, key, keyLocation, value(true, depth + 1));
      flowComma('}');
    }
    at++;
    return new Node.Mapping(entries, location);
  }

  private void flowComma(char closing) throws NotEveryday {
    flowSpace();
    if (text[at] == ',') {
      at++;
      flowSpace();
    } else if (text[at] != closing) {
      throw new NotEveryday();
    }
  }

  /** Skips spaces, comments and ends of lines within brackets. */
  private void flowSpace() throws NotEveryday {
    while (text[at] == ' ' || endsLine()) {
      if (text[at] == ' ') {
        at++;
        continue;
      }
      skipLine();
      newLine();
      if (spaces() == 0) {
        throw new NotEveryday();
      }
    }
  }

  // ---- Keys ----

  private String key(int end) {
    String key = source.substring(at, end);
    at = end + 1;
    return key;
  }

  private static void add(
      Map<String, Node.Entry> entries, String key, Location location, Node value)
      throws NotEveryday {
    if (entries.put(key, new Node.Entry(key, location, value)) != null) {
      throw new NotEveryday();
    }
  }

  /** Returns where the word that starts here ends, if it is a key; else -1. */
  private int keyEnd() {
    int end = at;
    char c = text[end];
    while (isLetterOrDigit(c) || c == '_' || (end > at && (c == '-' || c == '.'))) {
      c = text[++end];
    }
    boolean isKey = c == ':' && end > at && end - at <= LONGEST_KEY && endsKey(end + 1, false);
    return isKey ? end : -1;
  }

  /** Tells whether a colon before this place ends a key. */
  private boolean endsKey(int place, boolean inFlow) {
    char c = text[place];
    return c == ' ' || c == '\n' || (inFlow && ",[]{}".indexOf(c) >= 0);
  }

  // ---- Characters and lines ----

  /** Counts a value, which stands here; with a key for each they may be as many as allowed. */
  private Location begin(int depth) throws NotEveryday {
    if (depth > YamlTree.DEEPEST || ++nodes > YamlTree.MOST_NODES / 2) {
      throw new NotEveryday();
    }
    return here();
  }

  private Location here() {
    return new Location(file, line, at - lineStart + 1);
  }

  private boolean isDash() {
    return text[at] == '-' && (text[at + 1] == ' ' || text[at + 1] == '\n');
  }

  /** Skips blank lines and comments; returns the column of what follows, -1 at the end. */
  private int nextContent() throws NotEveryday {
    while (at < source.length()) {
      char c = text[at];
      if (c == ' ') {
        at++;
      } else if (c == '\n' || c == '#') {
        skipLine();
        newLine();
      } else {
        return at - lineStart;
      }
    }
    return -1;
  }

  private void skipSpaces() {
    while (text[at] == ' ') {
      at++;
    }
  }

  /** Tells whether only a comment may follow on the line. */
  private boolean endsLine() {
    return text[at] == '\n' || (text[at] == '#' && text[at - 1] == ' ');
  }

  private void skipLine() throws NotEveryday {
    for (char c = text[at]; c != '\n'; c = text[++at]) {
      if (isUnusual(c)) {
        throw new NotEveryday();
      }
    }
  }

  private boolean isLong() {
    return at - lineStart > YamlTree.LONGEST_WORD;
  }

  private void newLine() throws NotEveryday {
    if (isLong()) {
      throw new NotEveryday();
    }
    at++;
    line++;
    lineStart = at;
  }

  /** Returns how many spaces follow. */
  private int spaces() {
    int end = at;
    while (text[end] == ' ') {
      end++;
    }
    return end - at;
  }

  /** Tells whether a plain text may start with a character, in any context. */
  private static boolean startsPlain(char c, char next) {
    return isLetterOrDigit(c)
        || "$+(/._~<=^;".indexOf(c) >= 0
        || (c == '-' && next >= '0' && next <= '9');
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /** Tells whether a character ends a line, is a tab, is not printable, or is half of one. */
  private static boolean isUnusual(char c) {
    return c < ' ' || (c > '~' && (c < 0xa0 || c == '\u2028' || c == '\u2029' || c >= '\ud800'));
  }
}
