package org.stargatecalc.render;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/** The display form of cells; the only place where a number is rounded for people. */
public final class CellText {
  private static final int BAR_WIDTH = 21;

  /** Digits that every double is told apart by, and what is no difference but rounding. */
  private static final int MOST_DIGITS = 17;

  private static final double ROUNDING = 1e-12;
  private static final char DEADLINE = '│';
  private static final char REACHED = '╎';
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private CellText() {}

  /** Returns the text of a cell, without control characters. */
  public static String of(Cell cell) {
    if (cell instanceof Cell.Number number) {
      return number(number.value(), number.display(), number.error(), number.bound());
    }
    if (cell instanceof Cell.Quantity quantity) {
      String text =
          number(quantity.value(), quantity.display(), quantity.error(), quantity.bound());
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

  /** Returns the texts of a table, those of each column as {@link #ofColumn} has them. */
  public static List<List<String>> ofColumns(Block.Table table) {
    List<List<String>> texts = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      List<Cell> cells = new ArrayList<>(table.rows().size());
      for (List<Cell> row : table.rows()) {
        cells.add(row.get(c));
      }
      texts.add(ofColumn(cells));
    }
    return texts;
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
      if (cell instanceof Cell.Number number && number.display().style() == Display.Style.FIXED) {
        int decimals = Decimals.decimals(largest, number.display().digits());
        int known = Math.min(decimals, Decimals.decimalsOfError(number.error()));
        String text = Decimals.known(number.value(), known);
        boolean isBound =
            Double.isFinite(number.bound())
                && text.equals(Decimals.known(number.bound(), known))
                && Math.abs(number.value() - number.bound()) > ROUNDING * Math.abs(number.bound());
        texts.add(
            isBound
                ? apart(number.value(), number.bound(), number.display())
                : aligned(text, known, decimals));
      } else {
        texts.add(of(cell));
      }
    }
    return texts;
  }

  /** Decimals that are not known leave their room empty, so that points stand below each other. */
  private static String aligned(String text, int known, int decimals) {
    int missing = decimals - Math.max(0, known) + (known <= 0 && decimals > 0 ? 1 : 0);
    return text + " ".repeat(missing);
  }

  private static String number(double value, Display display, double error, double bound) {
    String text = number(value, display, error);
    boolean isApart =
        !Double.isFinite(bound)
            || Math.abs(value - bound) <= ROUNDING * Math.abs(bound)
            || !text.equals(number(bound, display, error));
    return isApart ? text : apart(value, bound, display);
  }

  /** Returns a number with as many more significant digits than usual as tell it from another. */
  private static String apart(double value, double other, Display display) {
    boolean percent = display == Display.PERCENT || display == Display.SHARE;
    double factor = percent ? 100 : 1;
    int digits = Math.max(1, display.digits());
    String text = Decimals.significant(value * factor, digits);
    while (digits < MOST_DIGITS && text.equals(Decimals.significant(other * factor, digits))) {
      digits++;
      text = Decimals.significant(value * factor, digits);
    }
    return display == Display.SHARE ? text + "%" : text;
  }

  private static String number(double value, Display display, double error) {
    int known = Decimals.decimalsOfError(error);
    if (known < Decimals.ALL && value != 0) {
      return estimate(value, display, known);
    }
    double hundredfold = value * 100;
    return switch (display.style()) {
      case FIXED -> Decimals.withDecimals(value, Decimals.decimals(value, display.digits()));
      case GROUPED -> Decimals.grouped(value);
      case SCIENTIFIC -> Decimals.scientific(value, display.digits());
      case WORDED -> Decimals.worded(value, display.digits());
      // the largest doubles have no hundredfold
      case PERCENT ->
          Double.isFinite(hundredfold)
              ? Decimals.withDecimals(hundredfold, Decimals.decimals(hundredfold, display.digits()))
              : "";
      case PERCENT_SIGNIFICANT ->
          Double.isFinite(hundredfold)
              ? Decimals.significant(Decimals.withoutNoise(hundredfold), display.digits()) + "%"
              : "";
      case SIGNIFICANT -> Decimals.significant(value, display.digits());
    };
  }

  /**
   * Returns a number with the digits that are known.
   *
   * @param known decimals of it, below 0 for tens and more
   */
  private static String estimate(double value, Display display, int known) {
    int magnitude = (int) Math.floor(StrictMath.log10(Math.abs(value)));
    int significant = Math.max(1, magnitude + 1 + known);
    return switch (display.style()) {
      case FIXED ->
          Decimals.known(value, Math.min(known, Decimals.decimals(value, display.digits())));
      case GROUPED -> Decimals.grouped(Decimals.rounded(value, known));
      case SCIENTIFIC -> Decimals.scientific(value, Math.min(display.digits(), significant));
      case WORDED -> Decimals.worded(value, Math.min(display.digits(), significant));
      case PERCENT ->
          Decimals.known(
              value * 100, Math.min(known - 2, Decimals.decimals(value * 100, display.digits())));
      case PERCENT_SIGNIFICANT ->
          Decimals.significant(
                  Decimals.withoutNoise(value * 100), Math.min(display.digits(), significant))
              + "%";
      case SIGNIFICANT -> Decimals.significant(value, Math.min(display.digits(), significant));
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
    for (int i = 0; i < curve.values().size(); i++) {
      double value = curve.values().get(i);
      if (i == curve.reached()) {
        text.append(REACHED);
      }
      double share = curve.full() > 0 ? value / curve.full() : 0;
      int level = (int) Math.floor(share * (BARS.length() - 1) + 0.5);
      text.append(BARS.charAt(Math.max(0, Math.min(BARS.length() - 1, level))));
      if (i == curve.deadline()) {
        text.append(DEADLINE);
      }
    }
    return text.toString();
  }
}
