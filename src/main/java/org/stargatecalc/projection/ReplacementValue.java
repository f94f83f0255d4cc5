package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Quantity;

/**
 * What compute equal to the hardware that is there would cost now, by age a since the node at which
 * it was complete: × price_performance^(−a). It falls at one rate for all, so where nothing leaves
 * the sum follows from the node before.
 */
final class ReplacementValue extends Algorithm {
  private static final int PRICE = 0;

  /**
   * Names what it works with.
   *
   * @param price of an added GPU, USD bn
   */
  ReplacementValue(Quantity price) {
    super(
        "Σ additions still there × paid_compute_usd × `price_performance`^(−age in years), since equal compute"
            + " costs less each year",
        List.of(),
        List.of(price));
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
    return StrictMath.pow(pricePerformance, -age / Durations.DAYS_PER_YEAR);
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    Workings w = g.w;
    double[] boughtUsdBn = w.scratch;
    Arrays.fill(boughtUsdBn, 0, w.nodes, 0);
    for (int p = 0; p < w.phases.length; p++) {
      boolean changes = inputs.changes(PRICE, p);
      double usdBn = inputs.perGpu(PRICE, p);
      for (int k = w.first[p]; k <= w.last[p] && !w.falls(p); k++) {
        if (changes) {
          usdBn = inputs.perGpu(w, PRICE, p, k);
        }
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
      row[j] = value;
    }
    for (int p = 0; p < w.phases.length; p++) {
      if (w.falls(p)) {
        addWhatIsLeft(g, row, p, inputs, left);
      }
    }
  }

  /** Where capacity leaves, every addition is looked at, from the newest. */
  private static void addWhatIsLeft(Grid g, double[] row, int p, Inputs inputs, double[] progress) {
    Workings w = g.w;
    for (int j = 0; j < g.size && inputs.perGpu(PRICE, p) > 0; j++) {
      double worth = 1;
      for (int k = g.node[j]; k >= w.first[p]; k--) {
        double gpus = w.added(p, k);
        if (gpus > 0) {
          double usdBn = inputs.perGpu(w, PRICE, p, k);
          row[j] += Cohorts.left(w, p, k, gpus, g.node[j]) * usdBn * worth;
        }
        worth *= progress[k];
      }
    }
  }
}
