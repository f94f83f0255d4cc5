package org.stargatecalc.analysis.backtest;

import java.util.List;

/**
 * How close a model comes to recorded points.
 *
 * @param model {@link ModelReading#PROJECTION} or the id of a baseline
 * @param points how many it says something about
 * @param positivePoints how many of these have recorded power above 0; errors in percent are theirs
 * @param mape mean of |error| / recorded power; NaN without points
 * @param bias Σ error / Σ recorded power; NaN where nothing is recorded
 * @param meanErrorMw mean of the error, MW, positive when the model has more; NaN without points
 * @param meanAbsoluteErrorMw mean of |error|, MW; NaN without points
 * @param meanErrorMonths mean of the error in time, months, positive when the model is late; NaN
 *     where no time is known
 * @param within how many of the positive points it meets within 1 %
 * @param insideBand share of points inside the model's band; NaN without a band
 */
public record Score(
    String model,
    int points,
    int positivePoints,
    double mape,
    double bias,
    double meanErrorMw,
    double meanAbsoluteErrorMw,
    double meanErrorMonths,
    int within,
    double insideBand) {
  /** How near a model must come to meet a point, as a share of the recorded power. */
  public static final double TOLERANCE = 0.01;

  /** Scores one model on points of one basis. */
  public static Score of(String model, List<BacktestPoint> points) {
    Mean percent = new Mean();
    Mean error = new Mean();
    Mean absolute = new Mean();
    Mean months = new Mean();
    Mean inside = new Mean();
    double recorded = 0;
    int within = 0;
    for (BacktestPoint point : points) {
      double mw = point.estimate(model).map(ModelReading::mw).orElse(Double.NaN);
      if (Double.isNaN(mw)) {
        continue;
      }
      ModelReading estimate = point.estimate(model).orElseThrow();
      double off = point.errorMw(mw);
      error.add(off);
      absolute.add(Math.abs(off));
      recorded += point.recordedMw();
      if (point.recordedMw() > 0) {
        double share = Math.abs(off) / point.recordedMw();
        percent.add(share);
        within += share <= TOLERANCE ? 1 : 0;
      }
      if (!Double.isNaN(estimate.errorMonths())) {
        months.add(estimate.errorMonths());
      }
      estimate.insideBand().ifPresent(inside::add);
    }
    return new Score(
        model,
        error.count,
        percent.count,
        percent.value(),
        recorded > 0 ? error.sum / recorded : Double.NaN,
        error.value(),
        absolute.value(),
        months.value(),
        within,
        inside.value());
  }

  /** A mean, NaN of nothing. */
  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return count == 0 ? Double.NaN : sum / count;
    }
  }
}
