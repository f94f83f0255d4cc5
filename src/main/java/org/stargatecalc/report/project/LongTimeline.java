package org.stargatecalc.report.project;

import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.text;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Fields;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.PeriodValues;
import org.stargatecalc.result.Statistic;

/**
 * One row of the timeline in the long layout, which has a row a value; words have none.
 *
 * @param period the period
 * @param metric a metric that is a number
 * @param percentile of the draws, 0 for the central case
 */
record LongTimeline(PeriodValues period, Metric metric, int percentile) {
  private static final Fields<LongTimeline> FIELDS =
      Fields.of(
          "value",
          date("period_end", "last day of the period", row -> row.period().end()),
          text("metric", "id of the metric", row -> row.metric().id()),
          text("unit", "of the value", row -> row.metric().unit().symbol()),
          text("stat", "central or a quantile such as p05", row -> row.statistic().id()),
          numberOrNaN("value", "the value", LongTimeline::value));

  /** Returns the rows of a timeline. */
  static DataTable table(
      List<PeriodValues> periods, List<Metric> metrics, List<Integer> percentiles) {
    List<LongTimeline> rows = new ArrayList<>();
    for (PeriodValues period : periods) {
      for (Metric metric : metrics) {
        rows.add(new LongTimeline(period, metric, 0));
        percentiles.forEach(p -> rows.add(new LongTimeline(period, metric, p)));
      }
    }
    return FIELDS.table(rows);
  }

  private Statistic statistic() {
    return percentile == 0 ? Statistic.CENTRAL : Statistic.percentile(percentile);
  }

  private double value() {
    return percentile == 0 ? period.value(metric) : period.quantile(metric, percentile);
  }
}
