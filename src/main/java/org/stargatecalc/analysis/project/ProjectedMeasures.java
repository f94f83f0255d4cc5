package org.stargatecalc.analysis.project;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.result.Estimate;
import org.stargatecalc.result.Measures;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Statistic;

/** The metrics of a projection at any date of its horizon. */
final class ProjectedMeasures implements Measures {
  private final Projection projection;

  ProjectedMeasures(Projection projection) {
    this.projection = projection;
  }

  @Override
  public Estimate measure(Metric metric, Statistic statistic, Moment moment)
      throws NotMeasuredException {
    double end = inside(moment.end());
    if (statistic.kind() != Statistic.Kind.CENTRAL) {
      throw new NotMeasuredException(
          statistic.id() + "(" + metric.id() + ") needs draws, and there are none");
    }
    if (metric.kind() != Metric.Kind.FLOW) {
      return Estimate.exact(projection.at(metric, Basis.FACILITY, end));
    }
    double start = projection.horizon().start();
    double after = moment.after().map(Instants::endOf).orElse(start);
    return Estimate.exact(projection.flow(metric, Math.max(start, after), end));
  }

  @Override
  public Optional<String> word(Metric metric, LocalDate date) throws NotMeasuredException {
    return projection.bindingConstraint(inside(date));
  }

  private double inside(LocalDate date) throws NotMeasuredException {
    Horizon horizon = projection.horizon();
    double end = Instants.endOf(date);
    if (end <= horizon.start() || end > horizon.end()) {
      throw new NotMeasuredException(
          date + " is outside the horizon, " + horizon.from() + " to " + horizon.to());
    }
    return end;
  }
}
