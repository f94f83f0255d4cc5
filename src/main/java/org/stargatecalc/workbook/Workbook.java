package org.stargatecalc.workbook;

import java.util.List;

/**
 * Sheets that may refer to each other.
 *
 * @param sheets in the order of their tabs, at least one, each with a name of its own
 */
public record Workbook(List<Sheet> sheets) {
  /** Copies the list, checking that names are different. */
  public Workbook {
    sheets = List.copyOf(sheets);
    if (sheets.isEmpty() || sheets.stream().map(Sheet::name).distinct().count() < sheets.size()) {
      throw new IllegalArgumentException("a workbook needs sheets of different names");
    }
  }
}
