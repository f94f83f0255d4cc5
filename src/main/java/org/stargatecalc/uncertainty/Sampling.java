package org.stargatecalc.uncertainty;

import org.stargatecalc.word.Worded;

/** How uniform numbers are chosen. */
public enum Sampling implements Worded {
  /** Independent points. */
  RANDOM,
  /** Points that fill the cube evenly: scrambled Sobol sequences. */
  SOBOL;
}
