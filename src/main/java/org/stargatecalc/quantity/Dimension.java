package org.stargatecalc.quantity;

/**
 * What a number measures, with the one unit in which it is held.
 *
 * <p>Durations convert with a month of 30.4375 days and a year of 365.25 days; money is constant
 * 2025 US dollars.
 */
public enum Dimension {
  /** A count of chips (packages). */
  COUNT("a count", "GPU", "400000, 400_000, 400k or 0.4M"),
  /** Chips by what they compute, held in chips of one H100 each. */
  EQUIVALENTS("a number of H100 equivalents", "H100e", "1.5M H100e"),
  /** Chips times time, held in GPU-hours. */
  COUNT_TIME("a number of GPU-hours", "GPU-hour", "2bn GPU-hours"),
  /** Electric power, held in watts. */
  POWER("a power", "W", "2.09 kW or 0.9 GW"),
  /** Money, held in constant 2025 US dollars. */
  MONEY("an amount of money", "USD", "$80bn or 80 bn USD"),
  /** Money per time, held in USD per year. */
  MONEY_PER_TIME("an amount of money per year", "USD/year", "$10bn/year"),
  /** A part of a whole, held as a fraction of one. */
  SHARE("a share", "1", "60% or 0.6"),
  /** A dimensionless ratio such as a PUE or a yearly growth factor. */
  RATIO("a ratio", "1", "1.2"),
  /** A length of time, held in days. */
  DURATION("a duration", "days", "6 months, 90 days or 5 years"),
  /** An energy, held in kilowatt-hours. */
  ENERGY("an energy", "kWh", "1.4 MWh or 2 TWh"),
  /** Money per chip, held in USD per GPU. */
  MONEY_PER_COUNT("an amount of money per GPU", "USD/GPU", "$54403/GPU or $54.4k/GPU"),
  /** Money per power, held in USD per watt. */
  MONEY_PER_POWER("an amount of money per power", "USD/W", "$12.28/W or $12.28M/MW"),
  /** Money per power and time, held in USD per watt and year. */
  MONEY_PER_POWER_TIME(
      "an amount of money per power and year", "USD/W-year", "$0.30/W-year or $10bn/GW-year"),
  /** Money per energy, held in USD per kilowatt-hour. */
  MONEY_PER_ENERGY("an amount of money per energy", "USD/kWh", "$65/MWh or 8.3 c/kWh"),
  /** Money per chip and time, held in USD per GPU-hour. */
  MONEY_PER_COUNT_TIME("an amount of money per GPU-hour", "USD/GPU-hour", "$2.20/GPU-hour"),
  /** A rate of computation, held in FLOP per second. */
  COMPUTE_RATE("a compute rate", "FLOP/s", "2.5 PFLOP/s"),
  /** An amount of computation, held in FLOP. */
  COMPUTE("an amount of compute", "FLOP", "1.3e27 FLOP");

  private final String noun;
  private final String baseUnit;
  private final String example;

  Dimension(String noun, String baseUnit, String example) {
    this.noun = noun;
    this.baseUnit = baseUnit;
    this.example = example;
  }

  /** Returns the dimension as a noun with its article, for messages. */
  public String noun() {
    return noun;
  }

  /** Returns the name of the unit in which values of this dimension are held. */
  public String baseUnit() {
    return baseUnit;
  }

  /** Returns how such a quantity may be written. */
  public String example() {
    return example;
  }

  /** Returns whether values are money, or money per something. */
  public boolean isMoney() {
    return switch (this) {
      case MONEY,
          MONEY_PER_TIME,
          MONEY_PER_COUNT,
          MONEY_PER_POWER,
          MONEY_PER_POWER_TIME,
          MONEY_PER_ENERGY,
          MONEY_PER_COUNT_TIME ->
          true;
      case COUNT,
          EQUIVALENTS,
          COUNT_TIME,
          POWER,
          SHARE,
          RATIO,
          DURATION,
          ENERGY,
          COMPUTE_RATE,
          COMPUTE ->
          false;
    };
  }

  /** Returns whether a number by itself says all: things are counted in ones. */
  public boolean isCount() {
    return this == COUNT || this == EQUIVALENTS;
  }
}
