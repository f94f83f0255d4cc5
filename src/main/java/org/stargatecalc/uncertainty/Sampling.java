package org.stargatecalc.uncertainty;

import java.util.Locale;

/** How uniform numbers are chosen. */
public enum Sampling {
  /** Independent points. */
  RANDOM,
  /** Points that fill the cube evenly: scrambled Sobol sequences. */
  SOBOL;

  /** Returns the word that options use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
