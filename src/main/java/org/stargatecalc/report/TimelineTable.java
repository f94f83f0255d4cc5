package org.stargatecalc.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;

/** The metrics of one scenario by period: {@code scenario,period_end,metric...}. */
final class TimelineTable implements DataTable {
  private static final int FIRST_METRIC = 2;

  private final String scenario;
  private final Projection projection;
  private final List<Metric> metrics;
  private final List<LocalDate> ends = new ArrayList<>();
  private final List<Double> after = new ArrayList<>();
  private final List<Column> columns;

  TimelineTable(String scenario, Projection projection, Shape shape, List<Metric> metrics) {
    this.scenario = scenario;
    this.projection = projection;
    this.metrics = List.copyOf(metrics);
    List<Column> all = new ArrayList<>();
    all.add(Column.words("scenario"));
    all.add(Column.words("period_end"));
    for (Metric metric : metrics) {
      all.add(new Column(metric.id(), metric.kind() != Metric.Kind.TEXT));
    }
    columns = List.copyOf(all);
    double previous = projection.horizon().start();
    for (LocalDate end : projection.horizon().periodEnds(shape.by())) {
      boolean wanted =
          shape.from().map(from -> !end.isBefore(from)).orElse(true)
              && shape.to().map(to -> !end.isAfter(to)).orElse(true)
              && shape.at().isEmpty();
      if (wanted) {
        ends.add(end);
        after.add(previous);
      }
      previous = Instants.endOf(end);
    }
    shape
        .at()
        .filter(date -> projection.horizon().contains(Instants.endOf(date)))
        .ifPresent(
            date -> {
              ends.add(date);
              after.add(projection.horizon().start());
            });
  }

  /** Returns all metrics in the order of their declaration. */
  static List<Metric> allMetrics(Shape shape) {
    return shape.metrics().isEmpty() ? Arrays.asList(Metric.values()) : shape.metrics();
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

  @Override
  public double number(int row, int column) {
    return value(row, metrics.get(column - FIRST_METRIC));
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
    private final List<Metric> numeric;

    InLongLayout(TimelineTable table) {
      this.table = table;
      this.numeric = table.metrics.stream().filter(m -> m.kind() != Metric.Kind.TEXT).toList();
    }

    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public int rows() {
      return table.rows() * numeric.size();
    }

    @Override
    public double number(int row, int column) {
      return table.value(row / numeric.size(), metric(row));
    }

    private Metric metric(int row) {
      return numeric.get(row % numeric.size());
    }

    @Override
    public Optional<String> text(int row, int column) {
      return switch (column) {
        case 2 -> Optional.of(metric(row).id());
        case 3 -> Optional.of(metric(row).unit());
        case 4 -> Optional.of("central");
        default -> table.text(row / numeric.size(), column);
      };
    }
  }
}
