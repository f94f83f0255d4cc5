package org.stargatecalc.analysis.sweep;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * A scenario with some of its values changed.
 *
 * @param stated what it then says, empty if it is then wrong
 * @param error what is then wrong, empty if nothing is
 */
public record Variant(Optional<Stated> stated, String error) {
  /** What a scenario says, and what is claimed of it. */
  public record Stated(ScenarioSpec spec, List<Claim> claims) {
    /** Copies the claims. */
    public Stated {
      claims = List.copyOf(claims);
    }
  }

  /** Makes variants; each is for one thread. */
  public interface Source {
    /** Returns the scenario with changes, each PATH=VALUE. */
    Variant with(List<String> settings);
  }
}
