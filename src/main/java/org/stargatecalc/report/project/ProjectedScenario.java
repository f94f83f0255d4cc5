package org.stargatecalc.report.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Odds;
import org.stargatecalc.claim.Verdict;

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

  /** Returns for each claim of which the central case says the opposite of most draws how so. */
  public List<String> contradictions() {
    List<String> found = new ArrayList<>();
    for (int i = 0; drawn.isPresent() && i < projected.claims().size(); i++) {
      CheckedClaim checked = projected.claims().get(i);
      double met = drawn.get().odds().get(i).probabilityMet();
      if (Odds.contradict(checked.answer().verdict(), met)) {
        found.add(
            checked.claim().id()
                + " is "
                + (checked.answer().verdict() == Verdict.MET ? "met" : "not met")
                + " in the central case, but "
                + Odds.of(met).words()
                + ": met in "
                + BigDecimal.valueOf(met * 100).setScale(0, RoundingMode.HALF_EVEN)
                + " % of draws");
      }
    }
    return found;
  }

  /** Returns the scenario's id. */
  public String name() {
    return projected.spec().name();
  }
}
