package org.stargatecalc.input;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ChipParameter;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.PrecisionRates;
import org.stargatecalc.tree.Problems;

/**
 * Fills in what a phase's chip draws, costs and computes: as written, else from the catalogue, else
 * a default.
 */
final class ChipInputs {
  private final Defaults defaults;
  private final Problems problems;

  ChipInputs(Defaults defaults, Problems problems) {
    this.defaults = defaults;
    this.problems = problems;
  }

  void fill(PhaseAssembly phase, Chip chip, Precision precision) {
    watts(phase, chip);
    capexPerGpu(phase, chip);
    flops(phase, chip, precision);
    mfu(phase, precision);
  }

  /** Returns what one GPU computes at each precision, after its own was filled in. */
  Map<Precision, PrecisionRates> rates(PhaseAssembly phase, Chip chip, Precision own) {
    Map<Precision, PrecisionRates> rates = new EnumMap<>(Precision.class);
    for (Precision precision : Precision.values()) {
      Optional<Assumption> ofChip =
          chip.value(ChipParameter.rate(precision), phase.path(PhaseParameter.FLOPS_PER_GPU.key()));
      Optional<Assumption> stated =
          Optional.ofNullable(phase.parameters.get(PhaseParameter.FLOPS_PER_GPU));
      Assumption mfu = Objects.requireNonNull(phase.parameters.get(PhaseParameter.MFU));
      rates.put(
          precision,
          new PrecisionRates(
              ofChip,
              precision == own ? stated : ofChip,
              precision == own || mfu.origin() != Origin.DEFAULT
                  ? mfu
                  : mfuByDefault(phase, precision)));
    }
    return rates;
  }

  private Assumption mfuByDefault(PhaseAssembly phase, Precision precision) {
    PhaseParameter parameter = PhaseParameter.MFU;
    return defaults.of("mfu." + precision.id(), parameter, phase.path(parameter.key()));
  }

  /** The nearest level that says anything about watts decides how they are found, as a whole. */
  private void watts(PhaseAssembly phase, Chip chip) {
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
        wattsByTdp(phase, chip);
        return;
      }
    }
    if (!fromChip(phase, chip, ChipParameter.IT_WATTS)) {
      problems.error(
          phase.whereNamed(PhaseWord.GPU),
          phase.levels.nearest().path,
          "found no " + known(chip) + " IT watts for " + chip.id(),
          (chip.isOwn() ? "accelerators." + chip.id() + ".it_watts, " : "")
              + "watts_per_gpu, or chip_tdp with system_overhead");
    }
  }

  private static String known(Chip chip) {
    return chip.isOwn() ? "stated" : "published";
  }

  /** Takes a parameter from a chip; returns whether it knows it. */
  private static boolean fromChip(PhaseAssembly phase, Chip chip, ChipParameter parameter) {
    PhaseParameter gives = parameter.gives();
    Optional<Assumption> value = chip.value(parameter, phase.path(gives.key()));
    value.ifPresent(known -> phase.parameters.put(gives, known));
    return value.isPresent();
  }

  private void wattsByTdp(PhaseAssembly phase, Chip chip) {
    if (!phase.inherit(PhaseParameter.CHIP_TDP) && !fromChip(phase, chip, ChipParameter.CHIP_TDP)) {
      problems.error(
          phase.whereNamed(PhaseWord.GPU),
          phase.levels.nearest().path,
          "found no " + known(chip) + " chip_tdp for " + chip.id(),
          "chip_tdp with system_overhead");
      return;
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

  private void capexPerGpu(PhaseAssembly phase, Chip chip) {
    PhaseParameter parameter = PhaseParameter.CAPEX_PER_GPU;
    if (phase.inherit(parameter)) {
      return;
    }
    if (!fromChip(phase, chip, ChipParameter.CAPEX_PER_GPU)) {
      phase.parameters.put(parameter, defaults.of(parameter, phase.path(parameter.key())));
    }
  }

  private void flops(PhaseAssembly phase, Chip chip, Precision precision) {
    if (phase.inherit(PhaseParameter.FLOPS_PER_GPU)) {
      return;
    }
    if (fromChip(phase, chip, ChipParameter.rate(precision))) {
      return;
    }
    if (chip.isOwn()) {
      problems.warning(
          phase.whereNamed(PhaseWord.GPU),
          phase.levels.nearest().path,
          chip.id()
              + " has no "
              + precision.id()
              + " rate: peak_flops and what follows from it are empty while it is installed;"
              + " accelerators."
              + chip.id()
              + "."
              + ChipParameter.rate(precision).key()
              + " or flops_per_gpu gives it");
      return;
    }
    problems.error(
        phase.whereNamed(PhaseWord.PRECISION, PhaseWord.GPU),
        phase.levels.nearest().path,
        "found no published dense " + precision.id() + " rate for " + chip.id(),
        "flops_per_gpu, such as 2.5 PFLOP/s, or another precision");
  }

  private void mfu(PhaseAssembly phase, Precision precision) {
    PhaseParameter parameter = PhaseParameter.MFU;
    if (!phase.inherit(parameter)) {
      phase.parameters.put(parameter, mfuByDefault(phase, precision));
    }
  }
}
