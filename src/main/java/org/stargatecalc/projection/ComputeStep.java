package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Precision;

/**
 * Compute: H100 equivalents, peak rate and one training run.
 *
 * <p>A run is the largest system's Σ training GPUs × FLOP/s × MFU × run length. H100 equivalents
 * take the catalogue's dense fp8 rate, else its bf16 rate, each over that of one H100; a chip with
 * neither counts by the phase's own rate.
 */
final class ComputeStep implements Step {
  @Override
  public boolean fills(Metric metric) {
    return switch (metric) {
      case H100_EQUIVALENTS, PEAK_FLOPS, TRAINING_RUN_FLOP -> true;
      default -> false;
    };
  }

  @Override
  public void evaluate(Grid g) {
    double[] h100Equivalents = g.clear(Metric.H100_EQUIVALENTS);
    double[] peakFlops = g.clear(Metric.PEAK_FLOPS);
    double[] runFlop = g.clear(Metric.TRAINING_RUN_FLOP);
    for (Phase phase : g.phases) {
      double[] gpus = g.gpus[phase.index()];
      g.add(h100Equivalents, h100Equivalents(phase), gpus);
      g.add(peakFlops, phase.get(PhaseParameter.FLOPS_PER_GPU), gpus);
    }
    double[] systemFlop = new double[g.w.scenario.systemCount() * g.size];
    for (Phase phase : g.phases) {
      double flop =
          phase.training()
              * phase.get(PhaseParameter.FLOPS_PER_GPU)
              * phase.get(PhaseParameter.MFU)
              * phase.get(PhaseParameter.RUN_LENGTH)
              * Durations.SECONDS_PER_DAY;
      g.addToSystem(runFlop, systemFlop, flop, phase);
    }
    g.raiseToLargest(runFlop, systemFlop);
  }

  private static double h100Equivalents(Phase phase) {
    double ownRate = phase.get(PhaseParameter.FLOPS_PER_GPU);
    double h100Rate =
        phase.spec().precision() == Precision.FP8
            ? Accelerator.H100_FP8_FLOPS
            : Accelerator.H100_BF16_FLOPS;
    return phase.spec().accelerator().h100Equivalents().orElse(ownRate / h100Rate);
  }
}
