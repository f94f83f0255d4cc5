package org.stargatecalc.projection;

import org.stargatecalc.scenario.PhaseParameter;

/**
 * What was paid to date of what is added later: what is added at t is paid evenly over [t − lead,
 * t], so that by t it is (1 / lead) ∫ from t to t + lead of (GPUs added up to u) du.
 *
 * <p>What is there at the first node was paid before.
 */
final class Payments {
  private static final double ROUNDING = 1e-12;

  /** All epochs of a phase. */
  static final int ALL = -1;

  private Payments() {}

  /**
   * Writes the GPUs of a phase that are paid to date at every node of the horizon into {@link
   * Workings#paid}.
   *
   * @param lead of the part that is paid: of hardware, which is added again and again, or of the
   *     building, which is added for the most that there ever was
   * @param epoch in which what is paid is added, {@link #ALL} for all of it
   */
  static void toDate(Workings w, int p, PhaseParameter lead, int epoch) {
    double days = w.phases[p].get(lead);
    double[] paid = w.paid;
    double[] toDate = w.toDate;
    addUp(w, p, lead == PhaseParameter.COMPUTE_LEAD, epoch);
    if (!(days > 0)) {
      System.arraycopy(toDate, 0, paid, 0, w.nodes);
      return;
    }
    double[] integral = w.integral;
    integral[0] = 0;
    for (int k = 1; k < w.evaluated; k++) {
      double trapezoid = (toDate[k] + toDate[k - 1]) / 2;
      integral[k] = integral[k - 1] + trapezoid * (w.time[k] - w.time[k - 1]);
    }
    int after = 0;
    for (int k = 0; k < w.nodes; k++) {
      double until = w.time[k] + days;
      while (after < w.evaluated && w.time[after] < until) {
        after++;
      }
      double byThen = (integralUpTo(w, until, after) - integral[k]) / days;
      // once all is paid, or while nothing is, the quotient differs by rounding alone
      double before = k == 0 ? 0 : paid[k - 1];
      paid[k] = isNear(byThen, toDate[k]) ? toDate[k] : isNear(byThen, before) ? before : byThen;
    }
  }

  private static boolean isNear(double value, double other) {
    return Math.abs(value - other) <= ROUNDING * Math.abs(value);
  }

  /** Writes the GPUs that are added to date at every node into {@link Workings#toDate}. */
  private static void addUp(Workings w, int p, boolean again, int epoch) {
    double sum = 0;
    for (int k = 0; k < w.evaluated; k++) {
      if (epoch == ALL) {
        w.toDate[k] = again ? w.addedToDate(p, k) : w.housedToDate(p, k);
      } else {
        if (w.epoch(p, k) == epoch) {
          sum += again ? w.added(p, k) : w.housed(p, k);
        }
        w.toDate[k] = sum;
      }
    }
  }

  /** Returns ∫ GPUs added to date from the first node up to an instant. */
  private static double integralUpTo(Workings w, double instant, int after) {
    int last = w.evaluated - 1;
    if (after > last) {
      return w.integral[last] + w.toDate[last] * (instant - w.time[last]);
    }
    if (w.time[after] == instant) {
      return w.integral[after];
    }
    double from = w.time[after - 1];
    double before = w.toDate[after - 1];
    double share = (instant - from) / (w.time[after] - from);
    double there = before + share * (w.toDate[after] - before);
    return w.integral[after - 1] + (before + there) / 2 * (instant - from);
  }
}
