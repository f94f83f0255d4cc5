package org.stargatecalc.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records as rows, their fields as columns. */
final class FieldTable<T> implements DataTable {
  private final List<Field<T>> fields;
  private final List<T> rows;
  private final List<Column> columns = new ArrayList<>();

  FieldTable(List<Field<T>> fields, List<T> rows) {
    this.fields = List.copyOf(fields);
    this.rows = List.copyOf(rows);
    for (Field<T> field : fields) {
      columns.add(field.column());
    }
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public double number(int row, int column) {
    return fields.get(column).number(rows.get(row));
  }

  @Override
  public Optional<String> text(int row, int column) {
    return fields.get(column).text(rows.get(row));
  }
}
