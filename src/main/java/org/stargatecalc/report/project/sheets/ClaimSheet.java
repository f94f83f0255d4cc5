package org.stargatecalc.report.project.sheets;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.report.TableSheet;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.Expression.Function;
import org.stargatecalc.workbook.Expression.Operator;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/** Claims: value, attainment and shortfall at the deadline as formulas, verdicts as values. */
final class ClaimSheet {
  private static final double ENOUGH = 1 - 1e-12;

  private final String name;
  private final ProjectionSheets.Input input;
  private final StateSheet deadlines;
  private final MetricCells cells;
  private final Sheet table;
  private final List<String> values = new ArrayList<>();

  ClaimSheet(String name, ProjectionSheets.Input input, StateSheet deadlines, PerGpuSheet perGpu) {
    this.name = name;
    this.input = input;
    this.deadlines = deadlines;
    this.cells = new MetricCells(name, deadlines, perGpu, input.scenario());
    this.table = TableSheet.of(name, input.claimTable());
  }

  /** Returns the claims whose value no formula gives. */
  List<String> values() {
    return values;
  }

  Sheet build() {
    List<Sheet.Column> columns = new ArrayList<>();
    for (Sheet.Column column : table.columns()) {
      boolean isLive =
          List.of("claim", "at_least", "value", "attainment", "shortfall")
              .contains(column.heading());
      columns.add(new Sheet.Column(column.heading(), isLive));
    }
    columns.add(new Sheet.Column("at_deadline", true));
    columns.add(new Sheet.Column("title", false));
    columns.add(new Sheet.Column("scope", false));
    columns.add(new Sheet.Column("source", false));
    List<Sheet.Row> rows = new ArrayList<>();
    for (int row = 1; row <= input.claims().size(); row++) {
      rows.add(Sheet.Row.of(row(row)));
    }
    return new Sheet(name, columns, rows);
  }

  private List<SheetCell> row(int row) {
    CheckedClaim checked = input.claims().get(row - 1);
    Claim claim = checked.claim();
    List<SheetCell> line = new ArrayList<>(table.rows().get(row - 1).cells());
    Formula formula = claim.metric().formula(claim.basis());
    boolean isLive =
        checked.answer().value().isPresent()
            && deadlines.moment(row).isKnown()
            && cells.canBeWritten(formula);
    SheetCell atDeadline = SheetCell.EMPTY;
    if (checked.answer().value().isPresent()) {
      double value = checked.answer().value().getAsDouble();
      NumberFormat format = TableSheet.format(claim.metric());
      Expression at = at(row, "value");
      Expression least = at(row, "at_least");
      if (!isLive) {
        values.add(claim.id());
      }
      set(line, "at_least", new SheetCell.Number(claim.atLeast(), format, true));
      set(
          line,
          "value",
          isLive && !(cells.of(formula, row, -1) instanceof Expression.Constant)
              ? SheetCell.computed(cells.of(formula, row, -1), value, format)
              : SheetCell.number(value, format));
      set(
          line,
          "attainment",
          SheetCell.computed(at.over(least), value / claim.atLeast(), NumberFormat.PERCENT));
      set(line, "shortfall", SheetCell.computed(least.minus(at), claim.atLeast() - value, format));
      atDeadline = atDeadline(at, least, Projection.hasReached(value, claim.atLeast()));
    }
    line.add(atDeadline);
    line.add(new SheetCell.Words(claim.title()));
    line.add(new SheetCell.Words(claim.scope()));
    line.add(new SheetCell.Words(claim.provenance().source().orElse("")));
    return line;
  }

  private static SheetCell atDeadline(Expression value, Expression least, boolean isReached) {
    return new SheetCell.ComputedWords(
        Expression.call(
            Function.IF,
            new Expression.Operation(Operator.AT_LEAST, value, least.times(Expression.of(ENOUGH))),
            new Expression.Words("reached"),
            new Expression.Words("not reached")),
        isReached ? "reached" : "not reached");
  }

  private Expression at(int row, String column) {
    return new Expression.At(name, row, column(column));
  }

  private void set(List<SheetCell> line, String column, SheetCell cell) {
    line.set(column(column), cell);
  }

  private int column(String id) {
    for (int column = 0; column < table.columns().size(); column++) {
      if (table.columns().get(column).heading().equals(id)) {
        return column;
      }
    }
    throw new IllegalArgumentException("no column " + id);
  }
}
