package org.stargatecalc.analysis.compare;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.stargatecalc.projection.Metric;

/**
 * How large a relative change of a metric may be without counting as one.
 *
 * @param general for every metric without its own, as a fraction
 * @param byMetric for single metrics, as a fraction
 */
public record Tolerance(double general, Map<Metric, Double> byMetric) {
  /** Copies the map. */
  public Tolerance {
    Map<Metric, Double> copy = new EnumMap<>(Metric.class);
    copy.putAll(byMetric);
    byMetric = Collections.unmodifiableMap(copy);
  }

  /** Returns the tolerance of a metric. */
  public double of(Metric metric) {
    return byMetric.getOrDefault(metric, general);
  }
}
