package org.stargatecalc.render;

import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Display;

/** The display form of cells; the only place where a number is rounded for people. */
public final class CellText {
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
    return "";
  }

  private static String number(double value, Display display) {
    return switch (display.style()) {
      case FIXED -> Decimals.fixed(value, display.digits());
      case GROUPED -> Decimals.grouped(value);
      case SCIENTIFIC -> Decimals.scientific(value, display.digits());
      case PERCENT -> Decimals.fixed(value * 100, display.digits());
      case SIGNIFICANT -> Decimals.significant(value, display.digits());
    };
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
