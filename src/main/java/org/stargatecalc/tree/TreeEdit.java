package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes nodes of a tree at given paths, all in one walk; what is not on the way stays as it is.
 *
 * <p>A value that is changed inside loses who said it: no value keeps the source of another.
 */
final class TreeEdit {
  /** Makes a node of the one that stands at a path. */
  interface Change {
    /**
     * Returns the new node.
     *
     * @param old what is there, null if nothing is
     * @param path where
     * @return what is to stand there, null to remove it
     */
    @Nullable Node at(@Nullable Node old, TreePath path);
  }

  /** Paths that begin alike, by the step at which they part. */
  private static final class Branch {
    final Map<TreePath.Step, Branch> below = new LinkedHashMap<>();
    boolean isEnd;
  }

  private final Change change;
  private final Location location;

  private TreeEdit(Change change, Location location) {
    this.change = change;
    this.location = location;
  }

  /**
   * Returns a tree with its nodes at some paths changed.
   *
   * @param location where the change is written
   */
  static Node.Mapping apply(
      Node.Mapping tree, List<TreePath> paths, Change change, Location location) {
    Branch top = new Branch();
    for (TreePath path : paths) {
      Branch at = top;
      for (TreePath.Step step : path.steps()) {
        Branch next = at.below.get(step);
        if (next == null) {
          next = new Branch();
          at.below.put(step, next);
        }
        at = next;
      }
      at.isEnd = true;
    }
    Node changed = new TreeEdit(change, location).changed(tree, top, TreePath.TOP);
    return (Node.Mapping) Objects.requireNonNull(changed);
  }

  private @Nullable Node changed(@Nullable Node node, Branch branch, TreePath at) {
    Node result = node;
    if (branch.isEnd) {
      result = change.at(node, at);
    }
    if (branch.below.isEmpty()) {
      return result;
    }
    TreePath.Step first = branch.below.keySet().iterator().next();
    Node inside =
        result != null && TreePath.isThrough(result, first) ? TreePath.inside(result) : result;
    return first.isItem() && inside instanceof Node.Sequence list
        ? items(list, branch, at)
        : keys(inside, branch, at);
  }

  private Node items(Node.Sequence list, Branch branch, TreePath at) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      TreePath.Step step = TreePath.Step.item(i);
      Branch below = branch.below.get(step);
      Node item = list.items().get(i);
      Node changed = below == null ? item : changed(item, below, at.then(step));
      if (changed != null) {
        items.add(changed);
      }
    }
    return new Node.Sequence(items, list.location());
  }

  private Node keys(@Nullable Node node, Branch branch, TreePath at) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    if (node instanceof Node.Mapping mapping) {
      entries.putAll(mapping.entries());
    }
    for (Map.Entry<TreePath.Step, Branch> next : branch.below.entrySet()) {
      String key = next.getKey().key();
      Node.Entry old = entries.get(key);
      Node value =
          changed(old == null ? null : old.value(), next.getValue(), at.then(next.getKey()));
      if (value == null) {
        entries.remove(key);
      } else {
        Location place = old != null && !next.getValue().isEnd ? old.keyLocation() : location;
        entries.put(key, new Node.Entry(key, place, value));
      }
    }
    boolean areSteps = at.lastKey().equals("steps") && isDate(entries);
    return new Node.Mapping(
        areSteps ? byDate(entries) : entries, node == null ? location : node.location());
  }

  private static boolean isDate(Map<String, Node.Entry> entries) {
    return !entries.isEmpty() && entries.keySet().iterator().next().matches("\\d{4}.*");
  }

  /** A step that is added stands where its date does; dates as texts of one length sort so. */
  private static Map<String, Node.Entry> byDate(Map<String, Node.Entry> steps) {
    return new LinkedHashMap<>(new TreeMap<>(steps));
  }
}
