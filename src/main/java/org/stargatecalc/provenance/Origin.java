package org.stargatecalc.provenance;

import org.stargatecalc.word.Worded;

/** The level at which a phase's parameter was found, nearest first. */
public enum Origin implements Worded {
  /** At the phase itself. */
  GIVEN,
  /** At the phase's site. */
  SITE,
  /** At the top of the scenario. */
  SCENARIO,
  /** In the catalogue entry of the phase's accelerator. */
  CATALOGUE,
  /** The built-in default. */
  DEFAULT;
}
