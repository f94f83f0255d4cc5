package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads a mapping of ids to mappings: sites, phases, constraints, risks. */
final class NamedReader {
  /** Entries of one mapping. */
  private static final int MOST = 10_000;

  private final ValueReader values;
  private final Problems problems;

  NamedReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Takes one entry. */
  interface Taker {
    /**
     * Reads an entry.
     *
     * @param id its key, which may be no id: that is reported
     * @param path its dotted path
     */
    void take(String id, String path, MappingReader reader);
  }

  /** Makes one entry. */
  interface Maker<T> {
    /** Returns an entry, empty if there is a problem with it; as {@link Taker#take}. */
    Optional<T> make(String id, String path, MappingReader reader);
  }

  /** As {@link #read}, and returns what the entries are. */
  <T> List<T> list(Node node, String key, String what, String expected, Maker<T> maker) {
    List<T> made = new ArrayList<>();
    read(
        node,
        key,
        what,
        expected,
        (id, path, reader) -> maker.make(id, path, reader).ifPresent(made::add));
    return made;
  }

  /**
   * Reads every entry, in the order of the file. One whose lines are all gone is left out with a
   * warning.
   *
   * @param key under which the mapping stands
   * @param what an entry is called in messages
   * @param expected what an entry should be, in words
   */
  void read(Node node, String key, String what, String expected, Taker taker) {
    Optional<MappingReader> opened =
        MappingReader.open(node, key, "a mapping of " + what + " ids", problems);
    if (opened.isEmpty()) {
      return;
    }
    MappingReader all = opened.get();
    if (problems.areTooMany(all.keys().size(), MOST, all.location(), key, key)) {
      return;
    }
    for (String id : all.keys()) {
      String path = all.path(id);
      values.isId(id, all.locationOf(id), path);
      Node body = all.take(id).orElseThrow();
      if (isNothing(body)) {
        problems.warning(
            all.locationOf(id), path, "nothing stands below this " + what + ", which is left out");
        continue;
      }
      Optional<MappingReader> reader = MappingReader.open(body, path, expected, problems);
      if (reader.isPresent()) {
        taker.take(id, path, reader.get());
      }
    }
  }

  /** Returns whether nothing is written for a key, so that its entry is left out. */
  static boolean isNothing(Node body) {
    return body instanceof Node.Scalar scalar && scalar.isNull();
  }
}
