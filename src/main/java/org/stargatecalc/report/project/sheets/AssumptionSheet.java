package org.stargatecalc.report.project.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/** The values that all rests on, each once, where it was written. */
final class AssumptionSheet {
  private static final int VALUE = 1;
  private static final double ROUNDING = 1e-12;

  private final String name;
  private final ScenarioSpec spec;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> read = new HashSet<>();
  private final Map<String, Expression> left = new LinkedHashMap<>();

  /** A value, and how many places take it. */
  private static final class Entry {
    final int row;
    final ResultAssumption value;
    int uses;

    Entry(int row, ResultAssumption value) {
      this.row = row;
      this.value = value;
    }
  }

  AssumptionSheet(String name, ScenarioSpec spec) {
    this.name = name;
    this.spec = spec;
    for (Assumption assumption : spec.assumptions()) {
      entry(assumption).uses++;
    }
  }

  /** Returns what states the discount rate. */
  Assumption discountRate() {
    return spec.discountRate();
  }

  private Entry entry(Assumption assumption) {
    return entries.computeIfAbsent(
        assumption.declaredAt(),
        path -> new Entry(1 + entries.size(), ResultAssumption.of(assumption)));
  }

  /** Returns the cell of a value, or the number itself if the cell holds another one. */
  Expression cell(Assumption assumption, double number) {
    Entry entry = entry(assumption);
    if (Math.abs(entry.value.number() - number) > ROUNDING * Math.abs(number)
        && !left.containsKey(assumption.declaredAt())) {
      return Expression.of(number);
    }
    if (Double.isNaN(entry.value.number())) {
      return Expression.of(number);
    }
    read.add(assumption.declaredAt());
    return new Expression.At(name, entry.row, VALUE);
  }

  /** Has a value follow from others: the share that is what the others leave. */
  void follows(Assumption assumption, Expression from) {
    left.put(assumption.declaredAt(), from);
  }

  Sheet build() {
    List<Sheet.Column> columns = new ArrayList<>();
    for (String heading :
        List.of(
            "assumption",
            "value",
            "unit",
            "value_p05",
            "value_p95",
            "live",
            "used",
            "origin",
            "source",
            "confidence",
            "as_of")) {
      columns.add(new Sheet.Column(heading, heading.equals("value")));
    }
    List<Sheet.Row> rows = new ArrayList<>();
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      rows.add(Sheet.Row.of(row(entry.getKey(), entry.getValue())));
    }
    return new Sheet(name, columns, rows);
  }

  private List<SheetCell> row(String path, Entry entry) {
    ResultAssumption assumption = entry.value;
    boolean isRead = read.contains(path);
    Expression from = left.get(path);
    SheetCell value =
        !assumption.word().isEmpty()
            ? dateOrWords(assumption.word())
            : isRead && from != null
                ? SheetCell.computed(from, assumption.number(), format(assumption))
                : new SheetCell.Number(assumption.number(), format(assumption), isRead);
    return List.of(
        new SheetCell.Words(path),
        value,
        text(assumption.unit()),
        end(assumption, assumption.low()),
        end(assumption, assumption.high()),
        new SheetCell.Words(isRead ? from == null ? "yes" : "follows" : "no"),
        SheetCell.number(Math.max(1, entry.uses), NumberFormat.WHOLE),
        new SheetCell.Words(assumption.origin().id()),
        text(assumption.source()),
        text(assumption.confidence()),
        assumption.asOf().map(AssumptionSheet::dateOrWords).orElse(SheetCell.EMPTY));
  }

  private static SheetCell text(Optional<String> text) {
    return text.<SheetCell>map(SheetCell.Words::new).orElse(SheetCell.EMPTY);
  }

  private static SheetCell end(ResultAssumption assumption, double value) {
    boolean isDate = assumption.unit().isEmpty() && !Double.isNaN(value);
    return isDate
        ? new SheetCell.Day(LocalDate.ofEpochDay((long) value))
        : SheetCell.number(value, format(assumption));
  }

  private static SheetCell dateOrWords(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d")
        ? new SheetCell.Day(LocalDate.parse(text))
        : new SheetCell.Words(text);
  }

  private static NumberFormat format(ResultAssumption assumption) {
    String unit = assumption.unit().orElse("");
    double magnitude = Math.abs(assumption.number());
    if (unit.equals(Dimension.COMPUTE_RATE.baseUnit())
        || unit.equals(Dimension.COMPUTE.baseUnit())) {
      return NumberFormat.SCIENTIFIC;
    }
    boolean isWhole = magnitude >= 1000 && magnitude == Math.rint(magnitude);
    return isWhole ? NumberFormat.WHOLE : NumberFormat.GENERAL;
  }
}
