package org.stargatecalc.result;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.claim.Answer;

/**
 * All that a run says of a claim.
 *
 * @param claim the claim with its answer
 * @param spread over the draws, empty without draws
 * @param scope note on what the claim is about, empty if not stated
 * @param source who says so
 * @param readings the answers under other scopes and bases
 */
public record ClaimAnswer(
    ResultClaim claim,
    Optional<ClaimSpread> spread,
    String scope,
    Optional<String> source,
    List<Answer> readings) {
  /** Copies the readings. */
  public ClaimAnswer {
    readings = List.copyOf(readings);
  }
}
