package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;

/**
 * Book value of hardware that is there, by age a since the node at which it was complete: × max(0,
 * 1 − a / compute_life).
 */
final class BookValue extends Algorithm {
  private static final int PRICE = 0;
  private static final int LIFE = 1;

  private final boolean stays;

  private BookValue(
      String text, List<Formula> besides, Quantity price, PhaseParameter life, boolean stays) {
    super(text, besides, List.of(price, Quantity.of(life)));
    this.stays = stays;
  }

  /**
   * Returns the value of hardware, which leaves.
   *
   * @param price of an added GPU, USD bn
   */
  static BookValue ofCompute(Quantity price) {
    return new BookValue(
        "Σ additions still there × paid_compute_usd × max(0, 1 − age / `compute_life`)",
        List.of(),
        price,
        PhaseParameter.COMPUTE_LIFE,
        false);
  }

  /**
   * Returns the value of facilities and generation, which stay when GPUs leave, and of what else
   * there is.
   *
   * @param compute value of the hardware
   * @param inProgress spent on what is not there yet
   * @param price of what one GPU needs, USD bn
   */
  static BookValue ofAll(Formula compute, Formula inProgress, Quantity price) {
    return new BookValue(
        "`book_value_usd_bn` + `construction_in_progress_usd_bn` + Σ additions above the most so far"
            + " × (paid_building_usd + paid_plant_usd) × max(0, 1 − age / `facility_life`)",
        List.of(compute, inProgress),
        price,
        PhaseParameter.FACILITY_LIFE,
        true);
  }

  @Override
  public Way way() {
    return Way.BY_AGE;
  }

  @Override
  public State additions() {
    return stays ? State.HOUSED : State.ADDED;
  }

  @Override
  public double left(double age, double life, double pricePerformance) {
    return Math.max(0, 1 - age / life);
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    Arrays.fill(row, 0, g.size, 0);
    for (int i = 0; i < from().size(); i++) {
      double[] besides = inputs.row(g, i);
      for (int j = 0; j < g.size; j++) {
        row[j] += besides[j];
      }
    }
    for (int p = 0; p < g.w.phases.length; p++) {
      if (inputs.perGpu(PRICE, p) > 0) {
        add(g, row, p, inputs, 1 / inputs.perGpu(LIFE, p));
      }
    }
  }

  private void add(Grid g, double[] book, int p, Inputs inputs, double perDay) {
    Workings w = g.w;
    boolean changes = inputs.changes(PRICE, p);
    double usdBn = inputs.perGpu(PRICE, p);
    if (w.isCrowded && !changes && !w.falls(p)) {
      addTogether(g, book, p, usdBn, perDay);
      return;
    }
    int first = 0;
    for (int k = w.first[p]; k <= w.last[p]; k++) {
      double gpus = stays ? w.housed(p, k) : w.added(p, k);
      while (first < g.size && g.node[first] < k) {
        first++;
      }
      if (gpus <= 0) {
        continue;
      }
      if (changes) {
        usdBn = inputs.perGpu(w, PRICE, p, k);
      }
      addOne(g, book, p, k, gpus, usdBn, perDay, first);
    }
  }

  /** Adds what an addition is worth from a grid point on. */
  private void addOne(
      Grid g, double[] book, int p, int k, double gpus, double usdBn, double perDay, int from) {
    Workings w = g.w;
    for (int j = from; j < g.size; j++) {
      double left = 1 - (w.time[g.node[j]] - w.time[k]) * perDay;
      if (left <= 0) {
        break;
      }
      book[j] += (stays ? gpus : Cohorts.left(w, p, k, gpus, g.node[j])) * usdBn * left;
    }
  }

  /**
   * Adds what a phase is worth whose price stays and of which nothing leaves: what came between two
   * grid points loses value together until the oldest of it has none left.
   */
  private void addTogether(Grid g, double[] book, int p, double usdBn, double perDay) {
    Workings w = g.w;
    int k = w.first[p];
    for (int i = 0; i < g.size && k <= w.last[p]; i++) {
      double now = w.time[g.node[i]];
      double gpus = 0;
      double gpuDays = 0;
      int oldest = k;
      for (int end = Math.min(w.last[p], g.node[i]); k <= end; k++) {
        double added = w.added(p, k);
        oldest = gpus == 0 ? k : oldest;
        gpus += added;
        gpuDays += added * (now - w.time[k]);
      }
      int j = i;
      for (; j < g.size && gpus > 0; j++) {
        double then = w.time[g.node[j]];
        if (1 - (then - w.time[oldest]) * perDay <= 0) {
          break;
        }
        book[j] += usdBn * (gpus * (1 - (then - now) * perDay) - gpuDays * perDay);
      }
      for (int each = oldest; each < k && j < g.size && gpus > 0; each++) {
        addOne(g, book, p, each, w.added(p, each), usdBn, perDay, j);
      }
    }
  }
}
