package org.stargatecalc.analysis.explain;

import java.time.LocalDate;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;

/**
 * The number that is asked about: a metric at the end of a day.
 *
 * @param metric which; a flow is its sum since the start of the horizon
 * @param basis the power basis; {@code FACILITY} for a metric that has none
 * @param date the day
 */
public record Asked(Metric metric, Basis basis, LocalDate date) {
  /** Returns the instant at which the day ends. */
  public double instant() {
    return Instants.endOf(date);
  }

  /** Returns the number; NaN where it is undefined. */
  public double in(Projection projection) {
    return metric.kind() == Metric.Kind.FLOW
        ? projection.flow(metric, projection.horizon().start(), instant())
        : projection.at(metric, basis, instant());
  }

  Span span(Projection projection) {
    return metric.kind() == Metric.Kind.FLOW
        ? Span.flow(projection, projection.horizon().start(), instant())
        : Span.at(projection, instant());
  }

  Formula formula() {
    return metric.formula(basis);
  }
}
