package org.stargatecalc.chart.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
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
 * @param recorded the record of the one site that the scenario has; empty for several sites, or one
 *     that is not recorded
 */
record DrawnScenario(Projected projected, Optional<Drawn> drawn, Optional<Site> recorded) {
  /** Finds the record of a scenario's site. */
  static DrawnScenario of(Projected projected, Optional<Drawn> drawn, SiteRecord record) {
    Set<String> sites = new LinkedHashSet<>();
    for (PhaseSpec phase : projected.spec().phases()) {
      sites.add(phase.site());
    }
    return new DrawnScenario(
        projected,
        drawn,
        sites.size() == 1 ? record.site(sites.iterator().next()) : Optional.empty());
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

  /**
   * Returns what the newest vintage records of the site's power, GW, on a stretch of time: what it
   * says happened, or what it expects.
   */
  List<Mark.Point> recorded(SiteCapacity.Kind kind, Basis basis, Axis.Days days) {
    List<Mark.Point> points = new ArrayList<>();
    if (recorded.isEmpty()) {
      return points;
    }
    Site site = recorded.get();
    for (SiteCapacity point : site.capacity()) {
      boolean newest = point.vintage().equals(site.vintage());
      double mw = (basis == Basis.IT ? point.itMw() : point.facilityMw()).orElse(Double.NaN);
      double instant = Instants.endOf(point.date());
      if (newest && point.kind() == kind && !Double.isNaN(mw) && days.contains(instant)) {
        points.add(new Mark.Point(instant, mw / 1000));
      }
    }
    return points;
  }

  /** Adds what is recorded of the site to marks, and its credit to notes. */
  void addRecord(Basis basis, Axis.Days days, List<Mark> marks, List<String> notes) {
    List<Mark.Point> happened = recorded(SiteCapacity.Kind.ESTIMATED, basis, days);
    List<Mark.Point> expected = recorded(SiteCapacity.Kind.FORECAST, basis, days);
    if (!happened.isEmpty()) {
      marks.add(new Mark.Dots("recorded", 1, Mark.Shape.DISC, happened));
    }
    if (!expected.isEmpty()) {
      marks.add(new Mark.Dots("expected by the record", 1, Mark.Shape.RING, expected));
    }
    if (recorded.isPresent() && !(happened.isEmpty() && expected.isEmpty())) {
      notes.add(
          "Record: "
              + recorded.get().name()
              + ", Epoch AI, Frontier Data Centers, CC BY 4.0, "
              + recorded.get().vintage().map(day -> "vintage of " + day).orElse("announced")
              + ".");
    }
  }
}
