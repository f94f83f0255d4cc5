package org.stargatecalc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a ramp grows. */
class RampShapeTest {
  @ParameterizedTest
  @EnumSource
  void isNothingBeforeAndWholeAfter(RampShape shape) {
    assertThat(shape.fraction(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(shape.fraction(-1)).isZero();
    assertThat(shape.fraction(0)).isZero();
    assertThat(shape.fraction(1)).isEqualTo(1);
    assertThat(shape.fraction(2)).isEqualTo(1);
    assertThat(shape.fraction(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void neverFallsAndIsSymmetricAboutTheMiddle(RampShape shape) {
    double before = 0;
    for (int i = 0; i <= 1000; i++) {
      double x = i / 1000.0;
      double now = shape.fraction(x);
      assertThat(now).isGreaterThanOrEqualTo(before);
      assertThat(now + shape.fraction(1 - x)).isCloseTo(1, within(1e-15));
      before = now;
    }
  }

  @Test
  void theSCurveIsThreeXSquaredLessTwoXCubed() {
    // x²(3 − 2x): 0.0625 × 2.5 at a quarter, 0.5625 × 1.5 at three quarters
    assertThat(RampShape.S_CURVE.fraction(0.25)).isEqualTo(0.15625);
    assertThat(RampShape.S_CURVE.fraction(0.5)).isEqualTo(0.5);
    assertThat(RampShape.S_CURVE.fraction(0.75)).isEqualTo(0.84375);
    assertThat(RampShape.LINEAR.fraction(0.25)).isEqualTo(0.25);
  }
}
