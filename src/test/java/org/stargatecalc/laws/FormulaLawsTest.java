package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.FormulaText;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.support.FormulaTree;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.support.Shipped;

/** Whoever reads a metric's formula finds what the engine computes. */
class FormulaLawsTest {
  private static final int DRAWS = 5;

  static Stream<Path> scenarios() throws IOException {
    return Stream.concat(
        Shipped.scenarios().stream(), Stream.of(Path.of("src/bench/five-phases.yaml")));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theTreeOfEveryFormulaHasTheValueOfTheProjection(Path file) throws IOException {
    ScenarioResolver resolver = new ScenarioResolver(ProjectedYaml.load(file).spec());
    Scenario scenario = resolver.central();
    ProjectionEngine engine = new ProjectionEngine(scenario);
    check(scenario, engine.project());

    List<UncertainInput> inputs = resolver.inputs();
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < DRAWS && !inputs.isEmpty(); draw++) {
      double[] values =
          inputs.stream().mapToDouble(i -> quantile(i.value(), random.nextDouble())).toArray();
      resolver.resolve(values, scenario);
      check(scenario, engine.project());
    }
  }

  private static double quantile(AssumedValue value, double u) {
    return value instanceof AssumedValue.Measured measured
        ? measured.distribution().quantile(u)
        : ((AssumedValue.Dated) value).distribution().quantile(u);
  }

  private static void check(Scenario scenario, Projection projection) {
    FormulaTree tree = new FormulaTree(scenario, projection);
    for (Metric metric : Metric.values()) {
      for (Basis basis : Basis.values()) {
        for (int k = 0; k < projection.nodes() && metric.kind() != Metric.Kind.TEXT; k++) {
          double value = projection.atNode(metric, basis, k);
          double read = tree.at(metric.formula(basis), k);

          if (k > 0 && metric.neverFalls(!scenario.mayFall() && !scenario.mayChange())) {
            boolean falls = value < projection.atNode(metric, basis, k - 1) * (1 - 1e-12);
            assertThat(falls).as("%s falls", metric.id()).isFalse();
          }
          boolean agrees =
              Double.isNaN(value)
                  ? Double.isNaN(read)
                  : Math.abs(read - value) <= 1e-9 * Math.abs(value) + 1e-12;
          // of some million: an assertion of each would take longer than its computation
          if (!agrees) {
            fail("%s by %s at node %d: %s, not %s", metric.id(), basis.id(), k, read, value);
          }
        }
      }
    }
  }

  @Test
  void aFormulaInWordsNamesWhatItBuildsOn() {
    assertThat(FormulaText.of(Metric.TRAINING_POWER_GW))
        .isEqualTo("Σ GPUs installed × fac_w × `capex_split.training`");
    assertThat(FormulaText.of(Metric.TOTAL_COST_USD_BN))
        .startsWith("`spend_usd_bn` + `energy_cost_usd_bn` + ");
    assertThat(FormulaText.of(Metric.DELAY_COST_USD_BN))
        .isEqualTo("Σ GPU-hours deferred × cost_per_year / 8766 h");
  }
}
