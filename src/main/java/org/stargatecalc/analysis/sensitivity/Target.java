package org.stargatecalc.analysis.sensitivity;

import java.time.LocalDate;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;

/**
 * The answer whose causes are looked for: a metric at the end of a day.
 *
 * @param label how the user asked for it
 * @param metric the metric; a flow is its sum since the start of the horizon
 * @param basis the power basis
 * @param date the day
 */
public record Target(String label, Metric metric, Basis basis, LocalDate date) {
  /** Returns the target that a claim asks about: its metric at its deadline. */
  public static Target of(Claim claim) {
    return new Target(claim.id(), claim.metric(), claim.basis(), claim.by());
  }

  double instant() {
    return Instants.endOf(date);
  }
}
