package org.stargatecalc.projection;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.scenario.ChipParameter;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * Why a metric cannot be had of a scenario: nobody stated a rate of a chip.
 *
 * @param found what is asked and missing
 * @param expected what to add
 */
public record Unknown(String found, String expected) {
  /** Returns why a metric cannot be had, empty if it can. */
  public static Optional<Unknown> of(Metric metric, ScenarioSpec spec) {
    boolean allKnown = true;
    for (PhaseSpec phase : spec.phases()) {
      allKnown &= phase.hasOwnRate();
    }
    if (allKnown) {
      return Optional.empty();
    }
    Scenario scenario = new ScenarioResolver(spec).central();
    for (Phase phase : scenario.phases()) {
      if (isUnknown(metric.formula(), scenario, phase)) {
        String chip = phase.spec().accelerator().id();
        String key = ChipParameter.rate(phase.spec().precision()).key();
        return Optional.of(
            new Unknown(
                "found "
                    + metric.id()
                    + ", for which nothing is known of "
                    + chip
                    + " in phase "
                    + phase.spec().id(),
                "accelerators." + chip + "." + key + ", or flops_per_gpu"));
      }
    }
    return Optional.empty();
  }

  private static boolean isUnknown(Formula formula, Scenario scenario, Phase phase) {
    if (formula instanceof Formula.SumOverPhases sum) {
      return isUnknown(sum.perGpu(), scenario, phase);
    }
    if (formula instanceof Formula.LargestGroup largest) {
      return isUnknown(largest.perGpu(), scenario, phase);
    }
    if (formula instanceof Formula.InLargestGroup in) {
      return isUnknown(in.largest(), scenario, phase) || isUnknown(in.perGpu(), scenario, phase);
    }
    if (formula instanceof Formula.Scaled scaled) {
      return isUnknown(scaled.of(), scenario, phase);
    }
    if (formula instanceof Formula.RunningTotal total) {
      return isUnknown(total.of(), scenario, phase);
    }
    if (formula instanceof Formula.Quotient quotient) {
      return isUnknown(quotient.over(), scenario, phase)
          || isUnknown(quotient.under(), scenario, phase);
    }
    List<Formula> parts =
        formula instanceof Formula.SumOf sum
            ? sum.parts()
            : formula instanceof Algorithm algorithm ? algorithm.from() : List.of();
    boolean isUnknown = false;
    for (Formula part : parts) {
      isUnknown |= isUnknown(part, scenario, phase);
    }
    return isUnknown;
  }

  private static boolean isUnknown(Quantity perGpu, Scenario scenario, Phase phase) {
    return scenario.coefficients().isUnknown(scenario.coefficients().cell(perGpu, phase));
  }
}
