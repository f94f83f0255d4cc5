package org.stargatecalc.report.project.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Scenario;

/** Which phases are one site or one training system. */
final class Groups {
  private Groups() {}

  /**
   * Phases that are one.
   *
   * @param name of the group
   * @param parts by phase over how many equal groups it is spread
   */
  record Group(String name, Map<Phase, Double> parts) {
    /** Returns how much of a phase belongs to it. */
    double share(Phase phase) {
      Double of = parts.get(phase);
      return of == null ? 0 : 1 / of;
    }
  }

  /** Returns the groups, in the order of their first phase; a phase that is spread is its own. */
  static List<Group> of(Formula.Grouping grouping, Scenario scenario) {
    Map<String, Map<Phase, Double>> groups = new LinkedHashMap<>();
    for (Phase phase : scenario.phases()) {
      double parts = phase.get(grouping.count());
      boolean isSite = grouping == Formula.Grouping.SITE;
      String key =
          parts > 1
              ? "of " + phase.spec().refresh().family()
              : isSite ? phase.spec().site() : phase.spec().trainingSystem();
      groups.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(phase, parts);
    }
    List<Group> list = new ArrayList<>();
    groups.forEach((key, parts) -> list.add(new Group(key, parts)));
    return list;
  }
}
