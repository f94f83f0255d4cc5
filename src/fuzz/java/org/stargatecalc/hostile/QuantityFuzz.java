package org.stargatecalc.hostile;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;

/** Whatever text stands for a quantity, it is a finite number or is refused with both sides. */
public final class QuantityFuzz {
  private QuantityFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    Dimension dimension = data.pickValue(Dimension.values());
    String text = data.consumeRemainingAsString();
    try {
      if (!Double.isFinite(QuantityParser.parse(text, dimension))) {
        throw new AssertionError("not finite: " + text);
      }
    } catch (InvalidTextException fault) {
      if (fault.found().isEmpty() || fault.expected().isEmpty()) {
        throw new AssertionError("refused without words: " + text);
      }
    }
  }
}
