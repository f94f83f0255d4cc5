package org.stargatecalc.render.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stargatecalc.render.Decimals;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.report.DataTable;
import org.stargatecalc.report.Report;

/**
 * Writes the report's table with a header and nothing else, after RFC 4180.
 *
 * <p>Numbers have a point, no grouping and no exponent; a missing value is empty. A cell of words
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CsvRenderer implements Renderer {
  private final char separator;

  /** Creates a writer of values that a character separates. */
  public CsvRenderer(char separator) {
    this.separator = separator;
  }

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (options.excel()) {
      writer.write('\ufeff');
    }
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(options.excel() ? LineDelimiter.CRLF : LineDelimiter.LF)
            .build(writer);
    DataTable table = report.table();
    List<DataTable.Column> columns = table.columns();
    csv.writeRecord(columns.stream().map(DataTable.Column::id).toArray(String[]::new));
    String[] cells = new String[columns.size()];
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 0; column < cells.length; column++) {
        cells[column] = cell(table, row, column, options.precision());
      }
      csv.writeRecord(cells);
    }
    csv.flush();
    writer.flush();
  }

  private String cell(DataTable table, int row, int column, int precision) {
    if (table.columns().get(column).numeric()) {
      double value = table.number(row, column);
      return Double.isNaN(value) ? "" : Decimals.significant(value, precision);
    }
    String text = Printable.of(table.text(row, column).orElse(""));
    boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
