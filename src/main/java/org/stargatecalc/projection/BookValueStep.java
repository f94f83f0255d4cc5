package org.stargatecalc.projection;

import java.util.Arrays;
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
  public boolean fills(Metric metric) {
    return switch (metric) {
      case BOOK_VALUE_USD_BN, REPLACEMENT_VALUE_USD_BN, STRANDED_USD_BN -> true;
      default -> false;
    };
  }

  @Override
  public void evaluate(Grid g) {
    double[] book = g.clear(Metric.BOOK_VALUE_USD_BN);
    double[] replacement = g.row(Metric.REPLACEMENT_VALUE_USD_BN);
    double[] stranded = g.row(Metric.STRANDED_USD_BN);
    for (Phase phase : g.phases) {
      double usdBn = phase.computeCapex() / CapexStep.USD_PER_BILLION;
      if (usdBn > 0) {
        addBookValue(g, book, phase, usdBn);
      }
    }
    writeReplacement(g, replacement);
    for (int j = 0; j < g.size; j++) {
      stranded[j] = Math.max(0, book[j] - replacement[j]);
    }
  }

  private static void addBookValue(Grid g, double[] book, Phase phase, double usdBn) {
    Workings w = g.w;
    int p = phase.index();
    double perDay = 1 / phase.get(PhaseParameter.COMPUTE_LIFE);
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

  /** Replacement cost falls at one rate for all, so the sum follows from the node before. */
  private static void writeReplacement(Grid g, double[] replacement) {
    Workings w = g.w;
    double[] boughtUsdBn = w.scratch;
    Arrays.fill(boughtUsdBn, 0, w.nodes, 0);
    for (Phase phase : w.phases) {
      int p = phase.index();
      double usdBn = phase.computeCapex() / CapexStep.USD_PER_BILLION;
      for (int k = w.first[p]; k <= w.last[p]; k++) {
        boughtUsdBn[k] += usdBn * w.added(p, k);
      }
    }
    double[] left = w.progress.of(w.scenario.pricePerformance(), w);
    double value = boughtUsdBn[0];
    int k = 1;
    for (int j = 0; j < g.size; j++) {
      double leftOfBefore = 1;
      double ofPeriod = 0;
      for (int end = g.node[j]; k <= end; k++) {
        leftOfBefore *= left[k];
        ofPeriod = ofPeriod * left[k] + boughtUsdBn[k];
      }
      value = value * leftOfBefore + ofPeriod;
      replacement[j] = value;
    }
  }
}
