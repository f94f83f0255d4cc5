package org.stargatecalc.claim;

import java.util.List;

/**
 * A claim with its answer and the answers under the other readings.
 *
 * @param claim the claim as made
 * @param answer the answer to it
 * @param readings the same threshold under every reading that could be meant; empty where the
 *     metric leaves none open
 */
public record CheckedClaim(Claim claim, Answer answer, List<Answer> readings) {
  /** Copies the readings. */
  public CheckedClaim {
    readings = List.copyOf(readings);
  }
}
