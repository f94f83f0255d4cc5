package org.stargatecalc.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExponentialTest {
  private static final MathContext DIGITS = new MathContext(40);

  /** e^x to 40 digits: the series of x / 2^20, squared 20 times. */
  private static BigDecimal exact(double x) {
    BigDecimal small = new BigDecimal(x).divide(new BigDecimal(1 << 20), new MathContext(60));
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int i = 1; i < 25; i++) {
      term = term.multiply(small).divide(new BigDecimal(i), new MathContext(60));
      sum = sum.add(term);
    }
    for (int i = 0; i < 20; i++) {
      sum = sum.multiply(sum).round(new MathContext(60));
    }
    return sum.round(DIGITS);
  }

  @Test
  void isNextToTheExactValue() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 3000; i++) {
      double x = (random.nextDouble() * 2 - 1) * (i % 3 == 0 ? 699 : i % 3 == 1 ? 20 : 0.01);
      double found = Exponential.of(x);
      BigDecimal error = new BigDecimal(found).subtract(exact(x)).abs();
      assertThat(error).as("exp(%s)", x).isLessThan(new BigDecimal(1.3 * Math.ulp(found)));
    }
  }

  @Test
  void risesWithItsArgumentAcrossTheStepsOfTheTable() {
    double before = Exponential.of(-0.02);
    for (int i = 1; i <= 40_000; i++) {
      double next = Exponential.of(-0.02 + i * 1e-6);
      assertThat(next).isGreaterThan(before);
      before = next;
    }
  }

  @Test
  void knowsTheEndsOfTheRangeOfNumbers() {
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-0.0)).isEqualTo(1);
    assertThat(Exponential.of(Double.NaN)).isNaN();
    assertThat(Exponential.of(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.of(710)).isInfinite();
    assertThat(Exponential.of(-760)).isZero();
    assertThat(Exponential.of(709)).isEqualTo(StrictMath.exp(709));
    assertThat(Exponential.of(-740)).isEqualTo(StrictMath.exp(-740));
  }
}
