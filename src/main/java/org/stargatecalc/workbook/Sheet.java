package org.stargatecalc.workbook;

import java.util.List;

/**
 * A table with a header.
 *
 * @param name of its tab, 1 to 31 characters
 * @param columns from left to right; their headings are row 0
 * @param rows from row 1 on; a list that does not change, whose rows may be made when they are read
 */
public record Sheet(String name, List<Column> columns, List<Row> rows) {
  private static final int LONGEST_NAME = 31;

  /** Copies the columns, checking the name. */
  public Sheet {
    columns = List.copyOf(columns);
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches(".*[\\[\\]:*?/\\\\'].*")) {
      throw new IllegalArgumentException("'" + name + "' cannot name a sheet");
    }
  }

  /**
   * A column.
   *
   * @param heading what it holds
   * @param isLive whether its cells are formulas or feed some, so that they follow each other
   */
  public record Column(String heading, boolean isLive) {}

  /**
   * A row.
   *
   * @param cells from the first column on
   * @param isHidden whether others need it and readers do not
   */
  public record Row(List<SheetCell> cells, boolean isHidden) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** Creates a row that is shown. */
    public static Row of(List<SheetCell> cells) {
      return new Row(cells, false);
    }
  }
}
