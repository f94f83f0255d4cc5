package org.stargatecalc.report;

import java.util.List;
import org.stargatecalc.word.Worded;

/**
 * One check in the form that continuous integration reads.
 *
 * @param suite the scenario that was checked
 * @param file where the expectation is written; the scenario's file if on the command line
 * @param line 1-based, 0 if unknown
 * @param column 1-based, 0 if unknown
 * @param rule what kind of expectation: expect, fail-on, tolerance, baseline, fresh, compare or
 *     invalid
 * @param check the expectation as written
 * @param outcome how it ended
 * @param says what was measured, against which bound, by which margin
 * @param message why it matters, empty if not stated
 * @param severity how far from its bound, relative; larger is worse
 */
public record Verification(
    String suite,
    String file,
    int line,
    int column,
    String rule,
    String check,
    Outcome outcome,
    List<Cell> says,
    String message,
    double severity) {
  /** Copies the cells. */
  public Verification {
    says = List.copyOf(says);
  }

  /** How a check ended. */
  public enum Outcome implements Worded {
    /** As expected. */
    PASSED,
    /** Not as expected. */
    FAILED,
    /** What should be judged cannot be read. */
    INVALID,
    /** Not as expected or not certain, which is only a warning. */
    WARNED,
    /** Nothing was expected. */
    NOT_JUDGED;
  }
}
