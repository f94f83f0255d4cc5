package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.projection.Metric;

/** What a row of the timeline says. */
public interface PeriodValues {
  /** Returns the last day of the period. */
  LocalDate end();

  /** Returns a metric that is a number in the central case, NaN where it is undefined. */
  double value(Metric metric);

  /** Returns a metric at a percentile of the draws from 1 to 99, NaN where it is undefined. */
  double quantile(Metric metric, int percentile);

  /** Returns the Monte-Carlo standard error of that; 0 or NaN where there is none. */
  double quantileError(Metric metric, int percentile);

  /** Returns a metric that is a word, empty if there is none. */
  Optional<String> word(Metric metric);
}
