package org.stargatecalc.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.uncertainty.Distribution;

/**
 * Turns a stated scenario into plain numbers: the central case, or a draw.
 *
 * <p>An uncertain input is identified by where it was written, so phases that inherit a value share
 * its draw. The central case sets every input to its median; a coin falls on its likelier side.
 */
public final class ScenarioResolver {
  private static final int PARAMETERS = PhaseParameter.all().size();

  private final ScenarioSpec spec;
  private final double[] central;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private final List<int[]> phaseSlots = new ArrayList<>();
  private final List<int[]> constraintSlots = new ArrayList<>();
  private int used;

  /** An uncertain input and the places of the store that it fills. */
  private static final class Input {
    final UncertainInput input;
    final List<Integer> slots = new ArrayList<>();

    Input(UncertainInput input) {
      this.input = input;
    }
  }

  /** Lays out the numbers of a scenario. */
  public ScenarioResolver(ScenarioSpec spec) {
    this.spec = spec;
    double[] store = new double[2 + sizeOf(spec)];
    central = store;
    put(spec.discountRate());
    put(spec.pricePerformance());
    for (PhaseSpec phase : spec.phases()) {
      phaseSlots.add(layOut(phase));
    }
    for (ConstraintSpec constraint : spec.constraints()) {
      constraintSlots.add(layOut(constraint));
    }
    applyCentralRisks();
  }

  private static int sizeOf(ScenarioSpec spec) {
    int size = 0;
    for (PhaseSpec phase : spec.phases()) {
      size += PARAMETERS + 2;
      if (phase.plan() instanceof Plan.Milestones milestones) {
        size += 2 * milestones.steps().size();
      } else if (phase.plan() instanceof Plan.Growth) {
        size += 4;
      }
    }
    for (ConstraintSpec constraint : spec.constraints()) {
      size += entries(constraint) * (isSupply(constraint) ? 1 : 2);
    }
    return size;
  }

  /** Returns the slots of offset, plan and risk delay of a phase after laying it out. */
  private int[] layOut(PhaseSpec phase) {
    int offset = used;
    Arrays.fill(central, offset, offset + PARAMETERS, Double.NaN);
    used += PARAMETERS;
    phase
        .parameters()
        .forEach((parameter, assumption) -> put(assumption, offset + parameter.ordinal()));
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
    int riskDelay = used;
    used += 2;
    return new int[] {offset, plan, riskDelay};
  }

  private int[] layOut(ConstraintSpec constraint) {
    int first = used;
    if (constraint.availability() instanceof ConstraintSpec.Supply supply) {
      supply.years().forEach(year -> put(year.amount()));
    } else if (constraint.availability() instanceof ConstraintSpec.Levels levels) {
      for (Plan.Step step : levels.steps()) {
        put(step.by());
        put(step.size());
      }
    }
    return new int[] {first, entries(constraint)};
  }

  private static boolean isSupply(ConstraintSpec constraint) {
    return constraint.availability() instanceof ConstraintSpec.Supply;
  }

  private static int entries(ConstraintSpec constraint) {
    return constraint.availability() instanceof ConstraintSpec.Supply supply
        ? supply.years().size()
        : ((ConstraintSpec.Levels) constraint.availability()).steps().size();
  }

  private void put(Assumption assumption) {
    put(assumption, used++);
  }

  private void put(Assumption assumption, int slot) {
    Distribution distribution = distribution(assumption);
    central[slot] = distribution.median();
    if (!distribution.isCertain()) {
      inputs
          .computeIfAbsent(
              assumption.declaredAt(),
              path -> new Input(new UncertainInput(path, distribution, assumption.value())))
          .slots
          .add(slot);
    }
  }

  private static Distribution distribution(Assumption assumption) {
    if (assumption.value() instanceof AssumedValue.Measured measured) {
      return measured.distribution();
    }
    if (assumption.value() instanceof AssumedValue.Dated dated) {
      return dated.distribution();
    }
    throw new IllegalArgumentException(assumption.path() + " is not a number");
  }

  private void applyCentralRisks() {
    for (int i = 0; i < spec.phases().size(); i++) {
      int riskDelay = phaseSlots.get(i)[2];
      double delay = 0;
      for (RiskSpec risk : spec.risks()) {
        if (risk.appliesTo().contains(spec.phases().get(i).id())
            && distribution(risk.probability()).median() >= 0.5) {
          delay += distribution(risk.delay()).median();
        }
      }
      central[riskDelay] = delay;
      double probability = central[phaseSlots.get(i)[0] + PhaseParameter.PROBABILITY.ordinal()];
      central[riskDelay + 1] = probability >= 0.5 ? 1 : 0;
    }
  }

  /** Returns the uncertain inputs in the order of the scenario. */
  public List<UncertainInput> inputs() {
    return inputs.values().stream().map(i -> i.input).toList();
  }

  /** Returns the central case. */
  public Scenario central() {
    Scenario scenario = blank();
    derive(scenario);
    return scenario;
  }

  private Scenario blank() {
    double[] store = central.clone();
    Map<String, Integer> sites = new LinkedHashMap<>();
    Map<String, Integer> systems = new LinkedHashMap<>();
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < spec.phases().size(); i++) {
      PhaseSpec phase = spec.phases().get(i);
      int[] slots = phaseSlots.get(i);
      int steps =
          phase.plan() instanceof Plan.Milestones milestones ? milestones.steps().size() : 0;
      boolean hasUntil = phase.plan() instanceof Plan.Growth growth && growth.until().isPresent();
      phases.add(
          new Phase(
              phase,
              i,
              indexOf(phase.site(), sites),
              indexOf(phase.trainingSystem(), systems),
              store,
              slots[0],
              new Phase.PlanSlots(slots[1], steps, hasUntil, slots[2])));
    }
    List<Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < spec.constraints().size(); i++) {
      ConstraintSpec constraint = spec.constraints().get(i);
      boolean[] applies = new boolean[phases.size()];
      for (int p = 0; p < applies.length; p++) {
        applies[p] = constraint.appliesTo().contains(spec.phases().get(p).id());
      }
      int[] slots = constraintSlots.get(i);
      constraints.add(new Constraint(constraint, applies, store, slots[0], slots[1]));
    }
    return new Scenario(spec, store, phases, constraints, sites.size(), systems.size(), 0, 1);
  }

  private static void derive(Scenario scenario) {
    for (Phase phase : scenario.phases()) {
      phase.derive();
    }
  }

  private static int indexOf(String id, Map<String, Integer> known) {
    Integer index = known.get(id);
    if (index == null) {
      index = known.size();
      known.put(id, index);
    }
    return index;
  }
}
