package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the projection or a baseline says about a recorded point.
 *
 * @param model {@link #PROJECTION} or the id of a baseline
 * @param mw its power on the point's date, MW; NaN where it says nothing
 * @param reachedOn the day on which it comes within 1 % of the recorded power, empty if never
 * @param errorMonths from the day on which the record first has that power to {@code reachedOn},
 *     positive when late; NaN where either is unknown
 * @param insideBand 1 if the record lies inside the model's band, 0 if not; empty without a band
 */
public record ModelReading(
    String model,
    double mw,
    Optional<LocalDate> reachedOn,
    double errorMonths,
    OptionalDouble insideBand) {
  /** The model that is the scenario itself. */
  public static final String PROJECTION = "projection";

  /** The model that is the site's own plan in an older vintage. */
  public static final String PLAN = "plan";
}
