package org.stargatecalc.expression;

import java.util.EnumSet;
import java.util.Set;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.word.Worded;

/**
 * An expression that should be true, and what it means if it is not.
 *
 * @param expression what should be true
 * @param text as written
 * @param level how bad it is if not
 * @param message why it matters, empty if not stated
 * @param origin where it is written
 */
public record Expectation(
    Expression expression, String text, Severity level, String message, Place origin) {

  /** Returns the metrics that it measures, also those whose change it measures. */
  public Set<Metric> metrics() {
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    for (Expression.Comparison comparison : expression.comparisons()) {
      Measure measure = comparison.measure().unchanged();
      if (measure instanceof Measure.OfMetric metric) {
        metrics.add(metric.metric());
      }
    }
    return metrics;
  }

  /** How bad a failure is. */
  public enum Severity implements Worded {
    /** The check fails. */
    ERROR,
    /** It is said, and the check passes. */
    WARN;
  }

  /**
   * Where an expectation is written.
   *
   * @param file the file, or the option
   * @param line 1-based, 0 on the command line
   * @param column 1-based, 0 on the command line
   */
  public record Place(String file, int line, int column) {}
}
