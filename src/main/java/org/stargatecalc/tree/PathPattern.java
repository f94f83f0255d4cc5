package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path in which {@code *} stands for every id there and a leading {@code **} for every place in
 * the file at which the rest is written, or the top if there is none.
 *
 * <p>Examples: {@code pue}, {@code sites.*.pue}, {@code phases.abilene-*.delay}, {@code **.pue},
 * {@code phases.a.milestones[*].facility_power}. Where ids hold dots themselves, the longest that
 * is there is meant.
 */
final class PathPattern {
  private static final String EVERYWHERE = "**";
  private static final Pattern ITEM = Pattern.compile("^(.+?)\\[(\\d{1,6}|\\*)\\]$");

  /** Blocks whose keys are ids and names, which may look like a parameter's key. */
  private static final Set<String> OF_IDS =
      Set.of("phases", "sites", "constraints", "risks", "accelerators");

  /** Blocks at the top that hold no parameter. */
  private static final Set<String> OF_WORDS = Set.of("sources", "expect");

  private final String text;
  private final Node.Mapping tree;
  private final List<TreePath> found = new ArrayList<>();

  /** What was looked for in vain, and among which words. */
  private String missed = "";

  private Collection<String> among = List.of();

  /** Items of a list in which one was looked for in vain, negative if none was. */
  private int items = -1;

  private PathPattern(String text, Node.Mapping tree) {
    this.text = text;
    this.tree = tree;
  }

  /** Returns whether a path stands for more than one place. */
  static boolean isPattern(String path) {
    return path.indexOf('*') >= 0;
  }

  /**
   * Returns the places that a path stands for, at least one; none after saying why.
   *
   * @param path as written
   * @param tree the document
   * @param location where the path is written
   */
  static List<TreePath> find(String path, Node.Mapping tree, Location location, Problems problems) {
    PathPattern pattern = new PathPattern(path.strip(), tree);
    pattern.find();
    if (pattern.found.isEmpty()) {
      problems.error(
          location,
          "",
          "found nothing that '" + pattern.text + "' stands for",
          pattern.items < 0
              ? "a path of what is there, such as " + pattern.example()
              : pattern.items == 0
                  ? "a path of what is there, which is no list"
                  : "an item from [0] to [" + (pattern.items - 1) + "]",
          pattern.suggestion(problems));
    }
    return pattern.found;
  }

  /** Returns paths that stand for something in this document, or for its top. */
  private String example() {
    for (String block : List.of("sites", "phases")) {
      Node.Entry entry = tree.get(block);
      if (entry != null && entry.value() instanceof Node.Mapping) {
        return block + ".*.pue or **.pue";
      }
    }
    return "**.pue";
  }

  /** Returns the key that was probably meant: by its beginning where {@code *} ends the word. */
  private String suggestion(Problems problems) {
    if (!missed.endsWith("*")) {
      return problems.nearest(missed, among);
    }
    String word = missed.substring(0, missed.length() - 1);
    Map<String, String> byBeginning = new LinkedHashMap<>();
    for (String key : among) {
      byBeginning.putIfAbsent(key.substring(0, Math.min(word.length(), key.length())), key);
    }
    String nearest = word.isEmpty() ? "" : problems.nearest(word, byBeginning.keySet());
    return byBeginning.getOrDefault(nearest, "");
  }

  private void find() {
    if (!text.startsWith(EVERYWHERE + ".")) {
      match(text, tree, TreePath.TOP, false);
      return;
    }
    String rest = text.substring(EVERYWHERE.length() + 1);
    if (rest.isEmpty() || rest.contains(EVERYWHERE)) {
      return;
    }
    everywhere(rest, tree, TreePath.TOP);
    if (found.isEmpty() && !isPattern(rest)) {
      match(rest, tree, TreePath.TOP, false);
    }
  }

  /** Finds what is written below a node, in blocks and lists. */
  private void everywhere(String rest, Node node, TreePath at) {
    Node inside = TreePath.inside(node);
    if (inside instanceof Node.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        everywhere(rest, list.items().get(i), at.then(TreePath.Step.item(i)));
      }
    } else if (inside instanceof Node.Mapping mapping) {
      boolean holdsIds = at.steps().size() == 1 && OF_IDS.contains(at.key(0));
      if (!holdsIds) {
        match(rest, mapping, at, true);
      }
      for (Node.Entry entry : mapping.entries().values()) {
        boolean holdsWords = at.steps().isEmpty() && OF_WORDS.contains(entry.key());
        if (!holdsWords) {
          everywhere(rest, entry.value(), at.then(TreePath.Step.key(entry.key())));
        }
      }
    }
  }

  /**
   * Goes down from a node.
   *
   * @param rest what is left of the path
   * @param node where it begins, null if nothing is there
   * @param written whether only what is there counts
   */
  private void match(String rest, @Nullable Node node, TreePath at, boolean written) {
    if (rest.isEmpty()) {
      if (!written || node != null) {
        found.add(at);
      }
      return;
    }
    Node inside = node == null ? null : TreePath.inside(node);
    Map<String, Node.Entry> entries =
        inside instanceof Node.Mapping mapping ? mapping.entries() : Map.of();
    if (node instanceof Node.Mapping mapping && hasKey(mapping, rest)) {
      entries = mapping.entries();
    }
    String word = first(rest, entries.keySet());
    String after = rest.length() == word.length() ? "" : rest.substring(word.length() + 1);
    Matcher item = ITEM.matcher(word);
    if (item.matches() && !entries.containsKey(word)) {
      key(
          item.group(1),
          entries,
          at,
          written,
          (child, there) -> items(item.group(2), after, child, there, written));
    } else {
      key(word, entries, at, written, (child, there) -> match(after, child, there, written));
    }
  }

  private static boolean hasKey(Node.Mapping mapping, String rest) {
    return mapping.get(first(rest, mapping.entries().keySet())) != null;
  }

  /** What is done at each node of a key. */
  private interface Then {
    void go(@Nullable Node child, TreePath there);
  }

  private void key(
      String key, Map<String, Node.Entry> entries, TreePath at, boolean written, Then then) {
    if (!isPattern(key)) {
      Node.Entry entry = entries.get(key);
      if (entry == null && !entries.isEmpty() && missed.isEmpty()) {
        missed = key;
        among = entries.keySet();
      }
      if (entry != null || !written) {
        then.go(entry == null ? null : entry.value(), at.then(TreePath.Step.key(key)));
      }
      return;
    }
    Pattern glob = Pattern.compile(Pattern.quote(key).replace("*", "\\E.*\\Q"));
    int before = found.size();
    for (Node.Entry entry : entries.values()) {
      if (glob.matcher(entry.key()).matches()) {
        then.go(entry.value(), at.then(TreePath.Step.key(entry.key())));
      }
    }
    if (found.size() == before && missed.isEmpty()) {
      missed = key;
      among = entries.keySet();
    }
  }

  private void items(
      String which, String after, @Nullable Node node, TreePath at, boolean written) {
    if (node == null || !(TreePath.inside(node) instanceof Node.Sequence list)) {
      items = Math.max(items, 0);
      return;
    }
    items = list.items().size();
    for (int i = 0; i < list.items().size(); i++) {
      if (isPattern(which) || Integer.parseInt(which) == i) {
        match(after, list.items().get(i), at.then(TreePath.Step.item(i)), written);
      }
    }
  }

  /** Returns the first key of a path: the longest that is there, else what ends at a dot. */
  private static String first(String path, Collection<String> known) {
    String longest = "";
    for (String key : known) {
      boolean fits = path.equals(key) || path.startsWith(key + ".");
      if (fits && key.length() > longest.length()) {
        longest = key;
      }
    }
    int dot = path.indexOf('.');
    return !longest.isEmpty() ? longest : dot < 0 ? path : path.substring(0, dot);
  }
}
