package org.stargatecalc.scenario;

import org.stargatecalc.word.Worded;

/** The power that a price per watt speaks of. */
public enum PowerBasis implements Worded {
  /** At the IT equipment. */
  IT,
  /** At the facility's connection, at peak. */
  FACILITY;
}
