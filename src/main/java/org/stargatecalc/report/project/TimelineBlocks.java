package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.result.PeriodValues;
import org.stargatecalc.result.Statistic;

/** The metrics by period and their quantiles, for people. */
final class TimelineBlocks {
  private static final int ALWAYS_SHOWN = 6;
  private static final int MOST_QUANTILES = 6;

  /** Shown by period: what was built and what was spent; the rest is in the data formats. */
  private static final List<Metric> TIMELINE =
      List.of(
          Metric.FACILITY_POWER_GW,
          Metric.IT_POWER_GW,
          Metric.LARGEST_SITE_GW,
          Metric.LARGEST_TRAINING_SYSTEM_GW,
          Metric.GPU_COUNT,
          Metric.CUMULATIVE_CAPEX_USD_BN,
          Metric.H100_EQUIVALENTS,
          Metric.ENERGY_TWH,
          Metric.ANNUALIZED_COST_USD_BN);

  static final List<Metric> BANDED =
      List.of(
          Metric.FACILITY_POWER_GW,
          Metric.LARGEST_TRAINING_SYSTEM_GW,
          Metric.CUMULATIVE_CAPEX_USD_BN);

  private final ProjectedScenario scenario;
  private final ProjectView view;
  private final List<Block> blocks;

  TimelineBlocks(ProjectedScenario scenario, ProjectView view, List<Block> blocks) {
    this.scenario = scenario;
    this.view = view;
    this.blocks = blocks;
  }

  void timeline() {
    blocks.add(new Block.Heading(2, "Timeline"));
    List<Metric> metrics =
        view.metrics().isEmpty() ? TIMELINE : ProjectView.numeric(view.metrics());
    FoldedPeriods periods =
        new FoldedPeriods(
            new Timeline(scenario, view, view.periodForPeople()).rows(),
            view.at().isEmpty() && view.periodForPeople() == Period.YEAR,
            view.folding());
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words(periods.title()));
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = metrics.get(i);
      boolean always = !view.metrics().isEmpty() || i < ALWAYS_SHOWN;
      columns.add(new Block.Column(metric.heading(), unit(metric), true, always ? 0 : i));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (FoldedPeriods.Span span : periods.spans(metrics, List.of())) {
      PeriodValues period = span.last();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(span.words()));
      for (Metric metric : metrics) {
        cells.add(Cell.number(period.value(metric), Display.of(metric)));
      }
      rows.add(cells);
    }
    blocks.add(new Block.Table(columns, rows));
    if (scenario.drawn().isPresent()) {
      bands(scenario.drawn().get(), metrics, periods);
    }
    if (metrics.contains(Metric.H100_EQUIVALENTS) && view.folding() == Folding.IN_FULL) {
      blocks.add(
          new Block.Paragraph(
              "H100e: dense FP8 rate / 1,979 TFLOP/s, or dense bf16 rate / 989.4 TFLOP/s for a"
                  + " chip without a published FP8 rate."));
    }
  }

  /** The quantiles of what matters most; those of all metrics are in the data formats. */
  private void bands(Drawn drawn, List<Metric> metrics, FoldedPeriods periods) {
    String heading = "Quantiles over all draws";
    if (view.metrics().isEmpty()) {
      blocks.add(new Block.Heading(3, heading));
      bands(drawn, periods, BANDED, 1);
      return;
    }
    // What was asked for is shown whatever the width: a table of few columns after another.
    int together = Math.max(1, MOST_QUANTILES / drawn.settings().percentiles().size());
    for (int from = 0; from < metrics.size(); from += together) {
      blocks.add(new Block.Heading(3, from == 0 ? heading : heading + ", continued"));
      bands(drawn, periods, metrics.subList(from, Math.min(from + together, metrics.size())), 0);
    }
  }

  private void bands(Drawn drawn, FoldedPeriods periods, List<Metric> metrics, int step) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words(periods.title()));
    int priority = 0;
    for (Metric metric : metrics) {
      for (int percentile : drawn.settings().percentiles()) {
        columns.add(
            new Block.Column(
                metric.heading() + " " + Statistic.percentile(percentile).id(),
                unit(metric),
                true,
                priority));
      }
      priority += step;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (FoldedPeriods.Span span : periods.spans(metrics, drawn.settings().percentiles())) {
      PeriodValues period = span.last();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(span.words()));
      for (Metric metric : metrics) {
        for (int percentile : drawn.settings().percentiles()) {
          cells.add(
              Cell.estimate(
                  period.quantile(metric, percentile),
                  Display.of(metric),
                  period.quantileError(metric, percentile)));
        }
      }
      rows.add(cells);
    }
    blocks.add(new Block.Table(columns, rows));
  }

  /** Returns the unit that stands under a metric's heading, none where the heading says it. */
  private static String unit(Metric metric) {
    String unit = Display.of(metric).unit();
    return metric.heading().equals(unit) ? "" : unit;
  }
}
