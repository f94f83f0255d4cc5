package org.stargatecalc.input;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.tree.Node;

/**
 * What was read of the sites and phases of a scenario, for another that differs in some of them: a
 * site or phase that is the very same node below the very same top says the very same.
 *
 * <p>It remembers while one scenario is read; once that is done it may be asked by several threads.
 */
final class PhaseMemory {
  private final Node.@Nullable Mapping root;
  private final Map<String, Level> levels = new HashMap<>();
  private final IdentityHashMap<WrittenParameters, Phases> phases = new IdentityHashMap<>();
  private boolean remembers;

  /**
   * What is written at a site or phase.
   *
   * @param node from which it was read
   * @param farthest its number that is farthest from what is usual
   */
  record Level(Node node, WrittenParameters written, Optional<UsualCheck.Farthest> farthest) {}

  /** The phases that were made of a level and its site. */
  private record Phases(@Nullable WrittenParameters site, List<PhaseSpec> specs) {}

  private PhaseMemory(Node.@Nullable Mapping root, boolean remembers) {
    this.root = root;
    this.remembers = remembers;
  }

  /** Returns one that knows nothing, and remembers nothing. */
  static PhaseMemory none() {
    return new PhaseMemory(null, false);
  }

  /** Returns one that remembers what will be read of a scenario. */
  static PhaseMemory of(Node.Mapping root) {
    return new PhaseMemory(root, true);
  }

  /** Ends remembering. */
  void close() {
    remembers = false;
  }

  /** Returns this where a scenario has all but sites and phases in common, else one of nothing. */
  PhaseMemory about(Node.Mapping other) {
    if (root == null || !root.entries().keySet().equals(other.entries().keySet())) {
      return none();
    }
    for (Node.Entry entry : other.entries().values()) {
      boolean isApart = entry.key().equals("sites") || entry.key().equals("phases");
      Node.Entry before = root.get(entry.key());
      if (!isApart && (before == null || before.value() != entry.value())) {
        return none();
      }
    }
    return this;
  }

  /** Returns what a site or phase says if it was read before. */
  @Nullable Level level(String path, Node node) {
    Level known = levels.get(path);
    return known != null && known.node() == node ? known : null;
  }

  /** Keeps what a site or phase says. */
  void keep(String path, Level read) {
    if (remembers) {
      levels.put(path, read);
    }
  }

  /** Returns the phases of a level at its site if they were made before. */
  @Nullable List<PhaseSpec> phases(WrittenParameters level, @Nullable WrittenParameters site) {
    Phases known = phases.get(level);
    return known != null && known.site() == site ? known.specs() : null;
  }

  /** Keeps the phases of a level at its site. */
  void keep(WrittenParameters level, @Nullable WrittenParameters site, List<PhaseSpec> made) {
    if (remembers) {
      phases.put(level, new Phases(site, List.copyOf(made)));
    }
  }
}
