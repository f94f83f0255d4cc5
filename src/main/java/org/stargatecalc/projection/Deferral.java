package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.curve.Curve;

/**
 * What delays and constraints put off: ∫ (plan without delays − installed) × 24 h.
 *
 * <p>The plan without delays may bend between nodes, so each interval is cut at its bends; a plan
 * that is on time gives exactly 0.
 */
final class Deferral {
  private static final int ALL = -1;
  private static final double ROUNDING = 1e-12;

  private Deferral() {}

  /**
   * Adds up the deferred GPU-hours of a phase since the grid point before.
   *
   * @param target receives them
   */
  static void addUp(Grid g, int p, double[] target) {
    addUp(g, p, ALL, target);
  }

  /**
   * Adds up the deferred GPU-hours of a phase in one of its epochs since the grid point before.
   *
   * @param epoch in which they count, {@link #ALL} for all of them
   * @param target receives them
   */
  static void addUp(Grid g, int p, int epoch, double[] target) {
    Arrays.fill(target, 0, g.size, 0);
    Workings w = g.w;
    Phase phase = w.phases[p];
    if (phase.root() != phase || w.coveredPhase[p] != Workings.NONE) {
      return;
    }
    boolean isAsPlanned = true;
    boolean hasFamily = false;
    for (int m = p; m < w.phases.length && w.phases[m].root() == phase; m++) {
      hasFamily |= m > p;
      isAsPlanned &=
          w.isFree || Arrays.equals(w.planned[m], 0, w.nodes, w.installed[m], 0, w.nodes);
    }
    double[] installed = hasFamily ? family(w, p) : w.installed[p];
    if (!phase.isDelayed() && isAsPlanned) {
      return;
    }
    Curve plan = phase.undelayed();
    double[] bends = new double[phase.isDelayed() ? plan.kinkCount() : 0];
    if (phase.isDelayed()) {
      plan.kinks(bends, 0, 0);
      Arrays.sort(bends);
    }
    double[] undelayed = w.scratch;
    int first = plan.before(w.time, w.nodes);
    int level = Math.min(Math.max(first, plan.after(w.time, w.nodes)), w.nodes - 1);
    plan.write(w.time, first, Math.max(first, level + 1), undelayed);
    if (first > 0) {
      undelayed[first - 1] = 0;
    }
    double whole = first < w.nodes ? undelayed[level] : 0;
    // Before the plan begins and once it is installed whole, nothing is deferred.
    int last = !hasFamily && installed[w.nodes - 1] == whole ? w.last[p] : w.nodes - 1;
    if (level < last) {
      Arrays.fill(undelayed, level, last + 1, whole);
    }
    int k = Math.max(1, first);
    for (int j = 0; j < g.size; j++) {
      for (int end = Math.min(last, g.node[j]); k <= end; k++) {
        if (w.isCrowded && epoch == ALL && level < k && k < w.first[p]) {
          // all of it is planned and none is there: one span of time, whatever others do in it
          int until = Math.min(end, w.first[p] - 1);
          target[j] += Durations.HOURS_PER_DAY * whole * (w.time[until] - w.time[k - 1]);
          k = until;
          continue;
        }
        if (epoch == ALL || w.epoch(p, k) == epoch) {
          double there =
              k < w.first[p]
                  ? 0
                  : (w.time[k] - w.time[k - 1]) * (installed[k - 1] + installed[k]) / 2;
          target[j] += Durations.HOURS_PER_DAY * gpuDays(w, there, plan, k, undelayed, bends);
        }
      }
    }
  }

  /** What a phase and its later generations have together, in its own GPUs. */
  private static double[] family(Workings w, int p) {
    for (int k = 0; k < w.nodes; k++) {
      w.paid[k] = w.ofFamily(p, k);
    }
    return w.paid;
  }

  private static double gpuDays(
      Workings w, double there, Curve plan, int k, double[] undelayed, double[] bends) {
    double from = w.time[k - 1];
    double to = w.time[k];
    double planned = 0;
    double left = from;
    double leftCount = undelayed[k - 1];
    boolean mayBend = bends.length > 0 && bends[0] < to && bends[bends.length - 1] > from;
    for (int i = 0; mayBend && i < bends.length; i++) {
      double bend = bends[i];
      if (bend > left && bend < to) {
        double count = plan.at(bend);
        planned += (bend - left) * (leftCount + count) / 2;
        left = bend;
        leftCount = count;
      }
    }
    planned += (to - left) * (leftCount + undelayed[k]) / 2;
    double deferred = planned - there;
    // what several generations have together is the plan but for rounding
    return Math.abs(deferred) <= ROUNDING * planned ? 0 : deferred;
  }
}
