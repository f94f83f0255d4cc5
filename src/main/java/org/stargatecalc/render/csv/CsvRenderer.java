package org.stargatecalc.render.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.report.Report;

/**
 * Writes the report's table with a header and nothing else, after RFC 4180.
 *
 * <p>Numbers have a point and no grouping, those of 1e15 and more or below 1e-6 an exponent; a
 * missing value is empty. A cell of words that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
public final class CsvRenderer implements Renderer {
  private final char separator;

  /** Creates a writer of values that a character separates. */
  public CsvRenderer(char separator) {
    this.separator = separator;
  }

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    CsvBytes csv = new CsvBytes(out, separator, options);
    DataTable table = report.table();
    List<DataTable.Column> columns = table.columns();
    boolean[] numeric = new boolean[columns.size()];
    for (int column = 0; column < numeric.length; column++) {
      numeric[column] = columns.get(column).numeric();
    }
    if (options.header()) {
      for (DataTable.Column column : columns) {
        csv.words(column.id());
      }
      csv.endRow();
    }
    int rows = table.rows();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < numeric.length; column++) {
        if (numeric[column]) {
          csv.number(table.number(row, column));
        } else {
          csv.words(table.text(row, column).orElse(""));
        }
      }
      csv.endRow();
    }
    csv.finish();
  }
}
