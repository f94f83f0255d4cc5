package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a document to one of its nodes, such as {@code
 * phases.a.milestones[0].by}.
 *
 * <p>What says who states a value is no part of the way: in {@code milestones: {value: […], source:
 * …}} the items of the list are {@code milestones[0]} and so on.
 *
 * @param steps keys and places in lists, from the top
 */
public record TreePath(List<Step> steps) {
  /** The top. */
  static final TreePath TOP = new TreePath(List.of());

  /** Copies the steps. */
  public TreePath {
    steps = List.copyOf(steps);
  }

  /**
   * One step down.
   *
   * @param key the key of a mapping, empty for an item of a list
   * @param item the place in a list, from 0; negative for a key
   */
  public record Step(String key, int item) {
    static Step key(String key) {
      return new Step(key, -1);
    }

    static Step item(int item) {
      return new Step("", item);
    }

    boolean isItem() {
      return item >= 0;
    }
  }

  /** Returns the way through some keys. */
  public static TreePath of(List<String> keys) {
    List<Step> steps = new ArrayList<>();
    for (String key : keys) {
      steps.add(Step.key(key));
    }
    return new TreePath(steps);
  }

  /** Returns the way to a node below this one. */
  TreePath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new TreePath(longer);
  }

  /** Returns the key of a step, empty if there is no such step or it is an item. */
  public String key(int step) {
    return step < steps.size() ? steps.get(step).key() : "";
  }

  /** Returns the last key on the way, empty if there is none. */
  public String lastKey() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (!steps.get(i).isItem()) {
        return steps.get(i).key();
      }
    }
    return "";
  }

  /** Returns the way without its first steps. */
  public TreePath from(int step) {
    return new TreePath(steps.subList(step, steps.size()));
  }

  /** Returns the first steps of the way. */
  TreePath upTo(int step) {
    return new TreePath(steps.subList(0, step));
  }

  /** Returns the way to what holds the node at its end. */
  public TreePath parent() {
    return upTo(steps.size() - 1);
  }

  /** Returns where the key {@code steps} stands before a date, negative if it does not. */
  int stepsAt() {
    for (int i = 1; i < steps.size() - 1; i++) {
      if (key(i).equals("steps") && key(i + 1).matches("\\d{4}.*")) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the node at the end of the way, or null if there is none. */
  public @Nullable Node in(Node.Mapping tree) {
    Node at = tree;
    for (Step step : steps) {
      at = at == null ? null : below(at, step);
    }
    return at;
  }

  /** Returns the node one step below another, or null. */
  static @Nullable Node below(Node node, Step step) {
    Node inside = isThrough(node, step) ? inside(node) : node;
    if (step.isItem()) {
      return inside instanceof Node.Sequence list && step.item() < list.items().size()
          ? list.items().get(step.item())
          : null;
    }
    return inside instanceof Node.Mapping mapping ? YamlTree.child(mapping, step.key()) : null;
  }

  /** Returns whether a step leads into the value of a mapping that says who states it. */
  static boolean isThrough(Node node, Step step) {
    return node instanceof Node.Mapping mapping
        && mapping.get("value") != null
        && mapping.get(step.key()) == null;
  }

  /** Returns the value of a mapping that says who states it; any other node is itself. */
  static Node inside(Node node) {
    Node value = node instanceof Node.Mapping mapping ? YamlTree.child(mapping, "value") : null;
    return value == null ? node : value;
  }

  /** Returns the way as it is written. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step.isItem()) {
        text.append('[').append(step.item()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.key());
      }
    }
    return text.toString();
  }
}
