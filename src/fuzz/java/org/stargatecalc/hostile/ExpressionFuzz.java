package org.stargatecalc.hostile;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.expression.Expression;

/** Whatever text stands for an expression, it has comparisons or is refused at a place in it. */
public final class ExpressionFuzz {
  private ExpressionFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    try {
      for (Expression.Comparison comparison : ExpressionReader.parse(text).comparisons()) {
        if (comparison.word().isEmpty() && !Double.isFinite(comparison.bound())) {
          throw new AssertionError("no bound: " + text);
        }
      }
    } catch (ExpressionReader.InvalidExpressionException fault) {
      if (fault.found().isEmpty() || fault.expected().isEmpty()) {
        throw new AssertionError("refused without words: " + text);
      }
      if (fault.offset() < 0 || fault.offset() > text.length()) {
        throw new AssertionError("refused outside the text: " + text);
      }
    }
  }
}
