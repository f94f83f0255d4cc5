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
 * @param onlyNamed whether nothing but these metrics, and claims on them, is compared
 */
public record Tolerance(double general, Map<Metric, Double> byMetric, boolean onlyNamed) {
  /** Copies the map. */
  public Tolerance {
    Map<Metric, Double> copy = new EnumMap<>(Metric.class);
    copy.putAll(byMetric);
    byMetric = Collections.unmodifiableMap(copy);
  }

  /** Creates one of every metric. */
  public Tolerance(double general, Map<Metric, Double> byMetric) {
    this(general, byMetric, false);
  }

  /** Returns whether a metric is compared. */
  boolean isOf(Metric metric) {
    return !onlyNamed || byMetric.containsKey(metric);
  }

  /** Returns the tolerance of a metric. */
  public double of(Metric metric) {
    return byMetric.getOrDefault(metric, general);
  }
}
