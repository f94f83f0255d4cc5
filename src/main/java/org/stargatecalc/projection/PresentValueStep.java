package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.Set;
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
  public Set<Metric> buildsOn() {
    return Set.of(Metric.TOTAL_COST_USD_BN);
  }

  @Override
  public void evaluate(Grid g) {
    Workings w = g.w;
    double[] total = g.row(Metric.TOTAL_COST_USD_BN);
    double[] cumulative = g.row(Metric.CUMULATIVE_COST_USD_BN);
    double[] present = g.row(Metric.PRESENT_VALUE_USD_BN);
    double[] flowUsdBn = flows(w);
    double[] discount = w.discount.of(1 + w.scenario.discountRate(), w);
    double value = flowUsdBn[0];
    int k = 1;
    for (int j = 0; j < g.size; j++) {
      double ofPeriod = 0;
      for (int end = g.node[j]; k <= end; k++) {
        ofPeriod += flowUsdBn[k] * discount[k];
      }
      value += ofPeriod;
      cumulative[j] = total[j] + (j == 0 ? 0 : cumulative[j - 1]);
      present[j] = value;
    }
  }

  /** Returns what all phases cost since the node before, by node. */
  private static double[] flows(Workings w) {
    double[] usdBn = w.scratch;
    Arrays.fill(usdBn, 0, w.nodes, 0);
    for (Phase phase : w.phases) {
      int p = phase.index();
      YearlyCost yearly = w.yearly[p];
      double capex = phase.need(PhaseParameter.CAPEX) / CapexStep.USD_PER_BILLION;
      double perDay =
          (yearly.total() - yearly.capital()) / Durations.DAYS_PER_YEAR / CapexStep.USD_PER_BILLION;
      for (int k = w.first[p]; k <= w.last[p]; k++) {
        usdBn[k] += capex * w.added(p, k) + perDay * w.gpuDays(p, k);
      }
      double level = perDay * w.installed[p][w.nodes - 1];
      for (int k = w.last[p] + 1; k < w.nodes; k++) {
        usdBn[k] += level * w.days[k];
      }
    }
    return usdBn;
  }
}
