package org.stargatecalc.analysis.montecarlo;

import java.util.List;
import org.stargatecalc.claim.Claim;

/**
 * How a claim fares over all draws.
 *
 * @param claim the claim
 * @param probabilityMet share of draws in which it is met; NaN for a deadline before the horizon
 * @param standardError Monte-Carlo standard error of that share
 * @param neverShare share of draws in which it is not reached within the horizon
 * @param valueQuantiles the metric at the deadline, or the horizon's end if that comes first, at
 *     the percentiles
 * @param reachedQuantiles instant of reaching at the percentiles, infinite for never
 */
public record ClaimOdds(
    Claim claim,
    double probabilityMet,
    double standardError,
    double neverShare,
    List<Quantile> valueQuantiles,
    List<Quantile> reachedQuantiles) {
  /**
   * A quantile of the draws.
   *
   * @param value the quantile
   * @param error its Monte-Carlo standard error, not below 0; infinite or NaN near what is infinite
   */
  public record Quantile(double value, double error) {}

  /** Copies the lists. */
  public ClaimOdds {
    valueQuantiles = List.copyOf(valueQuantiles);
    reachedQuantiles = List.copyOf(reachedQuantiles);
  }
}
