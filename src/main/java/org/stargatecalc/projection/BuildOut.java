package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.curve.Curve;

/**
 * Installs what is planned as far as the constraints leave room.
 *
 * <p>At each node every phase first gives back what it has above its plan, which frees levels but
 * not supplies; then, in file order: {@code want = planned − installed}, {@code add = min(want,
 * room / need)} over the constraints that apply, never negative. What could not be added stays in
 * the backlog. The constraint with the least {@code room / need} binds a phase that gets less than
 * it wants; the fleet's binding constraint is the one that holds back most facility power, the
 * first in the file on a tie.
 */
final class BuildOut {
  /** A gap of this part of a plan is none: it comes of adding generations up. */
  private static final double ROUNDING = 1e-9;

  private final Workings w;
  private final List<Constraint> constraints;
  private final double[] used;
  private final double[] room;
  private final double[] heldBackWatts;
  private final boolean isRefreshed;

  BuildOut(Workings w) {
    this.w = w;
    this.constraints = w.scenario.constraints();
    boolean refreshed = false;
    for (Phase phase : w.phases) {
      refreshed |= phase.root() != phase;
    }
    isRefreshed = refreshed;
    used = new double[constraints.size()];
    room = new double[constraints.size()];
    heldBackWatts = new double[constraints.size()];
  }

  /** Builds out the scenario as it now is. */
  void evaluate() {
    for (int p = 0; p < w.phases.length; p++) {
      double[] planned = w.planned[p];
      Curve plan = w.phases[p].plan();
      int first = plan.before(w.time, w.evaluated);
      Arrays.fill(planned, 0, first, 0);
      int level = plan.write(w.time, first, w.evaluated, planned);
      w.first[p] = first;
      w.last[p] = Math.min(level, w.nodes - 1);
      if (w.coveredPhase[p] != Workings.NONE) {
        w.first[p] = 0;
      }
    }
    if (!w.isFree) {
      install();
    } else {
      boolean falls = false;
      for (int p = 0; p < w.phases.length; p++) {
        if (w.falls(p)) {
          follow(p);
          falls = true;
        }
      }
      for (int k = 0; k < w.evaluated && falls; k++) {
        house(k);
      }
    }
  }

  /** A phase that nothing constrains gives back and adds what its plan says. */
  private void follow(int p) {
    double before = 0;
    double givenBack = 0;
    for (int k = 0; k < w.evaluated; k++) {
      double gpus = w.installed[p][k];
      double kept = Math.min(before - replaced(p, k, before), gpus);
      givenBack += before - kept;
      w.givenBack[p][k] = givenBack;
      before = gpus;
    }
  }

  /** Returns how many GPUs newer ones replace since the node before, at most those there are. */
  private double replaced(int p, int k, double before) {
    if (k == 0 || !isRefreshed) {
      return 0;
    }
    Phase phase = w.phases[p];
    double gpus = phase.replaced(w.time[k]) - phase.replaced(w.time[k - 1]);
    return Math.min(before, Math.max(0, gpus));
  }

  /** Notes the most that a phase and its later generations had so far, in its own GPUs. */
  private void house(int k) {
    for (int p = 0; p < w.phases.length; p++) {
      if (w.falls(p)) {
        double most = k == 0 ? 0 : w.housed[p][k - 1];
        boolean isFirst = w.phases[p].root().index() == p;
        w.housed[p][k] = isFirst ? Math.max(most, w.ofFamily(p, k)) : 0;
      }
    }
  }

  private void install() {
    // What is held back may be installed as long as there is time.
    Arrays.fill(w.last, w.nodes - 1);
    Arrays.fill(used, 0);
    for (int k = 0; k < w.evaluated; k++) {
      Arrays.fill(heldBackWatts, 0);
      for (int c = 0; c < room.length; c++) {
        room[c] = constraints.get(c).availableAt(w.time[k]) - used[c];
      }
      for (int p = 0; p < w.phases.length; p++) {
        if (w.falls(p) && w.coveredPhase[p] == Workings.NONE) {
          giveBack(p, k);
        }
      }
      for (int p = 0; p < w.phases.length; p++) {
        if (w.coveredPhase[p] == Workings.NONE) {
          add(p, k);
        }
      }
      cover(k);
      house(k);
      w.binding[k] = largest(heldBackWatts);
    }
  }

  /** After all others, what stands in for them gives back, then adds. */
  private void cover(int k) {
    for (int p = 0; p < w.phases.length; p++) {
      if (w.coveredPhase[p] != Workings.NONE) {
        w.planned[p][k] = gap(p, k);
        giveBack(p, k);
      }
    }
    for (int p = 0; p < w.phases.length; p++) {
      if (w.coveredPhase[p] != Workings.NONE) {
        add(p, k);
      }
    }
  }

  /** Returns what a covering phase has to fill, in its own GPUs. */
  private double gap(int p, int k) {
    Phase cover = w.phases[p];
    double until = cover.get(PhaseParameter.UNTIL);
    double after = Double.isNaN(until) ? 0 : w.time[k] - until - 1;
    if (!cover.isBuilt() || after >= 1) {
      return 0;
    }
    if (after > 0) {
      // the plan at the end of the last day, which is a node, falls evenly within a day
      int end = k;
      while (end > 0 && w.time[end] > until + 1) {
        end--;
      }
      return w.planned[p][end] * (1 - after);
    }
    Phase covered = w.phases[w.coveredPhase[p]];
    double wanted = covered.undelayed().at(w.time[k]);
    double missing = wanted - w.ofFamily(covered.index(), k);
    if (missing <= ROUNDING * wanted) {
      return 0;
    }
    double watts = missing * covered.itWatts();
    return cover.get(PhaseParameter.COVER_SHARE) * watts / cover.itWatts();
  }

  /** Gives back what a phase has above its plan; what it keeps is what is installed so far. */
  private void giveBack(int p, int k) {
    double before = k == 0 ? 0 : w.installed[p][k - 1];
    double kept = Math.min(before - replaced(p, k, before), w.planned[p][k]);
    double gpus = before - kept;
    w.installed[p][k] = kept;
    w.givenBack[p][k] = (k == 0 ? 0 : w.givenBack[p][k - 1]) + gpus;
    for (int c = 0; c < room.length && gpus > 0; c++) {
      Constraint constraint = constraints.get(c);
      if (constraint.appliesTo(p) && constraint.isFreedByWhatLeaves()) {
        PhaseParameter limited = constraint.spec().limits();
        double freed = gpus * w.phases[p].needOfHardware(limited, epoch(p, k));
        used[c] -= freed;
        room[c] += freed;
      }
    }
  }

  private void add(int p, int k) {
    Phase phase = w.phases[p];
    boolean falls = w.falls(p);
    double before = falls ? w.installed[p][k] : k == 0 ? 0 : w.installed[p][k - 1];
    double want = w.planned[p][k] - before;
    // below the most so far the building is there already
    double housed = falls ? housed(p, k, before) : 0;
    int epoch = epoch(p, k);
    double limit = Double.POSITIVE_INFINITY;
    int tightest = Workings.NONE;
    for (int c = 0; c < room.length; c++) {
      double atMost = constraints.get(c).appliesTo(p) ? roomFor(phase, c, housed, epoch) : limit;
      if (atMost < limit) {
        limit = atMost;
        tightest = c;
      }
    }
    boolean heldBack = limit < want;
    double add = Math.max(0, Math.min(want, limit));
    // Taking the plan itself, not before + want, keeps an unconstrained phase exactly on it.
    w.installed[p][k] = heldBack || want < 0 ? before + add : w.planned[p][k];
    if (heldBack) {
      heldBackWatts[tightest] += (want - add) * phase.facilityWatts();
    }
    for (int c = 0; c < room.length; c++) {
      if (add > 0 && constraints.get(c).appliesTo(p)) {
        PhaseParameter limited = constraints.get(c).spec().limits();
        double again = Math.min(add, housed);
        double taken =
            again * phase.needOfHardware(limited, epoch)
                + (add - again) * phase.need(limited, epoch);
        used[c] += taken;
        room[c] -= taken;
      }
    }
  }

  /**
   * Returns for how many more GPUs of a phase there are buildings: a later generation has those of
   * the one before, and what it is about to add is not for the first.
   */
  private double housed(int p, int k, double before) {
    Phase phase = w.phases[p];
    if (phase.root() != phase) {
      return Double.MAX_VALUE;
    }
    double most = k == 0 ? 0 : w.housed[p][k - 1];
    double taken = before;
    for (int g = p + 1; g < w.phases.length && w.phases[g].root() == phase; g++) {
      double due = Math.max(w.installed[g][k], w.planned[g][k]);
      taken += due * w.phases[g].itWatts() / phase.itWatts();
    }
    return Math.max(0, most - taken);
  }

  /** Returns how many GPUs of a phase a constraint leaves room for; infinite if it needs none. */
  private double roomFor(Phase phase, int c, double housed, int epoch) {
    PhaseParameter limited = constraints.get(c).spec().limits();
    double need = phase.need(limited, epoch);
    if (housed > 0) {
      double again = phase.needOfHardware(limited, epoch);
      double left = again > 0 ? room[c] - housed * again : room[c];
      if (left <= 0) {
        return again > 0 ? room[c] / again : Double.POSITIVE_INFINITY;
      }
      return need > 0 ? housed + left / need : Double.POSITIVE_INFINITY;
    }
    return need > 0 ? room[c] / need : Double.POSITIVE_INFINITY;
  }

  private int epoch(int p, int k) {
    return w.changes(p) ? w.epoch(p, k) : 0;
  }

  private static int largest(double[] watts) {
    int index = Workings.NONE;
    double most = 0;
    for (int c = 0; c < watts.length; c++) {
      if (watts[c] > most) {
        most = watts[c];
        index = c;
      }
    }
    return index;
  }
}
