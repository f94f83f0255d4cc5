package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a document that knows its place. */
public sealed interface Node {
  /** Returns where the node begins. */
  Location location();

  /** Returns how many nodes the tree below has, aliases counted as often as they occur. */
  long size();

  /** Returns what the node is, for messages. */
  String describe();

  /**
   * A text, number or nothing.
   *
   * @param text as written, without quotes
   * @param isNull whether nothing, {@code ~} or {@code null} is written
   * @param isNumber whether JSON has a number here; YAML leaves that to its readers
   * @param location where it begins
   */
  record Scalar(String text, boolean isNull, boolean isNumber, Location location) implements Node {
    public Scalar(String text, boolean isNull, Location location) {
      this(text, isNull, false, location);
    }

    /** Returns whether a text without quotes stands for nothing. */
    static boolean isNothing(String plain) {
      return switch (plain) {
        case "", "~", "null", "Null", "NULL" -> true;
        default -> false;
      };
    }

    @Override
    public long size() {
      return 1;
    }

    @Override
    public String describe() {
      return isNull ? "nothing" : Problem.quoted(text);
    }
  }

  /**
   * A list.
   *
   * @param items its items
   * @param location where it begins
   * @param size nodes of the tree
   */
  record Sequence(List<Node> items, Location location, long size) implements Node {
    public Sequence(List<Node> items, Location location) {
      this(List.copyOf(items), location, sizeOf(items));
    }

    private static long sizeOf(List<Node> items) {
      long size = 1;
      for (Node item : items) {
        size += item.size();
      }
      return size;
    }

    @Override
    public String describe() {
      return "a list";
    }
  }

  /**
   * A map from keys to nodes, in file order.
   *
   * @param entries by key
   * @param location where it begins
   * @param size nodes of the tree
   */
  record Mapping(Map<String, Entry> entries, Location location, long size) implements Node {
    public Mapping(Map<String, Entry> entries, Location location) {
      this(Collections.unmodifiableMap(new LinkedHashMap<>(entries)), location, sizeOf(entries));
    }

    private static long sizeOf(Map<String, Entry> entries) {
      long size = 1;
      for (Entry entry : entries.values()) {
        size += 1 + entry.value().size();
      }
      return size;
    }

    @Override
    public String describe() {
      return "a mapping";
    }

    public @Nullable Entry get(String key) {
      return entries.get(key);
    }

    public List<String> keys() {
      return new ArrayList<>(entries.keySet());
    }
  }

  /**
   * A key with its value.
   *
   * @param key the key
   * @param keyLocation where the key stands
   * @param value its value
   */
  record Entry(String key, Location keyLocation, Node value) {}
}
