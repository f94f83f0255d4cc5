package org.stargatecalc.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Comparisons hold as arithmetic does, but for what is rounding alone. */
class OperatorTest {
  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, true, true, false",
    "MORE_THAN, true, false, false",
    "AT_MOST, false, true, true",
    "LESS_THAN, false, false, true",
    "EQUAL, false, true, false",
    "NOT_EQUAL, true, false, true"
  })
  void aValueIsAboveAtOrBelowABound(Operator operator, boolean above, boolean at, boolean below) {
    assertThat(operator.holds(2, 1)).isEqualTo(above);
    assertThat(operator.holds(1, 1)).isEqualTo(at);
    assertThat(operator.holds(0, 1)).isEqualTo(below);
    // 0.1 + 0.2 is 0.3 to everybody but a computer
    assertThat(operator.holds(0.1 + 0.2, 0.3)).isEqualTo(at);
    assertThat(operator.holds(1 + 1e-9, 1)).isEqualTo(above);
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void theMarginIsNegativeOnTheSideThatFails(Operator operator) {
    for (double value : new double[] {-3, 0, 1, 1.5, 4}) {
      double margin = operator.margin(value, 1);
      assertThat(operator.holds(value, 1))
          .isEqualTo(
              operator == Operator.MORE_THAN
                      || operator == Operator.LESS_THAN
                      || operator == Operator.NOT_EQUAL
                  ? margin > 0
                  : margin >= 0);
    }
  }

  @Test
  void wordsAreEqualOrNot() {
    assertThat(Operator.EQUAL.isOfWords()).isTrue();
    assertThat(Operator.NOT_EQUAL.isOfWords()).isTrue();
    assertThat(Operator.AT_LEAST.isOfWords()).isFalse();
  }
}
