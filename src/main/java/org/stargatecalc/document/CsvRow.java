package org.stargatecalc.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a shipped CSV file, by the names in its header.
 *
 * <p>Reads RFC 4180 with LF or CR LF. The files ship with the program, so a bad one is a bug of
 * ours; a library would be a third of what the program loads to start.
 */
final class CsvRow {
  private final Map<String, Integer> columns;
  private final List<String> cells;

  private CsvRow(Map<String, Integer> columns, List<String> cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /** Reads all rows below the header. */
  static List<CsvRow> read(String text) {
    List<CsvRow> rows = new ArrayList<>();
    Map<String, Integer> columns = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      List<String> cells = new ArrayList<>();
      at = line(text, at, cells);
      if (columns.isEmpty()) {
        for (int i = 0; i < cells.size(); i++) {
          columns.put(cells.get(i), i);
        }
      } else if (cells.size() == columns.size()) {
        rows.add(new CsvRow(columns, cells));
      } else {
        throw new IllegalStateException(
            cells.size() + " cells in a row of " + columns.size() + " columns: " + cells);
      }
    }
    return rows;
  }

  /** Reads the cells of one line and returns where the next begins. */
  private static int line(String text, int from, List<String> cells) {
    int at = from;
    while (true) {
      at = text.startsWith("\"", at) ? quoted(text, at, cells) : plain(text, at, cells);
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        continue;
      }
      if (text.startsWith("\r\n", at)) {
        return at + 2;
      }
      return at + 1;
    }
  }

  private static int plain(String text, int from, List<String> cells) {
    int at = from;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    cells.add(text.substring(from, at));
    return at;
  }

  private static int quoted(String text, int from, List<String> cells) {
    int end = text.indexOf('"', from + 1);
    while (text.startsWith("\"\"", end)) {
      end = text.indexOf('"', end + 2);
    }
    cells.add(text.substring(from + 1, end).replace("\"\"", "\""));
    return end + 1;
  }

  /**
   * Returns the cell of a column.
   *
   * @throws IllegalStateException if the file has no such column
   */
  String get(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalStateException("the data has no column " + column);
    }
    return cells.get(index);
  }
}
