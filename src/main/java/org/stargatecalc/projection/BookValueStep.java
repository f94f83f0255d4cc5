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
    double[] gpus = w.installed[phase.index()];
    double lifeDays = phase.get(PhaseParameter.COMPUTE_LIFE);
    int first = 0;
    for (int k = 0; k < w.nodes; k++) {
      double added = gpus[k] - (k == 0 ? 0 : gpus[k - 1]);
      while (first < g.size && g.node[first] < k) {
        first++;
      }
      if (added <= 0) {
        continue;
      }
      for (int j = first; j < g.size; j++) {
        double left = 1 - (w.time[g.node[j]] - w.time[k]) / lifeDays;
        if (left <= 0) {
          break;
        }
        book[j] += added * usdBn * left;
      }
    }
  }

  /** Replacement cost falls at one rate for all, so the sum follows from the node before. */
  private static void writeReplacement(Grid g, double[] replacement) {
    Workings w = g.w;
    double[] usdBn = new double[g.phases.length];
    for (Phase phase : g.phases) {
      usdBn[phase.index()] = phase.computeCapex() / CapexStep.USD_PER_BILLION;
    }
    double value = 0;
    int k = 0;
    for (int j = 0; j < g.size; j++) {
      for (; k <= g.node[j]; k++) {
        double bought = 0;
        for (int p = 0; p < usdBn.length; p++) {
          bought += usdBn[p] * (w.installed[p][k] - (k == 0 ? 0 : w.installed[p][k - 1]));
        }
        if (value != 0) {
          double years = (w.time[k] - w.time[k - 1]) / Durations.DAYS_PER_YEAR;
          value *= w.progress.pow(-years);
        }
        value += bought;
      }
      replacement[j] = value;
    }
  }
}
