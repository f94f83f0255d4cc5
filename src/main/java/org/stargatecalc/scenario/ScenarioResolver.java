package org.stargatecalc.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stargatecalc.scenario.Quantity.PrecisionRate;
import org.stargatecalc.uncertainty.Distribution;

/**
 * Turns a stated scenario into plain numbers: the central case, or a draw.
 *
 * <p>An uncertain input is identified by where it was written, so phases that inherit a value share
 * its draw. The central case sets every input to its median; a coin falls on its likelier side.
 */
public final class ScenarioResolver {
  private static final int PARAMETERS = PhaseParameter.all().size();
  private static final List<PhaseParameter> DATES =
      List.of(
          PhaseParameter.ONLINE, PhaseParameter.RAMP, PhaseParameter.DELAY, PhaseParameter.UNTIL);

  private static final int DISCOUNT_RATE = 0;
  private static final int PRICE_PERFORMANCE = 1;
  private static final int REFERENCE_RUN = 2;

  private final ScenarioSpec spec;
  private final double[] central;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private final List<Integer> riskSlots = new ArrayList<>();
  private final List<int[]> phaseSlots = new ArrayList<>();
  private final List<Map<PhaseParameter, int[]>> stepSlots = new ArrayList<>();
  private final List<List<int[]>> laterRests = new ArrayList<>();
  private final List<int[]> constraintSlots = new ArrayList<>();
  private int[][] slots = new int[0][];
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
    double[] store = new double[3 + sizeOf(spec)];
    central = store;
    put(spec.discountRate());
    put(spec.pricePerformance());
    put(spec.referenceRun());
    for (RiskSpec risk : spec.risks()) {
      riskSlots.add(used);
      coin(risk.probability(), used++);
      put(risk.delay());
    }
    for (PhaseSpec phase : spec.phases()) {
      phaseSlots.add(layOut(phase));
      layOutSteps(phase, phaseSlots.get(phaseSlots.size() - 1)[0]);
    }
    for (ConstraintSpec constraint : spec.constraints()) {
      constraintSlots.add(layOut(constraint));
    }
  }

  private static int sizeOf(ScenarioSpec spec) {
    int size = 2 * spec.risks().size();
    for (PhaseSpec phase : spec.phases()) {
      size += phase.refresh().afters().size() + PARAMETERS + Phase.RATE_SLOTS + 1;
      for (Steps steps : phase.steps().values()) {
        size += steps.later().size();
      }
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

  /** Returns the slots of offset, plan and being built of a phase after laying it out. */
  private int[] layOut(PhaseSpec phase) {
    int offset = used;
    used += PARAMETERS + Phase.RATE_SLOTS;
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
    int built = used++;
    Assumption probability = phase.parameters().get(PhaseParameter.PROBABILITY);
    if (probability != null && phase.refresh().generation() == 0) {
      coin(probability, built);
    }
    return new int[] {offset, plan, built, afters};
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
  private void layOutSteps(PhaseSpec phase, int offset) {
    if (phase.steps().isEmpty()) {
      stepSlots.add(Map.of());
      laterRests.add(List.of());
      return;
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
    stepSlots.add(byParameter);
    laterRests.add(rests(phase, byParameter));
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
    Distribution distribution = assumption.distribution();
    central[slot] = distribution.median();
    if (!distribution.isCertain()) {
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
    return inputs.computeIfAbsent(path, p -> new Input(new UncertainInput(p, distribution, value)));
  }

  /** Returns the uncertain inputs in the order of the scenario. */
  public List<UncertainInput> inputs() {
    List<UncertainInput> all = new ArrayList<>();
    for (Input input : inputs.values()) {
      all.add(input.input);
    }
    return List.copyOf(all);
  }

  /** Returns the central case. */
  public Scenario central() {
    Scenario scenario = blank();
    scenario.derive();
    return scenario;
  }

  private boolean isCovered(PhaseSpec phase) {
    boolean isCovered = false;
    for (PhaseSpec other : spec.phases()) {
      isCovered |=
          other.plan() instanceof Plan.Covering covering && covering.phase().equals(phase.id());
    }
    return isCovered;
  }

  private int[] risksOf(PhaseSpec phase) {
    List<Integer> slots = new ArrayList<>();
    for (int i = 0; i < spec.risks().size(); i++) {
      if (spec.risks().get(i).appliesTo().contains(phase.refresh().family())) {
        slots.add(riskSlots.get(i));
      }
    }
    return ints(slots);
  }

  private static int[] ints(List<Integer> list) {
    int[] ints = new int[list.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = list.get(i);
    }
    return ints;
  }

  /**
   * Resolves a draw into a scenario that {@link #central()} gave.
   *
   * @param values one for each of {@link #inputs()}, in their order
   */
  public void resolve(double[] values, Scenario into) {
    double[] store = into.store();
    System.arraycopy(central, 0, store, 0, central.length);
    for (int i = 0; i < values.length; i++) {
      for (int slot : slotsByInput()[i]) {
        store[slot] = values[i];
      }
    }
    into.derive();
  }

  private int[][] slotsByInput() {
    if (slots.length != inputs.size()) {
      slots = inputs.values().stream().map(input -> ints(input.slots)).toArray(int[][]::new);
    }
    return slots;
  }

  private Scenario blank() {
    double[] store = central.clone();
    BitSet drawn = new BitSet();
    inputs.values().forEach(input -> input.slots.forEach(drawn::set));
    Map<String, Integer> sites = new LinkedHashMap<>();
    Map<String, Integer> systems = new LinkedHashMap<>();
    List<Phase> phases = new ArrayList<>();
    Coefficients coefficients =
        new Coefficients(
            store, sources(), spec.amortization(), DISCOUNT_RATE, spec.phases().size());
    for (int i = 0; i < spec.phases().size(); i++) {
      PhaseSpec phase = spec.phases().get(i);
      int[] slots = phaseSlots.get(i);
      int steps =
          phase.plan() instanceof Plan.Milestones milestones ? milestones.steps().size() : 0;
      boolean hasUntil = phase.plan() instanceof Plan.Growth growth && growth.until().isPresent();
      int[] risks = risksOf(phase);
      phases.add(
          new Phase(
              phase,
              i,
              indexOf(phase.site(), sites),
              indexOf(phase.trainingSystem(), systems),
              store,
              slots[0],
              new Phase.PlanSlots(slots[1], steps, hasUntil, slots[2], risks, slots[3]),
              datesAreCertain(slots, risks, drawn),
              coefficients,
              Epochs.of(phase, stepSlots.get(i)),
              laterRests.get(i),
              phase.refresh().generation() == 0
                  ? null
                  : phases.get(i - phase.refresh().generation()),
              isCovered(phase)));
    }
    List<Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < spec.constraints().size(); i++) {
      ConstraintSpec constraint = spec.constraints().get(i);
      boolean[] applies = new boolean[phases.size()];
      for (int p = 0; p < applies.length; p++) {
        applies[p] = constraint.appliesTo().contains(spec.phases().get(p).refresh().family());
      }
      int[] slots = constraintSlots.get(i);
      constraints.add(new Constraint(constraint, applies, store, slots[0], slots[1]));
    }
    return new Scenario(
        spec,
        store,
        phases,
        constraints,
        sites.size(),
        systems.size(),
        DISCOUNT_RATE,
        PRICE_PERFORMANCE,
        REFERENCE_RUN,
        coefficients);
  }

  /** Returns for each place the one that stands for all with its number, if it is drawn. */
  private int[] sources() {
    int[] source = new int[central.length];
    Arrays.fill(source, Coefficients.CERTAIN);
    for (Input input : inputs.values()) {
      for (int slot : input.slots) {
        source[slot] = input.slots.get(0);
      }
    }
    Map<String, Integer> rests = new HashMap<>();
    for (int i = 0; i < phaseSlots.size(); i++) {
      Optional<PhaseParameter> rest = spec.phases().get(i).restShare();
      if (rest.isPresent()) {
        int offset = phaseSlots.get(i)[0];
        shareRest(source, offset, offset + rest.get().ordinal(), rests);
      }
      for (int[] later : laterRests.get(i)) {
        source[later[0]] = later[0];
      }
    }
    return source;
  }

  /** What other shares leave is the same in all phases in which the others are. */
  private void shareRest(int[] source, int offset, int rest, Map<String, Integer> rests) {
    StringBuilder others = new StringBuilder();
    boolean drawn = false;
    for (PhaseParameter share : PhaseParameter.SHARES) {
      int slot = offset + share.ordinal();
      if (slot != rest) {
        drawn |= source[slot] != Coefficients.CERTAIN;
        others
            .append(source[slot] == Coefficients.CERTAIN ? central[slot] : "#" + source[slot])
            .append(' ');
      }
    }
    if (drawn) {
      Integer first = rests.putIfAbsent(others.toString(), rest);
      source[rest] = first == null ? rest : first;
    }
  }

  /** Whether nothing that is drawn moves a phase; where sizes of its plan are drawn, it may. */
  private static boolean datesAreCertain(int[] slots, int[] risks, BitSet drawn) {
    boolean certain = drawn.get(slots[1], slots[2]).isEmpty();
    for (PhaseParameter date : DATES) {
      certain &= !drawn.get(slots[0] + date.ordinal());
    }
    for (int risk : risks) {
      certain &= !drawn.get(risk) && !drawn.get(risk + 1);
    }
    return certain;
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
