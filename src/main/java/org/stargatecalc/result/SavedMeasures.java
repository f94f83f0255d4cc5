package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.projection.Metric;

/** The metrics of a saved result: what its rows hold, and sums of whole rows. */
public final class SavedMeasures implements Measures {
  private static final Pattern QUANTILE = Pattern.compile("_p(\\d\\d)$");

  private final Horizon horizon;
  private final TreeMap<LocalDate, Row> rows = new TreeMap<>();

  /**
   * Creates the measures from a saved timeline.
   *
   * @param horizon of the scenario
   * @param rows in any order
   */
  public SavedMeasures(Horizon horizon, List<Row> rows) {
    this.horizon = horizon;
    rows.forEach(row -> this.rows.put(row.end(), row));
  }

  /**
   * One row of a saved timeline.
   *
   * @param after the day before the first day that its flows cover
   * @param end its last day
   * @param numbers by column; NaN is undefined
   * @param words of the metrics that are words
   */
  public record Row(
      LocalDate after, LocalDate end, Map<String, Double> numbers, Map<Metric, String> words) {
    /** Copies the maps. */
    public Row {
      numbers = Collections.unmodifiableMap(new HashMap<>(numbers));
      words = Map.copyOf(words);
    }
  }

  @Override
  public Estimate measure(Metric metric, Statistic statistic, Moment moment)
      throws NotMeasuredException {
    if (metric.kind() != Metric.Kind.FLOW) {
      return Estimate.exact(number(row(moment.end()), metric, statistic));
    }
    LocalDate first = horizon.from().minusDays(1);
    LocalDate start = moment.after().filter(first::isBefore).orElse(first);
    LocalDate at = moment.end();
    double sum = 0;
    while (at.isAfter(start)) {
      Row row = row(at);
      if (statistic.kind() != Statistic.Kind.CENTRAL
          && (!row.after().equals(start) || !at.equals(moment.end()))) {
        throw new NotMeasuredException(
            "the saved result has no " + statistic.id() + " of " + metric.id() + " over that time");
      }
      sum += number(row, metric, statistic);
      at = row.after();
    }
    if (at.isBefore(start)) {
      throw new NotMeasuredException(
          "the saved result has no row that begins after " + start + " for " + metric.id());
    }
    return Estimate.exact(sum);
  }

  @Override
  public Optional<String> word(Metric metric, LocalDate date) throws NotMeasuredException {
    return Optional.ofNullable(row(date).words().get(metric));
  }

  @Override
  public List<Integer> percentiles() {
    Set<Integer> percentiles = new TreeSet<>();
    for (Row row : rows.values()) {
      for (String column : row.numbers().keySet()) {
        Matcher quantile = QUANTILE.matcher(column);
        if (quantile.find()) {
          percentiles.add(Integer.parseInt(quantile.group(1)));
        }
      }
    }
    return List.copyOf(percentiles);
  }

  private Row row(LocalDate end) throws NotMeasuredException {
    Row row = rows.get(end);
    if (row == null) {
      throw new NotMeasuredException("the saved result has no row for " + end);
    }
    return row;
  }

  private static double number(Row row, Metric metric, Statistic statistic)
      throws NotMeasuredException {
    String column =
        statistic.kind() == Statistic.Kind.CENTRAL
            ? metric.id()
            : metric.id() + "_" + statistic.id();
    Double number = row.numbers().get(column);
    if (number == null) {
      throw new NotMeasuredException("the saved result has no column " + column);
    }
    return number;
  }
}
