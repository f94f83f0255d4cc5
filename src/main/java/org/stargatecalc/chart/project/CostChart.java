package org.stargatecalc.chart.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.projection.Projection;

/** What is spent by calendar year, stacked by what for. */
final class CostChart {
  private static final double INSET = 0.15;

  private final DrawnScenario scenario;
  private final Projection projection;
  private final List<LocalDate> ends;

  CostChart(DrawnScenario scenario) {
    this.scenario = scenario;
    this.projection = scenario.projection();
    this.ends = projection.horizon().periodEnds(Period.YEAR);
  }

  /** Returns the chart, none where nothing is paid. */
  List<Chart> charts() {
    double start = projection.horizon().start();
    double end = projection.horizon().end();
    double total = projection.flow(Metric.TOTAL_COST_USD_BN, start, end);
    List<Mark> marks = new ArrayList<>();
    NumberAxis height = new NumberAxis();
    double[] below = new double[ends.size()];
    List<Metric> parts = new ArrayList<>();
    for (Metric part : parts()) {
      if (projection.flow(part, start, end) != 0) {
        parts.add(part);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      double[] values = byYear(parts.get(i));
      for (int year = 0; year < values.length; year++) {
        double above = below[year] + values[year];
        height.with(above);
        if (values[year] != 0) {
          marks.add(
              new Mark.Box(
                  name(parts.get(i)),
                  i,
                  false,
                  new Mark.Point(year + INSET, below[year]),
                  new Mark.Point(year + 1 - INSET, above)));
        }
        below[year] = above;
      }
    }
    if (marks.isEmpty()) {
      return List.of();
    }
    addCapex(marks, height);
    String said =
        ChartText.quantity(total, MetricUnit.USD_BN)
            + " from "
            + projection.horizon().from()
            + " to "
            + projection.horizon().to()
            + (scenario.drawn().isPresent() ? ", central case." : ".");
    return List.of(
        new Chart(
            "Cost by year",
            said,
            "Cost of "
                + scenario.title()
                + " by calendar year in constant 2025 US dollars, stacked by what is paid for: "
                + said,
            new Axis.Columns(
                "", ends.stream().map(day -> Integer.toString(day.getYear())).toList()),
            height.of("constant 2025 dollars", MetricUnit.USD_BN),
            marks,
            List.of()));
  }

  /** Where capex is paid before what it pays for is there, costs add up with what is spent. */
  private List<Metric> parts() {
    List<Metric> parts = new ArrayList<>();
    if (scenario.projected().scenario().mayLead()) {
      parts.add(Metric.SPEND_USD_BN);
    } else {
      parts.add(Metric.COMPUTE_CAPEX_USD_BN);
      parts.add(Metric.FACILITY_CAPEX_USD_BN);
      parts.add(Metric.GENERATION_CAPEX_USD_BN);
    }
    parts.add(Metric.ENERGY_COST_USD_BN);
    parts.add(Metric.OPEX_USD_BN);
    parts.add(Metric.LEASE_COST_USD_BN);
    parts.add(Metric.OFFTAKE_COST_USD_BN);
    return parts;
  }

  /** What came into service each year, which is not what was spent in it. */
  private void addCapex(List<Mark> marks, NumberAxis height) {
    if (scenario.projected().scenario().mayLead()) {
      List<Mark.Point> points = new ArrayList<>();
      double[] capex = byYear(Metric.CAPEX_USD_BN);
      for (int year = 0; year < capex.length; year++) {
        points.add(new Mark.Point(year + 0.5, capex[year]));
        height.with(capex[year]);
      }
      marks.add(
          new Mark.Dots("capex of what came into service", Mark.GREY, Mark.Shape.DIAMOND, points));
    }
  }

  private double[] byYear(Metric metric) {
    double[] values = new double[ends.size()];
    double after = projection.horizon().start();
    for (int year = 0; year < values.length; year++) {
      double upTo = Instants.endOf(ends.get(year));
      values[year] = projection.flow(metric, after, upTo);
      after = upTo;
    }
    return values;
  }

  private static String name(Metric metric) {
    return switch (metric) {
      case SPEND_USD_BN -> "spent on capex";
      case COMPUTE_CAPEX_USD_BN -> "compute";
      case FACILITY_CAPEX_USD_BN -> "facility";
      case GENERATION_CAPEX_USD_BN -> "generation";
      case ENERGY_COST_USD_BN -> "energy";
      case OPEX_USD_BN -> "other opex";
      default -> metric.label();
    };
  }
}
