package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;

/**
 * Book value of hardware bought, by age a since the node at which it was complete: × max(0, 1 − a /
 * compute_life).
 */
final class BookValue extends Algorithm {
  private static final int PRICE = 0;
  private static final int LIFE = 1;

  /**
   * Names what it works with.
   *
   * @param price of an added GPU, USD bn
   */
  BookValue(Quantity price) {
    super(
        "Σ additions × paid_compute_usd × max(0, 1 − age / `compute_life`)",
        List.of(),
        List.of(price, Quantity.of(PhaseParameter.COMPUTE_LIFE)));
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    Arrays.fill(row, 0, g.size, 0);
    for (int p = 0; p < g.w.phases.length; p++) {
      double usdBn = inputs.perGpu(PRICE, p);
      if (usdBn > 0) {
        add(g, row, p, usdBn, 1 / inputs.perGpu(LIFE, p));
      }
    }
  }

  private static void add(Grid g, double[] book, int p, double usdBn, double perDay) {
    Workings w = g.w;
    int first = 0;
    for (int k = w.first[p]; k <= w.last[p]; k++) {
      double bought = w.added(p, k) * usdBn;
      while (first < g.size && g.node[first] < k) {
        first++;
      }
      if (bought <= 0) {
        continue;
      }
      for (int j = first; j < g.size; j++) {
        double left = 1 - (w.time[g.node[j]] - w.time[k]) * perDay;
        if (left <= 0) {
          break;
        }
        book[j] += bought * left;
      }
    }
  }
}
