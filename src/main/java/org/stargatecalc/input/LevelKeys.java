package org.stargatecalc.input;

import org.stargatecalc.tree.MappingReader;

/** Reads one family of the keys that may stand at the top, at a site and at a phase alike. */
interface LevelKeys {
  /**
   * Takes the family's keys from a mapping; a key that is written but wrong is noted as broken.
   *
   * @param reader the mapping
   * @param level receives what is written
   */
  void read(MappingReader reader, WrittenParameters level);
}
