package org.stargatecalc.projection;

/** The power of one site over the horizon of a projection, GW, linear between nodes. */
public final class SitePower {
  private final Projection projection;
  private final double[] gigawatts;

  SitePower(Projection projection, double[] gigawatts) {
    this.projection = projection;
    this.gigawatts = gigawatts;
  }

  /**
   * Returns the power at an instant of the horizon, GW.
   *
   * @throws IllegalArgumentException if the instant lies outside the horizon
   */
  public double at(double instant) {
    if (!projection.horizon().contains(instant)) {
      throw new IllegalArgumentException("instant " + instant + " is outside the horizon");
    }
    return projection.at(gigawatts, instant);
  }

  /**
   * Returns the first instant at which the power is at or above a threshold, GW; NaN if never.
   *
   * <p>As for every metric, a value within 1e-12 of the threshold has reached it.
   */
  public double firstReached(double threshold) {
    return projection.firstReached(gigawatts, threshold);
  }
}
