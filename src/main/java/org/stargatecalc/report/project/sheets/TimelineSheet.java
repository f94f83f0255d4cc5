package org.stargatecalc.report.project.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.TableSheet;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/** Metrics by period: the table of csv, its central case as formulas, its quantiles as values. */
final class TimelineSheet {
  private final String name;
  private final ProjectionSheets.Input input;
  private final StateSheet states;
  private final MetricCells cells;
  private final List<Metric> values = new ArrayList<>();
  private Sheet sheet;

  TimelineSheet(String name, ProjectionSheets.Input input, StateSheet states, PerGpuSheet perGpu) {
    this.name = name;
    this.input = input;
    this.states = states;
    this.cells = new MetricCells(name, states, perGpu, input.scenario());
    this.sheet = TableSheet.of(name, input.timeline());
  }

  /** Returns the metrics that no formula gives. */
  List<Metric> values() {
    return values;
  }

  Sheet build() {
    List<Sheet.Column> columns = new ArrayList<>(sheet.columns());
    List<List<SheetCell>> rows = new ArrayList<>();
    sheet.rows().forEach(row -> rows.add(new ArrayList<>(row.cells())));
    for (Metric metric : input.metrics()) {
      if (cells.canBeWritten(metric.formula())) {
        cells.stands(metric.formula(), column(metric));
      } else if (metric.kind() != Metric.Kind.TEXT) {
        values.add(metric);
      }
    }
    columns.set(0, new Sheet.Column(columns.get(0).heading(), true));
    for (Metric metric : input.metrics()) {
      int column = column(metric);
      if (cells.canBeWritten(metric.formula())) {
        columns.set(column, new Sheet.Column(metric.id(), true));
        for (int row = 1; row <= rows.size(); row++) {
          if (states.moment(row).isKnown()) {
            rows.get(row - 1).set(column, cell(metric, row, column));
          }
        }
      }
    }
    List<Sheet.Row> built = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      built.add(new Sheet.Row(rows.get(row), !input.shown().get(row)));
    }
    sheet = new Sheet(name, columns, built);
    return sheet;
  }

  private SheetCell cell(Metric metric, int row, int column) {
    double value = input.timeline().number(row - 1, column);
    NumberFormat format = TableSheet.format(metric);
    Formula formula = metric.formula();
    Expression written = cells.of(formula, row, column);
    return written instanceof Expression.Constant
        ? SheetCell.number(value, format)
        : SheetCell.computed(written, value, format);
  }

  private int column(Metric metric) {
    List<DataTable.Column> columns = input.timeline().columns();
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).id().equals(metric.id())) {
        return column;
      }
    }
    throw new IllegalArgumentException("no column " + metric.id());
  }

  /** Returns what is money, formulas as references to this sheet; empty if nothing is. */
  Optional<Sheet> cost(String costName) {
    List<Sheet.Column> columns = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (Metric metric : input.metrics()) {
      if (metric.unit().dimension().isMoney()) {
        from.add(column(metric));
        columns.add(sheet.columns().get(column(metric)));
      }
    }
    if (from.isEmpty()) {
      return Optional.empty();
    }
    columns.add(0, sheet.columns().get(0));
    List<Sheet.Row> rows = new ArrayList<>();
    for (int row = 1; row <= sheet.rows().size(); row++) {
      Sheet.Row of = sheet.rows().get(row - 1);
      List<SheetCell> line = new ArrayList<>();
      line.add(of.cells().get(0));
      for (int column : from) {
        line.add(reference(of.cells().get(column), row, column));
      }
      rows.add(new Sheet.Row(line, of.isHidden()));
    }
    return Optional.of(new Sheet(costName, columns, rows));
  }

  /** What is a value stays one: a formula of it would seem to follow the assumptions. */
  private SheetCell reference(SheetCell to, int row, int column) {
    Expression at = new Expression.At(name, row, column);
    if (to instanceof SheetCell.Computed computed) {
      return SheetCell.computed(at, computed.value(), computed.format());
    }
    return to instanceof SheetCell.ComputedWords words
        ? new SheetCell.ComputedWords(at, words.text())
        : to;
  }
}
