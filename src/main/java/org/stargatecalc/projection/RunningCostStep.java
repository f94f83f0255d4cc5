package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;

/** Running cost but energy, rents, and the sum of all cost, over time. */
final class RunningCostStep implements Step {
  @Override
  public void evaluate(Workings w) {
    double[] opex = w.clear(Metric.OPEX_USD_BN);
    double[] lease = w.clear(Metric.LEASE_COST_USD_BN);
    double[] offtake = w.clear(Metric.OFFTAKE_COST_USD_BN);
    for (Phase phase : w.scenario.phases()) {
      YearlyCost yearly = YearlyCost.of(phase, w.scenario);
      int p = phase.index();
      addYearly(w, opex, p, yearly.opex());
      addYearly(w, lease, p, yearly.lease());
      addYearly(w, offtake, p, yearly.offtake());
    }
    double[] total = w.clear(Metric.TOTAL_COST_USD_BN);
    double[] capex = w.row(Metric.CAPEX_USD_BN);
    double[] energy = w.row(Metric.ENERGY_COST_USD_BN);
    for (int k = 0; k < w.nodes; k++) {
      total[k] = capex[k] + energy[k] + opex[k] + lease[k] + offtake[k];
    }
  }

  private static void addYearly(Workings w, double[] row, int phase, double usdPerGpuYear) {
    if (usdPerGpuYear != 0) {
      EnergyStep.addIntegral(
          w, row, phase, usdPerGpuYear / Durations.DAYS_PER_YEAR / CapexStep.USD_PER_BILLION);
    }
  }
}
