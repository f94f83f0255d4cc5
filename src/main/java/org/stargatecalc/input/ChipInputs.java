package org.stargatecalc.input;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.Assumption;
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

  void fill(PhaseAssembly phase, Accelerator accelerator, Precision precision) {
    watts(phase, accelerator);
    capexPerGpu(phase, accelerator);
    flops(phase, accelerator, precision);
    mfu(phase, precision);
  }

  /** Returns what one GPU computes at each precision, after its own was filled in. */
  Map<Precision, PrecisionRates> rates(
      PhaseAssembly phase, Accelerator accelerator, Precision own) {
    Map<Precision, PrecisionRates> rates = new EnumMap<>(Precision.class);
    for (Precision precision : Precision.values()) {
      Optional<Assumption> ofChip = published(phase, accelerator, precision);
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

  private static Optional<Assumption> published(
      PhaseAssembly phase, Accelerator accelerator, Precision precision) {
    OptionalDouble rate = precision.flops(accelerator);
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(
            phase.ofCatalogue(
                PhaseParameter.FLOPS_PER_GPU,
                accelerator,
                precision.id() + "_dense_tflops",
                rate.getAsDouble(),
                accelerator.provenance()));
  }

  private Assumption mfuByDefault(PhaseAssembly phase, Precision precision) {
    PhaseParameter parameter = PhaseParameter.MFU;
    return defaults.of("mfu." + precision.id(), parameter, phase.path(parameter.key()));
  }

  /** The nearest level that says anything about watts decides how they are found, as a whole. */
  private void watts(PhaseAssembly phase, Accelerator accelerator) {
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
          phase.whereNamed(PhaseWord.GPU),
          phase.levels.nearest().path,
          "found no published IT watts for " + accelerator.id(),
          "watts_per_gpu, or chip_tdp with system_overhead");
      return;
    }
    phase.fromCatalogue(
        PhaseParameter.WATTS_PER_GPU,
        accelerator,
        "it_watts",
        accelerator.itWatts().getAsDouble(),
        accelerator.provenance());
  }

  private void wattsByTdp(PhaseAssembly phase, Accelerator accelerator) {
    if (!phase.inherit(PhaseParameter.CHIP_TDP)) {
      OptionalDouble tdp = accelerator.chipTdpWatts();
      if (tdp.isEmpty()) {
        problems.error(
            phase.whereNamed(PhaseWord.GPU),
            phase.levels.nearest().path,
            "found no published chip_tdp for " + accelerator.id(),
            "chip_tdp with system_overhead");
        return;
      }
      phase.fromCatalogue(
          PhaseParameter.CHIP_TDP,
          accelerator,
          "chip_tdp_w",
          tdp.getAsDouble(),
          accelerator.provenance());
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

  private void capexPerGpu(PhaseAssembly phase, Accelerator accelerator) {
    PhaseParameter parameter = PhaseParameter.CAPEX_PER_GPU;
    if (phase.inherit(parameter)) {
      return;
    }
    if (accelerator.capexPerGpuUsd().isPresent()) {
      phase.fromCatalogue(
          parameter,
          accelerator,
          "capex_per_gpu_usd",
          accelerator.capexPerGpuUsd().getAsDouble(),
          accelerator.capexProvenance());
    } else {
      phase.parameters.put(parameter, defaults.of(parameter, phase.path(parameter.key())));
    }
  }

  private void flops(PhaseAssembly phase, Accelerator accelerator, Precision precision) {
    if (phase.inherit(PhaseParameter.FLOPS_PER_GPU)) {
      return;
    }
    Optional<Assumption> published = published(phase, accelerator, precision);
    if (published.isEmpty()) {
      problems.error(
          phase.whereNamed(PhaseWord.PRECISION, PhaseWord.GPU),
          phase.levels.nearest().path,
          "found no published dense " + precision.id() + " rate for " + accelerator.id(),
          "flops_per_gpu, such as 2.5 PFLOP/s, or another precision");
      return;
    }
    phase.parameters.put(PhaseParameter.FLOPS_PER_GPU, published.get());
  }

  private void mfu(PhaseAssembly phase, Precision precision) {
    PhaseParameter parameter = PhaseParameter.MFU;
    if (!phase.inherit(parameter)) {
      phase.parameters.put(parameter, mfuByDefault(phase, precision));
    }
  }
}
