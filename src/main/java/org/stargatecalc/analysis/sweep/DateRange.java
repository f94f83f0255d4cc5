package org.stargatecalc.analysis.sweep;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.quantity.InvalidTextException;

/**
 * Dates between two, both included: days, months, quarters or years as the ends are written.
 *
 * @param unit what the ends are
 * @param low where it begins
 * @param high where it ends
 * @param stepMonths from one value to the next; 0 if that is a number of days
 * @param stepDays from one value to the next; 0 if that is a number of months
 * @param size how many values; 0 for a range that says no step; at even distances if both steps are
 *     0
 */
record DateRange(
    Unit unit, PartialDate low, PartialDate high, int stepMonths, int stepDays, int size)
    implements Values {
  private static final Pattern STEP =
      Pattern.compile("(\\d{1,6}) ?(day|week|month|quarter|half year|year)s?");

  /** How exact a date is written. */
  enum Unit {
    DAY,
    MONTH,
    QUARTER,
    HALF,
    YEAR;

    static Unit of(String text) {
      return text.length() == 4
          ? YEAR
          : text.length() == 10
              ? DAY
              : text.toUpperCase(Locale.ROOT).contains("Q")
                  ? QUARTER
                  : text.toUpperCase(Locale.ROOT).contains("H") ? HALF : MONTH;
    }

    int months() {
      return switch (this) {
        case DAY -> 0;
        case MONTH -> 1;
        case QUARTER -> 3;
        case HALF -> 6;
        case YEAR -> 12;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT) + (this == HALF ? " year" : "");
    }
  }

  /** Returns whether a text is a date and no number: a bare year may be either. */
  static boolean isDate(String text) {
    try {
      PartialDate.parse(text.strip());
      return true;
    } catch (InvalidTextException no) {
      return false;
    }
  }

  static DateRange between(String low, String high) throws InvalidTextException {
    PartialDate from = PartialDate.parse(low);
    PartialDate to = PartialDate.parse(high);
    Unit unit = Unit.of(low.strip());
    if (unit != Unit.of(high.strip()) || !from.first().isBefore(to.first())) {
      throw new InvalidTextException(
          "'" + low.strip() + ".." + high.strip() + "'",
          "two dates of one form, the earlier first, such as 2026-06..2027-06");
    }
    return new DateRange(unit, from, to, 0, 0, 0);
  }

  DateRange by(String text) throws InvalidTextException {
    Matcher step = STEP.matcher(text.strip());
    int count = step.matches() ? Integer.parseInt(step.group(1)) : 0;
    String word = step.matches() ? step.group(2) : "";
    int days = word.equals("day") ? count : word.equals("week") ? 7 * count : 0;
    int months = 0;
    for (Unit one : Unit.values()) {
      months += one != Unit.DAY && one.word().equals(word) ? count * one.months() : 0;
    }
    boolean fits = unit == Unit.DAY || (months > 0 && months % unit.months() == 0);
    if (count < 1 || !fits) {
      throw new InvalidTextException(
          "the step '" + text.strip() + "'",
          unit == Unit.DAY ? "days, weeks, months or years" : "whole " + unit.word() + "s");
    }
    long steps =
        months > 0
            ? ChronoUnit.MONTHS.between(low.first(), high.first()) / months
            : ChronoUnit.DAYS.between(low.first(), high.first()) / days;
    return new DateRange(
        unit, low, high, months, days, ValuesReader.size(BigInteger.valueOf(steps + 1)));
  }

  DateRange in(int count) throws InvalidTextException {
    if (count > units() + 1) {
      throw new InvalidTextException(
          count + " dates", "at most " + (units() + 1) + ", one a " + unit.word());
    }
    return new DateRange(unit, low, high, 0, 0, count);
  }

  /** Returns how many days, months, quarters or years lie between both ends. */
  private int units() {
    return (int)
        (unit == Unit.DAY
            ? ChronoUnit.DAYS.between(low.first(), high.first())
            : ChronoUnit.MONTHS.between(low.first(), high.first()) / unit.months());
  }

  @Override
  public String text(int index) {
    if (stepMonths > 0) {
      return written(low.first().plusMonths((long) stepMonths * index));
    }
    if (stepDays > 0) {
      return written(low.first().plusDays((long) stepDays * index));
    }
    long passed = size == 1 ? 0 : Math.round((double) index * units() / (size - 1));
    return written(
        unit == Unit.DAY
            ? low.first().plusDays(passed)
            : low.first().plusMonths(passed * unit.months()));
  }

  @Override
  public String at(double share) {
    LocalDate from = low.last();
    int days = (int) ChronoUnit.DAYS.between(from, high.last()) + 1;
    return from.plusDays(Values.nth(share, days)).toString();
  }

  private String written(LocalDate first) {
    return switch (unit) {
      case DAY -> first.toString();
      case MONTH -> YearMonth.from(first).toString();
      case QUARTER -> first.getYear() + "-Q" + ((first.getMonthValue() + 2) / 3);
      case HALF -> first.getYear() + "-H" + ((first.getMonthValue() + 5) / 6);
      case YEAR -> Integer.toString(first.getYear());
    };
  }
}
