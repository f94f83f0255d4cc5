package org.stargatecalc.tree;

import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/** What the reader of everyday YAML returns is what the general parser returns. */
public final class YamlFuzz {
  private YamlFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    YamlTree.decode("-", bytes, new Problems()).ifPresent(EverydayYamlTest::agree);
  }
}
