package org.stargatecalc.tree;

import java.util.Optional;

/** Where in its files a value of a document was written. */
public final class Places {
  private final Node.Mapping root;

  /** Looks into a document, all that changes it laid over. */
  public Places(Node.Mapping root) {
    this.root = root;
  }

  /**
   * Returns where the value of a dotted path was written; of one that is not written by itself,
   * such as a share that is not named, where that stands in which it would be.
   *
   * @param path such as {@code phases.a.milestones[1].by}
   * @return empty if nothing of the path is written
   */
  public Optional<Location> of(String path) {
    Node at = root;
    Location place = null;
    String rest = path;
    while (!rest.isEmpty()) {
      if (at instanceof Node.Sequence list && rest.matches("\\[\\d+\\].*")) {
        int end = rest.indexOf(']');
        int index = Integer.parseInt(rest.substring(1, end));
        if (index >= list.items().size()) {
          break;
        }
        at = list.items().get(index);
        place = at.location();
        rest = rest.substring(rest.startsWith("].", end) ? end + 2 : end + 1);
        continue;
      }
      if (!(at instanceof Node.Mapping mapping)) {
        break;
      }
      String key = longestKey(mapping, rest);
      Node.Entry entry = mapping.get(key.isEmpty() ? "value" : key);
      if (entry == null) {
        break;
      }
      at = entry.value();
      if (!key.isEmpty()) {
        place = entry.keyLocation();
        rest = rest.substring(key.length());
        rest = rest.startsWith(".") ? rest.substring(1) : rest;
      }
    }
    return Optional.ofNullable(place);
  }

  /** Ids may hold dots themselves. */
  private static String longestKey(Node.Mapping mapping, String path) {
    String longest = "";
    for (String key : mapping.keys()) {
      boolean fits = path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "[");
      if (fits && key.length() > longest.length()) {
        longest = key;
      }
    }
    return longest;
  }
}
