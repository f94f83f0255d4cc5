package org.stargatecalc.report.sensitivity;

import java.time.LocalDate;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ReadableUnit;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.uncertainty.Distribution;

/** How uncertain inputs and their values are said. */
public final class InputWords {
  private InputWords() {}

  /** Returns what an input is, in a few words. */
  static String title(UncertainInput input) {
    String path = input.path();
    if (input.distribution() instanceof Distribution.Coin) {
      return path.startsWith("risks.") ? "whether the risk happens" : "whether it is built";
    }
    if (path.startsWith("risks.")) {
      return "delay if the risk happens";
    }
    String date = path.endsWith(".by") || path.endsWith(".from") ? "date" : "";
    return PhaseParameter.ofPath(path).map(PhaseParameter::meaning).orElse(date);
  }

  /** Returns a value of an input as a cell. */
  static Cell value(UncertainInput input, double value) {
    if (input.value() instanceof AssumedValue.Dated) {
      return new Cell.Day(LocalDate.ofEpochDay((long) StrictMath.floor(value)));
    }
    if (input.distribution() instanceof Distribution.Coin) {
      return Cell.words(value > 0 ? "yes" : "no");
    }
    return Cell.number(unitOf(input).of(value), Display.FOUR_DIGITS);
  }

  /** Returns the unit of an input's values. */
  static String unit(UncertainInput input) {
    return input.distribution() instanceof Distribution.Coin ? "" : unitOf(input).name();
  }

  private static ReadableUnit unitOf(UncertainInput input) {
    return input.value() instanceof AssumedValue.Measured measured
        ? ReadableUnit.of(input.distribution().median(), measured.dimension())
        : new ReadableUnit("", 1);
  }
}
