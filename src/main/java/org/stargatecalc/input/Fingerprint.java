package org.stargatecalc.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stargatecalc.tree.Node;

/**
 * The SHA-256 of bytes, computed when it is asked for: only some formats show it, and the first
 * digest of a process costs as much as reading the scenario.
 */
public final class Fingerprint implements Supplier<String> {
  /** Keys at the top that say something to people, or what is expected of the answer. */
  private static final Set<String> WORDS =
      Set.of("title", "description", "sources", "expect", "extends");

  private final byte[] bytes;

  Fingerprint(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns the digest of a scenario: of its keys and texts in their order, wherever they come from
   * and however they are written down, but for words that no number depends on.
   */
  static Supplier<String> of(Node.Mapping scenario) {
    return () -> {
      Map<String, Node.Entry> entries = new LinkedHashMap<>(scenario.entries());
      entries.keySet().removeAll(WORDS);
      StringBuilder text = new StringBuilder();
      append(new Node.Mapping(entries, scenario.location()), text);
      return new Fingerprint(text.toString().getBytes(StandardCharsets.UTF_8)).get();
    };
  }

  /** Appends a node so that no other tree has the same text: all lengths are told before. */
  private static void append(Node node, StringBuilder text) {
    if (node instanceof Node.Mapping mapping) {
      text.append('{').append(mapping.entries().size()).append('\n');
      for (Node.Entry entry : mapping.entries().values()) {
        append(entry.key(), text);
        append(entry.value(), text);
      }
    } else if (node instanceof Node.Sequence sequence) {
      text.append('[').append(sequence.items().size()).append('\n');
      sequence.items().forEach(item -> append(item, text));
    } else if (node instanceof Node.Scalar scalar) {
      text.append(scalar.isNull() ? '~' : '=');
      append(scalar.isNull() ? "" : scalar.text(), text);
    }
  }

  private static void append(String word, StringBuilder text) {
    text.append(word.length()).append(' ').append(word).append('\n');
  }

  /** Returns the digest in hexadecimal. */
  @Override
  public String get() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
