package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mapping key by key; what nobody asked for is reported with the nearest known key.
 *
 * <p>A required key whose misspelling stands beside it is not reported as missing too.
 */
public final class MappingReader {
  private static final int MOST_LISTED = 15;

  private final Node.Mapping mapping;
  private final String path;
  private final Problems problems;
  private final List<String> asked = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> missing = new LinkedHashMap<>();
  private final Set<String> misspelt = new LinkedHashSet<>();

  public MappingReader(Node.Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  /** Opens a node that should be a mapping. */
  public static Optional<MappingReader> open(
      Node node, String path, String expected, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new MappingReader(mapping, path, problems));
    }
    problems.error(node.location(), path, "found " + node.describe(), expected);
    return Optional.empty();
  }

  /** Returns what is read. */
  public Node node() {
    return mapping;
  }

  /** Returns the value of a key that may be absent. */
  public Optional<Node> take(String key) {
    asked.add(key);
    Optional<Node> value = Optional.ofNullable(YamlTree.child(mapping, key));
    if (value.isPresent()) {
      taken.add(key);
    }
    return value;
  }

  /** Says which keys may be there: those that are have still to be taken. */
  public void know(Collection<String> keys) {
    asked.addAll(keys);
  }

  /** Returns the value of a key that must be there; its absence is reported by finish. */
  public Optional<Node> require(String key, String expected) {
    Optional<Node> node = take(key);
    if (node.isEmpty()) {
      missing.put(key, expected);
    }
    return node;
  }

  /** Returns whether a key is written. */
  public boolean has(String key) {
    return mapping.get(key) != null;
  }

  /** Returns where a key is written. */
  public Location locationOf(String key) {
    Node.Entry entry = mapping.get(key);
    return entry == null ? mapping.location() : entry.keyLocation();
  }

  /** Returns the keys that are written. */
  public List<String> keys() {
    return mapping.keys();
  }

  /** Returns where the mapping begins. */
  public Location location() {
    return mapping.location();
  }

  /** Returns the dotted path of a key. */
  public String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Reports unknown and missing keys; returns the known keys that unknown ones probably meant. */
  public Set<String> finish() {
    List<Node.Entry> unknown = new ArrayList<>();
    for (Node.Entry entry : mapping.entries().values()) {
      if (!taken.contains(entry.key())) {
        unknown.add(entry);
      }
    }
    Set<String> known = unknown.isEmpty() ? Set.of() : new LinkedHashSet<>(asked);
    for (Node.Entry entry : unknown) {
      if (isRestOfNumber(entry)) {
        problems.error(
            entry.keyLocation(),
            path,
            "found '" + entry.key() + "' alone after a comma",
            "a number without commas: write 100000, 100_000 or 100k for 100,000");
        continue;
      }
      String nearest = problems.nearest(entry.key(), known);
      misspelt.add(nearest);
      problems.error(
          entry.keyLocation(),
          path,
          Problem.UNKNOWN_KEY + "'" + Problem.shown(entry.key()) + "'",
          !nearest.isEmpty()
              ? "a known key"
              : known.size() > MOST_LISTED
                  ? "a known key: 'stargate-calc schema scenario' lists them"
                  : "one of " + String.join(", ", known),
          nearest);
    }
    for (Map.Entry<String, String> entry : missing.entrySet()) {
      String key = entry.getKey();
      if (!misspelt.contains(key)) {
        problems.error(
            mapping.location(),
            path,
            "found no key '" + key + "' in " + (path.isEmpty() ? "the scenario" : path),
            key + ": " + entry.getValue());
      }
    }
    return misspelt;
  }

  /** Inside braces a comma ends a value, so the end of 100,000 looks like a key. */
  private static boolean isRestOfNumber(Node.Entry entry) {
    return entry.key().matches("\\d{3}")
        && entry.value() instanceof Node.Scalar scalar
        && scalar.isNull();
  }
}
