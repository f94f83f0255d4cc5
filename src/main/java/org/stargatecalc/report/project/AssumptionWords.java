package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ReadableUnit;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;

/** How a value that an answer rests on is said to people. */
final class AssumptionWords {
  private AssumptionWords() {}

  /** Returns a date in ISO form or a word; empty for a measured value. */
  private static Optional<String> word(Assumption assumption) {
    if (assumption.value() instanceof AssumedValue.Named named) {
      return Optional.of(named.word());
    }
    if (assumption.value() instanceof AssumedValue.Dated dated) {
      return Optional.of(
          LocalDate.ofEpochDay((long) StrictMath.floor(dated.distribution().median())).toString());
    }
    return Optional.empty();
  }

  /** Returns the value in the unit in which a reader thinks of it. */
  static Cell value(Assumption assumption) {
    if (assumption.value() instanceof AssumedValue.Measured measured) {
      double median = measured.distribution().median();
      return Cell.number(ReadableUnit.of(median, measured.dimension()).of(median), Display.PLAIN);
    }
    return Cell.words(word(assumption).orElse(""));
  }

  /** Returns the value in the same unit with the digits that a reader needs to recognise it. */
  static Cell brief(Assumption assumption) {
    return value(assumption) instanceof Cell.Number number
        ? Cell.number(number.value(), Display.FOUR_DIGITS)
        : value(assumption);
  }

  /** Returns that unit. */
  static Cell unit(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Measured measured
        ? Cell.words(ReadableUnit.of(measured.distribution().median(), measured.dimension()).name())
        : Cell.EMPTY;
  }
}
