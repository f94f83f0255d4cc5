package org.stargatecalc.analysis.sweep;

import java.util.Optional;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * In which unit the values of an axis are told: the base unit of its key, or as words and dates.
 *
 * @param dimension what they measure, empty for words and dates
 * @param perBareNumber what a number without a unit is multiplied by to reach the base unit
 */
public record AxisUnit(Optional<Dimension> dimension, double perBareNumber) {
  /** Values of a list that are looked at; a range has one form. */
  private static final int LOOKED_AT = 1000;

  private static final AxisUnit WORDS = new AxisUnit(Optional.empty(), 1);

  /** Returns the unit of an axis, of which a scenario has some value. */
  public static AxisUnit of(Axis axis, ScenarioSpec spec) {
    AxisUnit unit = ofKey(axis.path(), spec);
    if (unit.dimension().isEmpty()) {
      return WORDS;
    }
    int looked = Math.min(LOOKED_AT, axis.values().size());
    for (int i = 0; i < looked; i++) {
      if (Double.isNaN(unit.number(axis.values().text(i)))) {
        return WORDS;
      }
    }
    return Double.isNaN(unit.number(axis.values().at(0.5))) ? WORDS : unit;
  }

  private static AxisUnit ofKey(String path, ScenarioSpec spec) {
    double perBareNumber = 1;
    Optional<Dimension> dimension = Optional.empty();
    Optional<PhaseParameter> parameter = PhaseParameter.ofPath(path);
    if (parameter.isPresent()) {
      perBareNumber = parameter.get().daysPerBareNumber();
      dimension = parameter.filter(p -> !p.isDate()).map(PhaseParameter::dimension);
    }
    for (Assumption assumption : spec.assumptions()) {
      if (assumption.declaredAt().equals(path) || assumption.path().equals(path)) {
        dimension =
            assumption.value() instanceof AssumedValue.Measured measured
                ? Optional.of(measured.dimension())
                : Optional.empty();
      }
    }
    return new AxisUnit(dimension, perBareNumber);
  }

  /** Returns a value in the base unit; NaN for a text that is no number of the dimension. */
  public double number(String text) {
    if (dimension.isEmpty()) {
      return Double.NaN;
    }
    try {
      double number = QuantityParser.parse(text, dimension.get());
      return perBareNumber != 1 && isBare(text) ? number * perBareNumber : number;
    } catch (InvalidTextException no) {
      return Double.NaN;
    }
  }

  private static boolean isBare(String text) {
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    return last >= '0' && last <= '9' && text.charAt(0) != '$';
  }
}
