package org.stargatecalc.analysis.solve;

import java.util.Optional;

/** Asks a scenario, each time with one parameter at another value. */
public interface Trials {
  /**
   * Returns what the scenario answers, empty if it is not valid so.
   *
   * @param path of the parameter
   * @param value as it is written
   */
  Optional<Trial> at(String path, String value);
}
