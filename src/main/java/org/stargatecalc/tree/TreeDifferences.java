package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where two scenarios' trees differ in what is projected: each value, or what came or went as a
 * whole. Who says a value, and what is asked of the scenario, is no difference.
 */
public final class TreeDifferences {
  /** Keys at the top that say nothing of what is projected. */
  private static final Set<String> WORDS =
      Set.of("name", "title", "description", "extends", "claims", "expect", "as_of", "notes");

  /** Keys within a value that say who says it. */
  private static final Set<String> PROVENANCE =
      Set.of("source", "url", "confidence", "as_of", "note", "notes", "title", "description");

  /** Mappings whose parts mean something only together. */
  private static final Set<String> WHOLE = Set.of("capex_split", "horizon", "growth", "refresh");

  /** Mappings at the top whose entries come and go one by one. */
  private static final Set<String> GROUPS = Set.of("constraints", "phases", "risks", "sites");

  private final List<TreePath> paths = new ArrayList<>();

  private TreeDifferences() {}

  /** Returns the paths of what differs, in the order of the first tree, then of the second. */
  public static List<TreePath> between(Node.Mapping one, Node.Mapping other) {
    TreeDifferences differences = new TreeDifferences();
    differences.compare(one, other, List.of());
    return List.copyOf(differences.paths);
  }

  private void compare(Node.Mapping one, Node.Mapping other, List<String> at) {
    Set<String> keys = new LinkedHashSet<>(one.keys());
    keys.addAll(other.keys());
    keys.removeAll(at.isEmpty() ? WORDS : PROVENANCE);
    for (String key : keys) {
      List<String> path = new ArrayList<>(at);
      path.add(key);
      boolean isGroup = at.isEmpty() && GROUPS.contains(key);
      Node before =
          isGroup
              ? orNone(YamlTree.child(one, key), YamlTree.child(other, key))
              : YamlTree.child(one, key);
      Node after =
          isGroup ? orNone(YamlTree.child(other, key), before) : YamlTree.child(other, key);
      if (before instanceof Node.Mapping a
          && after instanceof Node.Mapping b
          && !isWhole(key, a)
          && !isWhole(key, b)) {
        compare(a, b, path);
      } else if (!text(before).equals(text(after))) {
        paths.add(TreePath.of(path));
      }
    }
  }

  /** Returns a group that is not there as one without entries, beside one that has some. */
  private static @Nullable Node orNone(@Nullable Node group, @Nullable Node beside) {
    return group == null && beside instanceof Node.Mapping mapping
        ? new Node.Mapping(Map.of(), mapping.location())
        : group;
  }

  private static boolean isWhole(String key, Node.Mapping mapping) {
    return WHOLE.contains(key) || mapping.get("value") != null || mapping.get("steps") != null;
  }

  /** Returns what a node says, the same for what means the same. */
  private static String text(@Nullable Node node) {
    if (node == null) {
      return "";
    }
    if (node instanceof Node.Scalar scalar) {
      return scalar.isNull() ? "" : "'" + scalar.text() + "'";
    }
    StringBuilder text = new StringBuilder();
    if (node instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        text.append(text(item)).append(',');
      }
      return "[" + text + "]";
    }
    Node.Mapping mapping = (Node.Mapping) node;
    Node only = YamlTree.child(mapping, "value");
    if (only != null && YamlTree.child(mapping, "steps") == null) {
      return text(only);
    }
    Map<String, String> sorted = new TreeMap<>();
    for (Node.Entry entry : mapping.entries().values()) {
      if (!PROVENANCE.contains(entry.key())) {
        sorted.put(entry.key(), text(entry.value()));
      }
    }
    return sorted.toString();
  }
}
