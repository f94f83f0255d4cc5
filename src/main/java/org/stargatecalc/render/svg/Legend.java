package org.stargatecalc.render.svg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stargatecalc.chart.Mark;

/** Names the marks below a plot, as many beside each other as there is room for. */
final class Legend {
  private static final double GAP = 14;
  private static final double BESIDE = 6;

  private final List<Mark> entries = new ArrayList<>();
  private final Xml xml;

  Legend(List<Mark> marks, Xml xml) {
    this.xml = xml;
    Set<String> seen = new HashSet<>();
    for (Mark mark : marks) {
      if (!mark.label().isEmpty() && seen.add(mark.label())) {
        entries.add(mark);
      }
    }
  }

  /** Paints it from a height on; returns the height at which it ends. */
  double paint(double top) {
    double left = Page.PAD;
    double line = top;
    double room = Page.WIDTH - 2 * Page.PAD - Page.SWATCH - BESIDE;
    for (Mark entry : entries) {
      List<String> words = TextWidth.lines(entry.label(), Page.FONT, false, room);
      double width = 0;
      for (String text : words) {
        width = Math.max(width, TextWidth.of(text));
      }
      width += Page.SWATCH + BESIDE;
      if (left > Page.PAD && left + width > Page.WIDTH - Page.PAD) {
        left = Page.PAD;
        line += Page.LINE;
      }
      swatch(entry, left, line + Page.LINE / 2);
      for (int i = 0; i < words.size(); i++) {
        line += i == 0 ? 0 : Page.LINE;
        xml.words(
            "text",
            words.get(i),
            "x",
            Xml.number(left + Page.SWATCH + BESIDE),
            "y",
            Xml.number(line + Page.FONT));
      }
      left += width + GAP;
    }
    return entries.isEmpty() ? top : line + Page.LINE;
  }

  private void swatch(Mark mark, double left, double middle) {
    double right = left + Page.SWATCH;
    String path =
        "M"
            + Xml.number(left)
            + " "
            + Xml.number(middle)
            + "L"
            + Xml.number(right)
            + " "
            + Xml.number(middle);
    if (mark instanceof Mark.Area area) {
      rectangle(area.tint(), area.faint(), left, middle);
    } else if (mark instanceof Mark.Box box) {
      rectangle(box.tint(), box.faint(), left, middle);
    } else if (mark instanceof Mark.Cells cells) {
      rectangle(cells.tint(), false, left, middle);
    } else if (mark instanceof Mark.Edge) {
      rectangle(Mark.APART, false, left, middle);
      xml.empty("path", "class", "ed", "d", path);
    } else if (mark instanceof Mark.Line line) {
      MarkPainter.stroked(line.stroke(), line.tint(), path, xml);
    } else if (mark instanceof Mark.Dots dots) {
      MarkPainter.dot(dots.shape(), dots.tint(), (left + right) / 2, middle, xml);
    } else if (mark instanceof Mark.Range) {
      MarkPainter.range(left, middle, right, middle, xml);
    }
  }

  private void rectangle(int tint, boolean faint, double left, double middle) {
    xml.empty(
        "rect",
        "class",
        "f" + Palette.word(tint) + (faint ? " p" : " e"),
        "x",
        Xml.number(left),
        "y",
        Xml.number(middle - 5),
        "width",
        Xml.number(Page.SWATCH),
        "height",
        "10");
  }
}
