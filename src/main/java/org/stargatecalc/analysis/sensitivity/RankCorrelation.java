package org.stargatecalc.analysis.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.stargatecalc.scenario.UncertainInput;

/** How the ranks of inputs and answer move together over draws. */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * One input's correlations.
   *
   * @param input the input
   * @param spearman rank correlation with the answer; NaN if the answer never changes
   * @param partial the same with the influence of the other inputs taken out; NaN if undefined
   */
  public record Correlation(UncertainInput input, double spearman, double partial) {}

  /** Gives the inputs of a draw. */
  public interface Draws {
    /** Writes the values of a draw. */
    void write(long draw, double[] values);
  }

  /** Correlates every input with the answer, the strongest first. */
  public static List<Correlation> of(
      Model model, List<UncertainInput> inputs, Draws draws, int count) {
    int d = inputs.size();
    double[][] columns = new double[d + 1][count];
    double[] values = new double[d];
    for (int draw = 0; draw < count; draw++) {
      draws.write(draw, values);
      for (int i = 0; i < d; i++) {
        columns[i][draw] = values[i];
      }
      columns[d][draw] = model.of(values);
    }
    NaturalRanking ranking = new NaturalRanking(NaNStrategy.FIXED, TiesStrategy.AVERAGE);
    for (int i = 0; i <= d; i++) {
      columns[i] = ranking.rank(columns[i]);
    }
    double[][] correlations = correlations(columns);
    double[] partial = partial(correlations);
    List<Correlation> found = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      found.add(new Correlation(inputs.get(i), correlations[i][d], partial[i]));
    }
    found.sort(Comparator.comparingDouble(c -> -Math.abs(orZero(c.spearman()))));
    return found;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static double[][] correlations(double[][] columns) {
    int n = columns.length;
    PearsonsCorrelation pearson = new PearsonsCorrelation();
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double r = i == j ? 1 : pearson.correlation(columns[i], columns[j]);
        matrix[i][j] = r;
        matrix[j][i] = r;
      }
    }
    return matrix;
  }

  /** Partial correlations with the last column: −P_iy / √(P_ii·P_yy), P the inverse matrix. */
  private static double[] partial(double[][] correlations) {
    int d = correlations.length - 1;
    double[] partial = new double[d];
    java.util.Arrays.fill(partial, Double.NaN);
    for (double[] row : correlations) {
      for (double r : row) {
        if (Double.isNaN(r)) {
          return partial;
        }
      }
    }
    LUDecomposition decomposition =
        new LUDecomposition(new Array2DRowRealMatrix(correlations, false));
    if (decomposition.getSolver().isNonSingular()) {
      RealMatrix inverse = decomposition.getSolver().getInverse();
      for (int i = 0; i < d; i++) {
        partial[i] =
            -inverse.getEntry(i, d) / Math.sqrt(inverse.getEntry(i, i) * inverse.getEntry(d, d));
      }
    }
    return partial;
  }
}
