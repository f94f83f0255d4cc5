package org.stargatecalc.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a shipped CSV file, by the names in its header; its cells are read when one is asked
 * for.
 *
 * <p>Reads RFC 4180 without line breaks in cells; lines end with LF, or with CR LF where the
 * sources were checked out so. The files ship with the program, so a bad one is a bug of ours; a
 * library would be a third of what the program loads to start.
 */
public final class CsvRow {
  private final Map<String, Integer> columns;
  private final String line;
  private List<String> cells = List.of();

  private CsvRow(Map<String, Integer> columns, String line) {
    this.columns = columns;
    this.line = line;
  }

  /** Finds all rows below the header; a row is a line. */
  static List<CsvRow> read(String text) {
    List<CsvRow> rows = new ArrayList<>();
    Map<String, Integer> columns = new HashMap<>();
    int end;
    for (int from = 0; from < text.length(); from = end + 1) {
      int newLine = text.indexOf('\n', from);
      end = newLine < 0 ? text.length() : newLine;
      String line = text.substring(from, text.startsWith("\r\n", end - 1) ? end - 1 : end);
      if (!columns.isEmpty()) {
        rows.add(new CsvRow(columns, line));
        continue;
      }
      for (String column : cells(line)) {
        columns.put(column, columns.size());
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (true) {
      if (line.startsWith("\"", at)) {
        at = quoted(line, at, cells);
      } else {
        int comma = line.indexOf(',', at);
        int stop = comma < 0 ? line.length() : comma;
        cells.add(line.substring(at, stop));
        at = stop;
      }
      if (at >= line.length()) {
        return cells;
      }
      at++;
    }
  }

  private static int quoted(String line, int from, List<String> cells) {
    int end = line.indexOf('"', from + 1);
    while (line.startsWith("\"\"", end)) {
      end = line.indexOf('"', end + 2);
    }
    cells.add(line.substring(from + 1, end).replace("\"\"", "\""));
    return end + 1;
  }

  /** Returns the first cell, which is the id where rows have one and is never quoted. */
  String first() {
    if (line.startsWith("\"")) {
      throw new IllegalStateException("an id in quotes: " + line);
    }
    return line.substring(0, line.indexOf(','));
  }

  /**
   * Returns the cell of a column.
   *
   * @throws IllegalStateException if the file has no such column, or the row not as many cells
   */
  String get(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalStateException("the data has no column " + column);
    }
    if (cells.isEmpty()) {
      cells = cells(line);
      if (cells.size() != columns.size()) {
        throw new IllegalStateException(
            cells.size() + " cells in a row of " + columns.size() + " columns: " + cells);
      }
    }
    return cells.get(index);
  }
}
