package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a document's tree: what {@code extends}, {@code --overlay}, {@code --set} and every
 * other way to give a parameter a value are.
 */
public final class ScenarioPatch {
  /** What a setting may begin a new phase with; any other key belongs to one that exists. */
  private static final Set<String> BEGINS_PHASE =
      Set.of("gpu_count", "it_power", "facility_power", "capex", "milestones", "growth");

  private ScenarioPatch() {}

  /**
   * A tree with a change, and where it was made.
   *
   * @param tree the tree, as it was if the change was refused
   * @param paths the places that were changed
   */
  public record Changed(Node.Mapping tree, List<TreePath> paths) {
    static Changed nothing(Node.Mapping tree) {
      return new Changed(tree, List.of());
    }
  }

  /** Makes a node of the one that stands at a path. */
  public interface Change extends TreeEdit.Change {}

  /**
   * Returns a tree with a patch laid over it; what the patch cannot remove is reported. Keys in
   * which {@code *} stands for ids are laid on first, so that a key that names one place wins.
   */
  public static Node.Mapping merge(Node.Mapping base, Node.Mapping patch, Problems problems) {
    PatternKeys keys = PatternKeys.of(patch);
    Node.Mapping tree = base;
    for (PatternKeys.Entry entry : keys.patterns()) {
      tree = laid(tree, entry.path(), entry.value(), entry.location(), problems).tree();
    }
    return new Overlay(problems).merge(tree, keys.plain());
  }

  /** Returns a tree with a parameter set wherever its path says. */
  public static Changed set(Node.Mapping tree, Setting setting, Problems problems) {
    Location location = setting.location();
    if (setting.path().isEmpty()) {
      problems.error(location, "", "found no path before '='", "PATH=VALUE, such as pue=1.3");
      return Changed.nothing(tree);
    }
    Problems inside = new Problems();
    Optional<Node> value =
        setting.value().isBlank()
            ? Optional.of(new Node.Scalar("null", true, location))
            : YamlTree.readNode(location.file(), setting.value(), inside);
    for (Problem problem : inside.errors()) {
      problems.error(location, "", problem.found(), problem.expected(), problem.suggestion());
    }
    return value.isEmpty()
        ? Changed.nothing(tree)
        : laid(tree, setting.path(), relocate(value.get(), location), location, problems);
  }

  /** Returns a tree with a node laid on wherever a path says. */
  private static Changed laid(
      Node.Mapping tree, String path, Node value, Location location, Problems problems) {
    boolean removes = value instanceof Node.Scalar scalar && scalar.isNull();
    List<TreePath> paths = new ArrayList<>();
    for (TreePath found : PathPattern.find(path, tree, location, problems)) {
      // "*" names what is there: a place without the key has nothing to remove
      boolean isThere = !removes || !PathPattern.isPattern(path) || found.in(tree) != null;
      if (isThere) {
        if (!isPossible(found, tree, location, problems)) {
          return Changed.nothing(tree);
        }
        paths.add(found);
      }
    }
    if (paths.isEmpty() && removes && PathPattern.isPattern(path)) {
      problems.error(
          location,
          "",
          "found nothing to remove that '" + path + "' stands for",
          "the path of what is written");
    }
    Overlay overlay = new Overlay(problems);
    TreeEdit.Change change =
        (old, at) ->
            !removes
                ? overlay.laid(old, value, at.toString())
                : removed(old, at, tree, location, overlay);
    return paths.isEmpty()
        ? Changed.nothing(tree)
        : new Changed(TreeEdit.apply(tree, paths, change, location), paths);
  }

  private static @Nullable Node removed(
      @Nullable Node old, TreePath at, Node.Mapping tree, Location location, Overlay overlay) {
    if (old == null) {
      TreePath parent = at.parent();
      List<String> keys = parent.in(tree) instanceof Node.Mapping map ? map.keys() : List.of();
      overlay.refuse(at.lastKey(), location, parent.toString(), keys);
    }
    return null;
  }

  /**
   * Returns the places that a path stands for; none after saying why.
   *
   * @param location where the path is written
   */
  public static List<TreePath> places(
      String path, Node.Mapping tree, Location location, Problems problems) {
    List<TreePath> paths = PathPattern.find(path, tree, location, problems);
    for (TreePath found : paths) {
      if (!isPossible(found, tree, location, problems)) {
        return List.of();
      }
    }
    return paths;
  }

  /** Returns a tree with its nodes at some paths changed, all in one walk. */
  public static Changed edit(
      Node.Mapping tree, List<TreePath> paths, Change change, Location location) {
    return new Changed(TreeEdit.apply(tree, paths, change, location), paths);
  }

  /** Says what is wrong with a path at which nothing may be set. */
  private static boolean isPossible(
      TreePath path, Node.Mapping tree, Location location, Problems problems) {
    if (path.key(0).equals("extends")) {
      problems.error(
          location,
          "extends",
          "found extends in a setting",
          "a setting that only says what changes; a file says what it extends");
      return false;
    }
    return isOfPhase(path, tree, location, problems) && hasSteps(path, tree, location, problems);
  }

  private static boolean isOfPhase(
      TreePath path, Node.Mapping tree, Location location, Problems problems) {
    String id = path.key(1);
    List<String> phases =
        YamlTree.child(tree, "phases") instanceof Node.Mapping mapping ? mapping.keys() : List.of();
    if (path.steps().size() <= 2
        || !path.key(0).equals("phases")
        || BEGINS_PHASE.contains(path.key(2))
        || phases.contains(id)) {
      return true;
    }
    problems.error(
        location,
        "phases",
        "found no phase '" + id + "'",
        phases.isEmpty()
            ? "a key at the top: the scenario is one phase"
            : "one of " + String.join(", ", phases),
        NearestWord.of(id, phases));
    return false;
  }

  /** A step can be changed only where there are some: else nothing would hold before it. */
  private static boolean hasSteps(
      TreePath path, Node.Mapping tree, Location location, Problems problems) {
    int at = path.stepsAt();
    if (at < 0) {
      return true;
    }
    TreePath value = path.upTo(at);
    boolean has =
        value.in(tree) instanceof Node.Mapping mapping && Overlay.steps(mapping).isPresent();
    if (!has) {
      problems.error(
          location,
          value.toString(),
          "found no steps there to change one of",
          "all of them, such as " + value + "={steps: {2025: …, 2028: …}}");
    }
    return has;
  }

  /** Returns a node all of which stands at one place. */
  public static Node relocate(Node node, Location location) {
    if (node instanceof Node.Scalar scalar) {
      return new Node.Scalar(scalar.text(), scalar.isNull(), location);
    }
    if (node instanceof Node.Sequence sequence) {
      List<Node> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        items.add(relocate(item, location));
      }
      return new Node.Sequence(items, location);
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Node.Entry entry : ((Node.Mapping) node).entries().values()) {
      entries.put(
          entry.key(), new Node.Entry(entry.key(), location, relocate(entry.value(), location)));
    }
    return new Node.Mapping(entries, location);
  }
}
