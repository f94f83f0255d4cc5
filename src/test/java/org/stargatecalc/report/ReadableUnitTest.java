package org.stargatecalc.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stargatecalc.quantity.Dimension;

/** The unit in which a reader thinks of a value. */
class ReadableUnitTest {
  @ParameterizedTest
  @CsvSource({
    "POWER, 999, W, 999",
    "POWER, 1000, kW, 1",
    "POWER, 789000000, MW, 789",
    "POWER, 1.2e9, GW, 1.2",
    "POWER, 5e15, TW, 5000",
    "MONEY, 9.99e8, USD mn, 999",
    "MONEY, 1e9, USD bn, 1",
    "MONEY, -2e9, USD bn, -2",
    "DURATION, 730, days, 730",
    "DURATION, 1461, years, 4",
    "COMPUTE_RATE, 2.5e15, PFLOP/s, 2.5",
    "SHARE, 0.5, '', 0.5",
    "RATIO, 1.2, '', 1.2",
  })
  void aValueIsReadInAUnitOfItsSize(Dimension dimension, double value, String unit, double read) {
    ReadableUnit readable = ReadableUnit.of(value, dimension);
    assertThat(readable.name()).isEqualTo(unit);
    assertThat(readable.of(value)).isEqualTo(read);
  }

  @ParameterizedTest
  @EnumSource
  void everyDimensionHasOne(Dimension dimension) {
    ReadableUnit unit = ReadableUnit.of(1, dimension);
    assertThat(unit.size()).isPositive();
    assertThat(unit.of(unit.size())).isEqualTo(1);
  }
}
