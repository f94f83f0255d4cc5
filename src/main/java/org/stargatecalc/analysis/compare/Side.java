package org.stargatecalc.analysis.compare;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.result.Result;
import org.stargatecalc.word.Worded;

/**
 * One of the results that are compared.
 *
 * @param label how the user named it
 * @param result what it says, empty if there is none
 * @param state whether there is one
 * @param problems why it cannot be read, one line each
 */
public record Side(String label, Optional<Result> result, State state, List<String> problems) {
  /** Copies the problems. */
  public Side {
    problems = List.copyOf(problems);
  }

  /** Whether a side has a result. */
  public enum State implements Worded {
    /** It has one. */
    PRESENT,
    /** There is no such file on this side. */
    ABSENT,
    /** The file cannot be projected on this side. */
    BROKEN
  }

  /** Returns a side with a result. */
  public static Side present(String label, Result result) {
    return new Side(label, Optional.of(result), State.PRESENT, List.of());
  }
}
