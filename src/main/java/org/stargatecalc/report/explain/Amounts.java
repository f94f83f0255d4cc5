package org.stargatecalc.report.explain;

import java.time.LocalDate;
import java.util.List;
import org.stargatecalc.analysis.explain.Explained;
import org.stargatecalc.field.Display;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ReadableUnit;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;

/** How the numbers of an explanation are said to people. */
final class Amounts {
  private static final double MOST_PLAIN = 1e6;

  private Amounts() {}

  /** Returns a value with its unit, as cells that are read one after the other. */
  static List<Cell> of(Explained explained) {
    double value = explained.value();
    if (Double.isNaN(value)) {
      return List.of(Cell.words("undefined"));
    }
    if (explained.input().isPresent()) {
      return ofInput(explained.input().get(), value);
    }
    return switch (explained.unit()) {
      case "date" -> List.of(Cell.words(date(value)));
      case "share" -> List.of(new Cell.Number(value, Display.SHARE));
      case "GPUs", "GPU" -> List.of(new Cell.Number(value, Display.GPU), Cell.words("GPUs"));
      case "USD bn" -> List.of(new Cell.Quantity(value, Display.USD_BN));
      case "GW" -> List.of(new Cell.Quantity(value, Display.GIGAWATT));
      case "W" -> scaled(value, ReadableUnit.of(value, Dimension.POWER));
      case "USD", "USD/year", "USD/day", "USD/hour" -> money(value, explained.unit());
      case "GPU-hour" -> List.of(plain(value), Cell.words("GPU-hours"));
      case "1", "" -> List.of(plain(value));
      default -> List.of(plain(value), Cell.words(explained.unit()));
    };
  }

  /** Returns the value of an input, in the unit in which a reader thinks of it. */
  static List<Cell> ofInput(Assumption input, double value) {
    if (input.value() instanceof AssumedValue.Named named) {
      return List.of(Cell.words(named.word()));
    }
    if (!(input.value() instanceof AssumedValue.Measured measured)) {
      return List.of(Cell.words(date(value)));
    }
    return switch (measured.dimension()) {
      case SHARE -> List.of(new Cell.Number(value, Display.SHARE));
      case COUNT -> List.of(new Cell.Number(value, Display.GPU), Cell.words("GPUs"));
      default -> scaled(value, ReadableUnit.of(value, measured.dimension()));
    };
  }

  private static String date(double day) {
    return LocalDate.ofEpochDay((long) StrictMath.floor(day)).toString();
  }

  private static List<Cell> scaled(double value, ReadableUnit unit) {
    Cell number = plain(unit.of(value));
    return unit.name().isEmpty() ? List.of(number) : List.of(number, Cell.words(unit.name()));
  }

  private static List<Cell> money(double value, String unit) {
    if (Math.abs(value) >= Scale.GIGA) {
      return List.of(plain(value / Scale.GIGA), Cell.words(unit.replace("USD", "USD bn")));
    }
    return List.of(
        new Cell.Number(value, Math.abs(value) < 100 ? Display.FOUR_DIGITS : Display.GPU),
        Cell.words(unit));
  }

  private static Cell plain(double value) {
    return new Cell.Number(
        value, Math.abs(value) >= MOST_PLAIN ? Display.WORDED : Display.FOUR_DIGITS);
  }
}
