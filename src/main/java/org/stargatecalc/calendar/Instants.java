package org.stargatecalc.calendar;

import java.time.LocalDate;

/** Conversions between dates and instants (days since 1970-01-01). */
public final class Instants {
  private Instants() {}

  /** Returns the instant at which a date ends, which is when a deadline on it runs out. */
  public static double endOf(LocalDate date) {
    return date.toEpochDay() + 1.0;
  }

  /** Returns the date in whose end an instant falls: {@code D} for every instant in (D, D+1]. */
  public static LocalDate dateEndingAt(double instant) {
    return LocalDate.ofEpochDay((long) StrictMath.ceil(instant) - 1);
  }
}
