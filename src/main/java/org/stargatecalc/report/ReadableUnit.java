package org.stargatecalc.report;

import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Scale;

/**
 * The unit in which a reader thinks of a value, such as MW for 789000000 W.
 *
 * @param name empty for a number without a unit
 * @param size in base units of the dimension
 */
public record ReadableUnit(String name, double size) {
  private static final String[] PREFIXES = {"", "k", "M", "G", "T"};

  /** Returns the unit that fits a typical value. */
  public static ReadableUnit of(double typical, Dimension dimension) {
    return switch (dimension) {
      case POWER -> prefixed(typical, "W");
      case COMPUTE_RATE -> new ReadableUnit("PFLOP/s", Scale.PETA);
      case MONEY ->
          Math.abs(typical) >= Scale.GIGA
              ? new ReadableUnit("USD bn", Scale.GIGA)
              : new ReadableUnit("USD mn", Scale.MEGA);
      case DURATION ->
          typical >= 730.5 ? new ReadableUnit("years", 365.25) : new ReadableUnit("days", 1);
      case SHARE, RATIO -> new ReadableUnit("", 1);
      default -> new ReadableUnit(dimension.baseUnit(), 1);
    };
  }

  private static ReadableUnit prefixed(double typical, String unit) {
    int prefix = 0;
    double size = 1;
    while (Math.abs(typical) >= 1000 * size && prefix < PREFIXES.length - 1) {
      size *= 1000;
      prefix++;
    }
    return new ReadableUnit(PREFIXES[prefix] + unit, size);
  }

  /** Returns a value of base units in this unit. */
  public double of(double value) {
    return value / size;
  }
}
