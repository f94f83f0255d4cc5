package org.stargatecalc.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.stargatecalc.quantity.InvalidTextException;

/**
 * A year, quarter, month or day as written.
 *
 * <p>{@code 2025}, {@code 2025-Q3} (or {@code Q3 2025}), {@code 2025-09} and {@code 2025-09-30} are
 * all dates; which day a period stands for is the reader's choice, usually the last.
 *
 * @param first the first day of the period
 * @param last the last day of the period
 */
public record PartialDate(LocalDate first, LocalDate last) {
  private static final String EXPECTED = "a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025";

  /**
   * Reads a date.
   *
   * @throws InvalidTextException if the text has another form or names a day that does not exist
   */
  public static PartialDate parse(String text) throws InvalidTextException {
    String stripped = yearFirst(text.strip());
    int length = stripped.length();
    char part = length == 7 ? stripped.charAt(5) : '0';
    boolean isHalf = part == 'H' || part == 'h';
    boolean isQuarter = part == 'Q' || part == 'q';
    int year = number(stripped, 0, 4);
    int inYear = length == 4 ? 0 : number(stripped, isHalf || isQuarter ? 6 : 5, 7);
    int dayOfMonth = length == 10 ? number(stripped, 8, 10) : 0;
    boolean isDashed =
        length == 4
            || ((length == 7 || length == 10)
                && stripped.charAt(4) == '-'
                && (length == 7 || stripped.charAt(7) == '-'));
    if (!isDashed || year < 0 || inYear < 0 || dayOfMonth < 0) {
      String meant = LikelyDate.of(stripped);
      throw new InvalidTextException(
          "'" + shown(stripped) + "'", meant.isEmpty() ? EXPECTED : "a date: write " + meant);
    }
    if (year < 1970 || year > 2199) {
      throw new InvalidTextException("the year " + year, "a year from 1970 to 2199");
    }
    if (length == 4) {
      return months(year, 1, 12);
    }
    if (isQuarter) {
      return months(year, 3 * part(inYear, 4, stripped, "a quarter Q1 to Q4") - 2, 3);
    }
    if (isHalf) {
      return months(year, 6 * part(inYear, 2, stripped, "a half year H1 or H2") - 5, 6);
    }
    if (inYear < 1 || inYear > 12) {
      throw new InvalidTextException(
          "'" + stripped + "', whose month " + stripped.substring(5, 7) + " does not exist",
          "a month from 01 to 12");
    }
    if (length == 7) {
      return months(year, inYear, 1);
    }
    try {
      LocalDate day = LocalDate.of(year, inYear, dayOfMonth);
      return new PartialDate(day, day);
    } catch (DateTimeException notADay) {
      throw new InvalidTextException("'" + stripped + "', a day that does not exist", EXPECTED);
    }
  }

  /** Returns {@code Q3 2027} and {@code H1 2027} with the year first, any other text as it is. */
  private static String yearFirst(String text) {
    boolean isPart =
        text.length() == 7 && text.charAt(2) == ' ' && "QqHh".indexOf(text.charAt(0)) >= 0;
    return isPart ? text.substring(3) + "-" + text.substring(0, 2) : text;
  }

  /** Returns the number that the digits of a text from one place to another make, else -1. */
  private static int number(String text, int from, int to) {
    int number = text.length() < to ? -1 : 0;
    for (int i = from; i < to && number >= 0; i++) {
      int digit = text.charAt(i) - '0';
      number = digit >= 0 && digit <= 9 ? 10 * number + digit : -1;
    }
    return number;
  }

  private static int part(int part, int most, String text, String expected)
      throws InvalidTextException {
    if (part < 1 || part > most) {
      throw new InvalidTextException("'" + text + "'", expected);
    }
    return part;
  }

  private static PartialDate months(int year, int month, int length) {
    LocalDate start = LocalDate.of(year, month, 1);
    return new PartialDate(start, start.plusMonths(length).minusDays(1));
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
