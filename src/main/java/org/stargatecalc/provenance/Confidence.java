package org.stargatecalc.provenance;

import org.stargatecalc.word.Worded;

/** How far a value can be relied on. */
public enum Confidence implements Worded {
  /** Stated by the party concerned or measured, and confirmed elsewhere. */
  HIGH,
  /** A careful estimate, or a statement that nobody else confirms. */
  MEDIUM,
  /** A guess, a single weak source, or an assumption. */
  LOW;
}
