package org.stargatecalc.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A correlation matrix over some inputs, as its Cholesky factor: the Gaussian copula's recipe. */
public final class CorrelationMatrix {
  private static final double TOLERANCE = 1e-12;

  private final List<String> paths;
  private final double[][] factor;

  private CorrelationMatrix(List<String> paths, double[][] factor) {
    this.paths = paths;
    this.factor = factor;
  }

  /** Returns the inputs that any correlation names, in the order of naming. */
  public List<String> paths() {
    return paths;
  }

  /**
   * Turns independent normal scores into correlated ones, in place.
   *
   * @param scores one for each of {@link #paths()}
   */
  public void correlate(double[] scores) {
    for (int i = scores.length - 1; i >= 0; i--) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += factor[i][j] * scores[j];
      }
      scores[i] = sum;
    }
  }

  /** Returns the matrix of some correlations, empty if it is not positive semidefinite. */
  public static Optional<CorrelationMatrix> of(List<CorrelationSpec> correlations) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (CorrelationSpec correlation : correlations) {
      places.putIfAbsent(correlation.first(), places.size());
      places.putIfAbsent(correlation.second(), places.size());
    }
    int n = places.size();
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
    }
    for (CorrelationSpec correlation : correlations) {
      int i = Objects.requireNonNull(places.get(correlation.first()));
      int j = Objects.requireNonNull(places.get(correlation.second()));
      matrix[i][j] = correlation.rho();
      matrix[j][i] = correlation.rho();
    }
    double[][] factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= factor[i][k] * factor[j][k];
        }
        if (i == j) {
          if (rest < -TOLERANCE) {
            return Optional.empty();
          }
          factor[i][i] = Math.sqrt(Math.max(0, rest));
        } else if (factor[j][j] > TOLERANCE) {
          factor[i][j] = rest / factor[j][j];
        } else if (Math.abs(rest) > TOLERANCE) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new CorrelationMatrix(List.copyOf(places.keySet()), factor));
  }
}
