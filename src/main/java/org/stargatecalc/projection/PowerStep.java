package org.stargatecalc.projection;

import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * Count and power: Σ installed × watts per GPU, on either basis, split by the phase's shares.
 *
 * <p>Shares of a phase's capex are shares of its GPUs, since a phase has one cost per GPU.
 */
final class PowerStep implements Step {
  private static final double WATTS_PER_GIGAWATT = 1e9;

  @Override
  public void evaluate(Workings w) {
    double[] gpuCount = w.clear(Metric.GPU_COUNT);
    double[] itGw = w.clear(Metric.IT_POWER_GW);
    double[] facilityGw = w.clear(Metric.FACILITY_POWER_GW);
    double[] facilityItGw = w.clear(Metric.FACILITY_POWER_GW, Basis.IT);
    double[] averageGw = w.clear(Metric.AVERAGE_POWER_GW);
    double[] plannedGw = w.clear(Metric.PLANNED_FACILITY_POWER_GW);
    double[] shortfallGw = w.clear(Metric.SHORTFALL_GW);
    for (Basis basis : Basis.values()) {
      w.clear(Metric.TRAINING_POWER_GW, basis);
      w.clear(Metric.INFERENCE_POWER_GW, basis);
      w.clear(Metric.RESEARCH_POWER_GW, basis);
    }
    for (Phase phase : w.scenario.phases()) {
      int p = phase.index();
      double itGwPerGpu = phase.itWatts() / WATTS_PER_GIGAWATT;
      double facilityGwPerGpu = phase.facilityWatts() / WATTS_PER_GIGAWATT;
      w.addInstalled(gpuCount, p, 1);
      w.addInstalled(itGw, p, itGwPerGpu);
      w.addInstalled(facilityItGw, p, itGwPerGpu);
      w.addInstalled(facilityGw, p, facilityGwPerGpu);
      w.addInstalled(averageGw, p, phase.averageWatts() / WATTS_PER_GIGAWATT);
      addShare(w, Metric.TRAINING_POWER_GW, phase, PhaseParameter.TRAINING);
      addShare(w, Metric.INFERENCE_POWER_GW, phase, PhaseParameter.INFERENCE);
      addShare(w, Metric.RESEARCH_POWER_GW, phase, PhaseParameter.RESEARCH);
      for (int k = 0; k < w.nodes; k++) {
        plannedGw[k] += facilityGwPerGpu * w.planned[p][k];
        shortfallGw[k] += facilityGwPerGpu * (w.planned[p][k] - w.installed[p][k]);
      }
    }
  }

  private static void addShare(Workings w, Metric metric, Phase phase, PhaseParameter share) {
    double part = phase.get(share) / WATTS_PER_GIGAWATT;
    w.addInstalled(w.row(metric, Basis.FACILITY), phase.index(), phase.facilityWatts() * part);
    w.addInstalled(w.row(metric, Basis.IT), phase.index(), phase.itWatts() * part);
  }
}
