package org.stargatecalc.claim;

import org.stargatecalc.word.Worded;

/** How a projection answers a claim. */
public enum Verdict implements Worded {
  /** Reached by the deadline. */
  MET,
  /** Reached later, inside the horizon. */
  LATE,
  /** Not reached inside the horizon, though the deadline is. */
  NOT_REACHED,
  /** The deadline is after the horizon and the value is not reached in it. */
  BEYOND_HORIZON,
  /** The deadline is before the horizon: nothing can be said. */
  BEFORE_HORIZON;

  /** Returns the verdict as prose has it. */
  public String label() {
    return switch (this) {
      case MET -> "met";
      case LATE -> "late";
      case NOT_REACHED -> "not reached";
      case BEYOND_HORIZON -> "open";
      case BEFORE_HORIZON -> "no verdict";
    };
  }
}
