package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;

/**
 * Cost to date, plain and discounted: Σ flows × (1 + rate)^(−years from horizon start), at the
 * middle of each node interval; what was there at the start is not discounted.
 */
final class PresentValueStep implements Step {
  @Override
  public void evaluate(Workings w) {
    double[] total = w.row(Metric.TOTAL_COST_USD_BN);
    double[] cumulative = w.row(Metric.CUMULATIVE_COST_USD_BN);
    double[] present = w.row(Metric.PRESENT_VALUE_USD_BN);
    double base = 1 + w.scenario.discountRate();
    double start = w.time[0];
    cumulative[0] = total[0];
    present[0] = total[0];
    for (int k = 1; k < w.nodes; k++) {
      double years = ((w.time[k - 1] + w.time[k]) / 2 - start) / Durations.DAYS_PER_YEAR;
      cumulative[k] = cumulative[k - 1] + total[k];
      present[k] = present[k - 1] + (total[k] == 0 ? 0 : total[k] * StrictMath.pow(base, -years));
    }
  }
}
