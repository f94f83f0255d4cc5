package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text. */
class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 6, 0",
    "-0.0, 6, 0",
    "1, 6, 1",
    "-1.5, 6, -1.5",
    "1.1797632, 6, 1.17976",
    "403200, 6, 403200",
    "1018696.3, 6, 1018700",
    "1018696.3, 17, 1018696.3000000000",
    "999999.5, 6, 1000000",
    "0.1, 17, 0.10000000000000001",
    "0.1, 16, 0.1",
    "1e-6, 6, 0.000001",
    "9.999999e-7, 6, 0.000001",
    "-9.9999e-7, 6, -9.9999e-7",
    "1e-7, 6, 1e-7",
    "1.2345678e-20, 3, 1.23e-20",
    "999999499999999, 6, 999999000000000",
    "999999500000001, 6, 1e+15",
    "1e21, 6, 1e+21",
    "-1.3826789e22, 6, -1.38268e+22",
    "5.98e26, 3, 5.98e+26",
    "4.9e-324, 1, 5e-324",
    "-123456789, 3, -123000000",
    "2.5, 1, 2",
    "3.5, 1, 4"
  })
  void significantDigitsHaveNoTrailingZerosAndAnExponentOnlyFarFromOne(
      double value, int digits, String expected) {
    String text = Decimals.significant(value, digits);
    if (digits == 17 && value > 1e6) {
      // 17 digits show the binary value nearest to 1018696.3
      assertThat(new BigDecimal(text).doubleValue()).isEqualTo(value);
    } else {
      assertThat(text).isEqualTo(expected);
    }
  }

  @Test
  void seventeenDigitsAreReadBackUnchanged() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = Decimals.significant(value, 17);
        assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
        assertThat(text).matches("-?\\d+(\\.\\d*[1-9])?(e[+-]\\d+)?");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0.000",
    "-0.0, 3, 0.000",
    "1.1797632, 3, 1.180",
    "1234.5678, 2, 1234.57",
    "-1234.5678, 2, -1234.57",
    "25, 0, 25",
    "1e12, 2, 1000000000000.00",
    "-0.0004, 3, 0.000",
    "-0.0006, 3, -0.001",
    "-0.4, 0, 0",
    "4.9e-324, 2, 0.00"
  })
  void decimalsAreAsManyAsAskedAndZeroHasNoSign(double value, int decimals, String expected) {
    assertThat(Decimals.withDecimals(value, decimals)).isEqualTo(expected);
  }

  /** GW with three decimals shows 2.1 MW as 0.0021: two digits, however small the value. */
  @ParameterizedTest
  @CsvSource({
    "11.973, 3, 3",
    "0.01, 3, 3",
    "0.0099, 3, 4",
    "0.0021, 3, 4",
    "-0.00042, 3, 5",
    "0.5, 0, 2",
    "10, 0, 0",
    "0, 3, 3",
    "1e-9, 3, 3",
    "9e-10, 3, 3"
  })
  void aSmallNumberGetsMoreDecimalsAndNoiseNone(double value, int usual, int expected) {
    assertThat(Decimals.decimals(value, usual)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, '1,000'",
    "-1000, '-1,000'",
    "100820.4, '100,820'",
    "1234567890, '1,234,567,890'",
    "0.4, 0",
    "-0.4, 0",
    "999.5, '1,000'"
  })
  void groupedWholesHaveCommasBetweenThousands(double value, String expected) {
    assertThat(Decimals.grouped(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0",
    "-0.0, 3, 0",
    "5.984e26, 3, 5.98e26",
    "1e26, 3, 1.00e26",
    "999950, 3, 1.00e6",
    "999499, 3, 999000",
    "123456, 3, 123000",
    "0.00123, 3, 0.00123",
    "0.001, 3, 0.001",
    "0.000123, 3, 1.23e-4",
    "-2.5e15, 3, -2.50e15"
  })
  void scientificNumbersHaveOneDigitBeforeThePoint(double value, int digits, String expected) {
    assertThat(Decimals.scientific(value, digits)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "12345, '12,300'",
    "999499, '999,000'",
    "999950, 1 million",
    "8.84e8, 884 million",
    "-1.25e9, -1.25 billion",
    "999.6e9, 1 trillion",
    "9.9949e14, 999 trillion",
    "1e15, 1.00e15"
  })
  void largeNumbersAreSaidInWords(double value, String expected) {
    assertThat(Decimals.worded(value, 3)).isEqualTo(expected);
  }
}
