package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.Quantity;

/**
 * Cost to date, discounted: Σ flows × (1 + rate)^(−years from horizon start), at the middle of each
 * node interval; what was there at the start is not discounted.
 */
final class PresentValue extends Algorithm {
  private static final int PER_ADDED = 0;
  private static final int PER_DAY = 1;

  /**
   * Names what it works with.
   *
   * @param perAdded cost of an added GPU, USD bn
   * @param perDay cost of an installed GPU per day, USD bn
   */
  PresentValue(Quantity perAdded, Quantity perDay) {
    super(
        "Σ cost between nodes × (1 + `discount_rate`)^(−years from the start of the horizon to the"
            + " middle of the interval); what was there at the start is not discounted",
        List.of(),
        List.of(perAdded, perDay));
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    Workings w = g.w;
    double[] flowUsdBn = flows(w, inputs);
    double[] discount = w.discount.of(1 + w.scenario.discountRate(), w);
    double value = flowUsdBn[0];
    int k = 1;
    for (int j = 0; j < g.size; j++) {
      double ofPeriod = 0;
      for (int end = g.node[j]; k <= end; k++) {
        ofPeriod += flowUsdBn[k] * discount[k];
      }
      value += ofPeriod;
      row[j] = value;
    }
  }

  /** Returns what all phases cost since the node before, by node. */
  private static double[] flows(Workings w, Inputs inputs) {
    double[] usdBn = w.scratch;
    Arrays.fill(usdBn, 0, w.nodes, 0);
    for (int p = 0; p < w.phases.length; p++) {
      double capex = inputs.perGpu(PER_ADDED, p);
      double perDay = inputs.perGpu(PER_DAY, p);
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
