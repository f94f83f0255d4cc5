package org.stargatecalc.scenario;

import java.util.Locale;

/** How far a phase has come; a label that reports carry. */
public enum Stage {
  /** Said. */
  ANNOUNCED,
  /** Land, power or money is bound. */
  SECURED,
  /** Being built. */
  UNDER_CONSTRUCTION,
  /** Running. */
  OPERATIONAL;

  /** Returns the word that scenarios use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
