package org.stargatecalc.analysis.backtest;

import java.util.List;

/**
 * How close a scenario comes to recorded amounts.
 *
 * @param points with more than 0 on record
 * @param mape mean of |error| / recorded; NaN without points
 * @param bias Σ error / Σ recorded; NaN without points
 * @param within how many points are met within {@link Score#TOLERANCE}
 */
public record AmountScore(int points, double mape, double bias, int within) {
  /** Scores points of one amount. */
  public static AmountScore of(List<AmountPoint> all) {
    List<AmountPoint> points = all.stream().filter(p -> p.recorded() > 0).toList();
    return new AmountScore(
        points.size(),
        points.stream().mapToDouble(p -> Math.abs(p.errorShare())).average().orElse(Double.NaN),
        points.stream().mapToDouble(AmountPoint::error).sum()
            / points.stream().mapToDouble(AmountPoint::recorded).sum(),
        (int) points.stream().filter(p -> Math.abs(p.errorShare()) <= Score.TOLERANCE).count());
  }
}
