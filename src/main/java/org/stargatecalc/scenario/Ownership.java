package org.stargatecalc.scenario;

import java.util.Locale;

/** Who pays for what. */
public enum Ownership {
  /** Chips and building are bought. */
  OWN,
  /** Chips are bought, the building is rented. */
  LEASE_SHELL,
  /** Everything is rented, energy included. */
  OFFTAKE;

  /** Returns the word that scenarios use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
