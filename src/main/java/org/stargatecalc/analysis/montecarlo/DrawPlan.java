package org.stargatecalc.analysis.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.scenario.CorrelationMatrix;
import org.stargatecalc.scenario.CorrelationSpec;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.uncertainty.JointCoins;
import org.stargatecalc.uncertainty.NormalScore;
import org.stargatecalc.uncertainty.Sampling;
import org.stargatecalc.uncertainty.UniformSource;

/**
 * The values of a scenario's uncertain inputs in every draw.
 *
 * <p>Scenarios that are compared share one source over the paths of all of them, so that an input
 * that they have in common has the same uniform number in the same draw.
 */
public final class DrawPlan {
  private final List<UncertainInput> inputs;
  private final UniformSource source;

  /** The dimension of each input that has one of its own; negative for one that shares it. */
  private final int[] pathOf;

  /** What shares a dimension. */
  private final List<JointCoins> coins;

  /** The input that each path of these is, negative for those of other scenarios. */
  private final int[][] coinInputs;

  /** The dimension that each of these has. */
  private final int[] coinDimensions;

  private final Optional<CorrelationMatrix> correlations;
  private final int[] correlated;

  private DrawPlan(
      List<UncertainInput> inputs,
      Dimensions dimensions,
      UniformSource source,
      Optional<CorrelationMatrix> correlations) {
    this.inputs = List.copyOf(inputs);
    this.source = source;
    this.pathOf = inputs.stream().mapToInt(input -> dimensions.of(input.path())).toArray();
    this.coins = dimensions.coins();
    this.coinInputs = new int[coins.size()][];
    this.coinDimensions = new int[coins.size()];
    Arrays.setAll(coinDimensions, dimensions::ofCoins);
    Arrays.setAll(
        coinInputs,
        i -> coins.get(i).paths().stream().mapToInt(path -> indexOf(path, inputs)).toArray());
    this.correlations = correlations;
    this.correlated =
        correlations
            .map(
                matrix ->
                    matrix.paths().stream().mapToInt(path -> indexOf(path, this.inputs)).toArray())
            .orElse(new int[0]);
    for (int index : correlated) {
      if (index < 0) {
        throw new IllegalArgumentException("what is correlated is not uncertain");
      }
    }
  }

  /** Returns which input has a path, negative if none has. */
  private static int indexOf(String path, List<UncertainInput> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns one plan a scenario, over a common source. */
  public static List<DrawPlan> of(List<ScenarioSpec> family, Sampling sampling, long seed) {
    List<List<UncertainInput>> inputs = new ArrayList<>();
    for (ScenarioSpec spec : family) {
      inputs.add(new ScenarioResolver(spec).inputs());
    }
    Dimensions dimensions = Dimensions.of(family, inputs, sampling);
    UniformSource source = new UniformSource(sampling, seed, dimensions.names());
    List<DrawPlan> plans = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      List<CorrelationSpec> stated = family.get(i).correlations();
      plans.add(
          new DrawPlan(
              inputs.get(i),
              dimensions,
              source,
              stated.isEmpty() ? Optional.empty() : CorrelationMatrix.of(stated)));
    }
    return plans;
  }

  /** Returns how the numbers are chosen: at random where there are too many for Sobol points. */
  public Sampling sampling() {
    return source.sampling();
  }

  /** Returns the uncertain inputs in the order of their values. */
  public List<UncertainInput> inputs() {
    return inputs;
  }

  /**
   * Writes the values of a draw.
   *
   * @param draw its number, from 0
   * @param values receives one value an input
   */
  public void write(long draw, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (pathOf[i] >= 0) {
        values[i] = source.at(draw, pathOf[i]);
      }
    }
    for (int i = 0; i < coinInputs.length; i++) {
      coins.get(i).write(source.at(draw, coinDimensions[i]), coinInputs[i], values);
    }
    if (correlations.isPresent()) {
      correlate(values, correlations.get());
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = inputs.get(i).distribution().quantile(values[i]);
    }
  }

  private void correlate(double[] uniforms, CorrelationMatrix matrix) {
    double[] scores = new double[correlated.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = NormalScore.quantile(uniforms[correlated[i]]);
    }
    matrix.correlate(scores);
    for (int i = 0; i < scores.length; i++) {
      uniforms[correlated[i]] = Math.min(Math.max(NormalScore.cdf(scores[i]), 1e-300), 1 - 0x1p-53);
    }
  }
}
