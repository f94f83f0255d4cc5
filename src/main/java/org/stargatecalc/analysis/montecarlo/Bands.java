package org.stargatecalc.analysis.montecarlo;

import java.time.LocalDate;
import java.util.List;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.uncertainty.QuantileErrors;

/** Quantiles and means of metrics by period. */
public final class Bands {
  private final List<LocalDate> ends;
  private final List<Metric> metrics;
  private final List<Integer> percentiles;
  private final double[][] quantiles;
  private final double[] means;
  private final double[] standardErrors;

  Bands(
      List<LocalDate> ends,
      List<Metric> metrics,
      List<Integer> percentiles,
      double[][] quantiles,
      double[] means,
      double[] standardErrors) {
    this.ends = List.copyOf(ends);
    this.metrics = List.copyOf(metrics);
    this.percentiles = List.copyOf(percentiles);
    this.quantiles = quantiles;
    this.means = means;
    this.standardErrors = standardErrors;
  }

  /** Returns the percentiles, ascending. */
  public List<Integer> percentiles() {
    return percentiles;
  }

  /** Returns the last days of the periods. */
  public List<LocalDate> ends() {
    return ends;
  }

  /** Returns whether quantiles of a metric were asked for. */
  public boolean has(Metric metric) {
    return metrics.contains(metric);
  }

  private int cell(Metric metric, LocalDate end) {
    int m = metrics.indexOf(metric);
    int p = ends.indexOf(end);
    if (m < 0 || p < 0) {
      throw new IllegalArgumentException("no band for " + metric.id() + " at " + end);
    }
    return m * ends.size() + p;
  }

  /** Returns the quantile of a metric in the period that ends on a day; NaN where undefined. */
  public double quantile(Metric metric, LocalDate end, int percentile) {
    double[] found = quantiles[cell(metric, end)];
    return QuantileErrors.values(found)[percentiles.indexOf(percentile)];
  }

  /** Returns the Monte-Carlo standard error of a quantile. */
  public double quantileError(Metric metric, LocalDate end, int percentile) {
    double[] found = quantiles[cell(metric, end)];
    return QuantileErrors.errors(found)[percentiles.indexOf(percentile)];
  }

  /** Returns the mean over the draws in which the metric is defined. */
  public double mean(Metric metric, LocalDate end) {
    return means[cell(metric, end)];
  }

  /** Returns the Monte-Carlo standard error of the mean. */
  public double standardError(Metric metric, LocalDate end) {
    return standardErrors[cell(metric, end)];
  }
}
