package org.stargatecalc.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table for spreadsheets and programs, read cell by cell so that a million rows need no objects.
 */
public interface DataTable {
  /** Returns the columns in their fixed order. */
  List<Column> columns();

  /** Returns the number of rows. */
  int rows();

  /** Returns a cell of a column of numbers; NaN is missing. */
  double number(int row, int column);

  /** Returns a cell of a column of words. */
  Optional<String> text(int row, int column);

  /**
   * A column.
   *
   * @param id snake_case, ends in its unit
   * @param numeric whether it holds numbers
   */
  record Column(String id, boolean numeric) {
    /** Creates a column of numbers. */
    public static Column number(String id) {
      return new Column(id, true);
    }

    /** Creates a column of words. */
    public static Column words(String id) {
      return new Column(id, false);
    }
  }

  /** A table of few rows, built in memory. */
  final class InMemory implements DataTable {
    private final List<Column> columns;
    private final List<Object[]> rows = new ArrayList<>();

    /** Creates an empty table. */
    public InMemory(Column... columns) {
      this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells a Double, a String or an Optional of a String for each column
     */
    public InMemory add(Object... cells) {
      if (cells.length != columns.size()) {
        throw new IllegalArgumentException(
            cells.length + " cells for " + columns.size() + " columns");
      }
      rows.add(cells.clone());
      return this;
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
      return (Double) rows.get(row)[column];
    }

    @Override
    public Optional<String> text(int row, int column) {
      Object cell = rows.get(row)[column];
      return cell instanceof Optional<?> optional
          ? optional.map(Object::toString)
          : Optional.of(cell.toString());
    }
  }

  /**
   * What every row of a table is about.
   *
   * @param id the column
   * @param text its text in every row
   */
  record Label(String id, String text) {}

  /** Returns a table with columns before its own that say the same in every row. */
  static DataTable labelled(List<Label> labels, DataTable table) {
    return new LabelledTable(labels, table);
  }

  /** Several tables with the same columns, one after the other. */
  static DataTable concat(List<? extends DataTable> tables) {
    return tables.size() == 1 ? tables.get(0) : new Concatenated(List.copyOf(tables));
  }

  /** Several tables with the same columns, one after the other. */
  final class Concatenated implements DataTable {
    private final List<DataTable> tables;
    private final int[] firstRow;

    Concatenated(List<DataTable> tables) {
      this.tables = tables;
      firstRow = new int[tables.size() + 1];
      for (int i = 0; i < tables.size(); i++) {
        firstRow[i + 1] = firstRow[i] + tables.get(i).rows();
      }
    }

    @Override
    public List<Column> columns() {
      return tables.get(0).columns();
    }

    @Override
    public int rows() {
      return firstRow[tables.size()];
    }

    private int tableOf(int row) {
      int found = java.util.Arrays.binarySearch(firstRow, row);
      int table = found >= 0 ? found : -found - 2;
      while (tables.get(table).rows() == 0) {
        table++;
      }
      return table;
    }

    @Override
    public double number(int row, int column) {
      int table = tableOf(row);
      return tables.get(table).number(row - firstRow[table], column);
    }

    @Override
    public Optional<String> text(int row, int column) {
      int table = tableOf(row);
      return tables.get(table).text(row - firstRow[table], column);
    }
  }
}
