package org.stargatecalc.projection;

import org.stargatecalc.scenario.Epochs;

/**
 * Counts of a phase that belong to one of its epochs, in which none of its values changes.
 *
 * <p>A value that changes with time has one number an epoch, so that a sum over time is a sum over
 * epochs of numbers times what was counted in each: what is there at a point counts in the epoch of
 * the day that ends then; what flows, in that of its interval; what was bought, in that of its
 * purchase.
 */
final class EpochCounts {
  private EpochCounts() {}

  /**
   * Counts a state of a phase.
   *
   * @param epoch in which it counts
   * @param target receives a value a grid point
   */
  static void count(Grid g, State state, int p, int epoch, double[] target) {
    switch (state) {
      case INSTALLED, PLANNED, HELD_BACK -> there(g, state, p, epoch, target);
      case ADDED, HOUSED, GPU_DAYS -> flowed(g, state, p, epoch, target);
      case HELD -> held(g, p, epoch, target);
      case ADDED_TO_DATE -> toDate(g, State.ADDED, p, epoch, target);
      case HOUSED_TO_DATE -> toDate(g, State.HOUSED, p, epoch, target);
      case COMPUTE_PAID,
          FACILITY_PAID,
          GENERATION_PAID,
          COMPUTE_PAID_TO_DATE,
          FACILITY_PAID_TO_DATE,
          GENERATION_PAID_TO_DATE ->
          paid(g, state, p, epoch, target);
      case DEFERRED -> Deferral.addUp(g, p, epoch, target);
    }
  }

  private static void there(Grid g, State state, int p, int epoch, double[] target) {
    Workings w = g.w;
    Epochs epochs = w.phases[p].epochs();
    for (int j = 0; j < g.size; j++) {
      int k = g.node[j];
      boolean counts = epochs.at(w.time[k]) == epoch;
      double installed = w.installed[p][k];
      target[j] =
          !counts
              ? 0
              : state == State.INSTALLED
                  ? installed
                  : w.planned[p][k] - (state == State.PLANNED ? 0 : installed);
    }
  }

  private static void flowed(Grid g, State state, int p, int epoch, double[] target) {
    Workings w = g.w;
    int k = 0;
    for (int j = 0; j < g.size; j++) {
      double sum = 0;
      for (; k <= g.node[j]; k++) {
        if (w.epoch(p, k) == epoch) {
          sum += since(w, state, p, k);
        }
      }
      target[j] = sum;
    }
  }

  private static void paid(Grid g, State state, int p, int epoch, double[] target) {
    Payments.toDate(g.w, p, state.lead().orElseThrow(), epoch);
    double before = 0;
    for (int j = 0; j < g.size; j++) {
      double toDate = g.w.paid[g.node[j]];
      target[j] = toDate - before;
      before = state.isFlow() ? toDate : 0;
    }
  }

  /** Of what is there, what was bought in an epoch: the oldest leave first. */
  private static void held(Grid g, int p, int epoch, double[] target) {
    Workings w = g.w;
    double before = 0;
    double upTo = 0;
    int k = 0;
    for (int j = 0; j < g.size; j++) {
      for (; k <= g.node[j]; k++) {
        int bought = w.epoch(p, k);
        before += bought < epoch ? w.added(p, k) : 0;
        upTo += bought <= epoch ? w.added(p, k) : 0;
      }
      double left = w.falls(p) ? w.givenBack[p][g.node[j]] : 0;
      target[j] = Math.max(0, upTo - left) - Math.max(0, before - left);
    }
  }

  private static double since(Workings w, State state, int p, int k) {
    return state == State.ADDED
        ? w.added(p, k)
        : state == State.HOUSED ? w.housed(p, k) : w.gpuDays(p, k);
  }

  private static void toDate(Grid g, State state, int p, int epoch, double[] target) {
    flowed(g, state, p, epoch, target);
    for (int j = 1; j < g.size; j++) {
      target[j] += target[j - 1];
    }
  }
}
