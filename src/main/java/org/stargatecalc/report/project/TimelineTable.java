package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.Bands;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;

/** The metrics of one scenario by period: {@code scenario,period_end,metric...}. */
public final class TimelineTable implements DataTable {
  private static final int FIRST_METRIC = 2;

  private final String scenario;
  private final Projection projection;
  private final List<Metric> metrics;
  private final List<Metric> numeric;
  private final Optional<Bands> bands;
  private final List<Integer> percentiles;
  private final List<LocalDate> ends = new ArrayList<>();
  private final List<Double> after = new ArrayList<>();
  private final List<Column> columns;

  TimelineTable(ProjectedScenario scenario, ProjectView shape, List<Metric> metrics) {
    this.scenario = scenario.name();
    this.projection = scenario.projected().projection();
    this.metrics = List.copyOf(metrics);
    this.numeric = ProjectView.numeric(metrics);
    Optional<Drawn> drawn = scenario.drawn();
    this.bands = drawn.isPresent() ? Optional.of(drawn.get().bands()) : Optional.empty();
    this.percentiles = bands.isPresent() ? bands.get().percentiles() : List.of();
    List<Column> all = new ArrayList<>();
    all.add(Column.words("scenario"));
    all.add(Column.words("period_end"));
    for (Metric metric : metrics) {
      all.add(new Column(metric.id(), metric.kind() != Metric.Kind.TEXT));
    }
    for (Metric metric : numeric) {
      for (int percentile : percentiles) {
        all.add(Column.number(metric.id() + suffix(percentile)));
      }
    }
    columns = List.copyOf(all);
    double previous = projection.horizon().start();
    for (LocalDate end : projection.horizon().periodEnds(shape.by())) {
      if (shape.at().isEmpty() && shape.isBetween(end)) {
        ends.add(end);
        after.add(previous);
      }
      previous = Instants.endOf(end);
    }
    if (shape.at().isPresent() && projection.horizon().contains(Instants.endOf(shape.at().get()))) {
      ends.add(shape.at().get());
      after.add(projection.horizon().start());
    }
  }

  /** Returns all metrics in the order of their declaration. */
  static List<Metric> allMetrics(ProjectView shape) {
    return shape.metrics().isEmpty() ? Arrays.asList(Metric.values()) : shape.metrics();
  }

  /** Returns the metrics that have quantiles. */
  List<Metric> numeric() {
    return numeric;
  }

  LocalDate end(int row) {
    return ends.get(row);
  }

  double value(int row, Metric metric) {
    double end = Instants.endOf(ends.get(row));
    return metric.kind() == Metric.Kind.FLOW
        ? projection.flow(metric, after.get(row), end)
        : projection.at(metric, Basis.FACILITY, end);
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rows() {
    return ends.size();
  }

  double quantile(int row, Metric metric, int percentile) {
    return bands.orElseThrow().quantile(metric, ends.get(row), percentile);
  }

  /** Returns how a column of a percentile ends, such as {@code _p05}. */
  static String suffix(int percentile) {
    return (percentile < 10 ? "_p0" : "_p") + percentile;
  }

  @Override
  public double number(int row, int column) {
    int index = column - FIRST_METRIC;
    if (index < metrics.size()) {
      return value(row, metrics.get(index));
    }
    int band = index - metrics.size();
    return quantile(
        row, numeric.get(band / percentiles.size()), percentiles.get(band % percentiles.size()));
  }

  @Override
  public Optional<String> text(int row, int column) {
    return switch (column) {
      case 0 -> Optional.of(scenario);
      case 1 -> Optional.of(ends.get(row).toString());
      default -> projection.bindingConstraint(Instants.endOf(ends.get(row)));
    };
  }

  /** Returns the same numbers with one row a value. */
  DataTable inLongLayout() {
    return new InLongLayout(this);
  }

  /** Returns the same rows without the scenario's name, for a place that names it already. */
  DataTable withoutScenario() {
    return new WithoutFirstColumn(this);
  }

  /** The columns of a table but the first. */
  private record WithoutFirstColumn(TimelineTable table) implements DataTable {
    @Override
    public List<Column> columns() {
      return table.columns().subList(1, table.columns().size());
    }

    @Override
    public int rows() {
      return table.rows();
    }

    @Override
    public double number(int row, int column) {
      return table.number(row, column + 1);
    }

    @Override
    public Optional<String> text(int row, int column) {
      return table.text(row, column + 1);
    }
  }

  /** One row a value: {@code scenario,period_end,metric,unit,stat,value}; words have no row. */
  private static final class InLongLayout implements DataTable {
    private static final List<Column> COLUMNS =
        List.of(
            Column.words("scenario"),
            Column.words("period_end"),
            Column.words("metric"),
            Column.words("unit"),
            Column.words("stat"),
            Column.number("value"));

    private final TimelineTable table;
    private final int stats;
    private final int rowsPerPeriod;

    InLongLayout(TimelineTable table) {
      this.table = table;
      this.stats = 1 + table.percentiles.size();
      this.rowsPerPeriod = table.numeric.size() * stats;
    }

    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public int rows() {
      return table.rows() * rowsPerPeriod;
    }

    private Metric metric(int row) {
      return table.numeric.get(row % rowsPerPeriod / stats);
    }

    @Override
    public double number(int row, int column) {
      int stat = row % stats;
      int period = row / rowsPerPeriod;
      return stat == 0
          ? table.value(period, metric(row))
          : table.quantile(period, metric(row), table.percentiles.get(stat - 1));
    }

    @Override
    public Optional<String> text(int row, int column) {
      int stat = row % stats;
      return switch (column) {
        case 2 -> Optional.of(metric(row).id());
        case 3 -> Optional.of(metric(row).unit().symbol());
        case 4 ->
            Optional.of(
                stat == 0 ? "central" : suffix(table.percentiles.get(stat - 1)).substring(1));
        default -> table.text(row / rowsPerPeriod, column);
      };
    }
  }
}
