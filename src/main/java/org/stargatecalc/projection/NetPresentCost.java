package org.stargatecalc.projection;

import java.util.List;
import org.stargatecalc.calendar.Durations;

/**
 * Present value of cost less what is left, discounted from its date to the start of the horizon: by
 * it owning and renting can be compared, whenever the horizon ends.
 */
final class NetPresentCost extends Algorithm {
  NetPresentCost(Formula presentValue, Formula residualValue) {
    super(
        "`present_value_usd_bn` − `residual_value_usd_bn` × (1 + `discount_rate`)^(−years from the"
            + " start of the horizon)",
        List.of(presentValue, residualValue),
        List.of());
  }

  @Override
  public Way way() {
    return Way.LESS_DISCOUNTED;
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    Workings w = g.w;
    double[] presentValue = inputs.row(g, 0);
    double[] residualValue = inputs.row(g, 1);
    double growth = StrictMath.log1p(w.scenario.discountRate());
    for (int j = 0; j < g.size; j++) {
      double years = (w.time[g.node[j]] - w.time[0]) / Durations.DAYS_PER_YEAR;
      row[j] = presentValue[j] - residualValue[j] * StrictMath.exp(-years * growth);
    }
  }
}
