package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.curve.Curve;

/**
 * Installs what is planned as far as the constraints leave room.
 *
 * <p>At each node, phases in file order: {@code want = planned − installed}, {@code add = min(want,
 * room / need)} over the constraints that apply, never negative. What could not be added stays in
 * the backlog; nothing is ever removed. The constraint with the least {@code room / need} binds a
 * phase that gets less than it wants; the fleet's binding constraint is the one that holds back
 * most facility power, the first in the file on a tie.
 */
final class BuildOut {
  private BuildOut() {}

  static void evaluate(Workings w) {
    Phase[] phases = w.phases;
    for (int p = 0; p < phases.length; p++) {
      double[] planned = w.planned[p];
      Curve plan = phases[p].plan();
      int first = plan.before(w.time, w.nodes);
      Arrays.fill(planned, 0, first, 0);
      int level = plan.write(w.time, first, w.nodes, planned);
      w.first[p] = first;
      w.last[p] = Math.min(level, w.nodes - 1);
    }
    if (!w.scenario.constraints().isEmpty()) {
      install(w);
    }
  }

  private static void install(Workings w) {
    Phase[] phases = w.phases;
    List<Constraint> constraints = w.scenario.constraints();
    // What is held back may be installed as long as there is time.
    Arrays.fill(w.last, w.nodes - 1);
    double[] used = new double[constraints.size()];
    double[] room = new double[constraints.size()];
    double[] heldBackWatts = new double[constraints.size()];
    for (int k = 0; k < w.nodes; k++) {
      Arrays.fill(heldBackWatts, 0);
      for (int c = 0; c < room.length; c++) {
        room[c] = constraints.get(c).availableAt(w.time[k]) - used[c];
      }
      for (int p = 0; p < phases.length; p++) {
        Phase phase = phases[p];
        double before = k == 0 ? 0 : w.installed[p][k - 1];
        double want = w.planned[p][k] - before;
        double limit = Double.POSITIVE_INFINITY;
        int tightest = Workings.NONE;
        for (int c = 0; c < room.length; c++) {
          double need =
              constraints.get(c).appliesTo(p) ? phase.need(constraints.get(c).spec().limits()) : 0;
          if (need > 0 && room[c] / need < limit) {
            limit = room[c] / need;
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
            double taken = add * phase.need(constraints.get(c).spec().limits());
            used[c] += taken;
            room[c] -= taken;
          }
        }
      }
      w.binding[k] = largest(heldBackWatts);
    }
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
