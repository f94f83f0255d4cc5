package org.stargatecalc.tree;

import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

import java.util.Optional;

/** Whatever the bytes, the reader of YAML returns a tree or says what is wrong, and never both. */
public final class YamlFuzz {
  private YamlFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Problems problems = new Problems();
    Optional<Node.Mapping> tree = YamlTree.read("-", bytes, problems);
    if (tree.isEmpty() && problems.errors().isEmpty()) {
      throw new AssertionError("neither a tree nor a word of what is wrong");
    }
  }
}
