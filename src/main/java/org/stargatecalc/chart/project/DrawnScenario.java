package org.stargatecalc.chart.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.scenario.PhaseSpec;

/**
 * What pictures of a projection are drawn from.
 *
 * @param projected the central case
 * @param drawn what draws gave; empty without
 * @param recorded what is recorded of its sites
 */
record DrawnScenario(Projected projected, Optional<Drawn> drawn, RecordedPoints recorded) {
  /** Finds the record of a scenario's sites. */
  static DrawnScenario of(Projected projected, Optional<Drawn> drawn, SiteRecord record) {
    Set<String> sites = new LinkedHashSet<>();
    for (PhaseSpec phase : projected.spec().phases()) {
      sites.add(phase.site());
    }
    return new DrawnScenario(
        projected, drawn, new RecordedPoints(record, sites, projected.spec().horizon()));
  }

  Projection projection() {
    return projected.projection();
  }

  String title() {
    return projected.spec().title().orElse(projected.spec().name());
  }

  /** Returns the horizon as an axis. */
  Axis.Days days() {
    return new Axis.Days(projection().horizon().start(), projection().horizon().end());
  }

  /** Returns a metric at every node. */
  List<Mark.Point> path(Metric metric, Basis basis) {
    List<Mark.Point> points = new ArrayList<>();
    for (int k = 0; k < projection().nodes(); k++) {
      points.add(new Mark.Point(projection().instant(k), projection().atNode(metric, basis, k)));
    }
    return points;
  }
}
