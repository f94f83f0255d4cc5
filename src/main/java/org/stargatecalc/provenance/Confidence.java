package org.stargatecalc.provenance;

import java.util.Locale;

/** How far a value can be relied on. */
public enum Confidence {
  /** Stated by the party concerned or measured, and confirmed elsewhere. */
  HIGH,
  /** A careful estimate, or a statement that nobody else confirms. */
  MEDIUM,
  /** A guess, a single weak source, or an assumption. */
  LOW;

  /** Returns the word that scenarios and reports use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
