package org.stargatecalc.tree;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays one tree over another: mappings merge by key, everything else is replaced, null removes.
 *
 * <p>A mapping with the key {@code value} is a value with its provenance and is replaced whole, so
 * that a new value never keeps the source of the old one. To remove what is not there is an error;
 * a block whose lines are all gone (a key with nothing below it, not even {@code null}) is removed
 * with a warning, since its author may have meant to keep it.
 */
final class Overlay {
  private static final int MOST_LISTED = 15;

  /** What an entry of a mapping with ids is called. */
  private static final Map<String, String> NOUNS =
      Map.of(
          "phases", "phase",
          "sites", "site",
          "constraints", "constraint",
          "risks", "risk",
          "sources", "source");

  private final Problems problems;

  Overlay(Problems problems) {
    this.problems = problems;
  }

  /** Returns a tree with a patch laid over it; what the patch cannot remove is reported. */
  Node.Mapping merge(Node.Mapping base, Node.Mapping patch) {
    return merge(base, patch, "");
  }

  private Node.Mapping merge(Node.Mapping base, Node.Mapping patch, String path) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
    for (Node.Entry entry : patch.entries().values()) {
      String key = entry.key();
      Node.Entry old = merged.get(key);
      if (entry.value() instanceof Node.Scalar scalar && scalar.isNull()) {
        if (old == null) {
          refuse(key, entry.keyLocation(), path, base.keys());
        } else {
          warnOfEmptied(entry, scalar, old, path);
          merged.remove(key);
        }
      } else {
        Node value = laid(old == null ? null : old.value(), entry.value(), child(path, key));
        Location place =
            old != null && areBlocks(old.value(), entry.value())
                ? old.keyLocation()
                : entry.keyLocation();
        merged.put(key, new Node.Entry(key, place, value));
      }
    }
    return new Node.Mapping(merged, base.location());
  }

  /** Whether a mapping is a value with who says so, or one that changes in steps. */
  static boolean isOneValue(Node.Mapping mapping) {
    return mapping.get("value") != null || steps(mapping).isPresent();
  }

  /** Returns the steps of a value that has some: a mapping of dates, which no id looks like. */
  static Optional<Node.Mapping> steps(Node.Mapping mapping) {
    return YamlTree.child(mapping, "steps") instanceof Node.Mapping steps
            && !steps.entries().isEmpty()
            && steps.keys().get(0).matches("\\d{4}.*")
        ? Optional.of(steps)
        : Optional.empty();
  }

  /** Returns what stands at a path after a value, which is not nothing, is laid on there. */
  Node laid(@Nullable Node old, Node value, String path) {
    return old != null && areBlocks(old, value)
        ? merge((Node.Mapping) old, (Node.Mapping) value, path)
        : withoutNulls(value, path);
  }

  /** Whether two nodes merge by key: neither is one value. */
  private static boolean areBlocks(Node one, Node other) {
    return one instanceof Node.Mapping a
        && other instanceof Node.Mapping b
        && !isOneValue(a)
        && !isOneValue(b);
  }

  /** A new block can remove nothing: what it names was not there. */
  private Node withoutNulls(Node node, String path) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    Map<String, Node.Entry> kept = new LinkedHashMap<>();
    for (Node.Entry inner : mapping.entries().values()) {
      if (inner.value() instanceof Node.Scalar scalar && scalar.isNull()) {
        refuse(inner.key(), inner.keyLocation(), path, List.of());
      } else {
        Node value = withoutNulls(inner.value(), child(path, inner.key()));
        kept.put(inner.key(), new Node.Entry(inner.key(), inner.keyLocation(), value));
      }
    }
    return new Node.Mapping(kept, mapping.location());
  }

  /** Says that what is to be removed is not there. */
  void refuse(String key, Location location, String path, Collection<String> there) {
    String what = path.endsWith(".steps") ? "step" : NOUNS.getOrDefault(path, "key");
    String in = what.equals("key") && !path.isEmpty() ? " in " + path : "";
    problems.error(
        location,
        path,
        "found no " + what + " '" + Problem.shown(key) + "' to remove" + in,
        there.isEmpty()
            ? "a scenario that has " + (path.isEmpty() ? "it" : path)
            // keys are not listed: a file that is no scenario may hold what should not be shown
            : what.equals("key") || there.size() > MOST_LISTED
                ? "a " + what + " that is there"
                : "one of " + String.join(", ", there),
        problems.nearest(key, there));
  }

  private void warnOfEmptied(Node.Entry entry, Node.Scalar nothing, Node.Entry old, String path) {
    if (nothing.text().isEmpty() && !(old.value() instanceof Node.Scalar)) {
      String what = NOUNS.getOrDefault(path, "block");
      problems.warning(
          entry.keyLocation(),
          path,
          "the "
              + what
              + " '"
              + Problem.shown(entry.key())
              + "' is removed, since nothing stands below it;"
              + " write null after the colon if that is meant");
    }
  }

  private static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
