package org.stargatecalc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What correlated inputs are made of. */
class CorrelationMatrixTest {
  private static CorrelationSpec pair(String first, String second, double rho) {
    return new CorrelationSpec(first, second, rho);
  }

  /** Independent scores with covariance I become F·s with covariance F·Fᵀ: the stated matrix. */
  @Test
  void theFactorTimesItsTransposeIsTheMatrix() {
    CorrelationMatrix matrix =
        CorrelationMatrix.of(
                List.of(pair("a", "b", 0.6), pair("b", "c", -0.3), pair("a", "c", 0.2)))
            .orElseThrow();
    assertThat(matrix.paths()).containsExactly("a", "b", "c");
    double[][] factor = new double[3][];
    for (int i = 0; i < 3; i++) {
      double[] unit = new double[3];
      unit[i] = 1;
      matrix.correlate(unit);
      factor[i] = unit;
    }
    double[][] stated = {{1, 0.6, 0.2}, {0.6, 1, -0.3}, {0.2, -0.3, 1}};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double product = 0;
        for (int k = 0; k < 3; k++) {
          product += factor[k][i] * factor[k][j];
        }
        assertThat(product).as("%d %d", i, j).isCloseTo(stated[i][j], within(1e-15));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -1})
  void inputsMayMoveAsOne(double rho) {
    double[] scores = {1.25, -7};
    CorrelationMatrix.of(List.of(pair("a", "b", rho))).orElseThrow().correlate(scores);
    assertThat(scores).containsExactly(1.25, rho * 1.25);
  }

  /** a with b and b with c, but a against c: no three numbers move so. */
  @Test
  void whatCannotHoldTogetherIsNoMatrix() {
    assertThat(
            CorrelationMatrix.of(
                List.of(pair("a", "b", 0.9), pair("b", "c", 0.9), pair("a", "c", -0.9))))
        .isEmpty();
    assertThat(
            CorrelationMatrix.of(
                List.of(pair("a", "b", 1), pair("b", "c", 1), pair("a", "c", 0.5))))
        .isEmpty();
  }
}
