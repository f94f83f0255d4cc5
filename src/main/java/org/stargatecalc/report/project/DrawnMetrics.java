package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;

/**
 * The metrics that were asked for in every draw, at one date or at the end of each period.
 *
 * <p>A draw keeps only what its claims ask; these are projected anew, draw by draw, by the same
 * engine.
 */
final class DrawnMetrics {
  private final List<Metric> metrics;
  private final List<LocalDate> ends = new ArrayList<>();
  private final List<Double> starts = new ArrayList<>();
  private final ScenarioResolver resolver;
  private final Scenario scenario;
  private final ProjectionEngine engine;
  private final double[] values;
  private int projectedDraw = -1;

  DrawnMetrics(ProjectedScenario projected, ProjectView view) {
    this.metrics = ProjectView.numeric(view.metrics());
    double start = projected.projected().projection().horizon().start();
    if (view.at().isPresent()) {
      ends.add(view.at().get());
      starts.add(start);
    } else {
      double after = start;
      for (LocalDate end : projected.projected().projection().horizon().periodEnds(view.period())) {
        if (view.isBetween(end)) {
          ends.add(end);
          starts.add(after);
        }
        after = Instants.endOf(end);
      }
    }
    this.resolver = new ScenarioResolver(projected.projected().spec());
    this.scenario = resolver.central();
    this.engine =
        new ProjectionEngine(scenario, ends.stream().mapToDouble(Instants::endOf).toArray());
    this.values = new double[metrics.size() * ends.size()];
  }

  /** Returns the names of the columns: the metric, then the date. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (Metric metric : metrics) {
      for (LocalDate end : ends) {
        columns.add(metric.id() + "@" + end);
      }
    }
    return columns;
  }

  /** Returns the value of a column in a draw, whose inputs are given. */
  double value(int draw, double[] inputs, int column) {
    if (projectedDraw != draw) {
      resolver.resolve(inputs, scenario);
      Projection projection = engine.project();
      int next = 0;
      for (Metric metric : metrics) {
        for (int i = 0; i < ends.size(); i++) {
          double end = Instants.endOf(ends.get(i));
          values[next++] =
              metric.kind() == Metric.Kind.FLOW
                  ? projection.flow(metric, starts.get(i), end)
                  : projection.at(metric, Basis.FACILITY, end);
        }
      }
      projectedDraw = draw;
    }
    return values[column];
  }
}
