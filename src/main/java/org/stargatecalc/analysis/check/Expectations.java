package org.stargatecalc.analysis.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Statistic;

/**
 * What has to be known to judge expectations: it is drawn and projected for just that.
 *
 * @param all the expectations
 */
public record Expectations(List<Expectation> all) {
  /** Copies the list. */
  public Expectations {
    all = List.copyOf(all);
  }

  /** Returns whether an expectation is about a change, which needs something to start from. */
  public static boolean needsBaseline(Expectation expectation) {
    return expectation.expression().comparisons().stream()
        .anyMatch(comparison -> comparison.measure() instanceof Measure.OfChange);
  }

  /** Returns whether an expectation asks for a quantile, a mean or a probability. */
  public static boolean needsDraws(Expectation expectation) {
    return measures(expectation).stream()
        .anyMatch(
            measure ->
                measure instanceof Measure.OfProbability
                    || (measure instanceof Measure.OfMetric metric
                        && metric.statistic().kind() != Statistic.Kind.CENTRAL));
  }

  /** Returns whether any of them needs draws. */
  public boolean needDraws() {
    return all.stream().anyMatch(Expectations::needsDraws);
  }

  /** Returns the metrics that they measure. */
  public List<Metric> metrics() {
    Set<Metric> metrics = new LinkedHashSet<>();
    ofMetrics().forEach(measure -> metrics.add(measure.metric()));
    return List.copyOf(metrics);
  }

  /** Returns the moments at which they measure. */
  public List<Moment> moments() {
    Set<Moment> moments = new LinkedHashSet<>();
    ofMetrics().forEach(measure -> moments.add(measure.moment()));
    return List.copyOf(moments);
  }

  /** Returns the percentiles that they ask for, ascending. */
  public List<Integer> percentiles() {
    Set<Integer> percentiles = new TreeSet<>();
    for (Measure.OfMetric measure : ofMetrics()) {
      if (measure.statistic().kind() == Statistic.Kind.QUANTILE) {
        percentiles.add((int) Math.round(measure.statistic().level() * 100));
      }
    }
    return List.copyOf(percentiles);
  }

  /** Returns what is summed over a period of which a horizon has only the end, as it is written. */
  public List<String> cutShort(Horizon horizon) {
    Set<String> texts = new LinkedHashSet<>();
    for (Measure.OfMetric measure : ofMetrics()) {
      Optional<LocalDate> after = measure.moment().after();
      if (after.isPresent() && after.get().plusDays(1).isBefore(horizon.from())) {
        texts.add(measure.text());
      }
    }
    return List.copyOf(texts);
  }

  private List<Measure.OfMetric> ofMetrics() {
    List<Measure.OfMetric> metrics = new ArrayList<>();
    for (Expectation expectation : all) {
      for (Measure measure : measures(expectation)) {
        if (measure instanceof Measure.OfMetric metric) {
          metrics.add(metric);
        }
      }
    }
    return metrics;
  }

  private static List<Measure> measures(Expectation expectation) {
    List<Measure> measures = new ArrayList<>();
    for (Expression.Comparison comparison : expectation.expression().comparisons()) {
      measures.add(comparison.measure().unchanged());
    }
    return measures;
  }
}
