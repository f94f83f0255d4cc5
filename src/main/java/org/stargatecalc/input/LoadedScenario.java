package org.stargatecalc.input;

import java.util.List;
import java.util.function.Supplier;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.Node;

/**
 * A scenario that was read without problems.
 *
 * @param spec what it says
 * @param claims the claims that it is judged against
 * @param expectations what it is expected to give
 * @param file the file as the user named it
 * @param sha256 of the file's bytes, hexadecimal
 * @param fingerprint of all that was read: the file, what it extends, overlays and settings
 * @param warnings what the user should know, one line each
 * @param tree all that was read, laid over one another
 */
public record LoadedScenario(
    ScenarioSpec spec,
    List<Claim> claims,
    List<Expectation> expectations,
    String file,
    Supplier<String> sha256,
    Supplier<String> fingerprint,
    List<String> warnings,
    Node.Mapping tree) {
  /** Copies the lists. */
  public LoadedScenario {
    expectations = List.copyOf(expectations);
    claims = List.copyOf(claims);
    warnings = List.copyOf(warnings);
  }
}
