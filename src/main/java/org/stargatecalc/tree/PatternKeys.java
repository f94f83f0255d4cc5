package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a patch says of one place each, and what it says by keys that stand for several: {@code
 * sites: {"*": {pue: 1.3}}} or {@code "**.pue": 1.3}.
 *
 * @param plain the patch without such keys
 * @param patterns what they say, in the order of the file
 */
record PatternKeys(Node.Mapping plain, List<Entry> patterns) {
  /**
   * A value and the places that it is for.
   *
   * @param path dotted, with {@code *}
   * @param value what is laid on there
   * @param location where the key is written
   */
  record Entry(String path, Node value, Location location) {}

  static PatternKeys of(Node.Mapping patch) {
    if (!hasPattern(patch)) {
      return new PatternKeys(patch, List.of());
    }
    List<Entry> patterns = new ArrayList<>();
    return new PatternKeys(split(patch, "", patterns), patterns);
  }

  /** Returns a mapping without the keys that are patterns, which are collected. */
  private static Node.Mapping split(Node.Mapping mapping, String path, List<Entry> patterns) {
    Map<String, Node.Entry> plain = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries().values()) {
      String here = path.isEmpty() ? entry.key() : path + "." + entry.key();
      boolean goesOn = entry.key().equals("**") || hasPattern(entry.value());
      if (goesOn && entry.value() instanceof Node.Mapping below) {
        Node.Mapping rest = split(below, here, patterns);
        if (!PathPattern.isPattern(here) && !rest.entries().isEmpty()) {
          plain.put(entry.key(), new Node.Entry(entry.key(), entry.keyLocation(), rest));
        }
      } else if (PathPattern.isPattern(here)) {
        patterns.add(new Entry(here, entry.value(), entry.keyLocation()));
      } else {
        plain.put(entry.key(), entry);
      }
    }
    return new Node.Mapping(plain, mapping.location());
  }

  /** Returns whether any key of a block is a pattern; values and lists have none. */
  private static boolean hasPattern(Node node) {
    if (!(node instanceof Node.Mapping mapping) || Overlay.isOneValue(mapping)) {
      return false;
    }
    for (Node.Entry entry : mapping.entries().values()) {
      if (PathPattern.isPattern(entry.key()) || hasPattern(entry.value())) {
        return true;
      }
    }
    return false;
  }
}
