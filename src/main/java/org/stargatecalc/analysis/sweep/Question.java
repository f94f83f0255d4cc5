package org.stargatecalc.analysis.sweep;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;

/**
 * What every combination is asked.
 *
 * @param claims each answered by the claim of its id that the combination has
 * @param metrics told at a date; flows as sums since the start of the horizon
 * @param at the date
 * @param percentiles of the draws, empty if nothing is drawn
 */
public record Question(
    List<Claim> claims, List<Metric> metrics, LocalDate at, Optional<List<Integer>> percentiles) {
  /** Copies the lists. */
  public Question {
    claims = List.copyOf(claims);
    metrics = List.copyOf(metrics);
  }
}
