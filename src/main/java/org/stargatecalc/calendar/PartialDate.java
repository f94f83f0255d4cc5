package org.stargatecalc.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.quantity.InvalidTextException;

/**
 * A year, quarter, month or day as written.
 *
 * <p>{@code 2025}, {@code 2025-Q3}, {@code 2025-09} and {@code 2025-09-30} are all dates; which day
 * a period stands for is the reader's choice, usually the last.
 *
 * @param first the first day of the period
 * @param last the last day of the period
 */
public record PartialDate(LocalDate first, LocalDate last) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(?:-(?:[Qq](\\d)|[Hh](\\d)|(\\d{2})(?:-(\\d{2}))?))?");
  private static final String EXPECTED = "a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025";

  /**
   * Reads a date.
   *
   * @throws InvalidTextException if the text has another form or names a day that does not exist
   */
  public static PartialDate parse(String text) throws InvalidTextException {
    String stripped = text.strip();
    Matcher matcher = FORM.matcher(stripped);
    if (!matcher.matches()) {
      throw new InvalidTextException("'" + shown(stripped) + "'", EXPECTED);
    }
    int year = Integer.parseInt(matcher.group(1));
    if (year < 1970 || year > 2199) {
      throw new InvalidTextException("the year " + year, "a year from 1970 to 2199");
    }
    try {
      if (matcher.group(2) != null) {
        return months(year, quarter(matcher.group(2), stripped), 3);
      }
      if (matcher.group(3) != null) {
        int half = Integer.parseInt(matcher.group(3));
        if (half < 1 || half > 2) {
          throw new InvalidTextException("'" + stripped + "'", "a half year H1 or H2");
        }
        return months(year, 6 * half - 5, 6);
      }
      if (matcher.group(4) == null) {
        return months(year, 1, 12);
      }
      int month = Integer.parseInt(matcher.group(4));
      if (month < 1 || month > 12) {
        throw new InvalidTextException(
            "'" + stripped + "', whose month " + matcher.group(4) + " does not exist",
            "a month from 01 to 12");
      }
      if (matcher.group(5) == null) {
        return months(year, month, 1);
      }
      LocalDate day = LocalDate.of(year, month, Integer.parseInt(matcher.group(5)));
      return new PartialDate(day, day);
    } catch (DateTimeException notADay) {
      throw new InvalidTextException("'" + stripped + "', a day that does not exist", EXPECTED);
    }
  }

  private static int quarter(String digit, String text) throws InvalidTextException {
    int quarter = Integer.parseInt(digit);
    if (quarter < 1 || quarter > 4) {
      throw new InvalidTextException("'" + text + "'", "a quarter Q1 to Q4");
    }
    return 3 * quarter - 2;
  }

  private static PartialDate months(int year, int month, int length) {
    LocalDate start = LocalDate.of(year, month, 1);
    return new PartialDate(start, start.plusMonths(length).minusDays(1));
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
