package org.stargatecalc.uncertainty;

/**
 * A number that may be uncertain, described by its quantile function alone.
 *
 * <p>Values are in the base unit of the parameter that they belong to.
 */
public sealed interface Distribution {
  /** Returns the value that is not exceeded with probability {@code u}, for u in (0, 1). */
  double quantile(double u);

  /** Returns the value that the central case uses. */
  default double median() {
    return quantile(0.5);
  }

  /** Returns whether there is nothing to draw. */
  default boolean isCertain() {
    return false;
  }

  /**
   * A number that is known.
   *
   * @param value the number
   */
  record Certain(double value) implements Distribution {
    @Override
    public double quantile(double u) {
      return value;
    }

    @Override
    public boolean isCertain() {
      return true;
    }
  }
}
