package org.stargatecalc.report.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.project.Projected;

/**
 * A projected scenario with where it came from.
 *
 * @param file as the user named it
 * @param sha256 of the file, hexadecimal
 * @param warnings what the user should know
 * @param projected the answers of the central case
 * @param drawn what the draws gave; empty for a scenario without uncertainty
 */
public record ProjectedScenario(
    String file,
    Supplier<String> sha256,
    List<String> warnings,
    Projected projected,
    Optional<Drawn> drawn) {
  /** Copies the warnings. */
  public ProjectedScenario {
    warnings = List.copyOf(warnings);
  }

  /** Creates a projected scenario of which only the central case is known. */
  public ProjectedScenario(
      String file, Supplier<String> sha256, List<String> warnings, Projected projected) {
    this(file, sha256, warnings, projected, Optional.empty());
  }

  /** Returns the scenario's id. */
  public String name() {
    return projected.spec().name();
  }
}
