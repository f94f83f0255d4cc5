package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.List;
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

  /**
   * Returns a metric in the first draws, empty for a result that holds none.
   *
   * @throws NotMeasuredException if the result does not say
   */
  default Optional<Sample> sample(Metric metric, Moment moment) throws NotMeasuredException {
    return Optional.empty();
  }

  /** Returns the percentiles of draws that a saved result says of any metric, ascending. */
  default List<Integer> percentiles() {
    return List.of();
  }

  /** Returns whether a claim is met in the first draws, 1 or 0; empty for a result without any. */
  default Optional<Sample> met(String claim) {
    return Optional.empty();
  }
}
