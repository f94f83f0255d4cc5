package org.stargatecalc.input;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.tree.Problems;

/**
 * Refuses a scenario whose results are beyond what numbers can hold.
 *
 * <p>Where all inputs are near what is usual, no result comes near 1e100: at the ends of what is
 * usual the largest is some 1e41 FLOP, and ten inputs 1e5 beyond make 1e91 of it. Only what stands
 * in an exponent can do more. A scenario that may is projected on trial, in its central case and
 * with all uncertain inputs far out on either side: the farthest of the unusual inputs is then
 * named.
 */
final class Computable {
  /** Beyond it sums of squares over draws may be infinite. */
  private static final double LARGEST_RESULT = 1e100;

  /** One in a million draws lies beyond. */
  private static final double FAR_OUT = 1e-6;

  /** Powers of ten beyond what is usual that ten inputs may have. */
  private static final double BEYOND = 5;

  private static final double LONGEST_YEARS = 50;
  private static final double LEAST_PRICE_PERFORMANCE = 0.9;

  private Computable() {}

  /** Returns whether any result may be too large. */
  private static boolean isDoubtful(ScenarioSpec spec, UsualCheck.Farthest farthest) {
    Horizon horizon = spec.horizon();
    boolean isDoubtful =
        farthest.beyond() > BEYOND
            || horizon.end() - horizon.start() > LONGEST_YEARS * Durations.DAYS_PER_YEAR
            || isOutside(spec.pricePerformance(), LEAST_PRICE_PERFORMANCE, Double.MAX_VALUE)
            || isOutside(spec.discountRate(), -1, 1);
    for (PhaseSpec phase : spec.phases()) {
      isDoubtful |= phase.plan() instanceof Plan.Growth;
    }
    return isDoubtful;
  }

  private static boolean isOutside(Assumption assumption, double low, double high) {
    return !(assumption.value() instanceof AssumedValue.Measured measured)
        || measured.distribution().quantile(FAR_OUT) < low
        || measured.distribution().quantile(1 - FAR_OUT) > high;
  }

  /**
   * Projects a scenario on trial if any result may be too large, and reports an input if one is.
   *
   * @param farthest the input that is farthest from what is usual
   */
  static void check(ScenarioSpec spec, UsualCheck.Farthest farthest, Problems problems) {
    if (!isDoubtful(spec, farthest)) {
      return;
    }
    ScenarioResolver resolver = new ScenarioResolver(spec);
    List<UncertainInput> inputs = resolver.inputs();
    Scenario scenario = resolver.central();
    Optional<Metric> tooLarge = tooLarge(scenario);
    for (double u : new double[] {FAR_OUT, 1 - FAR_OUT}) {
      if (tooLarge.isEmpty() && !inputs.isEmpty()) {
        double[] values = new double[inputs.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = inputs.get(i).distribution().quantile(u);
        }
        resolver.resolve(values, scenario);
        tooLarge = tooLarge(scenario);
      }
    }
    if (tooLarge.isPresent()) {
      problems.error(
          farthest.location(),
          farthest.path(),
          "found "
              + farthest.written()
              + ", with which "
              + tooLarge.get().id()
              + " is beyond what can be computed",
          "a value from " + farthest.usual().low() + " to " + farthest.usual().high());
    }
  }

  /** Returns a metric that is too large somewhere. */
  private static Optional<Metric> tooLarge(Scenario scenario) {
    Projection projection = ProjectionEngine.project(scenario);
    for (Metric metric : Metric.values()) {
      for (int k = 0; k < projection.nodes() && metric.kind() != Metric.Kind.TEXT; k++) {
        if (Math.abs(projection.atNode(metric, Basis.FACILITY, k)) > LARGEST_RESULT) {
          return Optional.of(metric);
        }
      }
    }
    return Optional.empty();
  }
}
