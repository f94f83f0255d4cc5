package org.stargatecalc.field;

import org.stargatecalc.projection.Metric;

/** The display form of a number: its unit and how much of it a reader needs. */
public enum Display {
  /** Megawatts. */
  MEGAWATT("MW", 0, Style.FIXED),
  /** Gigawatts. */
  GIGAWATT("GW", 3, Style.FIXED),
  /** Billions of 2025 US dollars. */
  USD_BN("USD bn", 2, Style.FIXED),
  /** Billions of dollars where there is room for three digits. */
  USD_BN_BRIEF("USD bn", 3, Style.SIGNIFICANT),
  /** Billions of dollars a year. */
  USD_BN_PER_YEAR("USD bn/year", 2, Style.FIXED),
  /** Billions of dollars per gigawatt. */
  USD_BN_PER_GW("USD bn/GW", 2, Style.FIXED),
  /** Dollars per GPU-hour. */
  USD_PER_GPU_HOUR("USD/GPU-hour", 2, Style.FIXED),
  /** Terawatt-hours. */
  TERAWATT_HOUR("TWh", 2, Style.FIXED),
  /** GPUs. */
  GPU("GPUs", 0, Style.GROUPED),
  /** H100 equivalents. */
  H100_EQUIVALENT("H100e", 0, Style.GROUPED),
  /** GPU-hours. */
  GPU_HOUR("GPU-hours", 3, Style.WORDED),
  /** FLOP per second. */
  FLOPS("FLOP/s", 3, Style.SCIENTIFIC),
  /** FLOP. */
  FLOP("FLOP", 3, Style.SCIENTIFIC),
  /** Orders of magnitude. */
  MAGNITUDE("OOM", 2, Style.FIXED),
  /** A share as a percentage. */
  PERCENT("%", 1, Style.PERCENT),
  /** Percent, one number of decimals in a column. */
  PERCENT_POINT("%", 1, Style.FIXED),
  /** A percentage of which three digits are enough. */
  PERCENT_BRIEF("%", 3, Style.SIGNIFICANT),
  /** A share as a percentage, of which small differences matter. */
  SHARE("%", 6, Style.PERCENT_SIGNIFICANT),
  /** Months. */
  MONTH("months", 1, Style.FIXED),
  /** A correlation or an index. */
  COEFFICIENT("", 3, Style.FIXED),
  /** A value of which three digits are enough. */
  THREE_DIGITS("", 3, Style.SIGNIFICANT),
  /** A value that only needs to be recognised. */
  FOUR_DIGITS("", 4, Style.SIGNIFICANT),
  /** A large number as people say it, in the unit named beside it. */
  WORDED("", 3, Style.WORDED),
  /** A very large number, in the unit named beside it, of which small changes matter. */
  SCIENTIFIC("", 6, Style.SCIENTIFIC),
  /** A number without a unit, or in the unit named beside it. */
  PLAIN("", 6, Style.SIGNIFICANT);

  /** How the digits are written. */
  public enum Style {
    /** A fixed number of decimals, more for small values so that three digits remain. */
    FIXED,
    /** Whole numbers with thousands apart. */
    GROUPED,
    /** One digit, decimals, and a power of ten. */
    SCIENTIFIC,
    /** At most so many significant digits and, from a million on, the word for the power. */
    WORDED,
    /** Times 100, a fixed number of decimals. */
    PERCENT,
    /** Times 100, at most so many significant digits, and a percent sign. */
    PERCENT_SIGNIFICANT,
    /** At most so many significant digits. */
    SIGNIFICANT
  }

  private final String unit;
  private final int digits;
  private final Style style;

  Display(String unit, int digits, Style style) {
    this.unit = unit;
    this.digits = digits;
    this.style = style;
  }

  /** Returns the unit, empty if there is none. */
  public String unit() {
    return unit;
  }

  /** Returns decimals, or significant digits where the style says so. */
  public int digits() {
    return digits;
  }

  /** Returns how digits are written. */
  public Style style() {
    return style;
  }

  /** Returns a form of a metric that shows small changes of large numbers. */
  public static Display exact(Metric metric) {
    return switch (of(metric)) {
      case GPU_HOUR, FLOPS, FLOP -> SCIENTIFIC;
      default -> PLAIN;
    };
  }

  /** Returns the display form of a metric, whose unit is the same. */
  public static Display of(Metric metric) {
    return switch (metric.unit()) {
      case GW -> GIGAWATT;
      case USD_BN -> USD_BN;
      case USD_BN_PER_YEAR -> USD_BN_PER_YEAR;
      case USD_BN_PER_GW -> USD_BN_PER_GW;
      case USD_PER_GPU_HOUR -> USD_PER_GPU_HOUR;
      case TWH -> TERAWATT_HOUR;
      case GPU -> GPU;
      case H100E -> H100_EQUIVALENT;
      case GPU_HOUR -> GPU_HOUR;
      case FLOPS -> FLOPS;
      case FLOP -> FLOP;
      case OOM -> MAGNITUDE;
      case WORD -> PLAIN;
    };
  }
}
