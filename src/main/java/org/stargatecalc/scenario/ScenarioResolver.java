package org.stargatecalc.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a stated scenario into plain numbers: the central case, or a draw.
 *
 * <p>An uncertain input is identified by where it was written, so phases that inherit a value share
 * its draw. The central case sets every input to its median; a coin falls on its likelier side.
 */
public final class ScenarioResolver {
  private static final List<PhaseParameter> DATES =
      List.of(
          PhaseParameter.ONLINE, PhaseParameter.RAMP, PhaseParameter.DELAY, PhaseParameter.UNTIL);

  private final ScenarioSpec spec;
  private final StoreLayout layout;
  private final double[] central;
  private int[][] slots = new int[0][];

  /** Lays out the numbers of a scenario. */
  public ScenarioResolver(ScenarioSpec spec) {
    this(spec, false);
  }

  /**
   * Lays out the numbers of a scenario.
   *
   * @param everyInput whether what is known is an input too, so that it can be given another value
   */
  public ScenarioResolver(ScenarioSpec spec, boolean everyInput) {
    this(spec, new StoreLayout(spec, everyInput, Set.of()));
  }

  /**
   * Lays out the numbers of a scenario of which some known values are to be changed too.
   *
   * @param varied where values are written that are inputs though they are known
   */
  public ScenarioResolver(ScenarioSpec spec, Set<String> varied) {
    this(spec, new StoreLayout(spec, false, varied));
  }

  private ScenarioResolver(ScenarioSpec spec, StoreLayout layout) {
    this.spec = spec;
    this.layout = layout;
    this.central = layout.central();
  }

  /** Returns the uncertain inputs in the order of the scenario. */
  public List<UncertainInput> inputs() {
    List<UncertainInput> all = new ArrayList<>();
    for (StoreLayout.Input input : layout.inputs().values()) {
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

  private Set<String> covered() {
    Set<String> covered = new HashSet<>();
    for (PhaseSpec phase : spec.phases()) {
      if (phase.plan() instanceof Plan.Covering covering) {
        covered.add(covering.phase());
      }
    }
    return covered;
  }

  private int[] risksOf(PhaseSpec phase) {
    List<Integer> slots = new ArrayList<>();
    for (int i = 0; i < spec.risks().size(); i++) {
      if (spec.risks().get(i).appliesTo().contains(phase.refresh().family())) {
        slots.add(layout.risks().get(i));
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
    if (slots.length != layout.inputs().size()) {
      slots = new int[layout.inputs().size()][];
      int i = 0;
      for (StoreLayout.Input input : layout.inputs().values()) {
        slots[i++] = ints(input.slots);
      }
    }
    return slots;
  }

  private Scenario blank() {
    double[] store = central.clone();
    BitSet drawn = new BitSet();
    for (StoreLayout.Input input : layout.inputs().values()) {
      for (int slot : input.slots) {
        drawn.set(slot);
      }
    }
    Map<String, Integer> sites = new LinkedHashMap<>();
    Map<String, Integer> systems = new LinkedHashMap<>();
    List<Phase> phases = new ArrayList<>();
    double evaluated = spec.evaluatedUntil();
    Set<String> covered = covered();
    Coefficients coefficients =
        new Coefficients(store, sources(), spec.amortization(), spec.phases().size());
    for (int i = 0; i < spec.phases().size(); i++) {
      PhaseSpec phase = spec.phases().get(i);
      StoreLayout.OfPhase places = layout.phases().get(i);
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
              places.offset(),
              new PlanCurves.Slots(
                  places.plan(),
                  steps,
                  hasUntil,
                  places.built(),
                  risks,
                  places.afters(),
                  phase.endsBefore(evaluated)),
              datesAreCertain(places, risks, drawn),
              coefficients,
              Epochs.of(phase, places.steps()),
              places.laterRests(),
              phase.refresh().generation() == 0
                  ? null
                  : phases.get(i - phase.refresh().generation()),
              covered.contains(phase.id())));
    }
    List<Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < spec.constraints().size(); i++) {
      ConstraintSpec constraint = spec.constraints().get(i);
      boolean[] applies = new boolean[phases.size()];
      for (int p = 0; p < applies.length; p++) {
        applies[p] = constraint.appliesTo().contains(spec.phases().get(p).refresh().family());
      }
      StoreLayout.OfConstraint places = layout.constraints().get(i);
      constraints.add(new Constraint(constraint, applies, store, places.first(), places.entries()));
    }
    return new Scenario(spec, store, phases, constraints, sites.size(), coefficients);
  }

  /** Returns for each place the one that stands for all with its number, if it is drawn. */
  private int[] sources() {
    int[] source = new int[central.length];
    Arrays.fill(source, Coefficients.CERTAIN);
    for (StoreLayout.Input input : layout.inputs().values()) {
      for (int slot : input.slots) {
        source[slot] = input.slots.get(0);
      }
    }
    Map<String, Integer> rests = new HashMap<>();
    for (int i = 0; i < layout.phases().size(); i++) {
      StoreLayout.OfPhase places = layout.phases().get(i);
      Optional<PhaseParameter> rest = spec.phases().get(i).restShare();
      if (rest.isPresent()) {
        int offset = places.offset();
        shareRest(source, offset, offset + rest.get().ordinal(), rests);
      }
      for (int[] later : places.laterRests()) {
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
  private static boolean datesAreCertain(StoreLayout.OfPhase places, int[] risks, BitSet drawn) {
    boolean certain = drawn.get(places.plan(), places.built()).isEmpty();
    for (PhaseParameter date : DATES) {
      certain &= !drawn.get(places.offset() + date.ordinal());
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
