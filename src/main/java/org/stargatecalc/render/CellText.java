package org.stargatecalc.render;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Cell;

/** The display form of cells; the only place where a number is rounded for people. */
public final class CellText {
  private static final int BAR_WIDTH = 21;
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private CellText() {}

  /** Returns the text of a cell, without control characters. */
  public static String of(Cell cell) {
    if (cell instanceof Cell.Number number) {
      return number(number.value(), number.display());
    }
    if (cell instanceof Cell.Quantity quantity) {
      String text = number(quantity.value(), quantity.display());
      String unit = quantity.display().unit();
      return unit.isEmpty() ? text : text + " " + unit;
    }
    if (cell instanceof Cell.Day day) {
      return day.date().toString();
    }
    if (cell instanceof Cell.Words words) {
      return Printable.of(words.text());
    }
    if (cell instanceof Cell.Curve curve) {
      return curve(curve);
    }
    if (cell instanceof Cell.Bar bar) {
      return bar(bar);
    }
    return "";
  }

  /**
   * Returns the texts of the cells of one column, numbers of one unit with one number of decimals:
   * as many more than usual as the largest needs to show three digits.
   */
  public static List<String> ofColumn(List<Cell> cells) {
    double largest = 0;
    for (Cell cell : cells) {
      if (cell instanceof Cell.Number number && number.display().style() == Display.Style.FIXED) {
        largest = Math.max(largest, Math.abs(number.value()));
      }
    }
    List<String> texts = new ArrayList<>(cells.size());
    for (Cell cell : cells) {
      texts.add(
          cell instanceof Cell.Number number && number.display().style() == Display.Style.FIXED
              ? Decimals.withDecimals(
                  number.value(), Decimals.decimals(largest, number.display().digits()))
              : of(cell));
    }
    return texts;
  }

  private static String number(double value, Display display) {
    double hundredfold = value * 100;
    return switch (display.style()) {
      case FIXED -> Decimals.withDecimals(value, Decimals.decimals(value, display.digits()));
      case GROUPED -> Decimals.grouped(value);
      case SCIENTIFIC -> Decimals.scientific(value, display.digits());
      // the largest doubles have no hundredfold
      case PERCENT ->
          Double.isFinite(hundredfold)
              ? Decimals.withDecimals(hundredfold, Decimals.decimals(hundredfold, display.digits()))
              : "";
      case PERCENT_SIGNIFICANT ->
          Double.isFinite(hundredfold)
              ? Decimals.significant(hundredfold, display.digits()) + "%"
              : "";
      case SIGNIFICANT -> Decimals.significant(value, display.digits());
    };
  }

  private static String bar(Cell.Bar bar) {
    int from = column(bar, Math.min(bar.from(), bar.to()));
    int to = column(bar, Math.max(bar.from(), bar.to()));
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < BAR_WIDTH; column++) {
      boolean inside = column >= from && column <= to && bar.from() != bar.to();
      boolean mark = column == column(bar, bar.mark());
      text.append(mark ? '┃' : inside ? '█' : '·');
    }
    return text.toString();
  }

  private static int column(Cell.Bar bar, double value) {
    double width = bar.most() - bar.least();
    double share = width > 0 ? (value - bar.least()) / width : 0;
    return (int) Math.floor(share * (BAR_WIDTH - 1) + 0.5);
  }

  private static String curve(Cell.Curve curve) {
    StringBuilder text = new StringBuilder();
    for (double value : curve.values()) {
      double share = curve.full() > 0 ? value / curve.full() : 0;
      int level = (int) Math.floor(share * (BARS.length() - 1) + 0.5);
      text.append(BARS.charAt(Math.max(0, Math.min(BARS.length() - 1, level))));
    }
    return text.toString();
  }
}
