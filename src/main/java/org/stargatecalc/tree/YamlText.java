package org.stargatecalc.tree;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document as YAML that reads back as the same nodes: blocks of mappings, short ones and lists of
 * words on one line, texts in double quotes wherever they could mean anything else.
 */
public final class YamlText {
  private static final int WIDEST = 100;

  /** What needs no quotes, not even inside braces. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9$][A-Za-z0-9_.%$/+-]*( [A-Za-z0-9_.%$/+-]+)*");

  private final StringBuilder text = new StringBuilder();

  /** Adds a remark. */
  public YamlText comment(String words) {
    text.append("# ").append(words.replaceAll("\\s+", " ")).append('\n');
    return this;
  }

  /** Adds an empty line. */
  public YamlText gap() {
    text.append('\n');
    return this;
  }

  /** Adds an entry of the topmost mapping. */
  public YamlText entry(String key, Node value) {
    entry(key, value, "");
    return this;
  }

  private void entry(String key, Node value, String indent) {
    text.append(indent).append(word(key)).append(':');
    String short_ = onOneLine(value);
    if (value instanceof Node.Scalar
        || indent.length() + key.length() + 2 + short_.length() <= WIDEST
        || isEmpty(value)) {
      text.append(' ').append(short_).append('\n');
      return;
    }
    text.append('\n');
    below(value, indent + "  ");
  }

  private static boolean isEmpty(Node value) {
    return value.size() == 1;
  }

  private void below(Node value, String indent) {
    if (value instanceof Node.Mapping mapping) {
      for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
        entry(entry.getKey(), entry.getValue().value(), indent);
      }
    } else if (value instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        text.append(indent).append('-');
        String short_ = onOneLine(item);
        if (item instanceof Node.Scalar || short_.length() <= WIDEST || isEmpty(item)) {
          text.append(' ').append(short_).append('\n');
        } else {
          text.append('\n');
          below(item, indent + "  ");
        }
      }
    }
  }

  /** Returns a node with all below it on one line. */
  private static String onOneLine(Node node) {
    StringBuilder line = new StringBuilder();
    if (node instanceof Node.Scalar scalar) {
      return scalar.isNull() ? "null" : word(scalar.text());
    }
    if (node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        line.append(line.isEmpty() ? "" : ", ").append(onOneLine(item));
      }
      return "[" + line + "]";
    }
    for (Node.Entry entry : ((Node.Mapping) node).entries().values()) {
      line.append(line.isEmpty() ? "" : ", ").append(word(entry.key())).append(": ");
      line.append(onOneLine(entry.value()));
    }
    return "{" + line + "}";
  }

  private static String word(String text) {
    return PLAIN.matcher(text).matches() && !Node.Scalar.isNothing(text) ? text : quoted(text);
  }

  /** Returns a text in double quotes. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (c == '\u0085' || c == '\u00a0' || c == '\u2028' || c == '\u2029' || c == '\ufeff') {
            quoted.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
