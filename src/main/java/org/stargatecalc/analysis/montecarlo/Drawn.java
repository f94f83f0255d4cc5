package org.stargatecalc.analysis.montecarlo;

import java.util.List;

/**
 * What all draws of a scenario came to.
 *
 * @param settings how draws were made
 * @param plan the inputs of every draw
 * @param bands metrics by period
 * @param odds one a claim, in their order
 * @param outcomes what each draw gave for each claim
 */
public record Drawn(
    Settings settings, DrawPlan plan, Bands bands, List<ClaimOdds> odds, Outcomes outcomes) {
  /** Copies the odds. */
  public Drawn {
    odds = List.copyOf(odds);
  }
}
