package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.projection.Basis;

/**
 * A recorded point and what every model says about it.
 *
 * @param date the day at whose end the power stands
 * @param set what the point can say
 * @param basis of all power here
 * @param recordedMw MW, 0 or more
 * @param falls whether the record had more before, which only a plan that falls too can follow
 * @param site id of the largest site where the point is about the largest; empty otherwise
 * @param estimates the projection first, then the baselines
 */
public record BacktestPoint(
    LocalDate date,
    PointSet set,
    Basis basis,
    double recordedMw,
    boolean falls,
    Optional<String> site,
    List<ModelReading> estimates) {
  private static final double ROUNDING_MW = 1e-9;

  /** Copies the estimates. */
  public BacktestPoint {
    estimates = List.copyOf(estimates);
  }

  /** Returns what a model says, empty if it does not take part. */
  public Optional<ModelReading> estimate(String model) {
    return estimates.stream().filter(e -> e.model().equals(model)).findFirst();
  }

  /** Returns what the scenario says. */
  public ModelReading projection() {
    return estimates.get(0);
  }

  /** Returns projected less recorded power, MW. */
  public double errorMw() {
    return errorMw(projection().mw());
  }

  /**
   * Returns a model's power less the recorded power, MW; a size passes through a count of GPUs and
   * back, so a difference below {@value #ROUNDING_MW} MW is none.
   */
  double errorMw(double mw) {
    double error = mw - recordedMw;
    return Math.abs(error) < ROUNDING_MW ? 0 : error;
  }

  /** Returns the error as a share of the recorded power, NaN where that is 0. */
  public double errorShare() {
    return recordedMw > 0 ? errorMw() / recordedMw : Double.NaN;
  }
}
