package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.DrawnMeasures;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Result;

/** Projects scenarios that are compared, all with the same draws. */
final class ComparedRuns {
  private final Settings settings;
  private final boolean point;
  private final Session session;

  /**
   * Creates it.
   *
   * @param settings how draws are made
   * @param point whether there are none
   */
  ComparedRuns(Settings settings, boolean point, Session session) {
    this.settings = settings;
    this.point = point;
    this.session = session;
  }

  /** Returns the results of scenarios in their order, drawn for certain metrics and moments. */
  List<Result> of(List<LoadedScenario> family, List<Metric> metrics, List<Moment> moments) {
    List<DrawPlan> plans =
        DrawPlan.of(
            family.stream().map(LoadedScenario::spec).toList(),
            settings.sampling(),
            settings.seed());
    List<Metric> numeric = metrics.stream().filter(m -> m.kind() != Metric.Kind.TEXT).toList();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      LoadedScenario scenario = family.get(i);
      int same = firstLike(scenario, family);
      if (same < i) {
        results.add(results.get(same));
        continue;
      }
      Result central = Projected.of(scenario.spec(), scenario.claims()).result(scenario.file());
      boolean drawn = !point && scenario.spec().isUncertain();
      results.add(drawn ? draw(scenario, central, plans.get(i), numeric, moments) : central);
    }
    return results;
  }

  /** A file may be there twice, as it is written and with changes laid over it. */
  private static int firstLike(LoadedScenario scenario, List<LoadedScenario> family) {
    int first = 0;
    while (!family.get(first).file().equals(scenario.file())
        || !family.get(first).spec().equals(scenario.spec())) {
      first++;
    }
    return first;
  }

  private Result draw(
      LoadedScenario scenario,
      Result central,
      DrawPlan plan,
      List<Metric> metrics,
      List<Moment> moments) {
    try (ProgressLine progress = new ProgressLine(settings.draws(), "draws", session)) {
      return new DrawnMeasures(
              central.measures(),
              scenario.spec(),
              scenario.claims(),
              metrics,
              moments,
              settings,
              plan,
              progress)
          .addTo(central);
    }
  }
}
