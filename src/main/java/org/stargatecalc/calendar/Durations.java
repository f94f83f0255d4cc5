package org.stargatecalc.calendar;

/** How long a month and a year are where durations and rates convert. */
public final class Durations {
  /** Days in a mean month: 365.25 / 12. */
  public static final double DAYS_PER_MONTH = 30.4375;

  /** Days in a mean year. */
  public static final double DAYS_PER_YEAR = 365.25;

  /** Hours in a mean year: 24 × 365.25. */
  public static final double HOURS_PER_YEAR = 8766;

  /** Hours in a day. */
  public static final double HOURS_PER_DAY = 24;

  /** Seconds in a day. */
  public static final double SECONDS_PER_DAY = 86_400;

  private Durations() {}
}
