package org.stargatecalc.projection;

import java.util.Locale;

/** Where power is measured. */
public enum Basis {
  /** At the facility's connection, cooling and losses included, at peak. */
  FACILITY,
  /** At the IT equipment: facility power divided by each phase's PUE. */
  IT;

  /** Returns the word that scenarios and reports use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the word as prose has it. */
  public String label() {
    return this == IT ? "IT" : "facility";
  }
}
