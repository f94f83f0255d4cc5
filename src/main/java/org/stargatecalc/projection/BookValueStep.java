package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * Book and replacement value of compute hardware bought, by age a since the node at which it was
 * complete: × max(0, 1 − a / compute_life), and × price_performance^(−a).
 *
 * <p>Book value above replacement value is what would be written off: max(0, book − replacement).
 */
final class BookValueStep implements Step {
  @Override
  public void evaluate(Workings w) {
    double[] book = w.clear(Metric.BOOK_VALUE_USD_BN);
    double[] replacement = w.clear(Metric.REPLACEMENT_VALUE_USD_BN);
    double[] stranded = w.clear(Metric.STRANDED_USD_BN);
    for (Phase phase : w.scenario.phases()) {
      double usdBn = phase.computeCapex() / CapexStep.USD_PER_BILLION;
      if (usdBn > 0) {
        addBookValue(w, book, phase, usdBn);
      }
    }
    // Replacement cost falls at one rate for all, so the sum follows from the node before.
    double[] bought = w.row(Metric.COMPUTE_CAPEX_USD_BN);
    double growth = w.scenario.pricePerformance();
    replacement[0] = bought[0];
    stranded[0] = Math.max(0, book[0] - replacement[0]);
    for (int k = 1; k < w.nodes; k++) {
      double years = (w.time[k] - w.time[k - 1]) / Durations.DAYS_PER_YEAR;
      replacement[k] =
          bought[k]
              + (replacement[k - 1] == 0 ? 0 : replacement[k - 1] * StrictMath.pow(growth, -years));
      stranded[k] = Math.max(0, book[k] - replacement[k]);
    }
  }

  private static void addBookValue(Workings w, double[] book, Phase phase, double usdBn) {
    double[] gpus = w.installed[phase.index()];
    double lifeDays = phase.get(PhaseParameter.COMPUTE_LIFE);
    for (int from = 0; from < w.nodes; from++) {
      double added = gpus[from] - (from == 0 ? 0 : gpus[from - 1]);
      if (added <= 0) {
        continue;
      }
      for (int k = from; k < w.nodes; k++) {
        double left = 1 - (w.time[k] - w.time[from]) / lifeDays;
        if (left <= 0) {
          break;
        }
        book[k] += added * usdBn * left;
      }
    }
  }
}
