package org.stargatecalc.projection;

import org.stargatecalc.scenario.PhaseParameter;

/**
 * What was paid to date of what is added later: what is added at t is paid evenly over [t − lead,
 * t], so that by t it is (1 / lead) ∫ from t to t + lead of (GPUs added up to u) du.
 *
 * <p>What is there at the first node was paid before.
 */
final class Payments {
  private Payments() {}

  /**
   * Writes the GPUs of a phase that are paid to date at every node of the horizon into {@link
   * Workings#paid}.
   *
   * @param lead of the part that is paid: of hardware, which is added again and again, or of the
   *     building, which is added for the most that there ever was
   */
  static void toDate(Workings w, int p, PhaseParameter lead) {
    double days = w.phases[p].get(lead);
    boolean again = lead == PhaseParameter.COMPUTE_LEAD;
    double[] paid = w.paid;
    if (!(days > 0)) {
      for (int k = 0; k < w.nodes; k++) {
        paid[k] = toDate(w, p, k, again);
      }
      return;
    }
    double[] integral = w.integral;
    integral[0] = 0;
    for (int k = 1; k < w.evaluated; k++) {
      double trapezoid = (toDate(w, p, k, again) + toDate(w, p, k - 1, again)) / 2;
      integral[k] = integral[k - 1] + trapezoid * (w.time[k] - w.time[k - 1]);
    }
    int after = 0;
    for (int k = 0; k < w.nodes; k++) {
      double until = w.time[k] + days;
      while (after < w.evaluated && w.time[after] < until) {
        after++;
      }
      paid[k] = (integralUpTo(w, p, until, after, again) - integral[k]) / days;
    }
  }

  /** Returns ∫ GPUs added to date from the first node up to an instant. */
  private static double integralUpTo(Workings w, int p, double instant, int after, boolean again) {
    int last = w.evaluated - 1;
    if (after > last) {
      return w.integral[last] + toDate(w, p, last, again) * (instant - w.time[last]);
    }
    if (w.time[after] == instant) {
      return w.integral[after];
    }
    double from = w.time[after - 1];
    double before = toDate(w, p, after - 1, again);
    double share = (instant - from) / (w.time[after] - from);
    double there = before + share * (toDate(w, p, after, again) - before);
    return w.integral[after - 1] + (before + there) / 2 * (instant - from);
  }

  private static double toDate(Workings w, int p, int node, boolean again) {
    return again ? w.addedToDate(p, node) : w.housedToDate(p, node);
  }
}
