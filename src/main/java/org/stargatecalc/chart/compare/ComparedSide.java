package org.stargatecalc.chart.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.Statistic;

/**
 * One side of a comparison as it is drawn.
 *
 * @param name what the legend calls it
 * @param result what it says
 */
record ComparedSide(String name, Result result) {
  /** Returns the ends of the months, or years, of its horizon. */
  List<LocalDate> ends(Period period) {
    return result.horizon().periodEnds(period);
  }

  /** Returns a stock at the end of each month; of a saved result where it has a row. */
  List<Mark.Point> path(Metric metric) {
    List<Mark.Point> points = new ArrayList<>();
    for (LocalDate end : ends(Period.MONTH)) {
      measured(metric, Moment.upTo(end))
          .ifPresent(value -> points.add(new Mark.Point(Instants.endOf(end), value)));
    }
    return points;
  }

  /** Returns a flow over a calendar year as far as the horizon has it; empty outside. */
  Optional<Double> inYear(Metric metric, int year) {
    for (LocalDate end : ends(Period.YEAR)) {
      if (end.getYear() == year) {
        LocalDate before = LocalDate.of(year - 1, 12, 31);
        boolean isFirst = before.isBefore(result.horizon().from());
        return measured(metric, isFirst ? Moment.upTo(end) : new Moment(Optional.of(before), end));
      }
    }
    return Optional.empty();
  }

  /** Returns a metric's central case; empty where the result does not say. */
  private Optional<Double> measured(Metric metric, Moment moment) {
    try {
      return Optional.of(result.measures().measure(metric, Statistic.CENTRAL, moment).value());
    } catch (NotMeasuredException saysNothing) {
      return Optional.empty();
    }
  }
}
