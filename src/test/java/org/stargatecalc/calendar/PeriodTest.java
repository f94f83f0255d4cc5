package org.stargatecalc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of a timeline. */
class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "MONTH, 2028-02-10, 2028-02-29",
    "MONTH, 2025-12-31, 2025-12-31",
    "QUARTER, 2025-01-01, 2025-03-31",
    "QUARTER, 2025-05-15, 2025-06-30",
    "QUARTER, 2025-12-31, 2025-12-31",
    "HALF, 2025-06-30, 2025-06-30",
    "HALF, 2025-07-01, 2025-12-31",
    "YEAR, 2025-01-01, 2025-12-31"
  })
  void endsOnTheLastDayOfItsCalendarPeriod(Period period, LocalDate date, LocalDate end) {
    assertThat(period.endOfPeriod(date)).isEqualTo(end);
  }

  @ParameterizedTest
  @EnumSource
  void everyDayOfAPeriodHasTheSameEnd(Period period) {
    LocalDate day = LocalDate.of(2027, 1, 1);
    LocalDate end = period.endOfPeriod(day);
    for (; day.getYear() < 2029; day = day.plusDays(1)) {
      if (day.isAfter(end)) {
        // a new period begins on the day after the end of the one before
        assertThat(day).isEqualTo(end.plusDays(1));
        end = period.endOfPeriod(day);
      }
      assertThat(period.endOfPeriod(day)).isEqualTo(end);
    }
  }

  @Test
  void isCalledByALowerCaseWord() {
    assertThat(Period.QUARTER.id()).isEqualTo("quarter");
  }
}
