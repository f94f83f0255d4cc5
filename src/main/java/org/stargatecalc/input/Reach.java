package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.TreePath;

/**
 * Warns of a value laid on at the top or at a site that most phases never see, since nearer ones
 * win.
 */
final class Reach {
  private Reach() {}

  static void warn(ScenarioSpec spec, List<OpenScenario.Laid> laid, Problems problems) {
    for (OpenScenario.Laid one : laid) {
      TreePath path = one.path();
      boolean atSite = path.key(0).equals("sites");
      int levels = atSite ? 2 : 0;
      if (path.key(0).equals("phases") || path.steps().size() <= levels) {
        continue;
      }
      TreePath key = path.from(levels);
      List<PhaseSpec> covered = covered(spec, atSite ? path.key(1) : "");
      int reached = 0;
      int outdone = 0;
      for (PhaseSpec phase : covered) {
        if (isReached(phase, path.toString())) {
          reached++;
        } else if (isOutdone(phase, key.toString(), atSite)) {
          outdone++;
        }
      }
      if (outdone > reached) {
        String phases = covered.size() == 1 ? "1 phase" : covered.size() + " phases";
        String everywhere = (atSite ? "phases.*." : "**.") + key;
        problems.warning(
            one.location(),
            path.toString(),
            "reaches "
                + reached
                + " of "
                + phases
                + ", since nearer values win; "
                + everywhere
                + (reached == 0 ? " would" : " reaches the others"));
      }
    }
  }

  /** Returns the phases that a value at a site, or at the top, is for. */
  private static List<PhaseSpec> covered(ScenarioSpec spec, String site) {
    List<PhaseSpec> covered = new ArrayList<>();
    for (PhaseSpec phase : spec.phases()) {
      boolean isHere = site.isEmpty() || phase.site().equals(site);
      if (isHere && phase.refresh().generation() == 0) {
        covered.add(phase);
      }
    }
    return covered;
  }

  private static boolean isReached(PhaseSpec phase, String path) {
    for (Assumption assumption : all(phase)) {
      if (isOf(assumption.declaredAt(), path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutdone(PhaseSpec phase, String key, boolean atSite) {
    String used = "phases." + phase.id() + "." + key;
    for (Assumption assumption : all(phase)) {
      boolean isNearer =
          assumption.origin() == Origin.GIVEN || (assumption.origin() == Origin.SITE && !atSite);
      if (isNearer && isOf(assumption.path(), used)) {
        return true;
      }
    }
    return false;
  }

  private static List<Assumption> all(PhaseSpec phase) {
    List<Assumption> all = new ArrayList<>(phase.labels());
    all.addAll(phase.parameters().values());
    return all;
  }

  /** Whether a value is that of a path, or a part of it such as a step or a share. */
  private static boolean isOf(String value, String path) {
    return value.equals(path) || value.startsWith(path + ".");
  }
}
