package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The quick way of writing decimals gives what exact arithmetic gives, digit for digit. */
class DecimalsPropertyTest {
  /** Of each kind; fewer where the tests run many times over, as in mutation testing. */
  private static final int CASES = Integer.getInteger("decimals.cases", 40_000);

  @Test
  void everyBitPatternIsWrittenAsExactArithmeticWritesIt() {
    agrees(1, Double::longBitsToDouble);
  }

  @Test
  void numbersOfTheUsualSizesAreWrittenAsExactArithmeticWritesThem() {
    agrees(2, bits -> (bits >> 11) * 0x1p-53 * Math.pow(10, (bits & 31) - 12));
  }

  @Test
  void decimalFractionsAndTheirNeighboursAreWrittenAsExactArithmeticWritesThem() {
    // Short decimals, half-way cases among them, and the doubles right beside them.
    agrees(
        3,
        bits -> {
          double value = ((bits >>> 40) % 2_000_001) / Math.pow(10, (bits & 7));
          return switch ((int) (bits >>> 8 & 3)) {
            case 0 -> Math.nextUp(value);
            case 1 -> Math.nextDown(value);
            case 2 -> -value;
            default -> value;
          };
        });
  }

  @Test
  void halvesGoToTheEvenDigit() {
    assertThat(Decimals.significant(0.5, 1)).isEqualTo("0.5");
    assertThat(Decimals.significant(2.5, 1)).isEqualTo("2");
    assertThat(Decimals.significant(3.5, 1)).isEqualTo("4");
    assertThat(Decimals.withDecimals(0.125, 2)).isEqualTo("0.12");
    assertThat(Decimals.withDecimals(0.375, 2)).isEqualTo("0.38");
    // 1.005 is a little less than its text says.
    assertThat(Decimals.withDecimals(1.005, 2)).isEqualTo("1.00");
  }

  @Test
  void powersOfTenAndWhatIsJustBelowThem() {
    for (int exponent = -30; exponent <= 30; exponent++) {
      double power = Double.parseDouble("1e" + exponent);
      for (double value : new double[] {power, Math.nextDown(power), Math.nextUp(power)}) {
        for (int digits = 1; digits <= 17; digits++) {
          assertThat(Decimals.significant(value, digits))
              .isEqualTo(Decimals.plainSignificant(value, digits));
        }
      }
    }
  }

  private static void agrees(long seed, LongToDoubleFunction number) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CASES; i++) {
      double value = number.applyAsDouble(random.nextLong());
      if (!Double.isFinite(value)) {
        continue;
      }
      int digits = 1 + random.nextInt(17);
      if (value != 0) {
        String exact = Decimals.plainSignificant(value, digits);
        String quick = Decimals.significant(value, digits);
        assertThat(quick).as("%s with %s digits", value, digits).isEqualTo(exact);
      }
      int decimals = random.nextInt(12);
      if (Math.abs(value) < 1e30) {
        String exact = Decimals.plainWithDecimals(value, decimals);
        String quick = Decimals.withDecimals(value, decimals);
        assertThat(quick).as("%s with %s decimals", value, decimals).isEqualTo(exact);
      }
    }
  }
}
