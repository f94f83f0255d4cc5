package org.stargatecalc.projection;

import org.stargatecalc.scenario.Ownership;
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
  public boolean fills(Metric metric) {
    return switch (metric) {
      case CAPEX_USD_BN,
          COMPUTE_CAPEX_USD_BN,
          FACILITY_CAPEX_USD_BN,
          GENERATION_CAPEX_USD_BN,
          CUMULATIVE_CAPEX_USD_BN,
          TRAINING_CAPEX_USD_BN,
          INFERENCE_CAPEX_USD_BN,
          RESEARCH_CAPEX_USD_BN,
          CAPEX_PER_FACILITY_GW_USD_BN,
          CAPEX_PER_IT_GW_USD_BN ->
          true;
      default -> false;
    };
  }

  @Override
  public void evaluate(Grid g) {
    double[] compute = g.clear(Metric.COMPUTE_CAPEX_USD_BN);
    double[] facility = g.clear(Metric.FACILITY_CAPEX_USD_BN);
    double[] generation = g.clear(Metric.GENERATION_CAPEX_USD_BN);
    double[] cumulative = g.clear(Metric.CUMULATIVE_CAPEX_USD_BN);
    double[] training = g.clear(Metric.TRAINING_CAPEX_USD_BN);
    double[] inference = g.clear(Metric.INFERENCE_CAPEX_USD_BN);
    double[] research = g.clear(Metric.RESEARCH_CAPEX_USD_BN);
    double[] perFacilityGw = g.clear(Metric.CAPEX_PER_FACILITY_GW_USD_BN);
    double[] perItGw = g.clear(Metric.CAPEX_PER_IT_GW_USD_BN);
    // The ratio rows first gather the power of own phases, then hold the quotient.
    double[] ownCapex = g.clear(Metric.CAPEX_USD_BN);
    for (Phase phase : g.phases) {
      double[] gpus = g.gpus[phase.index()];
      double[] added = g.added(phase);
      g.add(compute, phase.computeCapex() / USD_PER_BILLION, added);
      g.add(facility, phase.facilityCapex() / USD_PER_BILLION, added);
      g.add(generation, phase.generationCapex() / USD_PER_BILLION, added);
      double capex = phase.need(PhaseParameter.CAPEX) / USD_PER_BILLION;
      g.add(cumulative, capex, gpus);
      g.add(training, capex * phase.training(), gpus);
      g.add(inference, capex * phase.get(PhaseParameter.INFERENCE), gpus);
      g.add(research, capex * phase.get(PhaseParameter.RESEARCH), gpus);
      if (phase.spec().ownership() == Ownership.OWN) {
        g.add(ownCapex, capex, gpus);
        g.add(perFacilityGw, phase.facilityWatts() / PowerStep.WATTS_PER_GIGAWATT, gpus);
        g.add(perItGw, phase.itWatts() / PowerStep.WATTS_PER_GIGAWATT, gpus);
      }
    }
    double[] capex = g.row(Metric.CAPEX_USD_BN);
    for (int j = 0; j < g.size; j++) {
      perFacilityGw[j] = ownCapex[j] / perFacilityGw[j];
      perItGw[j] = ownCapex[j] / perItGw[j];
      capex[j] = compute[j] + facility[j] + generation[j];
    }
  }
}
