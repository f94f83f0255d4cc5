package org.stargatecalc.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the reader of everyday YAML returns is what the general parser returns. */
public final class YamlFuzz {
  private YamlFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Optional<String> text = YamlTree.decode("-", bytes, new Problems());
    if (text.isPresent() && EverydayYaml.read("-", text.get()).isPresent()) {
      EverydayYamlTest.agree(text.get());
    }
  }
}
