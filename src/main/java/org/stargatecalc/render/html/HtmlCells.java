package org.stargatecalc.render.html;

import java.util.List;
import org.stargatecalc.render.Decimals;
import org.stargatecalc.report.Cell;

/** Cells as html: words with their tone, dates and numbers on one line, curves and bars drawn. */
final class HtmlCells {
  private static final double HIGH = 16;
  private static final double STEP = 5;
  private static final double WIDE = 120;

  private HtmlCells() {}

  /**
   * Returns a cell.
   *
   * @param plain its text, as a column has it
   */
  static String of(Cell cell, String plain) {
    if (cell instanceof Cell.Curve curve) {
      return curve(curve);
    }
    if (cell instanceof Cell.Bar bar) {
      return bar(bar);
    }
    if (cell instanceof Cell.Words words) {
      String text = HtmlText.of(plain);
      return words.tone() == Cell.Tone.PLAIN || text.isEmpty()
          ? text
          : "<b class=\"" + words.tone().id() + "\">" + text + "</b>";
    }
    if (cell instanceof Cell.Day) {
      return HtmlText.of(plain);
    }
    String text = HtmlText.escape(plain);
    return text.indexOf(' ') < 0 ? text : "<span class=\"q\">" + text + "</span>";
  }

  /** Glyphs of a proportional font would not stand on one line: a curve is drawn. */
  private static String curve(Cell.Curve curve) {
    List<Double> values = curve.values();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double share = curve.full() > 0 ? values.get(i) / curve.full() : 0;
      double height = Math.max(0.5, within(share) * HIGH);
      path.append('M').append(number(i * STEP)).append(' ').append(number(HIGH - height));
      path.append("h4V16h-4z");
    }
    return picture(values.size() * STEP, "<path d=\"" + path + "\"/>");
  }

  private static String bar(Cell.Bar bar) {
    double from = place(bar, Math.min(bar.from(), bar.to()));
    double to = place(bar, Math.max(bar.from(), bar.to()));
    String rectangle =
        "<path class=\"axis\" d=\"M0 8h120\"/><path d=\"M"
            + number(from)
            + " 3H"
            + number(to)
            + "V13H"
            + number(from)
            + "z\"/>";
    return picture(
        WIDE,
        rectangle + "<path class=\"mark\" d=\"M" + number(place(bar, bar.mark())) + " 0V16\"/>");
  }

  private static double place(Cell.Bar bar, double value) {
    double width = bar.most() - bar.least();
    double share = width > 0 ? (value - bar.least()) / width : 0;
    return within(share) * WIDE;
  }

  /** A share from 0 to 1; of what is undefined, 0. */
  private static double within(double share) {
    return Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
  }

  /** The numbers stand beside it: who does not see it misses nothing. */
  private static String picture(double width, String elements) {
    String wide = number(width);
    return "<svg class=\"spark\" aria-hidden=\"true\" preserveAspectRatio=\"none\" width=\""
        + wide
        + "\" height=\"16\" viewBox=\"0 0 "
        + wide
        + " 16\">"
        + elements
        + "</svg>";
  }

  private static String number(double value) {
    return Decimals.significant(Math.rint(value * 100) / 100 + 0.0, 7);
  }
}
