package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.PowerBasis;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.Refresh;
import org.stargatecalc.scenario.Stage;
import org.stargatecalc.tree.Problems;

/** Fills a phase in from its levels: phase, site, scenario, then catalogue, then default. */
final class PhaseReader {
  /** What is found otherwise than at the nearest level, else as the default. */
  private static final Set<PhaseParameter> APART =
      Set.of(
          PhaseParameter.GPU_COUNT,
          PhaseParameter.IT_POWER,
          PhaseParameter.FACILITY_POWER,
          PhaseParameter.CAPEX,
          PhaseParameter.ONLINE,
          PhaseParameter.RAMP,
          PhaseParameter.UNTIL,
          PhaseParameter.COVER_SHARE,
          PhaseParameter.WATTS_PER_GPU,
          PhaseParameter.CHIP_TDP,
          PhaseParameter.SYSTEM_OVERHEAD,
          PhaseParameter.CAPEX_PER_GPU,
          PhaseParameter.FLOPS_PER_GPU,
          PhaseParameter.MFU,
          PhaseParameter.TRAINING,
          PhaseParameter.INFERENCE,
          PhaseParameter.RESEARCH,
          PhaseParameter.SYSTEMS,
          PhaseParameter.RUN_SHARE,
          PhaseParameter.CONTRACT_TERM);

  private final Chips all;
  private final Defaults defaults;
  private final Problems problems;
  private final WordInputs words;
  private final ChipInputs chips;
  private final PlanInputs plans;

  PhaseReader(Chips all, Defaults defaults, Problems problems) {
    this.all = all;
    this.defaults = defaults;
    this.problems = problems;
    this.words = new WordInputs(defaults);
    this.chips = new ChipInputs(defaults, problems);
    this.plans = new PlanInputs(defaults, words, problems);
  }

  /** Returns the phase and those that replace its hardware, none if a problem prevents it. */
  List<PhaseSpec> read(String id, String site, PhaseAssembly.Levels levels) {
    Optional<WrittenParameters> stated = refreshing(levels);
    List<WrittenParameters.Refreshed> entries =
        stated.isEmpty() ? List.of() : stated.get().refresh.orElseThrow();
    List<Assumption> afters = new ArrayList<>();
    for (WrittenParameters.Refreshed entry : entries) {
      afters.add(entry.after());
    }
    Optional<PhaseSpec> first = read(id, site, levels, new Refresh(id, 0, afters));
    if (first.isEmpty()) {
      return List.of();
    }
    if (!entries.isEmpty() && !mayBeRefreshed(first.get(), stated.get(), entries.get(0), levels)) {
      return List.of(first.get().neverRefreshed());
    }
    List<PhaseSpec> all = new ArrayList<>(List.of(first.get()));
    PhaseAssembly.Levels before = levels;
    for (int i = 0; i < entries.size(); i++) {
      before = before.refreshedBy(entries.get(i).hardware());
      String itsId = id + "/refresh-" + (i + 1);
      read(itsId, site, before, new Refresh(id, i + 1, afters)).ifPresent(all::add);
    }
    return all;
  }

  /** Returns the nearest level that says what replaces the hardware. */
  private static Optional<WrittenParameters> refreshing(PhaseAssembly.Levels levels) {
    for (WrittenParameters level : levels.levels()) {
      if (level.refresh.isPresent()) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** An inherited refresh is left out where it cannot be; one of the phase's own is an error. */
  private boolean mayBeRefreshed(
      PhaseSpec phase,
      WrittenParameters stated,
      WrittenParameters.Refreshed entry,
      PhaseAssembly.Levels levels) {
    boolean isRented = phase.ownership() == Ownership.OFFTAKE;
    boolean falls = phase.plan() instanceof Plan.Milestones milestones && milestones.mayFall();
    if ((isRented || falls) && (falls || stated == levels.nearest())) {
      problems.error(
          entry.location(),
          stated.path.isEmpty() ? "refresh" : stated.path + ".refresh",
          falls
              ? "found a refresh beside milestones that fall"
              : "found a refresh with ownership offtake, whose owner decides",
          falls ? "either, or a phase for each part" : "no refresh, or another ownership");
    }
    return !isRented && !falls;
  }

  private Optional<PhaseSpec> read(
      String id, String site, PhaseAssembly.Levels levels, Refresh refresh) {
    PhaseAssembly phase = new PhaseAssembly(levels);
    Chip chip = chip(phase);
    Precision precision = words.constant(phase, PhaseWord.PRECISION, Precision.class);
    Ownership ownership = words.constant(phase, PhaseWord.OWNERSHIP, Ownership.class);
    PowerBasis basis = words.constant(phase, PhaseWord.OFFTAKE_BASIS, PowerBasis.class);
    Optional<WrittenParameters.Word> stated = phase.word(PhaseWord.STAGE);
    Optional<Stage> stage =
        stated.isPresent() ? Optional.of((Stage) stated.get().constant()) : Optional.empty();
    phase.word(PhaseWord.SITE);
    Optional<WrittenParameters.Word> shared = phase.word(PhaseWord.TRAINING_SYSTEM);
    String system = shared.isPresent() ? (String) shared.get().constant() : site;

    chips.fill(phase, chip, precision);
    Optional<PhaseParameter> restShare = split(phase);
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (!APART.contains(parameter) && !phase.inherit(parameter)) {
        phase.parameters.put(parameter, defaults.of(parameter, phase.path(parameter.key())));
      }
    }
    phase.inherit(PhaseParameter.RUN_SHARE);
    if (refresh.generation() == 0) {
      // new hardware in the same shell signs no new contract
      phase.inherit(PhaseParameter.CONTRACT_TERM);
    }
    systems(phase);
    phase.inherit(PhaseParameter.UNTIL);
    Optional<Plan> plan = plans.of(phase);
    RampShape shape =
        plan.isPresent() && plan.get() instanceof Plan.Ramped
            ? words.constant(phase, PhaseWord.SHAPE, RampShape.class)
            : RampShape.LINEAR;
    if (plan.isPresent() && plan.get() instanceof Plan.Covering) {
      coverShare(phase, ownership);
    }
    if (refresh.generation() == 0) {
      checkTogether(phase, ownership, plan);
    }
    if (plan.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PhaseSpec(
            id,
            site,
            system,
            chip.record(),
            plan.get(),
            phase.parameters,
            phase.labels,
            shape,
            ownership,
            precision,
            stage,
            restShare,
            offtakeDimension(phase),
            basis,
            chips.rates(phase, chip, precision),
            phase.steps,
            refresh));
  }

  /** For a chip that is not known the default one stands in, so that the rest is checked too. */
  private Chip chip(PhaseAssembly phase) {
    Optional<WrittenParameters.Word> gpu = phase.word(PhaseWord.GPU);
    if (gpu.isPresent()) {
      return (Chip) gpu.get().constant();
    }
    String key = PhaseWord.GPU.key();
    phase.labels.add(defaults.named(key, phase.path(key)));
    return all.of(defaults.word(key)).orElseThrow();
  }

  private static Dimension offtakeDimension(PhaseAssembly phase) {
    Assumption price = Objects.requireNonNull(phase.parameters.get(PhaseParameter.OFFTAKE_PRICE));
    return ((AssumedValue.Measured) price.value()).dimension();
  }

  private void coverShare(PhaseAssembly phase, Ownership ownership) {
    PhaseParameter share = PhaseParameter.COVER_SHARE;
    if (!phase.inherit(share)) {
      phase.parameters.put(share, defaults.of(share, phase.path(share.key())));
    }
    if (ownership != Ownership.OFFTAKE) {
      problems.error(
          phase.location(),
          phase.path("covers"),
          "found covers with ownership " + ownership.id(),
          "ownership: offtake, since what stands in is rented");
    }
  }

  /** Each site is a system of its own unless told otherwise. */
  private void systems(PhaseAssembly phase) {
    PhaseParameter systems = PhaseParameter.SYSTEMS;
    Assumption sites = phase.parameters.get(PhaseParameter.SITE_COUNT);
    if (phase.inherit(systems)) {
      return;
    }
    phase.parameters.put(
        systems,
        sites == null || sites.origin() == Origin.DEFAULT
            ? defaults.of(systems, phase.path(systems.key()))
            : new Assumption(
                phase.path(systems.key()),
                sites.declaredAt(),
                sites.value(),
                sites.origin(),
                sites.provenance()));
  }

  /** The shares of one level belong together and are taken as a whole. */
  private Optional<PhaseParameter> split(PhaseAssembly phase) {
    for (int i = 0; i < phase.levels.levels().size(); i++) {
      WrittenParameters level = phase.levels.levels().get(i);
      if (level.broken.contains("capex_split")) {
        return Optional.empty();
      }
      if (level.numbers.containsKey(PhaseParameter.TRAINING)) {
        for (PhaseParameter share : PhaseParameter.SHARES) {
          phase.inherit(share, i + 1);
        }
        return level.rest;
      }
    }
    for (PhaseParameter share : PhaseParameter.SHARES) {
      phase.parameters.put(share, defaults.of(share, phase.path(share.key())));
    }
    return Optional.empty();
  }

  /** The last day comes after the first as both are written, without delays. */
  private void checkUntil(PhaseAssembly phase, Optional<Plan> plan) {
    Assumption until = phase.parameters.get(PhaseParameter.UNTIL);
    Optional<Assumption> first = plan.flatMap(p -> p.firstDay(phase.parameters));
    if (until != null && first.isPresent() && until.median() < first.get().median()) {
      problems.error(
          phase.whereWritten(PhaseParameter.UNTIL),
          phase.path(PhaseParameter.UNTIL.key()),
          "found a last day before the first one, "
              + Instants.dateEndingAt(first.get().median() + 1)
              + " ("
              + first.get().path()
              + ")",
          "a later date; a phase that is never built needs probability: 0%");
    }
  }

  private void checkTogether(PhaseAssembly phase, Ownership ownership, Optional<Plan> plan) {
    double pue = phase.central(PhaseParameter.PUE);
    Assumption average = phase.parameters.get(PhaseParameter.PUE_AVERAGE);
    if (average != null
        && average.origin() != Origin.DEFAULT
        && phase.central(PhaseParameter.PUE_AVERAGE) > pue) {
      problems.error(
          phase.whereWritten(PhaseParameter.PUE_AVERAGE),
          phase.path("pue_average"),
          "found an annual PUE above the peak pue of " + pue,
          "at most " + pue);
    }
    checkUntil(phase, plan);
    boolean byCapex = plan.isPresent() && plan.get().size() == PhaseParameter.CAPEX;
    if (byCapex && ownership == Ownership.OFFTAKE) {
      problems.error(
          phase.location(),
          phase.levels.nearest().path,
          "found a size in capex with ownership offtake, which has no capex",
          "gpu_count, it_power or facility_power");
    }
    if (byCapex && phase.steps.containsKey(PhaseParameter.CAPEX_PER_GPU)) {
      problems.error(
          phase.whereWritten(PhaseParameter.CAPEX_PER_GPU),
          phase.path(PhaseParameter.CAPEX_PER_GPU.key()),
          "found a price in steps beside a size in capex, whose number of GPUs it would change",
          "one price, or a size as gpu_count, it_power or facility_power");
    }
    if (byCapex && ownership == Ownership.LEASE_SHELL) {
      problems.warning(
          phase.location(),
          phase.levels.nearest().path,
          "the capex that sizes this phase includes the building, which ownership lease_shell"
              + " rents; only compute counts as capex spent");
    }
  }
}
