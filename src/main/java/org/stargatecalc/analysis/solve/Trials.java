package org.stargatecalc.analysis.solve;

import java.util.Map;
import java.util.Optional;

/** Asks a scenario, each time with parameters at other values. */
public interface Trials {
  /**
   * Returns what the scenario answers, empty if it is not valid so.
   *
   * @param values by the paths of the parameters, as they are written
   */
  Optional<Trial> at(Map<String, String> values);
}
