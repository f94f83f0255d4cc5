package org.stargatecalc.expression;

import java.util.Optional;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Statistic;

/** What an expression measures. */
public sealed interface Measure {
  /** Returns how the expression writes it. */
  String text();

  /** Returns the unit of its values, empty for a word and for a share. */
  default Optional<MetricUnit> unit() {
    return Optional.empty();
  }

  /** Returns what is measured on one side alone: of a change, that which changes. */
  default Measure unchanged() {
    return this;
  }

  /** Returns whether no expression writes it: its message says all, its value yes or no. */
  default boolean isRemark() {
    return false;
  }

  /**
   * A metric at a date.
   *
   * @param metric a number
   * @param statistic which number of it
   * @param moment when
   * @param text as written
   */
  record OfMetric(Metric metric, Statistic statistic, Moment moment, String text)
      implements Measure {
    @Override
    public Optional<MetricUnit> unit() {
      return Optional.of(metric.unit());
    }
  }

  /**
   * The probability that a claim is met.
   *
   * @param claim its id
   * @param text as written
   */
  record OfProbability(String claim, String text) implements Measure {}

  /**
   * The verdict on a claim.
   *
   * @param claim its id
   * @param text as written
   */
  record OfVerdict(String claim, String text) implements Measure {}

  /**
   * Whether a scenario and its baseline can be compared, and in what.
   *
   * @param text what is covered
   */
  record OfCoverage(String text) implements Measure {
    @Override
    public boolean isRemark() {
      return true;
    }
  }

  /**
   * Whether values are as new as they are asked to be.
   *
   * @param text which values
   */
  record OfAge(String text) implements Measure {
    @Override
    public boolean isRemark() {
      return true;
    }
  }

  /**
   * The change of a measure against the baseline.
   *
   * @param of the measure, a metric or a probability
   * @param relative whether as a share of the baseline rather than in the measure's unit
   * @param text as written
   */
  record OfChange(Measure of, boolean relative, String text) implements Measure {
    @Override
    public Optional<MetricUnit> unit() {
      return relative ? Optional.empty() : of.unit();
    }

    @Override
    public Measure unchanged() {
      return of;
    }
  }
}
