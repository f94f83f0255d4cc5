package org.stargatecalc.analysis.check;

import java.util.Optional;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;

/**
 * What a comparison inside a check was found to be.
 *
 * @param comparison the comparison
 * @param answer whether it holds
 * @param measured the measured value in the measure's unit, NaN where undefined or a word
 * @param error its Monte-Carlo standard error, 0 without draws
 * @param margin distance from failing the check, negative where it works against it; NaN for words
 * @param word the measured verdict, empty for a number
 * @param baseline the measure on the baseline side of a change, NaN otherwise
 */
public record Finding(
    Expression.Comparison comparison,
    Answer answer,
    double measured,
    double error,
    double margin,
    Optional<String> word,
    double baseline) {
  /** Returns what was measured. */
  public Measure measure() {
    return comparison.measure();
  }

  /** Whether something holds. */
  public enum Answer {
    /** It does. */
    YES,
    /** It does not. */
    NO,
    /** The measure is not defined, as for 0/0 or a change from 0. */
    UNDEFINED,
    /** The Monte-Carlo error is too large to say. */
    NOISE;

    Answer negated() {
      return switch (this) {
        case YES -> NO;
        case NO -> YES;
        case UNDEFINED -> UNDEFINED;
        case NOISE -> NOISE;
      };
    }
  }
}
