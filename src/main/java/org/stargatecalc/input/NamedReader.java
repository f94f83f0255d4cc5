package org.stargatecalc.input;

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

  /**
   * Reads every entry, in the order of the file.
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
      Optional<MappingReader> reader =
          MappingReader.open(all.take(id).orElseThrow(), path, expected, problems);
      if (reader.isPresent()) {
        taker.take(id, path, reader.get());
      }
    }
  }
}
