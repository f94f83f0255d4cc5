package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * How a number of a scenario's central case comes about.
 *
 * @param spec the scenario
 * @param asked the number
 * @param tree the number with its parts
 * @param influences the inputs that move it, the strongest first
 */
public record Explanation(
    ScenarioSpec spec, Asked asked, Explained tree, List<Influence> influences) {
  /** Copies the list. */
  public Explanation {
    influences = List.copyOf(influences);
  }

  /**
   * Explains a number.
   *
   * @param claims those of the scenario, on whose deadlines the projection has nodes
   */
  public static Explanation of(ScenarioSpec spec, List<Claim> claims, Asked asked) {
    double[] deadlines = claims.stream().mapToDouble(Claim::deadline).toArray();
    return new Explanation(
        spec, asked, tree(spec, deadlines, asked), new Influences(spec, asked, deadlines).all());
  }

  /** Returns the tree of a number alone. */
  public static Explained tree(ScenarioSpec spec, double[] deadlines, Asked asked) {
    Scenario central = new ScenarioResolver(spec).central();
    Projection projection = ProjectionEngine.project(central, deadlines);
    return new FormulaExplainer(spec, central, projection)
        .of(
            asked.formula(),
            asked.metric().label(),
            asked.metric().unit().symbol(),
            asked.span(projection));
  }

  /** Returns the influences of numbers, or of dates. */
  public List<Influence> influences(boolean ofDates) {
    List<Influence> some = new ArrayList<>();
    for (Influence influence : influences) {
      if (influence.isDate() == ofDates) {
        some.add(influence);
      }
    }
    return some;
  }

  /** Returns this explanation with the parts of other phases than one folded. */
  public Explanation onlyOf(Optional<String> phase) {
    return phase.isEmpty()
        ? this
        : new Explanation(spec, asked, tree.onlyOf(phase.get()), influences);
  }
}
