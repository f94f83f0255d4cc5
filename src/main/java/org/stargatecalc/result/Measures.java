package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.projection.Metric;

/** Answers what a scenario's metrics are; of a projection or of a saved result. */
public interface Measures {
  /**
   * Returns a metric that is a number.
   *
   * @throws NotMeasuredException if the result does not say, as for a date outside the horizon
   */
  Estimate measure(Metric metric, Statistic statistic, Moment moment) throws NotMeasuredException;

  /**
   * Returns a metric that is a word at the end of a date, empty if there is none.
   *
   * @throws NotMeasuredException if the result does not say
   */
  Optional<String> word(Metric metric, LocalDate date) throws NotMeasuredException;
}
