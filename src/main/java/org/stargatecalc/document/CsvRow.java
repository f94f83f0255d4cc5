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
    int end = endOfLine(text, from);
    while (true) {
      if (text.startsWith("\"", at)) {
        at = quoted(text, at, cells);
        end = at > end ? endOfLine(text, at) : end;
      } else {
        int comma = text.indexOf(',', at);
        int stop = comma >= 0 && comma < end ? comma : end;
        cells.add(text.substring(at, stop));
        at = stop;
      }
      if (at < end) {
        at++;
        continue;
      }
      return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
  }

  private static int endOfLine(String text, int from) {
    int newline = text.indexOf('\n', from);
    int end = newline < 0 ? text.length() : newline;
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
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
