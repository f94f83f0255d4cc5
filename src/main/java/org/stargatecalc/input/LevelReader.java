package org.stargatecalc.input;

import java.util.List;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Problems;

/** Reads the phase parameters of one mapping: the top of the scenario, a site, or a phase. */
final class LevelReader {
  private final List<LevelKeys> families;

  LevelReader(
      Chips chips,
      ValueReader values,
      AssumptionReader assumptions,
      UsualCheck usual,
      Problems problems) {
    LevelKeys words = new WordKeys(chips, values, problems);
    LevelKeys numbers = new NumberKeys(values, usual, problems);
    this.families =
        List.of(
            words,
            numbers,
            new RefreshReader(values, assumptions, List.of(words, numbers), problems),
            new SplitReader(values, problems),
            new PlanReader(values, assumptions, problems));
  }

  /** Reads all phase parameters of a mapping; the caller finishes the mapping. */
  WrittenParameters read(MappingReader reader, String path) {
    WrittenParameters level = new WrittenParameters(path, reader.location());
    for (LevelKeys family : families) {
      family.read(reader, level);
    }
    return level;
  }

  /** Adds the keys that the unknown ones of a mapping probably meant to what is not missing. */
  static void finish(MappingReader reader, WrittenParameters level) {
    level.broken.addAll(reader.finish());
  }
}
