package org.stargatecalc.calendar;

import java.time.LocalDate;
import java.time.Month;
import org.stargatecalc.word.Worded;

/** The length of a row of the timeline. */
public enum Period implements Worded {
  /** One calendar month. */
  MONTH(1),
  /** Three calendar months. */
  QUARTER(3),
  /** Six calendar months. */
  HALF(6),
  /** One calendar year. */
  YEAR(12);

  private final int months;

  Period(int months) {
    this.months = months;
  }

  /** Returns the last day of the calendar period in which a date lies. */
  public LocalDate endOfPeriod(LocalDate date) {
    int last = (date.getMonthValue() - 1) / months * months + months;
    return LocalDate.of(date.getYear(), last, Month.of(last).length(date.isLeapYear()));
  }

  /** Returns the last day before the calendar period in which a date lies. */
  public LocalDate endOfPeriodBefore(LocalDate date) {
    int first = (date.getMonthValue() - 1) / months * months + 1;
    return LocalDate.of(date.getYear(), first, 1).minusDays(1);
  }
}
