package org.stargatecalc.scenario;

import org.stargatecalc.word.Worded;

/** How far a phase has come; a label that reports carry. */
public enum Stage implements Worded {
  /** Said. */
  ANNOUNCED,
  /** Land, power or money is bound. */
  SECURED,
  /** Being built. */
  UNDER_CONSTRUCTION,
  /** Running. */
  OPERATIONAL;
}
