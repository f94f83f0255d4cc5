package org.stargatecalc.scenario;

import org.stargatecalc.word.Worded;

/** Who pays for what. */
public enum Ownership implements Worded {
  /** Chips and building are bought. */
  OWN,
  /** Chips are bought, the building is rented. */
  LEASE_SHELL,
  /** Everything is rented, energy included. */
  OFFTAKE;
}
