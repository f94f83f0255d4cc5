package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * Cost to date, plain and discounted: Σ flows × (1 + rate)^(−years from horizon start), at the
 * middle of each node interval; what was there at the start is not discounted.
 */
final class PresentValueStep implements Step {
  @Override
  public boolean fills(Metric metric) {
    return metric == Metric.CUMULATIVE_COST_USD_BN || metric == Metric.PRESENT_VALUE_USD_BN;
  }

  @Override
  public void evaluate(Grid g) {
    Workings w = g.w;
    double[] total = g.row(Metric.TOTAL_COST_USD_BN);
    double[] cumulative = g.row(Metric.CUMULATIVE_COST_USD_BN);
    double[] present = g.row(Metric.PRESENT_VALUE_USD_BN);
    double[] capexUsdBn = new double[g.phases.length];
    double[] usdBnPerDay = new double[g.phases.length];
    for (Phase phase : g.phases) {
      YearlyCost yearly = w.yearly[phase.index()];
      capexUsdBn[phase.index()] = phase.need(PhaseParameter.CAPEX) / CapexStep.USD_PER_BILLION;
      usdBnPerDay[phase.index()] =
          (yearly.total() - yearly.capital()) / Durations.DAYS_PER_YEAR / CapexStep.USD_PER_BILLION;
    }
    double value = 0;
    int k = 0;
    for (int j = 0; j < g.size; j++) {
      for (; k <= g.node[j]; k++) {
        double flow = 0;
        for (int p = 0; p < usdBnPerDay.length; p++) {
          double before = k == 0 ? 0 : w.installed[p][k - 1];
          flow += capexUsdBn[p] * (w.installed[p][k] - before) + usdBnPerDay[p] * w.gpuDays[p][k];
        }
        if (flow != 0) {
          double middle = k == 0 ? w.time[0] : (w.time[k - 1] + w.time[k]) / 2;
          value += flow * w.discount.pow((w.time[0] - middle) / Durations.DAYS_PER_YEAR);
        }
      }
      cumulative[j] = total[j] + (j == 0 ? 0 : cumulative[j - 1]);
      present[j] = value;
    }
  }
}
