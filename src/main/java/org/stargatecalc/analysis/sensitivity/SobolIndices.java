package org.stargatecalc.analysis.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.uncertainty.Quantiles;
import org.stargatecalc.uncertainty.Sampling;
import org.stargatecalc.uncertainty.UniformSource;

/**
 * Which share of the answer's variance an input causes, alone and with all that it interacts with.
 *
 * <p>First order after A. Saltelli et al., Computer Physics Communications 181 (2010) 259-270,
 * table 2 (b); total after M. J. W. Jansen, Computer Physics Communications 117 (1999) 35-43.
 * Intervals are 90 % bootstrap intervals over the rows of the design; inputs are drawn
 * independently.
 */
public final class SobolIndices {
  private static final int RESAMPLES = 500;
  private static final String SECOND = "#second";
  private static final String BOOTSTRAP = "#bootstrap";

  private SobolIndices() {}

  /**
   * An estimate with its 90 % interval.
   *
   * @param value the estimate; NaN if the answer never changes
   * @param low lower end
   * @param high upper end
   */
  public record Estimate(double value, double low, double high) {}

  /**
   * The indices of one input.
   *
   * @param input the input
   * @param firstOrder share of variance that it causes alone
   * @param total share that would vanish only with it known
   */
  public record Index(UncertainInput input, Estimate firstOrder, Estimate total) {}

  /**
   * Estimates the indices of every input, the largest total first.
   *
   * @param rows rows of the design; the model is called rows × (inputs + 2) times
   * @param seed the seed
   */
  public static List<Index> of(Model model, List<UncertainInput> inputs, int rows, long seed) {
    int d = inputs.size();
    List<String> paths = new ArrayList<>();
    inputs.forEach(input -> paths.add(input.path()));
    inputs.forEach(input -> paths.add(input.path() + SECOND));
    // The rows of both halves of the design are one sequence of points in twice the dimensions.
    UniformSource source = new UniformSource(Sampling.SOBOL, seed, paths);
    double[] a = new double[rows];
    double[] b = new double[rows];
    double[][] mixed = new double[d][rows];
    double[] first = new double[d];
    double[] second = new double[d];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < d; i++) {
        first[i] = inputs.get(i).distribution().quantile(source.at(row, i));
        second[i] = inputs.get(i).distribution().quantile(source.at(row, d + i));
      }
      a[row] = model.of(first);
      b[row] = model.of(second);
      for (int i = 0; i < d; i++) {
        double kept = first[i];
        first[i] = second[i];
        mixed[i][row] = model.of(first);
        first[i] = kept;
      }
    }
    return indices(inputs, a, b, mixed, seed);
  }

  /** Returns how many rows of the design a number of calls of the model allows, at least 64. */
  public static int rows(int calls, int inputs) {
    return Math.max(64, calls / (inputs + 2));
  }

  private static List<Index> indices(
      List<UncertainInput> inputs, double[] a, double[] b, double[][] mixed, long seed) {
    int d = inputs.size();
    int rows = a.length;
    int[] all = new int[rows];
    for (int row = 0; row < rows; row++) {
      all[row] = row;
    }
    double[][] firstOrder = new double[d][RESAMPLES];
    double[][] total = new double[d][RESAMPLES];
    UniformSource random = new UniformSource(Sampling.RANDOM, seed, List.of(BOOTSTRAP));
    int[] picked = new int[rows];
    for (int r = 0; r < RESAMPLES; r++) {
      for (int row = 0; row < rows; row++) {
        picked[row] = (int) (random.at((long) r * rows + row, 0) * rows);
      }
      double variance = variance(a, b, picked);
      for (int i = 0; i < d; i++) {
        firstOrder[i][r] = firstOrder(a, b, mixed[i], picked) / variance;
        total[i][r] = total(a, mixed[i], picked) / variance;
      }
    }
    double variance = variance(a, b, all);
    List<Index> found = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      found.add(
          new Index(
              inputs.get(i),
              estimate(firstOrder(a, b, mixed[i], all) / variance, firstOrder[i]),
              estimate(total(a, mixed[i], all) / variance, total[i])));
    }
    found.sort(
        Comparator.comparingDouble(
            index -> Double.isNaN(index.total().value()) ? 0 : -index.total().value()));
    return found;
  }

  private static Estimate estimate(double value, double[] resamples) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? new Estimate(Double.NaN, Double.NaN, Double.NaN)
        : new Estimate(value, Quantiles.of(resamples, 0.05), Quantiles.of(resamples, 0.95));
  }

  private static double variance(double[] a, double[] b, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += a[row] + b[row];
    }
    double mean = sum / (2.0 * rows.length);
    double squares = 0;
    for (int row : rows) {
      squares += (a[row] - mean) * (a[row] - mean) + (b[row] - mean) * (b[row] - mean);
    }
    return squares / (2.0 * rows.length - 1);
  }

  private static double firstOrder(double[] a, double[] b, double[] mixed, int[] rows) {
    double mean = 0;
    for (int row : rows) {
      mean += b[row];
    }
    mean /= rows.length;
    double sum = 0;
    for (int row : rows) {
      // Centring leaves the expectation as it is and takes noise away.
      sum += (b[row] - mean) * (mixed[row] - a[row]);
    }
    return sum / rows.length;
  }

  private static double total(double[] a, double[] mixed, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += (a[row] - mixed[row]) * (a[row] - mixed[row]);
    }
    return sum / (2.0 * rows.length);
  }
}
