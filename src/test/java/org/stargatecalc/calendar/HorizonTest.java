package org.stargatecalc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The time that a projection covers. */
class HorizonTest {
  private static final Horizon HORIZON =
      new Horizon(LocalDate.of(2025, 1, 15), LocalDate.of(2025, 5, 10));

  @Test
  void runsFromTheStartOfItsFirstToTheEndOfItsLastDay() {
    Horizon oneDay = new Horizon(LocalDate.EPOCH, LocalDate.EPOCH);
    assertThat(oneDay.start()).isZero();
    assertThat(oneDay.end()).isEqualTo(1);
    assertThat(oneDay.contains(0)).isTrue();
    assertThat(oneDay.contains(1)).isTrue();
    assertThat(oneDay.contains(-1e-9)).isFalse();
    assertThat(oneDay.contains(1.000001)).isFalse();
  }

  @Test
  void mayNotEndBeforeItStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Horizon(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1)))
        .withMessage("horizon.to 2025-01-01 is before horizon.from 2025-01-02");
  }

  @Test
  void monthStartsLieStrictlyInside() {
    assertThat(HORIZON.monthStarts())
        .containsExactly(
            LocalDate.of(2025, 2, 1).toEpochDay(),
            LocalDate.of(2025, 3, 1).toEpochDay(),
            LocalDate.of(2025, 4, 1).toEpochDay(),
            LocalDate.of(2025, 5, 1).toEpochDay());
    assertThat(new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31)).monthStarts())
        .isEmpty();
  }

  @Test
  void theLastPeriodIsCutShortAndNoneIsEmpty() {
    assertThat(HORIZON.periodEnds(Period.MONTH))
        .isEqualTo(
            List.of(
                LocalDate.of(2025, 1, 31),
                LocalDate.of(2025, 2, 28),
                LocalDate.of(2025, 3, 31),
                LocalDate.of(2025, 4, 30),
                LocalDate.of(2025, 5, 10)));
    assertThat(HORIZON.periodEnds(Period.QUARTER))
        .isEqualTo(List.of(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 5, 10)));
    assertThat(HORIZON.periodEnds(Period.YEAR)).isEqualTo(List.of(LocalDate.of(2025, 5, 10)));
  }

  @ParameterizedTest
  @EnumSource
  void aPeriodThatEndsWithTheHorizonIsListedOnce(Period period) {
    Horizon years = new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));
    List<LocalDate> ends = years.periodEnds(period);
    assertThat(ends).doesNotHaveDuplicates().isSorted().endsWith(LocalDate.of(2026, 12, 31));
  }

  @Test
  void aDeadlineRunsOutAtTheEndOfItsDay() {
    assertThat(Instants.endOf(LocalDate.EPOCH)).isEqualTo(1);
    assertThat(Instants.dateEndingAt(1)).isEqualTo(LocalDate.EPOCH);
    assertThat(Instants.dateEndingAt(0.001)).isEqualTo(LocalDate.EPOCH);
    assertThat(Instants.dateEndingAt(1.001)).isEqualTo(LocalDate.of(1970, 1, 2));
    assertThat(Instants.dateEndingAt(0)).isEqualTo(LocalDate.of(1969, 12, 31));
  }

  @Test
  void aYearHasTwelveMonthsAnd8766Hours() {
    assertThat(12 * Durations.DAYS_PER_MONTH).isEqualTo(Durations.DAYS_PER_YEAR);
    assertThat(Durations.HOURS_PER_DAY * Durations.DAYS_PER_YEAR)
        .isEqualTo(Durations.HOURS_PER_YEAR);
    assertThat(3600 * Durations.HOURS_PER_DAY).isEqualTo(Durations.SECONDS_PER_DAY);
  }
}
