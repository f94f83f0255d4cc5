package org.stargatecalc.report.project.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.FormulaText;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/** What one GPU of each phase has or costs: a row each, which formulas multiply with counts. */
final class PerGpuSheet {
  /** Columns before the first phase: what the row is, and its unit. */
  private static final int HEADS = 2;

  private final String name;
  private final Scenario scenario;
  private final List<PhaseEpoch> columns;
  private final PerGpuCells cells;
  private final Map<Quantity, Row> rows = new HashMap<>();
  private final Map<String, Row> shares = new LinkedHashMap<>();
  private final List<Row> inOrder = new ArrayList<>();
  private final Map<Integer, Expression> sizes = new HashMap<>();
  private final List<String> valuePhases = new ArrayList<>();
  private final Row sizeRow;

  /** A row: formulas by column, and what they give. */
  private static final class Row {
    final String label;
    final String unit;
    final int number;
    final Expression[] formulas;
    final double[] values;

    Row(String label, String unit, int number, int columns) {
      this.label = label;
      this.unit = unit;
      this.number = number;
      this.formulas = new Expression[columns];
      this.values = new double[columns];
      Arrays.fill(formulas, Expression.of(0));
    }
  }

  PerGpuSheet(String name, Scenario scenario, AssumptionSheet assumptions) {
    this.name = name;
    this.scenario = scenario;
    this.columns = PhaseEpoch.all(scenario);
    this.cells = new PerGpuCells(scenario, assumptions);
    this.sizeRow = add("size: the build-out is a multiple of it", "GPU");
    PerGpu.ALL.forEach(this::row);
    SizeCells of = new SizeCells(scenario, assumptions, this);
    for (int column = 0; column < columns.size(); column++) {
      Phase phase = columns.get(column).phase();
      Optional<SizeCells.Size> size = of.size(phase, column);
      if (size.isPresent()) {
        sizes.put(column, size.get().formula());
        sizeRow.formulas[column] = size.get().formula();
        sizeRow.values[column] = size.get().gpus();
      } else if (of.isConstrained(phase) && !valuePhases.contains(phase.spec().id())) {
        valuePhases.add(phase.spec().id());
      }
    }
  }

  /** Returns the phases of which the build-out follows no assumption. */
  List<String> valuePhases() {
    return valuePhases;
  }

  /** Returns the columns, those of phases whose values change once an epoch. */
  List<PhaseEpoch> columns() {
    return columns;
  }

  private Row add(String label, String unit) {
    Row row = new Row(label, unit, 1 + inOrder.size(), columns.size());
    inOrder.add(row);
    return row;
  }

  /** Returns the cell of a quantity in a column, or its number where no value changes it. */
  Expression cell(Quantity quantity, int column) {
    Row row = row(quantity);
    Expression formula = row.formulas[column];
    return formula instanceof Expression.Constant
        ? formula
        : new Expression.At(name, row.number, HEADS + column);
  }

  /** Returns the value of a quantity in a column. */
  double value(Quantity quantity, int column) {
    return row(quantity).values[column];
  }

  private Row row(Quantity quantity) {
    Row known = rows.get(quantity);
    if (known != null) {
      return known;
    }
    String label =
        quantity instanceof Quantity.Named named
            ? named.symbol() + " = " + FormulaText.of(named.of())
            : FormulaText.of(quantity) + changeOfUnit(quantity);
    Row row = add(label, quantity instanceof Quantity.Named named ? named.unit() : "");
    rows.put(quantity, row);
    Quantity what = quantity instanceof Quantity.Named named ? named.of() : quantity;
    for (int column = 0; column < columns.size(); column++) {
      row.formulas[column] = cells.formula(what, columns.get(column), column, this);
      row.values[column] = columns.get(column).value(quantity, scenario);
    }
    return row;
  }

  /** The change of unit at the end of a formula, which formulas in words leave out. */
  private static String changeOfUnit(Quantity quantity) {
    if (quantity instanceof Quantity.Case choice) {
      return changeOfUnit(choice.then()) + changeOfUnit(choice.otherwise());
    }
    return quantity instanceof Quantity.Operation operation
            && operation.operator() == Quantity.Operator.OVER
            && operation.right() instanceof Quantity.Constant by
            && by.text().isEmpty()
        ? " / 1e" + Math.round(StrictMath.log10(by.value()))
        : "";
  }

  /** Returns whether a quantity is known of every phase. */
  boolean isKnown(Quantity quantity) {
    for (PhaseEpoch column : columns) {
      if (!Double.isFinite(column.value(quantity, scenario))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the row of a quantity; empty if it is nothing for every phase, whatever its values. */
  Optional<Expression> across(Quantity quantity) {
    Row row = row(quantity);
    boolean isNothing = true;
    for (Expression formula : row.formulas) {
      isNothing &= formula.is(0);
    }
    return isNothing ? Optional.empty() : Optional.of(across(row));
  }

  private Expression across(Row row) {
    return new Expression.Across(name, row.number, HEADS, HEADS + columns.size() - 1);
  }

  /** Returns the row that says how much of each phase belongs to a group. */
  Expression shares(Formula.Grouping grouping, Groups.Group group) {
    String key = grouping.key() + " " + group.name();
    Row known = shares.get(key);
    if (known == null) {
      known = add("part of " + key, "1");
      shares.put(key, known);
      for (int column = 0; column < columns.size(); column++) {
        double share = group.share(columns.get(column).phase());
        known.formulas[column] = Expression.of(share);
        known.values[column] = share;
      }
    }
    return across(known);
  }

  /** Returns a count of GPUs in a column as a part of the phase's size; a number without one. */
  SheetCell count(double gpus, int column) {
    Expression size = sizes.get(column);
    double all = sizeRow.values[column];
    double share = rounded(gpus / all);
    if (size == null
        || size instanceof Expression.Constant
        || gpus == 0
        || !Double.isFinite(share)) {
      return SheetCell.number(gpus, NumberFormat.WHOLE);
    }
    Expression cell = new Expression.At(name, sizeRow.number, HEADS + column);
    return SheetCell.computed(Expression.of(share).times(cell), gpus, NumberFormat.WHOLE);
  }

  /** Fifteen digits say all that counts of a share and leave out what is rounding. */
  private static double rounded(double share) {
    return Double.isFinite(share)
        ? new BigDecimal(share).round(new MathContext(15, RoundingMode.HALF_EVEN)).doubleValue()
        : share;
  }

  Sheet build() {
    List<Sheet.Column> heads = new ArrayList<>();
    heads.add(new Sheet.Column("per GPU", true));
    heads.add(new Sheet.Column("unit", true));
    for (PhaseEpoch column : columns) {
      heads.add(new Sheet.Column(column.heading(), true));
    }
    List<Sheet.Row> built = new ArrayList<>();
    for (Row row : inOrder) {
      List<SheetCell> line = new ArrayList<>();
      line.add(new SheetCell.Words(row.label));
      line.add(new SheetCell.Words(row.unit));
      for (int column = 0; column < columns.size(); column++) {
        line.add(cell(row, column));
      }
      built.add(Sheet.Row.of(line));
    }
    return new Sheet(name, heads, built);
  }

  private SheetCell cell(Row row, int column) {
    if (row == sizeRow && !sizes.containsKey(column)) {
      return SheetCell.EMPTY;
    }
    return row.formulas[column] instanceof Expression.Constant
        ? SheetCell.number(row.values[column], NumberFormat.GENERAL)
        : SheetCell.computed(row.formulas[column], row.values[column], NumberFormat.GENERAL);
  }
}
