package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.analysis.explain.Explained.How;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.FormulaText;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;

/** Formulas that look for the largest site or training system, at one node. */
final class GroupExplainer {
  private final Scenario scenario;
  private final FormulaExplainer formulas;

  GroupExplainer(Scenario scenario, FormulaExplainer formulas) {
    this.scenario = scenario;
    this.formulas = formulas;
  }

  Explained largest(Formula.LargestGroup largest, String name, String unit, Span span) {
    List<Explained> groups =
        new ArrayList<>(groups(largest, largest.perGpu(), unit, span).values());
    double most = 0;
    for (Explained group : groups) {
      most = Math.max(most, group.value());
    }
    return Explained.of(
        How.LARGEST,
        name,
        unit,
        most,
        FormulaText.of(largest),
        FormulaExplainer.largestFirst(groups));
  }

  Explained inLargest(Formula.InLargestGroup in, String name, String unit, Span span) {
    Map<String, Explained> ranked = groups(in.largest(), in.largest().perGpu(), "", span);
    String first = "";
    double most = 0;
    for (Map.Entry<String, Explained> group : ranked.entrySet()) {
      if (group.getValue().value() > most) {
        most = group.getValue().value();
        first = group.getKey();
      }
    }
    String formula = FormulaText.of(in);
    Explained group =
        first.isEmpty() ? null : groups(in.largest(), in.perGpu(), unit, span).get(first);
    if (group == null) {
      return Explained.of(How.RESULT, name, unit, 0, formula, new ArrayList<>(ranked.values()));
    }
    return Explained.of(How.SUM, name, unit, group.value(), formula, List.of(group));
  }

  /** Groups by the name of each, in the order of their first phase. */
  private Map<String, Explained> groups(
      Formula.LargestGroup largest, Quantity perGpu, String unit, Span span) {
    Map<String, List<Explained>> parts = new LinkedHashMap<>();
    for (Phase phase : scenario.phases()) {
      String id = phase.spec().id();
      double spread = phase.get(largest.grouping().count());
      Explained all = formulas.ofPhase(largest.state(), perGpu, phase, id, unit, span);
      if (spread > 1) {
        Explained over = formulas.parameter(largest.grouping().count(), phase);
        all =
            Explained.of(
                How.QUOTIENT,
                id + ", one of " + over.name(),
                unit,
                all.value() / spread,
                "the phase / " + over.name(),
                List.of(all, over));
      }
      String group =
          spread > 1
              ? "phase " + id
              : largest.grouping() == Formula.Grouping.SITE
                  ? "site " + phase.spec().site()
                  : "system " + phase.spec().trainingSystem();
      parts.computeIfAbsent(group, g -> new ArrayList<>()).add(all.ofPhase(id));
    }
    Map<String, Explained> groups = new LinkedHashMap<>();
    parts.forEach(
        (group, phases) ->
            groups.put(
                group,
                Explained.of(
                    How.SUM,
                    group,
                    unit,
                    QuantityExplainer.sum(phases),
                    "Σ of its phases",
                    FormulaExplainer.largestFirst(phases))));
    return groups;
  }
}
