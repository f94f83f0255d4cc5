package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;

/**
 * Book value above replacement value, for each addition by itself: × max(0, max(0, 1 − a /
 * compute_life) − price_performance^(−a)) for what has age a.
 *
 * <p>The one falls evenly and the other along a convex curve from the same value, so the difference
 * is above 0 up to some age and never again after it.
 */
final class Stranded extends Algorithm {
  private static final int PRICE = 0;
  private static final int LIFE = 1;

  /**
   * Names what it works with.
   *
   * @param price of an added GPU, USD bn
   */
  Stranded(Quantity price) {
    super(
        "Σ additions × paid_compute_usd × max(0, book value − replacement value, each per dollar"
            + " paid); a gain on new hardware does not undo a loss on old",
        List.of(),
        List.of(price, Quantity.of(PhaseParameter.COMPUTE_LIFE)));
  }

  @Override
  public Way way() {
    return Way.BY_AGE;
  }

  @Override
  public boolean fallsWithPrices() {
    return true;
  }

  @Override
  public double left(double age, double life, double pricePerformance) {
    double replacement = StrictMath.pow(pricePerformance, -age / Durations.DAYS_PER_YEAR);
    return Math.max(0, Math.max(0, 1 - age / life) - replacement);
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    Arrays.fill(row, 0, g.size, 0);
    Workings w = g.w;
    double[] replaced = w.progress.of(w.scenario.pricePerformance(), w);
    double[] toPoint = toPoint(g, replaced);
    for (int p = 0; p < w.phases.length; p++) {
      if (inputs.perGpu(PRICE, p) > 0) {
        add(g, row, p, inputs, replaced, toPoint);
      }
    }
  }

  /** Returns what a dollar at each node is worth at the grid point at or after it. */
  private static double[] toPoint(Grid g, double[] replaced) {
    double[] toPoint = g.w.scratch;
    for (int j = 0; j < g.size; j++) {
      double left = 1;
      int before = j == 0 ? -1 : g.node[j - 1];
      for (int k = g.node[j]; k > before; k--) {
        toPoint[k] = left;
        left *= replaced[k];
      }
    }
    return toPoint;
  }

  private static void add(
      Grid g, double[] row, int p, Inputs inputs, double[] replaced, double[] toPoint) {
    Workings w = g.w;
    double perDay = 1 / inputs.perGpu(LIFE, p);
    boolean changes = inputs.changes(PRICE, p);
    double usdBn = inputs.perGpu(PRICE, p);
    if (w.isCrowded && !changes && !w.falls(p)) {
      addTogether(g, row, p, usdBn, perDay, replaced, toPoint);
      return;
    }
    int first = 0;
    for (int k = w.first[p]; k <= w.last[p]; k++) {
      double gpus = w.added(p, k);
      while (first < g.size && g.node[first] < k) {
        first++;
      }
      if (gpus <= 0 || first == g.size) {
        continue;
      }
      if (changes) {
        usdBn = inputs.perGpu(w, PRICE, p, k);
      }
      double replacement = toPoint[k];
      for (int j = first; j < g.size; j++) {
        if (j > first) {
          replacement *= sincePoint(g, j, replaced, toPoint);
        }
        double age = w.time[g.node[j]] - w.time[k];
        double lost = 1 - age * perDay - replacement;
        if (lost > 0) {
          row[j] += Cohorts.left(w, p, k, gpus, g.node[j]) * usdBn * lost;
        } else if (age > 0) {
          break;
        }
      }
    }
  }

  /** Returns what a dollar at the grid point before is worth at a grid point. */
  private static double sincePoint(Grid g, int j, double[] replaced, double[] toPoint) {
    int next = g.node[j - 1] + 1;
    return replaced[next] * toPoint[next];
  }

  /**
   * Adds what is lost on a phase whose price stays and of which nothing leaves: what came between
   * two grid points together, until the oldest of it is worth no more than what would replace it,
   * and then each addition by itself.
   */
  private static void addTogether(
      Grid g,
      double[] row,
      int p,
      double usdBn,
      double perDay,
      double[] replaced,
      double[] toPoint) {
    Workings w = g.w;
    int k = w.first[p];
    for (int i = 0; i < g.size && k <= w.last[p]; i++) {
      double now = w.time[g.node[i]];
      double gpus = 0;
      double gpuDays = 0;
      double worth = 0;
      int oldest = k;
      for (int end = Math.min(w.last[p], g.node[i]); k <= end; k++) {
        double added = w.added(p, k);
        oldest = gpus == 0 ? k : oldest;
        gpus += added;
        gpuDays += added * (now - w.time[k]);
        worth += added * toPoint[k];
      }
      double left = 1;
      boolean goesOn = gpus > 0;
      for (int j = i; j < g.size && goesOn; j++) {
        left *= j > i ? sincePoint(g, j, replaced, toPoint) : 1;
        double then = w.time[g.node[j]];
        double lost = 0;
        if (1 - (then - w.time[oldest]) * perDay - toPoint[oldest] * left > 0) {
          lost = gpus - (gpuDays + gpus * (then - now)) * perDay - worth * left;
        } else {
          goesOn = false;
          for (int each = oldest; each < k; each++) {
            double age = then - w.time[each];
            double share = 1 - age * perDay - toPoint[each] * left;
            lost += w.added(p, each) * Math.max(0, share);
            goesOn |= share > 0 || age == 0;
          }
        }
        row[j] += usdBn * Math.max(0, lost);
      }
    }
  }
}
