package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * Energy: ∫ average power dt by the trapezoid between nodes, which is exact since power is linear
 * there, and its cost for own and leased-shell phases.
 */
final class EnergyStep implements Step {
  private static final double WATT_HOURS_PER_TWH = 1e12;
  private static final double WATT_HOURS_PER_KWH = 1e3;

  @Override
  public boolean fills(Metric metric) {
    return metric == Metric.ENERGY_TWH || metric == Metric.ENERGY_COST_USD_BN;
  }

  @Override
  public void evaluate(Grid g) {
    double[] energyTwh = g.clear(Metric.ENERGY_TWH);
    double[] costUsdBn = g.clear(Metric.ENERGY_COST_USD_BN);
    for (Phase phase : g.phases) {
      double[] gpuDays = g.gpuDays(phase);
      double wattHoursPerDay = phase.averageWatts() * Durations.HOURS_PER_DAY;
      g.add(energyTwh, wattHoursPerDay / WATT_HOURS_PER_TWH, gpuDays);
      if (phase.spec().ownership() != Ownership.OFFTAKE) {
        double usdPerDay =
            wattHoursPerDay / WATT_HOURS_PER_KWH * phase.get(PhaseParameter.ENERGY_PRICE);
        g.add(costUsdBn, usdPerDay / CapexStep.USD_PER_BILLION, gpuDays);
      }
    }
  }
}
