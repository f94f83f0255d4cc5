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
  public void evaluate(Workings w) {
    double[] energyTwh = w.clear(Metric.ENERGY_TWH);
    double[] costUsdBn = w.clear(Metric.ENERGY_COST_USD_BN);
    for (Phase phase : w.scenario.phases()) {
      double wattHoursPerDay = phase.averageWatts() * Durations.HOURS_PER_DAY;
      addIntegral(w, energyTwh, phase.index(), wattHoursPerDay / WATT_HOURS_PER_TWH);
      if (phase.spec().ownership() != Ownership.OFFTAKE) {
        double usdPerDay =
            wattHoursPerDay / WATT_HOURS_PER_KWH * phase.get(PhaseParameter.ENERGY_PRICE);
        addIntegral(w, costUsdBn, phase.index(), usdPerDay / CapexStep.USD_PER_BILLION);
      }
    }
  }

  /** Adds coefficient × GPU-days of a phase since the node before. */
  static void addIntegral(Workings w, double[] row, int phase, double coefficientPerGpuDay) {
    double[] gpus = w.installed[phase];
    for (int k = 1; k < w.nodes; k++) {
      double days = w.time[k] - w.time[k - 1];
      row[k] += coefficientPerGpuDay * (gpus[k] + gpus[k - 1]) / 2 * days;
    }
  }
}
