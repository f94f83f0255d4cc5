package org.stargatecalc.scenario;

import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.uncertainty.Distribution;

/** The value of an assumption, in the form that fits it. */
public sealed interface AssumedValue {
  /**
   * A number with its dimension.
   *
   * @param distribution in the dimension's base unit
   * @param dimension what it measures
   */
  record Measured(Distribution distribution, Dimension dimension) implements AssumedValue {}

  /**
   * A date.
   *
   * @param distribution days since 1970-01-01 at which the date begins
   */
  record Dated(Distribution distribution) implements AssumedValue {}

  /**
   * A word, such as a catalogue id.
   *
   * @param word the word
   */
  record Named(String word) implements AssumedValue {}
}
