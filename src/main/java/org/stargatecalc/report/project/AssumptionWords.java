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

  /** Returns the number of a measured value, NaN for a date or a word. */
  static double number(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Measured measured
        ? measured.distribution().median()
        : Double.NaN;
  }

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

  /** Returns that unit. */
  static Cell unit(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Measured measured
        ? Cell.words(ReadableUnit.of(measured.distribution().median(), measured.dimension()).name())
        : Cell.EMPTY;
  }
}
