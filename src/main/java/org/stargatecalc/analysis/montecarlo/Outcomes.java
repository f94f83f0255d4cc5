package org.stargatecalc.analysis.montecarlo;

import org.stargatecalc.result.DrawRange;

/** What each draw gave for each claim: the instant of reaching and the value at the deadline. */
public final class Outcomes {
  private final int first;
  private final double[][] reached;
  private final double[][] value;

  Outcomes(int claims, DrawRange draws) {
    first = draws.first();
    reached = new double[claims][draws.size()];
    value = new double[claims][draws.size()];
  }

  void put(int claim, int draw, double reachedInstant, double valueAtDeadline) {
    reached[claim][draw - first] =
        Double.isNaN(reachedInstant) ? Double.POSITIVE_INFINITY : reachedInstant;
    value[claim][draw - first] = valueAtDeadline;
  }

  /** Returns the instant at which a claim is reached in a draw, infinite for never. */
  public double reached(int claim, int draw) {
    return reached[claim][draw - first];
  }

  /** Returns the metric of a claim at its deadline in a draw; NaN before the horizon. */
  public double value(int claim, int draw) {
    return value[claim][draw - first];
  }

  /** Returns the values of a claim's metric in all draws. */
  public double[] values(int claim) {
    return value[claim].clone();
  }

  /** Returns the instants of a claim in all draws. */
  public double[] instants(int claim) {
    return reached[claim].clone();
  }
}
