package org.stargatecalc.analysis.montecarlo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.scenario.CorrelationMatrix;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
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
  private final int[] pathOf;
  private final Optional<CorrelationMatrix> correlations;
  private final int[] correlated;

  private DrawPlan(
      List<UncertainInput> inputs,
      UniformSource source,
      int[] pathOf,
      Optional<CorrelationMatrix> correlations) {
    this.inputs = List.copyOf(inputs);
    this.source = source;
    this.pathOf = pathOf;
    this.correlations = correlations;
    this.correlated =
        correlations
            .map(
                matrix ->
                    matrix.paths().stream().mapToInt(path -> indexOf(path, this.inputs)).toArray())
            .orElse(new int[0]);
  }

  private static int indexOf(String path, List<UncertainInput> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).path().equals(path)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no uncertain input has the path " + path);
  }

  /** Returns one plan a scenario, over a common source. */
  public static List<DrawPlan> of(List<ScenarioSpec> family, Sampling sampling, long seed) {
    Set<String> paths = new LinkedHashSet<>();
    List<List<UncertainInput>> inputs = new ArrayList<>();
    for (ScenarioSpec spec : family) {
      List<UncertainInput> own = new ScenarioResolver(spec).inputs();
      inputs.add(own);
      own.forEach(input -> paths.add(input.path()));
    }
    List<String> all = List.copyOf(paths);
    UniformSource source = new UniformSource(sampling, seed, all);
    List<DrawPlan> plans = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      int[] pathOf = inputs.get(i).stream().mapToInt(input -> all.indexOf(input.path())).toArray();
      List<org.stargatecalc.scenario.CorrelationSpec> stated = family.get(i).correlations();
      plans.add(
          new DrawPlan(
              inputs.get(i),
              source,
              pathOf,
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
      values[i] = source.at(draw, pathOf[i]);
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
