package org.stargatecalc.projection;

import org.stargatecalc.quantity.Dimension;

/** The unit in which values of a metric are held, written and bounded. */
public enum MetricUnit {
  /** Accelerator packages. */
  GPU("GPU", Dimension.COUNT, 1),
  /** Packages by what they compute. */
  H100E("H100e", Dimension.EQUIVALENTS, 1),
  /** Gigawatts. */
  GW("GW", Dimension.POWER, 1e9),
  /** Terawatt-hours. */
  TWH("TWh", Dimension.ENERGY, 1e9),
  /** FLOP per second. */
  FLOPS("FLOP/s", Dimension.COMPUTE_RATE, 1),
  /** FLOP. */
  FLOP("FLOP", Dimension.COMPUTE, 1),
  /** Billions of 2025 US dollars. */
  USD_BN("USD bn", Dimension.MONEY, 1e9),
  /** Billions of dollars a year. */
  USD_BN_PER_YEAR("USD bn/year", Dimension.MONEY_PER_TIME, 1e9),
  /** Billions of dollars per gigawatt, which is dollars per watt. */
  USD_BN_PER_GW("USD bn/GW", Dimension.MONEY_PER_POWER, 1),
  /** Dollars per GPU-hour. */
  USD_PER_GPU_HOUR("USD/GPU-hour", Dimension.MONEY_PER_COUNT_TIME, 1),
  /** Orders of magnitude. */
  OOM("OOM", Dimension.RATIO, 1),
  /** GPU-hours. */
  GPU_HOUR("GPU-hour", Dimension.COUNT_TIME, 1),
  /** None: a word. */
  WORD("", Dimension.RATIO, 1);

  private final String symbol;
  private final Dimension dimension;
  private final double baseUnits;

  MetricUnit(String symbol, Dimension dimension, double baseUnits) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.baseUnits = baseUnits;
  }

  /** Returns the unit as outputs write it, empty for a word. */
  public String symbol() {
    return symbol;
  }

  /** Returns what values in this unit measure. */
  public Dimension dimension() {
    return dimension;
  }

  /** Returns how many base units of its dimension one unit is. */
  public double baseUnits() {
    return baseUnits;
  }
}
