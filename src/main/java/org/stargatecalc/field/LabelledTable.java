package org.stargatecalc.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table with columns before its own that say the same in every row. */
final class LabelledTable implements DataTable {
  private final List<Label> labels;
  private final DataTable table;
  private final List<Column> columns = new ArrayList<>();

  LabelledTable(List<Label> labels, DataTable table) {
    this.labels = List.copyOf(labels);
    this.table = table;
    labels.forEach(label -> columns.add(Column.words(label.id())));
    columns.addAll(table.columns());
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rows() {
    return table.rows();
  }

  @Override
  public double number(int row, int column) {
    return table.number(row, column - labels.size());
  }

  @Override
  public Optional<String> text(int row, int column) {
    return column < labels.size()
        ? Optional.of(labels.get(column).text())
        : table.text(row, column - labels.size());
  }
}
