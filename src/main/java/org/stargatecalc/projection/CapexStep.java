package org.stargatecalc.projection;

import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * Capital expenditure: Δ installed × cost per GPU, by part, to date, and by purpose.
 *
 * <p>What was installed before the horizon is capex of its first period. The ratios divide the
 * capex of own phases by the power of the same phases.
 */
final class CapexStep implements Step {
  static final double USD_PER_BILLION = 1e9;

  @Override
  public void evaluate(Workings w) {
    double[] compute = w.clear(Metric.COMPUTE_CAPEX_USD_BN);
    double[] facility = w.clear(Metric.FACILITY_CAPEX_USD_BN);
    double[] generation = w.clear(Metric.GENERATION_CAPEX_USD_BN);
    double[] cumulative = w.clear(Metric.CUMULATIVE_CAPEX_USD_BN);
    double[] training = w.clear(Metric.TRAINING_CAPEX_USD_BN);
    double[] inference = w.clear(Metric.INFERENCE_CAPEX_USD_BN);
    double[] research = w.clear(Metric.RESEARCH_CAPEX_USD_BN);
    double[] perFacilityGw = w.clear(Metric.CAPEX_PER_FACILITY_GW_USD_BN);
    double[] perItGw = w.clear(Metric.CAPEX_PER_IT_GW_USD_BN);
    // The ratio rows first gather the power of own phases, then hold the quotient.
    double[] ownCapex = w.clear(Metric.CAPEX_USD_BN);
    for (Phase phase : w.scenario.phases()) {
      int p = phase.index();
      addAdditions(w, compute, p, phase.computeCapex() / USD_PER_BILLION);
      addAdditions(w, facility, p, phase.facilityCapex() / USD_PER_BILLION);
      addAdditions(w, generation, p, phase.generationCapex() / USD_PER_BILLION);
      double capex = phase.need(PhaseParameter.CAPEX) / USD_PER_BILLION;
      w.addInstalled(cumulative, p, capex);
      w.addInstalled(training, p, capex * phase.training());
      w.addInstalled(inference, p, capex * phase.get(PhaseParameter.INFERENCE));
      w.addInstalled(research, p, capex * phase.get(PhaseParameter.RESEARCH));
      if (phase.spec().ownership() == org.stargatecalc.scenario.Ownership.OWN) {
        w.addInstalled(ownCapex, p, capex);
        w.addInstalled(perFacilityGw, p, phase.facilityWatts() / 1e9);
        w.addInstalled(perItGw, p, phase.itWatts() / 1e9);
      }
    }
    double[] capex = w.row(Metric.CAPEX_USD_BN);
    for (int k = 0; k < w.nodes; k++) {
      perFacilityGw[k] = ownCapex[k] / perFacilityGw[k];
      perItGw[k] = ownCapex[k] / perItGw[k];
      capex[k] = compute[k] + facility[k] + generation[k];
    }
  }

  /** Adds coefficient × what a phase installed since the node before. */
  static void addAdditions(Workings w, double[] row, int phase, double coefficient) {
    double[] gpus = w.installed[phase];
    row[0] += coefficient * gpus[0];
    for (int k = 1; k < w.nodes; k++) {
      row[k] += coefficient * (gpus[k] - gpus[k - 1]);
    }
  }
}
