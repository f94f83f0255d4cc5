package org.stargatecalc.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the date that a text in another notation probably means, to be proposed. */
final class LikelyDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})");
  private static final Pattern MONTH_AND_YEAR = Pattern.compile("(\\d{1,2})[./](\\d{4})");
  private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})[./-](\\d{1,2})");
  private static final Pattern WITH_NAME =
      Pattern.compile("(?:(\\d{1,2})\\.? )?([A-Za-z]{3,9})\\.?(?: (\\d{1,2}),?)? (\\d{4})");
  private static final Pattern PART =
      Pattern.compile("(?:(\\d{4})[ /]?([QqHh]\\d)|([QqHh]\\d)[/-]?(\\d{4}))");

  private LikelyDate() {}

  /** Returns the date as it should be written, two of them if the text is ambiguous, or nothing. */
  static String of(String text) {
    Matcher m = YEAR_LAST.matcher(text);
    if (m.matches()) {
      TreeSet<String> both = new TreeSet<>();
      both.add(day(m.group(3), m.group(2), m.group(1)));
      both.add(day(m.group(3), m.group(1), m.group(2)));
      both.remove("");
      return String.join(" or ", both);
    }
    m = YEAR_FIRST.matcher(text);
    if (m.matches()) {
      return day(m.group(1), m.group(2), m.group(3));
    }
    m = MONTH_AND_YEAR.matcher(text);
    if (m.matches()) {
      return month(m.group(2), m.group(1));
    }
    m = YEAR_AND_MONTH.matcher(text);
    if (m.matches()) {
      return month(m.group(1), m.group(2));
    }
    m = PART.matcher(text);
    if (m.matches()) {
      boolean yearFirst = m.group(1) != null;
      return (m.group(yearFirst ? 1 : 4) + "-" + m.group(yearFirst ? 2 : 3))
          .toUpperCase(Locale.ROOT);
    }
    m = WITH_NAME.matcher(text);
    return m.matches() ? named(m) : "";
  }

  private static String named(Matcher m) {
    int month = 1 + MONTHS.indexOf(m.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
    String day = m.group(1) != null ? m.group(1) : m.group(3);
    String number = Integer.toString(month);
    return day == null ? month(m.group(4), number) : day(m.group(4), number, day);
  }

  private static String day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
          .toString();
    } catch (DateTimeException notADay) {
      return "";
    }
  }

  private static String month(String year, String month) {
    String first = day(year, month, "1");
    return first.isEmpty() ? "" : first.substring(0, 7);
  }
}
