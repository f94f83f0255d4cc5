package org.stargatecalc.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stargatecalc.scenario.Quantity.PrecisionRate;
import org.stargatecalc.uncertainty.Distribution;

/**
 * Where each number of a scenario lies in the store that a draw fills, with the central case in it.
 *
 * <p>An uncertain input is identified by where it was written, so phases that inherit a value share
 * its draw.
 */
final class StoreLayout {
  static final int DISCOUNT_RATE = 0;
  static final int PRICE_PERFORMANCE = 1;
  static final int REFERENCE_RUN = 2;

  private static final int PARAMETERS = PhaseParameter.all().size();

  private double[] central = new double[256];
  private final boolean everyInput;
  private final Set<String> varied;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private final List<Integer> risks = new ArrayList<>();
  private final List<OfPhase> phases = new ArrayList<>();
  private final List<OfConstraint> constraints = new ArrayList<>();
  private int used;

  /** An uncertain input and the places of the store that it fills. */
  static final class Input {
    final UncertainInput input;
    final List<Integer> slots = new ArrayList<>();

    Input(UncertainInput input) {
      this.input = input;
    }
  }

  /**
   * Places of a phase.
   *
   * @param offset first of the parameters
   * @param plan first of the plan
   * @param afters first of those that say after which time each generation is replaced
   * @param built whether it is built
   * @param steps of each parameter that changes with time: its first value, then the later ones
   * @param laterRests later shares that are what the others leave: its place, then those of the
   *     others
   */
  record OfPhase(
      int offset,
      int plan,
      int afters,
      int built,
      Map<PhaseParameter, int[]> steps,
      List<int[]> laterRests) {}

  /** Places of a constraint: the first, and how many entries it has. */
  record OfConstraint(int first, int entries) {}

  /**
   * Lays out the numbers of a scenario.
   *
   * @param everyInput whether what is known is an input too
   * @param varied where else values are written that are inputs though they are known
   */
  StoreLayout(ScenarioSpec spec, boolean everyInput, Set<String> varied) {
    this.everyInput = everyInput;
    this.varied = varied;
    put(spec.discountRate());
    put(spec.pricePerformance());
    put(spec.referenceRun());
    for (RiskSpec risk : spec.risks()) {
      risks.add(used);
      coin(risk.probability(), take(1));
      put(risk.delay());
    }
    for (PhaseSpec phase : spec.phases()) {
      phases.add(layOut(phase));
    }
    for (ConstraintSpec constraint : spec.constraints()) {
      constraints.add(layOut(constraint));
    }
    central = Arrays.copyOf(central, used);
  }

  /** Returns the central case: every input at its median, a coin on its likelier side. */
  double[] central() {
    return central;
  }

  /** Returns the uncertain inputs by where they were written. */
  Map<String, Input> inputs() {
    return inputs;
  }

  /** Returns the first place of each risk: whether it happens, then its delay. */
  List<Integer> risks() {
    return risks;
  }

  List<OfPhase> phases() {
    return phases;
  }

  List<OfConstraint> constraints() {
    return constraints;
  }

  /** Returns the first of so many new places. */
  private int take(int count) {
    int first = used;
    used += count;
    if (used > central.length) {
      central = Arrays.copyOf(central, 2 * used);
    }
    return first;
  }

  private OfPhase layOut(PhaseSpec phase) {
    int offset = take(PARAMETERS + Phase.RATE_SLOTS);
    Arrays.fill(central, offset, used, Double.NaN);
    for (Map.Entry<PhaseParameter, Assumption> entry : phase.parameters().entrySet()) {
      put(entry.getValue(), offset + entry.getKey().ordinal());
    }
    for (Map.Entry<Precision, PrecisionRates> entry : phase.rates().entrySet()) {
      layOut(entry.getKey(), entry.getValue(), offset + PARAMETERS);
    }
    int plan = used;
    if (phase.plan() instanceof Plan.Milestones milestones) {
      for (Plan.Step step : milestones.steps()) {
        put(step.by());
        put(step.size());
      }
    } else if (phase.plan() instanceof Plan.Growth growth) {
      put(growth.from());
      put(growth.amount());
      put(growth.perYear());
      growth.until().ifPresent(this::put);
    }
    int afters = used;
    for (int i = 0; i < phase.refresh().afters().size(); i++) {
      put(phase.refresh().afters().get(i));
    }
    int built = take(1);
    Assumption probability = phase.parameters().get(PhaseParameter.PROBABILITY);
    if (probability != null && phase.refresh().generation() == 0) {
      coin(probability, built);
    }
    Map<PhaseParameter, int[]> steps = layOutSteps(phase, offset);
    List<int[]> rests = phase.steps().isEmpty() ? List.of() : rests(phase, steps);
    return new OfPhase(offset, plan, afters, built, steps, rests);
  }

  private void layOut(Precision precision, PrecisionRates rates, int first) {
    if (rates.ofChip().isPresent()) {
      put(rates.ofChip().get(), first + Phase.rateSlot(PrecisionRate.OF_CHIP, precision));
    }
    if (rates.flops().isPresent()) {
      put(rates.flops().get(), first + Phase.rateSlot(PrecisionRate.FLOPS, precision));
    }
    put(rates.mfu(), first + Phase.rateSlot(PrecisionRate.MFU, precision));
  }

  /** Lays out the values that a phase's parameters take after their first ones. */
  private Map<PhaseParameter, int[]> layOutSteps(PhaseSpec phase, int offset) {
    if (phase.steps().isEmpty()) {
      return Map.of();
    }
    Map<PhaseParameter, int[]> byParameter = new EnumMap<>(PhaseParameter.class);
    for (Map.Entry<PhaseParameter, Steps> entry : phase.steps().entrySet()) {
      List<Steps.Step> later = entry.getValue().later();
      int[] places = new int[1 + later.size()];
      places[0] = offset + entry.getKey().ordinal();
      for (int i = 0; i < later.size(); i++) {
        places[i + 1] = used;
        put(later.get(i).value());
      }
      byParameter.put(entry.getKey(), places);
    }
    return byParameter;
  }

  private static List<int[]> rests(PhaseSpec phase, Map<PhaseParameter, int[]> places) {
    List<int[]> rests = new ArrayList<>();
    for (PhaseParameter share : PhaseParameter.SHARES) {
      Steps steps = phase.steps().get(share);
      for (int i = 0; steps != null && i < steps.later().size(); i++) {
        if (steps.later().get(i).isRest()) {
          int[] rest = new int[PhaseParameter.SHARES.size()];
          int next = 0;
          rest[next++] = Objects.requireNonNull(places.get(share))[i + 1];
          for (PhaseParameter other : PhaseParameter.SHARES) {
            if (other != share) {
              rest[next++] = Objects.requireNonNull(places.get(other))[i + 1];
            }
          }
          rests.add(rest);
        }
      }
    }
    return rests;
  }

  private OfConstraint layOut(ConstraintSpec constraint) {
    int first = used;
    if (constraint.availability() instanceof ConstraintSpec.Supply supply) {
      supply.years().forEach(year -> put(year.amount()));
    } else if (constraint.availability() instanceof ConstraintSpec.Levels levels) {
      for (Plan.Step step : levels.steps()) {
        put(step.by());
        put(step.size());
      }
    }
    return new OfConstraint(first, entries(constraint));
  }

  private static int entries(ConstraintSpec constraint) {
    return constraint.availability() instanceof ConstraintSpec.Supply supply
        ? supply.years().size()
        : ((ConstraintSpec.Levels) constraint.availability()).steps().size();
  }

  private void put(Assumption assumption) {
    put(assumption, take(1));
  }

  private void put(Assumption assumption, int slot) {
    Distribution distribution = assumption.distribution();
    central[slot] = distribution.median();
    if (everyInput || !distribution.isCertain() || varied.contains(assumption.declaredAt())) {
      input(assumption.declaredAt(), distribution, assumption.value()).slots.add(slot);
    }
  }

  /** Fills a slot with a coin; every phase or risk tosses its own, whoever states the chance. */
  private void coin(Assumption probability, int slot) {
    Distribution coin = new Distribution.Coin(probability.median());
    central[slot] = coin.median();
    if (!coin.isCertain()) {
      input(probability.path(), coin, probability.value()).slots.add(slot);
    }
  }

  private Input input(String path, Distribution distribution, AssumedValue value) {
    Input input = inputs.get(path);
    if (input == null) {
      input = new Input(new UncertainInput(path, distribution, value));
      inputs.put(path, input);
    }
    return input;
  }
}
