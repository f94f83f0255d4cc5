package org.stargatecalc.projection;

import java.util.Set;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;

/** Running cost but energy, rents, and the sum of all cost, over time. */
final class RunningCostStep implements Step {
  @Override
  public boolean fills(Metric metric) {
    return switch (metric) {
      case OPEX_USD_BN, LEASE_COST_USD_BN, OFFTAKE_COST_USD_BN, TOTAL_COST_USD_BN -> true;
      default -> false;
    };
  }

  @Override
  public Set<Metric> buildsOn() {
    return Set.of(Metric.CAPEX_USD_BN, Metric.ENERGY_COST_USD_BN);
  }

  @Override
  public void evaluate(Grid g) {
    double[] opex = g.clear(Metric.OPEX_USD_BN);
    double[] lease = g.clear(Metric.LEASE_COST_USD_BN);
    double[] offtake = g.clear(Metric.OFFTAKE_COST_USD_BN);
    for (Phase phase : g.phases) {
      YearlyCost yearly = g.w.yearly[phase.index()];
      double[] gpuDays = g.gpuDays(phase);
      g.add(opex, usdBnPerDay(yearly.opex()), gpuDays);
      g.add(lease, usdBnPerDay(yearly.lease()), gpuDays);
      g.add(offtake, usdBnPerDay(yearly.offtake()), gpuDays);
    }
    double[] total = g.clear(Metric.TOTAL_COST_USD_BN);
    double[] capex = g.row(Metric.CAPEX_USD_BN);
    double[] energy = g.row(Metric.ENERGY_COST_USD_BN);
    for (int j = 0; j < g.size; j++) {
      total[j] = capex[j] + energy[j] + opex[j] + lease[j] + offtake[j];
    }
  }

  private static double usdBnPerDay(double usdPerYear) {
    return usdPerYear / Durations.DAYS_PER_YEAR / CapexStep.USD_PER_BILLION;
  }
}
