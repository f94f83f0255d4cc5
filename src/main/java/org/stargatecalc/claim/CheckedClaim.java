package org.stargatecalc.claim;

import java.util.List;

/**
 * A claim with its answer and the answers under the other readings.
 *
 * @param claim the claim as made
 * @param answer the answer to it
 * @param readings the same threshold under every scope and basis; empty where the metric is no
 *     training, site or fleet power
 */
public record CheckedClaim(Claim claim, Answer answer, List<Answer> readings) {
  /** Copies the readings. */
  public CheckedClaim {
    readings = List.copyOf(readings);
  }
}
