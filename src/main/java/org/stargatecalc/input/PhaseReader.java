package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.Stage;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;

/** Fills a phase in from its levels: phase, site, scenario, then catalogue, then default. */
public final class PhaseReader {
  private static final Set<PhaseParameter> SIZING =
      Set.of(
          PhaseParameter.GPU_COUNT,
          PhaseParameter.IT_POWER,
          PhaseParameter.FACILITY_POWER,
          PhaseParameter.CAPEX,
          PhaseParameter.ONLINE,
          PhaseParameter.RAMP,
          PhaseParameter.WATTS_PER_GPU,
          PhaseParameter.CHIP_TDP,
          PhaseParameter.SYSTEM_OVERHEAD,
          PhaseParameter.CAPEX_PER_GPU,
          PhaseParameter.FLOPS_PER_GPU,
          PhaseParameter.MFU,
          PhaseParameter.TRAINING,
          PhaseParameter.INFERENCE,
          PhaseParameter.RESEARCH);

  private final Catalog catalog;
  private final Defaults defaults;
  private final Problems problems;

  PhaseReader(Catalog catalog, Defaults defaults, Problems problems) {
    this.catalog = catalog;
    this.defaults = defaults;
    this.problems = problems;
  }

  /**
   * The levels of one phase, nearest first.
   *
   * @param levels what is written at each
   * @param origins what each is called in reports
   */
  record Levels(List<WrittenParameters> levels, List<Origin> origins) {
    WrittenParameters nearest() {
      return levels.get(0);
    }
  }

  /** Where one phase is being put together. */
  private static final class Assembly {
    final Levels levels;
    final String prefix;
    final Map<PhaseParameter, Assumption> parameters = new EnumMap<>(PhaseParameter.class);
    final List<Assumption> labels = new ArrayList<>();

    Assembly(Levels levels) {
      this.levels = levels;
      this.prefix = levels.nearest().path.isEmpty() ? "" : levels.nearest().path + ".";
    }

    String path(String key) {
      return prefix + key;
    }

    Location location() {
      return levels.nearest().location;
    }

    String name() {
      return levels.nearest().path.isEmpty() ? "the scenario" : levels.nearest().path;
    }

    /** Returns a word and notes it as a label. */
    Optional<WrittenParameters.Word> word(String key) {
      for (int i = 0; i < levels.levels().size(); i++) {
        WrittenParameters.Word word = levels.levels().get(i).words.get(key);
        if (word != null) {
          WrittenParameters level = levels.levels().get(i);
          String declaredAt = level.path.isEmpty() ? key : level.path + "." + key;
          labels.add(
              new Assumption(
                  path(key),
                  declaredAt,
                  new AssumedValue.Named(word.text()),
                  levels.origins().get(i),
                  word.provenance()));
          return Optional.of(word);
        }
      }
      return Optional.empty();
    }

    boolean isBroken(String key) {
      return levels.levels().stream().anyMatch(level -> level.broken.contains(key));
    }

    /** Takes a parameter from the nearest level that has it. */
    boolean inherit(PhaseParameter parameter) {
      return inherit(parameter, levels.levels().size());
    }

    /** Takes a parameter from the nearest of the first levels that has it. */
    boolean inherit(PhaseParameter parameter, int upTo) {
      for (int i = 0; i < upTo; i++) {
        WrittenParameters.Value value = levels.levels().get(i).numbers.get(parameter);
        if (value != null) {
          parameters.put(parameter, value.at(path(parameter.key()), levels.origins().get(i)));
          return true;
        }
        if (levels.levels().get(i).broken.contains(parameter.key())) {
          return true;
        }
      }
      return false;
    }

    /** Returns where the first of some words that is written stands, for a message about it. */
    Location whereNamed(String... keys) {
      for (String key : keys) {
        for (WrittenParameters level : levels.levels()) {
          WrittenParameters.Word word = level.words.get(key);
          if (word != null) {
            return word.location();
          }
        }
      }
      return location();
    }

    /** Returns where the value in use was written, for a message about it. */
    Location whereWritten(PhaseParameter parameter) {
      for (WrittenParameters level : levels.levels()) {
        WrittenParameters.Value value = level.numbers.get(parameter);
        if (value != null) {
          return value.location();
        }
      }
      return location();
    }

    double central(PhaseParameter parameter) {
      Assumption assumption = parameters.get(parameter);
      return assumption != null && assumption.value() instanceof AssumedValue.Measured measured
          ? measured.distribution().median()
          : Double.NaN;
    }
  }

  /** Returns the phase, empty if a problem prevents it. */
  Optional<PhaseSpec> read(String id, String site, Levels levels) {
    Assembly phase = new Assembly(levels);
    Optional<WrittenParameters.Word> gpu = phase.word("gpu");
    // For a chip that is not known the default one stands in, so that the rest is checked too.
    Accelerator accelerator =
        gpu.isPresent()
            ? (Accelerator) gpu.get().constant()
            : catalog.accelerator(defaults.word("gpu")).orElseThrow();
    if (gpu.isEmpty()) {
      phase.labels.add(defaults.named("gpu", phase.path("gpu")));
    }
    Precision precision =
        constant(phase, "precision", Precision.values(), Precision::id, Precision.class);
    Ownership ownership =
        constant(phase, "ownership", Ownership.values(), Ownership::id, Ownership.class);
    Optional<WrittenParameters.Word> stated = phase.word("stage");
    Optional<Stage> stage =
        stated.isPresent() ? Optional.of((Stage) stated.get().constant()) : Optional.empty();
    phase.word("site");
    Optional<WrittenParameters.Word> shared = phase.word("training_system");
    String system = shared.isPresent() ? (String) shared.get().constant() : site;

    watts(phase, accelerator);
    capexPerGpu(phase, accelerator);
    flops(phase, accelerator, precision);
    if (!phase.inherit(PhaseParameter.MFU)) {
      phase.parameters.put(
          PhaseParameter.MFU,
          defaults.of(
              "mfu." + precision.id(), PhaseParameter.MFU, phase.path(PhaseParameter.MFU.key())));
    }
    Optional<PhaseParameter> restShare = split(phase);
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (!SIZING.contains(parameter) && !phase.inherit(parameter)) {
        phase.parameters.put(parameter, defaults.of(parameter, phase.path(parameter.key())));
      }
    }
    Optional<Plan> plan = plan(phase);
    RampShape shape =
        plan.isPresent() && plan.get() instanceof Plan.Ramped
            ? constant(phase, "shape", RampShape.values(), RampShape::id, RampShape.class)
            : RampShape.LINEAR;
    checkTogether(phase, ownership, plan);
    if (plan.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    Assumption offtakePrice =
        Objects.requireNonNull(phase.parameters.get(PhaseParameter.OFFTAKE_PRICE));
    Dimension offtakeDimension = ((AssumedValue.Measured) offtakePrice.value()).dimension();
    return Optional.of(
        new PhaseSpec(
            id,
            site,
            system,
            accelerator,
            plan.get(),
            phase.parameters,
            phase.labels,
            shape,
            ownership,
            precision,
            stage,
            restShare,
            offtakeDimension));
  }

  private <E extends Enum<E>> E constant(
      Assembly phase,
      String key,
      E[] constants,
      java.util.function.Function<E, String> id,
      Class<E> type) {
    Optional<WrittenParameters.Word> word = phase.word(key);
    if (word.isEmpty()) {
      phase.labels.add(defaults.named(key, phase.path(key)));
    }
    return word.isPresent()
        ? type.cast(word.get().constant())
        : defaults.constant(key, constants, id);
  }

  /** The nearest level that says anything about watts decides how they are found, as a whole. */
  private void watts(Assembly phase, Accelerator accelerator) {
    for (WrittenParameters level : phase.levels.levels()) {
      boolean direct = has(level, PhaseParameter.WATTS_PER_GPU);
      boolean byTdp =
          has(level, PhaseParameter.CHIP_TDP) || has(level, PhaseParameter.SYSTEM_OVERHEAD);
      if (direct && byTdp) {
        problems.error(
            level.whereWritten(PhaseParameter.CHIP_TDP, PhaseParameter.SYSTEM_OVERHEAD),
            level.path,
            "found watts_per_gpu beside chip_tdp or system_overhead",
            "either watts_per_gpu, or chip_tdp with system_overhead");
        return;
      }
      if (direct) {
        phase.inherit(PhaseParameter.WATTS_PER_GPU);
        return;
      }
      if (byTdp) {
        wattsByTdp(phase, accelerator);
        return;
      }
    }
    if (accelerator.itWatts().isEmpty()) {
      problems.error(
          phase.whereNamed("gpu"),
          phase.levels.nearest().path,
          "found no published IT watts for " + accelerator.id(),
          "watts_per_gpu, or chip_tdp with system_overhead");
      return;
    }
    phase.parameters.put(
        PhaseParameter.WATTS_PER_GPU,
        fromCatalogue(
            phase,
            PhaseParameter.WATTS_PER_GPU,
            accelerator,
            "it_watts",
            accelerator.itWatts().getAsDouble(),
            accelerator.provenance()));
  }

  private void wattsByTdp(Assembly phase, Accelerator accelerator) {
    if (!phase.inherit(PhaseParameter.CHIP_TDP)) {
      OptionalDouble tdp = accelerator.chipTdpWatts();
      if (tdp.isEmpty()) {
        problems.error(
            phase.whereNamed("gpu"),
            phase.levels.nearest().path,
            "found no published chip_tdp for " + accelerator.id(),
            "chip_tdp with system_overhead");
        return;
      }
      phase.parameters.put(
          PhaseParameter.CHIP_TDP,
          fromCatalogue(
              phase,
              PhaseParameter.CHIP_TDP,
              accelerator,
              "chip_tdp_w",
              tdp.getAsDouble(),
              accelerator.provenance()));
    }
    if (!phase.inherit(PhaseParameter.SYSTEM_OVERHEAD)) {
      problems.error(
          phase.whereWritten(PhaseParameter.CHIP_TDP),
          phase.path("chip_tdp"),
          "found chip_tdp without system_overhead in " + phase.name(),
          "system_overhead: IT power per GPU over chip_tdp, such as 1.82");
    }
  }

  private static boolean has(WrittenParameters level, PhaseParameter parameter) {
    return level.numbers.containsKey(parameter) || level.broken.contains(parameter.key());
  }

  private void capexPerGpu(Assembly phase, Accelerator accelerator) {
    if (phase.inherit(PhaseParameter.CAPEX_PER_GPU)) {
      return;
    }
    phase.parameters.put(
        PhaseParameter.CAPEX_PER_GPU,
        accelerator.capexPerGpuUsd().isPresent()
            ? fromCatalogue(
                phase,
                PhaseParameter.CAPEX_PER_GPU,
                accelerator,
                "capex_per_gpu_usd",
                accelerator.capexPerGpuUsd().getAsDouble(),
                accelerator.capexProvenance())
            : defaults.of(PhaseParameter.CAPEX_PER_GPU, phase.path("capex_per_gpu")));
  }

  private void flops(Assembly phase, Accelerator accelerator, Precision precision) {
    if (phase.inherit(PhaseParameter.FLOPS_PER_GPU)) {
      return;
    }
    OptionalDouble published = precision.flops(accelerator);
    if (published.isEmpty()) {
      problems.error(
          phase.whereNamed("precision", "gpu"),
          phase.levels.nearest().path,
          "found no published dense " + precision.id() + " rate for " + accelerator.id(),
          "flops_per_gpu, such as 2.5 PFLOP/s, or another precision");
      return;
    }
    phase.parameters.put(
        PhaseParameter.FLOPS_PER_GPU,
        fromCatalogue(
            phase,
            PhaseParameter.FLOPS_PER_GPU,
            accelerator,
            precision.id() + "_dense_tflops",
            published.getAsDouble(),
            accelerator.provenance()));
  }

  private static Assumption fromCatalogue(
      Assembly phase,
      PhaseParameter parameter,
      Accelerator accelerator,
      String column,
      double value,
      Provenance provenance) {
    return new Assumption(
        phase.path(parameter.key()),
        "catalog.accelerators." + accelerator.id() + "." + column,
        new AssumedValue.Measured(new Distribution.Certain(value), parameter.dimension()),
        Origin.CATALOGUE,
        provenance);
  }

  /** The shares of one level belong together and are taken as a whole. */
  private Optional<PhaseParameter> split(Assembly phase) {
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

  /** The nearest level that states a size decides how it comes online, as a whole. */
  private Optional<Plan> plan(Assembly phase) {
    for (int i = 0; i < phase.levels.levels().size(); i++) {
      WrittenParameters level = phase.levels.levels().get(i);
      if (level.plan.isPresent()) {
        return plan(phase, level.plan.get(), i);
      }
    }
    boolean misspelt =
        List.of("gpu_count", "it_power", "facility_power", "capex", "milestones", "growth").stream()
            .anyMatch(phase::isBroken);
    if (!misspelt) {
      problems.error(
          phase.location(),
          phase.levels.nearest().path,
          "found no size in " + phase.name(),
          "one of gpu_count, it_power, facility_power, capex, milestones, growth");
    }
    return Optional.empty();
  }

  private Optional<Plan> plan(
      Assembly phase, WrittenParameters.PlanAtLevel stated, int levelIndex) {
    if (stated.plan().isPresent()) {
      warnOfUselessDates(phase, stated, levelIndex);
      Plan plan = stated.plan().get();
      if (plan instanceof Plan.Milestones milestones) {
        boolean linear =
            constant(
                    phase,
                    "between",
                    LevelReader.Between.values(),
                    LevelReader.Between::id,
                    LevelReader.Between.class)
                == LevelReader.Between.LINEAR;
        return Optional.of(new Plan.Milestones(milestones.size(), milestones.steps(), linear));
      }
      return Optional.of(plan);
    }
    if (stated.key().equals("milestones") || stated.key().equals("growth")) {
      return Optional.empty();
    }
    PhaseParameter size = size(stated.key());
    phase.inherit(size, levelIndex + 1);
    if (!phase.inherit(PhaseParameter.ONLINE)) {
      problems.error(
          phase.location(),
          phase.levels.nearest().path,
          "found no key 'online' in " + phase.name(),
          "online: the date on which the first capacity is usable");
    }
    if (!phase.inherit(PhaseParameter.RAMP)) {
      phase.parameters.put(
          PhaseParameter.RAMP, defaults.of(PhaseParameter.RAMP, phase.path("ramp")));
    }
    return Optional.of(new Plan.Ramped(size));
  }

  private static PhaseParameter size(String key) {
    for (PhaseParameter size : PhaseParameter.SIZES) {
      if (size.key().equals(key)) {
        return size;
      }
    }
    throw new IllegalArgumentException(key + " is no size");
  }

  private void warnOfUselessDates(
      Assembly phase, WrittenParameters.PlanAtLevel stated, int levelIndex) {
    for (int i = 0; i < levelIndex; i++) {
      WrittenParameters level = phase.levels.levels().get(i);
      for (PhaseParameter date : List.of(PhaseParameter.ONLINE, PhaseParameter.RAMP)) {
        WrittenParameters.Value value = level.numbers.get(date);
        if (value != null) {
          problems.warning(
              value.location(),
              value.declaredAt(),
              date.key()
                  + " has no effect: "
                  + stated.key()
                  + " ("
                  + stated.location()
                  + ") has its own dates");
        }
      }
    }
  }

  private void checkTogether(Assembly phase, Ownership ownership, Optional<Plan> plan) {
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
    boolean byCapex = plan.isPresent() && plan.get().size() == PhaseParameter.CAPEX;
    if (byCapex && ownership == Ownership.OFFTAKE) {
      problems.error(
          phase.location(),
          phase.levels.nearest().path,
          "found a size in capex with ownership offtake, which has no capex",
          "gpu_count, it_power or facility_power");
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
