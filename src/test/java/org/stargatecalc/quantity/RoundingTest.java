package org.stargatecalc.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
  @ParameterizedTest
  @CsvSource({
    "0.6, 0.6000000000000001, 0",
    "6.1e22, 6.10000000000001e22, 0",
    // what is left of a subtraction
    "0, 2e-17, 0",
    "-2e-17, 0, 0",
    // a difference that somebody wrote
    "0.6, 0.600000001, 1e-9",
    "0, 1e-11, 1e-11",
    "1e9, 1000000001, 1"
  })
  void aDifferenceThatNoInputMadeIsNone(double from, double to, double change) {
    assertThat(Rounding.change(from, to)).isCloseTo(change, offset(change));
    assertThat(Rounding.isAll(from, to)).isEqualTo(change == 0);
  }

  private static org.assertj.core.data.Offset<Double> offset(double change) {
    return org.assertj.core.data.Offset.offset(1e-6 * change);
  }

  @Test
  void infinitiesAndWhatIsNoNumberStayApart() {
    assertThat(Rounding.isAll(Double.NaN, Double.NaN)).isFalse();
    assertThat(Rounding.isAll(Double.NaN, 0)).isFalse();
    assertThat(Rounding.change(0, Double.NaN)).isNaN();
  }
}
