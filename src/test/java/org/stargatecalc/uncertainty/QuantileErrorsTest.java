package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileErrorsTest {
  /** The spread of a quantile over many runs is the error that each of them tells. */
  @ParameterizedTest
  @CsvSource({"0.05, 2000", "0.5, 2000", "0.95, 2000", "0.5, 200", "0.5, 20000"})
  void theErrorIsTheSpreadOverRuns(double p, int draws) {
    Random random = new Random(7);
    int runs = 300;
    double sum = 0;
    double squares = 0;
    double errors = 0;
    for (int run = 0; run < runs; run++) {
      // skewed, as a price or a delay is
      double[] values =
          random.doubles(draws).map(u -> StrictMath.exp(-1.5 * StrictMath.log(1 - u))).toArray();
      double[] found = Quantiles.of(values, draws, QuantileErrors.around(new double[] {p}, draws));
      double quantile = QuantileErrors.values(found)[0];
      sum += quantile;
      squares += quantile * quantile;
      errors += QuantileErrors.errors(found)[0];
    }
    double spread = Math.sqrt(squares / runs - sum / runs * (sum / runs));
    assertThat(errors / runs).isCloseTo(spread, within(0.15 * spread));
  }

  @Test
  void whatIsAlikeInAllDrawsHasNone() {
    double[] values = new double[1000];
    Arrays.fill(values, 3);
    double[] found =
        Quantiles.of(values, 1000, QuantileErrors.around(new double[] {0.1, 0.9}, 1000));
    assertThat(QuantileErrors.values(found)).containsExactly(3, 3);
    assertThat(QuantileErrors.errors(found)).containsExactly(0, 0);
  }

  @Test
  void ofOneDrawNothingIsKnown() {
    double[] found =
        Quantiles.of(new double[] {3}, 1, QuantileErrors.around(new double[] {0.5}, 1));
    assertThat(QuantileErrors.errors(found)).containsExactly(0);
    assertThat(QuantileErrors.errors(new double[] {1, 2, Double.POSITIVE_INFINITY}))
        .containsExactly(Double.POSITIVE_INFINITY);
  }
}
