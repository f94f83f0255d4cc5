package org.stargatecalc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.quantity.InvalidTextException;

/** Dates as scenarios write them. */
class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2025, 2025-01-01, 2025-12-31",
    "2025-H1, 2025-01-01, 2025-06-30",
    "2025-H2, 2025-07-01, 2025-12-31",
    "2025-h2, 2025-07-01, 2025-12-31",
    "2025-Q1, 2025-01-01, 2025-03-31",
    "2025-Q2, 2025-04-01, 2025-06-30",
    "2025-Q3, 2025-07-01, 2025-09-30",
    "2025-q4, 2025-10-01, 2025-12-31",
    "Q3 2027, 2027-07-01, 2027-09-30",
    "q1 2027, 2027-01-01, 2027-03-31",
    "H2 2027, 2027-07-01, 2027-12-31",
    "2025-09, 2025-09-01, 2025-09-30",
    "2025-02, 2025-02-01, 2025-02-28",
    "2028-02, 2028-02-01, 2028-02-29",
    "2100-02, 2100-02-01, 2100-02-28",
    "2028-02-29, 2028-02-29, 2028-02-29",
    "2025-09-30, 2025-09-30, 2025-09-30",
    "' 2025-09 ', 2025-09-01, 2025-09-30",
    "1970, 1970-01-01, 1970-12-31",
    "2199, 2199-01-01, 2199-12-31"
  })
  void aPeriodHasAFirstAndALastDay(String text, LocalDate first, LocalDate last)
      throws InvalidTextException {
    assertThat(PartialDate.parse(text)).isEqualTo(new PartialDate(first, last));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-13 | '2025-13', whose month 13 does not exist | a month from 01 to 12
          2025-00 | '2025-00', whose month 00 does not exist | a month from 01 to 12
          2025-13-01 | '2025-13-01', whose month 13 does not exist | a month from 01 to 12
          2025-Q5 | '2025-Q5' | a quarter Q1 to Q4
          2025-Q0 | '2025-Q0' | a quarter Q1 to Q4
          2025-H3 | '2025-H3' | a half year H1 or H2
          1969 | the year 1969 | a year from 1970 to 2199
          2200-01 | the year 2200 | a year from 1970 to 2199
          0000 | the year 0 | a year from 1970 to 2199
          """,
      quoteCharacter = '`')
  void anImpossiblePartIsNamed(String text, String found, String expected) {
    InvalidTextException fault = refused(text);
    assertThat(fault.found()).isEqualTo(found);
    assertThat(fault.expected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-29", "2025-04-31", "2025-01-00", "2025-12-32", "2100-02-29"})
  void aDayThatDoesNotExistIsNamed(String text) {
    assertThat(refused(text).found()).isEqualTo("'" + text + "', a day that does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "25",
        "2025-Q",
        "X3 2025",
        "Q 32025",
        "31/02/2025",
        "13/2025",
        "32 Dec 2025",
        "1 Foo 2025",
        "2025-09-30T00:00:00Z",
        "20250930",
        "2025-09-",
        "-2025",
        "+2025",
        "12025",
        "2025 - 09",
        "\u0662\u0660\u0662\u0665"
      })
  void anotherFormIsQuotedWithTheFormsThatAreRight(String text) {
    InvalidTextException fault = refused(text);
    assertThat(fault.found()).isEqualTo("'" + text + "'");
    assertThat(fault.expected()).isEqualTo("a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025");
  }

  @ParameterizedTest
  @CsvSource({
    "31/12/2026, 2026-12-31",
    "12/31/2026, 2026-12-31",
    "03/04/2026, 2026-03-04 or 2026-04-03",
    "4/4/2026, 2026-04-04",
    "31.12.2026, 2026-12-31",
    "31-12-2026, 2026-12-31",
    "2026/12/31, 2026-12-31",
    "2026-1-5, 2026-01-05",
    "12/2026, 2026-12",
    "2026-9, 2026-09",
    "2026/09, 2026-09",
    "Dec 2026, 2026-12",
    "december 2026, 2026-12",
    "31 December 2026, 2026-12-31",
    "31. Dec. 2026, 2026-12-31",
    "'December 31, 2026', 2026-12-31",
    "2027Q3, 2027-Q3",
    "q3/2027, 2027-Q3",
    "2027 H1, 2027-H1"
  })
  void anotherNotationIsCorrected(String text, String meant) {
    assertThat(refused(text).expected()).isEqualTo("a date: write " + meant);
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 100_000})
  void aLongTextIsShortened(int length) {
    assertThat(refused("x".repeat(length)).found()).isEqualTo("'" + "x".repeat(40) + "…'");
  }

  private static InvalidTextException refused(String text) {
    InvalidTextException fault =
        catchThrowableOfType(InvalidTextException.class, () -> PartialDate.parse(text));
    assertThat(fault).as("'%s' was accepted", text).isNotNull();
    return fault;
  }
}
