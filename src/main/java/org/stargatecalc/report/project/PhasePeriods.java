package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.PhaseItem;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.result.PhaseValues;
import org.stargatecalc.scenario.Phase;

/** Each phase, or each site, by period. */
final class PhasePeriods {
  private final Projection projection;
  private final List<PhaseValues> rows = new ArrayList<>();

  private PhasePeriods(ProjectedScenario scenario, ProjectView view, boolean bySite) {
    this.projection = scenario.projected().projection();
    Map<String, List<Phase>> groups = new LinkedHashMap<>();
    for (Phase phase : scenario.projected().scenario().phases()) {
      String id = bySite ? phase.spec().site() : phase.spec().id();
      groups.computeIfAbsent(id, g -> new ArrayList<>()).add(phase);
    }
    double start = projection.horizon().start();
    for (List<Phase> phases : groups.values()) {
      Optional<String> id = bySite ? Optional.empty() : Optional.of(phases.get(0).spec().id());
      double previous = start;
      for (LocalDate end : projection.horizon().periodEnds(view.period())) {
        if (view.at().isEmpty() && view.isBetween(end)) {
          rows.add(new Row(phases, id, previous, end));
        }
        previous = Instants.endOf(end);
      }
      if (view.at().isPresent() && projection.horizon().contains(Instants.endOf(view.at().get()))) {
        rows.add(new Row(phases, id, start, view.at().get()));
      }
    }
  }

  static List<PhaseValues> phases(ProjectedScenario scenario, ProjectView view) {
    return new PhasePeriods(scenario, view, false).rows;
  }

  static List<PhaseValues> sites(ProjectedScenario scenario, ProjectView view) {
    return new PhasePeriods(scenario, view, true).rows;
  }

  /** A period: of a flow, what was there when the horizon began belongs to the first. */
  private final class Row implements PhaseValues {
    private final List<Phase> phases;
    private final Optional<String> id;
    private final double after;
    private final LocalDate end;

    Row(List<Phase> phases, Optional<String> id, double after, LocalDate end) {
      this.phases = phases;
      this.id = id;
      this.after = after;
      this.end = end;
    }

    @Override
    public Optional<String> phase() {
      return id;
    }

    @Override
    public String site() {
      return phases.get(0).spec().site();
    }

    @Override
    public LocalDate end() {
      return end;
    }

    @Override
    public double value(PhaseItem item) {
      double sum = 0;
      for (Phase phase : phases) {
        sum += projection.at(item, phase, Instants.endOf(end));
        if (item.isFlow() && after > projection.horizon().start()) {
          sum -= projection.at(item, phase, after);
        }
      }
      return sum;
    }
  }
}
