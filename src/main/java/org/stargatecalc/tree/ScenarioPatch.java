package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes to a document's tree: what {@code extends}, {@code --overlay} and {@code --set} all are.
 */
public final class ScenarioPatch {
  /** What a setting may begin a new phase with; any other key belongs to one that exists. */
  private static final Set<String> BEGINS_PHASE =
      Set.of("gpu_count", "it_power", "facility_power", "capex", "milestones", "growth");

  private ScenarioPatch() {}

  /** Returns a tree with a patch laid over it; what the patch cannot remove is reported. */
  public static Node.Mapping merge(Node.Mapping base, Node.Mapping patch, Problems problems) {
    return new Overlay(problems).merge(base, patch);
  }

  /**
   * Returns the patch that an option {@code --set PATH=VALUE} is.
   *
   * @param option the text PATH=VALUE
   * @param base the tree that it will be laid over; decides where ids that hold a dot end
   */
  public static Optional<Node.Mapping> ofOption(
      String option, Node.Mapping base, Problems problems) {
    Location location = Location.option("--set " + option);
    int equals = option.indexOf('=');
    if (equals <= 0 || option.substring(0, equals).isBlank()) {
      problems.error(location, "", "found no path before '='", "PATH=VALUE, such as pue=1.3");
      return Optional.empty();
    }
    String text = option.substring(equals + 1);
    Problems inside = new Problems();
    Optional<Node> value =
        text.isBlank()
            ? Optional.of(new Node.Scalar("null", true, location))
            : YamlTree.readNode(location.file(), text, inside);
    inside
        .errors()
        .forEach(p -> problems.error(location, "", p.found(), p.expected(), p.suggestion()));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<String> keys = split(option.substring(0, equals).strip(), base);
    if (keys.size() > 2
        && keys.get(0).equals("phases")
        && !hasPhase(base, keys.get(1))
        && !BEGINS_PHASE.contains(keys.get(2))) {
      List<String> phases =
          YamlTree.child(base, "phases") instanceof Node.Mapping mapping
              ? mapping.keys()
              : List.of();
      problems.error(
          location,
          "phases",
          "found no phase '" + keys.get(1) + "'",
          phases.isEmpty()
              ? "a key at the top: the scenario is one phase"
              : "one of " + String.join(", ", phases),
          NearestWord.of(keys.get(1), phases));
      return Optional.empty();
    }
    Node node = relocate(value.get(), location);
    int at = keys.size() - 2;
    if (at > 0 && keys.get(at).equals("steps")) {
      Optional<Node> whole = withStep(base, keys, node, location, problems);
      if (whole.isEmpty()) {
        return Optional.empty();
      }
      node = whole.get();
      keys = keys.subList(0, at);
    }
    for (int i = keys.size() - 1; i >= 0; i--) {
      Node.Entry entry = new Node.Entry(keys.get(i), location, node);
      node = new Node.Mapping(Map.of(keys.get(i), entry), location);
    }
    return Optional.of((Node.Mapping) node);
  }

  /** Returns a value in steps with one of them changed, as it stands in the scenario. */
  private static Optional<Node> withStep(
      Node.Mapping base, List<String> keys, Node step, Location location, Problems problems) {
    Node there = base;
    for (String key : keys.subList(0, keys.size() - 2)) {
      there = there instanceof Node.Mapping mapping ? YamlTree.child(mapping, key) : null;
    }
    String path = String.join(".", keys.subList(0, keys.size() - 2));
    Optional<Node.Mapping> steps =
        there instanceof Node.Mapping mapping ? Overlay.steps(mapping) : Optional.empty();
    if (steps.isEmpty() || !(there instanceof Node.Mapping value)) {
      problems.error(
          location,
          path,
          "found no steps there to change one of",
          "all of them, such as " + path + "={steps: {2025: …, 2028: …}}");
      return Optional.empty();
    }
    String date = keys.get(keys.size() - 1);
    Map<String, Node.Entry> changed = new LinkedHashMap<>(steps.get().entries());
    if (step instanceof Node.Scalar scalar && scalar.isNull()) {
      if (changed.remove(date) == null) {
        problems.error(
            location,
            path + ".steps",
            "found no step '" + date + "' to remove",
            "one of " + String.join(", ", steps.get().keys()),
            NearestWord.of(date, steps.get().keys()));
        return Optional.empty();
      }
    } else {
      changed.put(date, new Node.Entry(date, location, step));
    }
    Map<String, Node.Entry> whole = new LinkedHashMap<>(value.entries());
    whole.put(
        "steps",
        new Node.Entry(
            "steps", location, new Node.Mapping(byDate(changed), steps.get().location())));
    return Optional.of(new Node.Mapping(whole, value.location()));
  }

  /** A step that is added stands where its date does; dates as texts of one length sort so. */
  private static Map<String, Node.Entry> byDate(Map<String, Node.Entry> steps) {
    return new LinkedHashMap<>(new TreeMap<>(steps));
  }

  private static boolean hasPhase(Node.Mapping base, String id) {
    return YamlTree.child(base, "phases") instanceof Node.Mapping mapping
        && mapping.get(id) != null;
  }

  /** Splits a dotted path, taking the longest key that exists where ids hold dots themselves. */
  private static List<String> split(String path, Node.Mapping base) {
    List<String> keys = new ArrayList<>();
    String rest = path;
    Node at = base;
    while (!rest.isEmpty()) {
      String key = null;
      if (at instanceof Node.Mapping mapping) {
        for (String known : mapping.keys()) {
          boolean fits = rest.equals(known) || rest.startsWith(known + ".");
          if (fits && (key == null || known.length() > key.length())) {
            key = known;
          }
        }
      }
      if (key == null) {
        int dot = rest.indexOf('.');
        key = dot < 0 ? rest : rest.substring(0, dot);
      }
      keys.add(key);
      rest = rest.length() == key.length() ? "" : rest.substring(key.length() + 1);
      Node child = at instanceof Node.Mapping mapping ? YamlTree.child(mapping, key) : null;
      at = child == null ? new Node.Scalar("", true, base.location()) : child;
    }
    return keys;
  }

  private static Node relocate(Node node, Location location) {
    if (node instanceof Node.Scalar scalar) {
      return new Node.Scalar(scalar.text(), scalar.isNull(), location);
    }
    if (node instanceof Node.Sequence sequence) {
      return new Node.Sequence(
          sequence.items().stream().map(item -> relocate(item, location)).toList(), location);
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    ((Node.Mapping) node)
        .entries()
        .forEach(
            (key, entry) ->
                entries.put(key, new Node.Entry(key, location, relocate(entry.value(), location))));
    return new Node.Mapping(entries, location);
  }
}
