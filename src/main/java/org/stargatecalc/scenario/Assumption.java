package org.stargatecalc.scenario;

import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.uncertainty.Distribution;

/**
 * One value that a projection rests on.
 *
 * @param path where it is used, such as {@code phases.abilene.pue}
 * @param declaredAt where it was written; phases that inherit a value share it
 * @param value the value itself
 * @param origin the level at which it was found
 * @param provenance who says so
 */
public record Assumption(
    String path, String declaredAt, AssumedValue value, Origin origin, Provenance provenance) {
  /**
   * Returns the value of the central case, in its base unit or in days since 1970-01-01.
   *
   * @throws IllegalArgumentException if the value is a word
   */
  public double median() {
    return distribution().median();
  }

  /** Returns what is known about the value. */
  Distribution distribution() {
    if (value instanceof AssumedValue.Measured measured) {
      return measured.distribution();
    }
    if (value instanceof AssumedValue.Dated dated) {
      return dated.distribution();
    }
    throw new IllegalArgumentException(path + " is not a number");
  }
}
