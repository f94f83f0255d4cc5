package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.Bands;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.result.PeriodValues;

/** The metrics of one scenario by period. */
final class Timeline {
  private final Projection projection;
  private final Optional<Bands> bands;
  private final List<PeriodValues> rows = new ArrayList<>();

  Timeline(ProjectedScenario scenario, ProjectView view, Period by) {
    this.projection = scenario.projected().projection();
    this.bands =
        scenario.drawn().isPresent()
            ? Optional.of(scenario.drawn().get().bands())
            : Optional.empty();
    double previous = projection.horizon().start();
    for (LocalDate end : projection.horizon().periodEnds(by)) {
      if (view.at().isEmpty() && view.isBetween(end)) {
        rows.add(new Row(previous, end));
      }
      previous = Instants.endOf(end);
    }
    if (view.at().isPresent() && projection.horizon().contains(Instants.endOf(view.at().get()))) {
      rows.add(new Row(projection.horizon().start(), view.at().get()));
    }
  }

  /** Returns a row a period. */
  List<PeriodValues> rows() {
    return rows;
  }

  /** One period: flows are summed since the instant after which it begins. */
  private final class Row implements PeriodValues {
    private final double after;
    private final LocalDate end;

    Row(double after, LocalDate end) {
      this.after = after;
      this.end = end;
    }

    @Override
    public LocalDate end() {
      return end;
    }

    @Override
    public double value(Metric metric) {
      double instant = Instants.endOf(end);
      return metric.kind() == Metric.Kind.FLOW
          ? projection.flow(metric, after, instant)
          : projection.at(metric, Basis.FACILITY, instant);
    }

    @Override
    public double quantile(Metric metric, int percentile) {
      return bands.orElseThrow().quantile(metric, end, percentile);
    }

    @Override
    public double quantileError(Metric metric, int percentile) {
      return bands.orElseThrow().quantileError(metric, end, percentile);
    }

    @Override
    public Optional<String> word(Metric metric) {
      return projection.bindingConstraint(Instants.endOf(end));
    }
  }
}
