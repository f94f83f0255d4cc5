package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;

/**
 * A claim about one training system, read as a system, as a site and as everybody's fleet.
 *
 * @param claim the claim as made
 * @param system answer of the projection for one training system
 * @param site answer of the projection for one site
 * @param fleet answer of the projection for the whole fleet
 * @param recordedSite what the record has for its largest site
 * @param recordedFleet what the record has for all its sites
 */
public record FleetReading(
    Claim claim,
    Answer system,
    Answer site,
    Answer fleet,
    Recorded recordedSite,
    Recorded recordedFleet) {
  /**
   * Recorded power against the claim's threshold.
   *
   * @param mw at the deadline, MW
   * @param reachedOn the first day with the claimed power, forecasts included
   */
  public record Recorded(double mw, Optional<LocalDate> reachedOn) {}
}
