package org.stargatecalc.report.validate;

import java.util.List;

/**
 * A file that is a scenario.
 *
 * @param file as the user named it
 * @param name id of the scenario
 * @param phases how many it has
 * @param warnings what the user should know, one line each
 */
public record ValidFile(String file, String name, int phases, List<String> warnings) {
  /** Copies the warnings. */
  public ValidFile {
    warnings = List.copyOf(warnings);
  }
}
