package org.stargatecalc.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.field.Presence;
import org.stargatecalc.projection.Metric;

/** What is told of a period: every metric, and its quantiles over the draws. */
public final class PeriodFields {
  static final Field<PeriodValues> PERIOD_END =
      Field.date("period_end", "last day of the period", PeriodValues::end);

  private static final Pattern PERCENTILE = Pattern.compile("_p[0-9][0-9]$");

  private PeriodFields() {}

  /** Returns the fields of all metrics. */
  public static Fields<PeriodValues> all() {
    return of(Arrays.asList(Metric.values()));
  }

  /** Returns the fields of some metrics, in their order; quantiles follow all of them. */
  public static Fields<PeriodValues> of(List<Metric> metrics) {
    List<Field<PeriodValues>> fields = new ArrayList<>();
    fields.add(PERIOD_END);
    metrics.forEach(metric -> fields.add(central(metric)));
    for (Metric metric : metrics) {
      if (metric.kind() != Metric.Kind.TEXT) {
        fields.add(quantile(metric));
      }
    }
    return Fields.of("period", fields);
  }

  /** Returns the metric of a key, be it of the central case or of a percentile. */
  static Optional<Metric> metric(String key) {
    Optional<Metric> central = Metric.of(key);
    return central.isPresent()
        ? central
        : Metric.of(PERCENTILE.matcher(key).replaceFirst(""))
            .filter(metric -> metric.kind() != Metric.Kind.TEXT);
  }

  /** Returns the field of a metric under the key that is written. */
  static Field<PeriodValues> written(Metric metric, String key) {
    Field<PeriodValues> field = central(metric);
    int percentile =
        key.equals(metric.id()) ? 0 : Integer.parseInt(key, key.length() - 2, key.length(), 10);
    return percentile == 0 ? field : quantile(metric).at(percentile);
  }

  private static Field<PeriodValues> central(Metric metric) {
    String meaning = metric.label() + "; " + metric.kind().id();
    Field<PeriodValues> field =
        metric.kind() == Metric.Kind.TEXT
            ? Field.optionalText(metric.id(), meaning, row -> row.word(metric))
            : Field.numberOrNaN(metric.id(), meaning, row -> row.value(metric));
    return field.in(metric.unit().symbol()).only(Presence.WHERE_ASKED);
  }

  private static Field<PeriodValues> quantile(Metric metric) {
    return Field.<PeriodValues>quantile(
            metric.id(),
            metric.label() + " at a percentile of the draws",
            (row, percentile) -> row.quantile(metric, percentile))
        .in(metric.unit().symbol());
  }
}
