package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
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

  /** What is left by less than this part of the whole is rounding, and the whole is taken. */
  private static final double WHOLE = 1e-12;

  private final Workings w;
  private final List<SharedLimit> limits;

  /** The limits that each phase shares. */
  private final int[][] limitsOf;

  /** What a GPU takes of each limit that its phase shares, in each of its epochs. */
  private final double[][][] need;

  /** The same of a GPU that stands where another stood. */
  private final double[][][] needOfHardware;

  /** How much of each limit is in use, and how much is left. */
  private final double[] used;

  private final double[] room;

  /** What each constraint holds back at a node. */
  private final double[] heldBackWatts;

  /** Whether a constraint holds anything back at the node. */
  private boolean holdsBack;

  private final boolean isRefreshed;

  BuildOut(Workings w) {
    this.w = w;
    this.limits = SharedLimit.of(w.scenario.constraints(), w.phases.length);
    boolean refreshed = false;
    for (Phase phase : w.phases) {
      refreshed |= phase.root() != phase;
    }
    isRefreshed = refreshed;
    limitsOf = new int[w.phases.length][];
    need = new double[w.phases.length][][];
    needOfHardware = new double[w.phases.length][][];
    for (int p = 0; p < w.phases.length; p++) {
      int[] shared = new int[limits.size()];
      int count = 0;
      for (int l = 0; l < shared.length; l++) {
        if (limits.get(l).appliesTo(p)) {
          shared[count++] = l;
        }
      }
      limitsOf[p] = Arrays.copyOf(shared, count);
      int epochs = w.phases[p].epochs().count();
      need[p] = new double[epochs][count];
      needOfHardware[p] = new double[epochs][count];
    }
    used = new double[limits.size()];
    room = new double[limits.size()];
    heldBackWatts = new double[w.scenario.constraints().size()];
  }

  /** Builds out the scenario as it now is. */
  void evaluate() {
    w.isWhole = !w.mayBePartial;
    for (int p = 0; p < w.phases.length; p++) {
      if (w.mayBePartial) {
        between(p);
        continue;
      }
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

  /**
   * Writes what is planned where it changes, just before and at the last node: with many phases
   * nearly all nodes are those of others.
   */
  private void between(int p) {
    double[] planned = w.planned[p];
    Curve plan = w.phases[p].plan();
    int first = plan.before(w.time, w.nodes);
    int last = Math.min(Math.max(first, plan.after(w.time, w.nodes)), w.nodes - 1);
    plan.write(w.time, first, Math.max(first, last + 1), planned);
    w.first[p] = first;
    w.last[p] = last;
    if (first > 0) {
      planned[first - 1] = 0;
    }
    planned[w.nodes - 1] = planned[last];
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
    return before - gpus <= WHOLE * before ? before : Math.max(0, gpus);
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

  /** Notes what a GPU of each phase takes: the same at every node of a draw. */
  private void readNeeds() {
    for (int p = 0; p < w.phases.length; p++) {
      for (int epoch = 0; epoch < need[p].length; epoch++) {
        for (int i = 0; i < limitsOf[p].length; i++) {
          PhaseParameter limited = limits.get(limitsOf[p][i]).limits();
          need[p][epoch][i] = w.phases[p].need(limited, epoch);
          needOfHardware[p][epoch][i] = w.phases[p].needOfHardware(limited, epoch);
        }
      }
    }
  }

  private void install() {
    readNeeds();
    for (SharedLimit limit : limits) {
      limit.read(w.time, w.evaluated);
    }
    // What is held back may be installed as long as there is time.
    Arrays.fill(w.last, w.nodes - 1);
    Arrays.fill(used, 0);
    for (int k = 0; k < w.evaluated; k++) {
      holdsBack = false;
      for (int l = 0; l < room.length; l++) {
        room[l] = limits.get(l).available(k) - used[l];
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
      w.binding[k] = holdsBack ? largest(heldBackWatts) : Workings.NONE;
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
    for (int i = 0; i < limitsOf[p].length && gpus > 0; i++) {
      int l = limitsOf[p][i];
      if (limits.get(l).isFreedByWhatLeaves()) {
        double freed = freed(p, k, i, gpus);
        used[l] -= freed;
        room[l] += freed;
      }
    }
  }

  /** Returns what the GPUs that leave took of a limit when they came: the oldest leave first. */
  private double freed(int p, int k, int i, double gpus) {
    double[][] needs = needOfHardware[p];
    if (!w.changes(p)) {
      return gpus * needs[0][i];
    }
    double to = w.givenBack[p][k];
    double from = to - gpus;
    double freed = 0;
    for (int j = 0; j < k && from < to; j++) {
      double upTo = Math.min(to, w.addedToDate(p, j));
      if (upTo > from) {
        freed += (upTo - from) * needs[epoch(p, j)][i];
        from = upTo;
      }
    }
    return freed;
  }

  private void add(int p, int k) {
    Phase phase = w.phases[p];
    boolean falls = w.falls(p);
    double before = falls ? w.installed[p][k] : k == 0 ? 0 : w.installed[p][k - 1];
    double want = w.planned[p][k] - before;
    if (want <= 0) {
      w.installed[p][k] = want < 0 ? before : w.planned[p][k];
      return;
    }
    // below the most so far the building is there already
    double housed = falls ? housed(p, k) : 0;
    int epoch = epoch(p, k);
    double[] needs = need[p][epoch];
    double[] needsOfHardware = needOfHardware[p][epoch];
    int tightest = tightest(limitsOf[p], k, needs, needsOfHardware, housed);
    double limit =
        tightest == Workings.NONE
            ? Double.POSITIVE_INFINITY
            : roomFor(limitsOf[p][tightest], needs[tightest], needsOfHardware[tightest], housed);
    boolean isHeldBack = limit < want;
    double add = Math.max(0, Math.min(want, limit));
    // Taking the plan itself, not before + want, keeps an unconstrained phase exactly on it.
    w.installed[p][k] = isHeldBack ? before + add : w.planned[p][k];
    if (isHeldBack) {
      if (!holdsBack) {
        Arrays.fill(heldBackWatts, 0);
        holdsBack = true;
      }
      int constraint = limits.get(limitsOf[p][tightest]).scarcest(k);
      heldBackWatts[constraint] += (want - add) * phase.facilityWatts();
    }
    for (int i = 0; i < needs.length && add > 0; i++) {
      int l = limitsOf[p][i];
      double again = Math.min(add, housed);
      take(l, k, again * needsOfHardware[i] + (add - again) * needs[i]);
    }
  }

  /** Takes of a limit; a phase that takes all of it must leave no rounding to the next. */
  private void take(int l, int k, double taken) {
    double available = limits.get(l).available(k);
    double left = room[l] - taken;
    boolean isWhole = Math.abs(left) <= WHOLE * available;
    used[l] = isWhole ? available : used[l] + taken;
    room[l] = isWhole ? 0 : left;
  }

  /** Returns which of the limits of a phase leaves least room, the first of several. */
  private int tightest(
      int[] shared, int k, double[] needs, double[] needsOfHardware, double housed) {
    double limit = Double.POSITIVE_INFINITY;
    int tightest = Workings.NONE;
    double surelyAbove = limit;
    for (int i = 0; i < shared.length; i++) {
      if (housed == 0 && room[shared[i]] > surelyAbove * needs[i]) {
        continue;
      }
      double atMost = roomFor(shared[i], needs[i], needsOfHardware[i], housed);
      boolean isFirst =
          tightest != Workings.NONE
              && limits.get(shared[i]).scarcest(k) < limits.get(shared[tightest]).scarcest(k);
      if (atMost < limit || (atMost == limit && isFirst)) {
        limit = atMost;
        // by more than rounding: what has room for so many leaves more without a division
        surelyAbove = limit + ROUNDING * Math.abs(limit);
        tightest = i;
      }
    }
    return tightest;
  }

  /** Returns for how many more GPUs of a phase the buildings of its generations stand empty. */
  private double housed(int p, int k) {
    Phase first = w.phases[p].root();
    double most = k == 0 ? 0 : w.housed[first.index()][k - 1];
    double empty = Math.max(0, most - w.ofFamily(first.index(), k));
    return empty * first.itWatts() / w.phases[p].itWatts();
  }

  /** Returns how many GPUs a limit leaves room for; infinite if it needs none. */
  private double roomFor(int l, double need, double again, double housed) {
    if (housed > 0) {
      double left = again > 0 ? room[l] - housed * again : room[l];
      if (left <= 0) {
        return again > 0 ? room[l] / again : Double.POSITIVE_INFINITY;
      }
      return need > 0 ? housed + left / need : Double.POSITIVE_INFINITY;
    }
    return need > 0 ? room[l] / need : Double.POSITIVE_INFINITY;
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
