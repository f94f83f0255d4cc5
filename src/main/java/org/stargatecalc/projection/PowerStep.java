package org.stargatecalc.projection;

import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * Count and power: Σ installed × watts per GPU, on either basis, split by the phase's shares.
 *
 * <p>Shares of a phase's capex are shares of its GPUs, since a phase has one cost per GPU.
 */
final class PowerStep implements Step {
  static final double WATTS_PER_GIGAWATT = 1e9;

  @Override
  public boolean fills(Metric metric) {
    return switch (metric) {
      case GPU_COUNT,
          IT_POWER_GW,
          FACILITY_POWER_GW,
          TRAINING_POWER_GW,
          INFERENCE_POWER_GW,
          RESEARCH_POWER_GW,
          AVERAGE_POWER_GW,
          PLANNED_FACILITY_POWER_GW,
          SHORTFALL_GW ->
          true;
      default -> false;
    };
  }

  @Override
  public void evaluate(Grid g) {
    double[] gpuCount = g.clear(Metric.GPU_COUNT);
    double[] itGw = g.clear(Metric.IT_POWER_GW);
    double[] facilityGw = g.clear(Metric.FACILITY_POWER_GW);
    double[] facilityItGw = g.clear(Metric.FACILITY_POWER_GW, Basis.IT);
    double[] averageGw = g.clear(Metric.AVERAGE_POWER_GW);
    double[] plannedGw = g.clear(Metric.PLANNED_FACILITY_POWER_GW);
    double[] shortfallGw = g.clear(Metric.SHORTFALL_GW);
    for (Basis basis : g.bases) {
      g.clear(Metric.TRAINING_POWER_GW, basis);
      g.clear(Metric.INFERENCE_POWER_GW, basis);
      g.clear(Metric.RESEARCH_POWER_GW, basis);
    }
    for (Phase phase : g.phases) {
      double[] gpus = g.gpus[phase.index()];
      double itGwPerGpu = phase.itWatts() / WATTS_PER_GIGAWATT;
      double facilityGwPerGpu = phase.facilityWatts() / WATTS_PER_GIGAWATT;
      g.add(gpuCount, 1, gpus);
      g.add(itGw, itGwPerGpu, gpus);
      g.add(facilityItGw, itGwPerGpu, gpus);
      g.add(facilityGw, facilityGwPerGpu, gpus);
      g.add(averageGw, phase.averageWatts() / WATTS_PER_GIGAWATT, gpus);
      addShare(g, Metric.TRAINING_POWER_GW, phase, PhaseParameter.TRAINING);
      addShare(g, Metric.INFERENCE_POWER_GW, phase, PhaseParameter.INFERENCE);
      addShare(g, Metric.RESEARCH_POWER_GW, phase, PhaseParameter.RESEARCH);
      double[] planned = g.w.planned[phase.index()];
      for (int j = 0; j < g.size; j++) {
        double held = planned[g.node[j]];
        plannedGw[j] += facilityGwPerGpu * held;
        shortfallGw[j] += facilityGwPerGpu * (held - gpus[j]);
      }
    }
  }

  private static void addShare(Grid g, Metric metric, Phase phase, PhaseParameter share) {
    double part = phase.get(share) / WATTS_PER_GIGAWATT;
    double[] gpus = g.gpus[phase.index()];
    for (Basis basis : g.bases) {
      double watts = basis.wattsPerGpu(phase);
      g.add(g.row(metric, basis), watts * part, gpus);
    }
  }
}
