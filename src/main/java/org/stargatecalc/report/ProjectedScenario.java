package org.stargatecalc.report;

import java.util.List;
import org.stargatecalc.analysis.project.Projected;

/**
 * A projected scenario with where it came from.
 *
 * @param file as the user named it
 * @param sha256 of the file, hexadecimal
 * @param warnings what the user should know
 * @param projected the answers
 */
public record ProjectedScenario(
    String file, String sha256, List<String> warnings, Projected projected) {
  /** Copies the warnings. */
  public ProjectedScenario {
    warnings = List.copyOf(warnings);
  }

  /** Returns the scenario's id. */
  public String name() {
    return projected.spec().name();
  }
}
