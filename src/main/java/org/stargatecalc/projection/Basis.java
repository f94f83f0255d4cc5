package org.stargatecalc.projection;

import org.stargatecalc.scenario.Phase;
import org.stargatecalc.word.Worded;

/** Where power is measured. */
public enum Basis implements Worded {
  /** At the facility's connection, cooling and losses included, at peak. */
  FACILITY,
  /** At the IT equipment: facility power divided by each phase's PUE. */
  IT;

  /** Returns the power of one GPU of a phase, in watts. */
  double wattsPerGpu(Phase phase) {
    return this == IT ? phase.itWatts() : phase.facilityWatts();
  }

  /** Returns the word as prose has it. */
  public String label() {
    return this == IT ? "IT" : "facility";
  }
}
