package org.stargatecalc.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.stargatecalc.render.Printable;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/** Writes one sheet, row by row. */
final class SheetXml {
  static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** What spreadsheets call day 0 lies so many days before 1970. */
  private static final long DAYS_TO_1970 = 25_569;

  /** Before 1900-03-01 spreadsheets count a day that never was. */
  private static final long FIRST_SURE_DAY = 61;

  private static final int NARROWEST = 9;
  private static final int WIDEST = 60;
  private static final int OF_NUMBER = 12;

  private final Sheet sheet;
  private final String declaration;
  private final boolean isFirst;
  private final StringBuilder xml = new StringBuilder();

  SheetXml(Sheet sheet, String declaration, boolean isFirst) {
    this.sheet = sheet;
    this.declaration = declaration;
    this.isFirst = isFirst;
  }

  void writeTo(OutputStream out) throws IOException {
    xml.append(declaration).append("<worksheet xmlns=\"").append(NAMESPACE).append("\">");
    xml.append("<sheetViews><sheetView ")
        .append(isFirst ? "tabSelected=\"1\" " : "")
        .append("workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\"")
        .append(" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>")
        .append("<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
    int[] widths = widths();
    for (int column = 0; column < widths.length; column++) {
      xml.append("<col min=\"").append(column + 1).append("\" max=\"").append(column + 1);
      xml.append("\" width=\"").append(widths[column]).append("\" customWidth=\"1\"/>");
    }
    xml.append("</cols><sheetData><row r=\"1\">");
    for (int column = 0; column < sheet.columns().size(); column++) {
      Sheet.Column heading = sheet.columns().get(column);
      int style = heading.isLive() ? Styles.HEADING : Styles.HEADING_OF_VALUES;
      words(heading.heading(), 0, column, style);
    }
    xml.append("</row>");
    for (int row = 1; row <= sheet.rows().size(); row++) {
      Sheet.Row one = sheet.rows().get(row - 1);
      xml.append("<row r=\"").append(row + 1).append('"');
      xml.append(one.isHidden() ? " hidden=\"1\">" : ">");
      for (int column = 0; column < one.cells().size(); column++) {
        cell(one.cells().get(column), row, column);
      }
      xml.append("</row>");
      flush(out);
    }
    xml.append("</sheetData><pageSetup orientation=\"landscape\"/></worksheet>");
    flush(out);
  }

  private void flush(OutputStream out) throws IOException {
    out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    xml.setLength(0);
  }

  private void cell(SheetCell cell, int row, int column) {
    if (cell instanceof SheetCell.Words words) {
      words(words.text(), row, column, Styles.PLAIN);
    } else if (cell instanceof SheetCell.Number number) {
      begin(row, column, Styles.of(number.format(), number.isInput()), "");
      value(number.value());
    } else if (cell instanceof SheetCell.Day day) {
      day(day.date(), row, column);
    } else if (cell instanceof SheetCell.Computed computed) {
      begin(row, column, Styles.of(computed.format(), false), "");
      formula(FormulaWriter.written(computed.formula(), sheet.name()));
      value(computed.value());
    } else if (cell instanceof SheetCell.ComputedWords computed) {
      begin(row, column, Styles.of(NumberFormat.GENERAL, false), "str");
      formula(FormulaWriter.written(computed.formula(), sheet.name()));
      xml.append("<v>").append(XmlText.ofCell(computed.text())).append("</v></c>");
    }
  }

  private void begin(int row, int column, int style, String type) {
    xml.append("<c r=\"").append(FormulaWriter.letters(column)).append(row + 1).append('"');
    xml.append(" s=\"").append(style).append('"');
    xml.append(type.isEmpty() ? "" : " t=\"" + type + "\"").append('>');
  }

  private void formula(String text) {
    xml.append("<f>").append(Printable.markup(text)).append("</f>");
  }

  private void value(double value) {
    xml.append("<v>").append(FormulaWriter.number(value)).append("</v></c>");
  }

  private void words(String text, int row, int column, int style) {
    begin(row, column, style, "inlineStr");
    xml.append("<is><t xml:space=\"preserve\">").append(XmlText.ofCell(text));
    xml.append("</t></is></c>");
  }

  private void day(LocalDate date, int row, int column) {
    long serial = date.toEpochDay() + DAYS_TO_1970;
    if (serial < FIRST_SURE_DAY) {
      words(date.toString(), row, column, Styles.PLAIN);
    } else {
      begin(row, column, Styles.DAY, "");
      value((double) serial);
    }
  }

  /** Returns the widths of columns in characters: that of the longest cell, within limits. */
  private int[] widths() {
    int[] widths = new int[sheet.columns().size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = NARROWEST;
      for (String word : sheet.columns().get(column).heading().split(" ")) {
        widths[column] = Math.max(widths[column], word.length());
      }
    }
    for (Sheet.Row row : sheet.rows()) {
      for (int column = 0; column < row.cells().size(); column++) {
        widths[column] = Math.max(widths[column], length(row.cells().get(column)));
      }
    }
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Math.min(WIDEST, widths[column]) + 2;
    }
    return widths;
  }

  private static int length(SheetCell cell) {
    return cell instanceof SheetCell.Words words
        ? words.text().length()
        : cell instanceof SheetCell.Empty ? 0 : OF_NUMBER;
  }
}
