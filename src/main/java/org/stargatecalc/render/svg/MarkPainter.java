package org.stargatecalc.render.svg;

import java.util.List;
import org.stargatecalc.chart.Mark;

/** Paints marks at their places. */
final class MarkPainter {
  private static final double DOT = 3.5;
  private static final double DIAMOND = 4.5;
  private static final double CAP = 4;

  private final Xml xml;
  private final Extent x;
  private final Extent y;

  MarkPainter(Xml xml, Extent x, Extent y) {
    this.xml = xml;
    this.x = x;
    this.y = y;
  }

  /** Paints a mark; rules are painted by the frame. */
  void paint(Mark mark) {
    if (mark instanceof Mark.Area area) {
      String kind = area.faint() ? " p" : " e";
      xml.empty("path", "class", "f" + Palette.word(area.tint()) + kind, "d", path(area.spans()));
    } else if (mark instanceof Mark.Line line) {
      line(line);
    } else if (mark instanceof Mark.Dots dots) {
      for (Mark.Point point : dots.points()) {
        dot(dots.shape(), dots.tint(), x.at(point.x()), y.at(point.y()), xml);
      }
    } else if (mark instanceof Mark.Box box) {
      box(box);
    } else if (mark instanceof Mark.Cells cells) {
      xml.empty("path", "class", "f" + Palette.word(cells.tint()), "d", cells(cells.cells()));
    } else if (mark instanceof Mark.Word word) {
      word(word);
    } else if (mark instanceof Mark.Edge edge) {
      edge(edge);
    } else if (mark instanceof Mark.Range range) {
      range(
          x.at(range.from().x()),
          y.at(range.from().y()),
          x.at(range.to().x()),
          y.at(range.to().y()),
          xml);
    }
  }

  /** Neighbours from left to right are one piece, so that a large map is short. */
  private String cells(List<Mark.Point> cells) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Mark.Point first = cells.get(i);
      double end = first.x() + 1;
      while (i + 1 < cells.size()
          && cells.get(i + 1).y() == first.y()
          && cells.get(i + 1).x() == end) {
        end++;
        i++;
      }
      path.append('M').append(place(first.x(), first.y()));
      path.append('H').append(Xml.number(x.at(end)));
      path.append('V').append(Xml.number(y.at(first.y() + 1)));
      path.append('H').append(Xml.number(x.at(first.x()))).append('Z');
    }
    return path.toString();
  }

  private void word(Mark.Word word) {
    double width = x.at(word.cell().x() + 1) - x.at(word.cell().x());
    double height = y.at(word.cell().y()) - y.at(word.cell().y() + 1);
    if (TextWidth.of(word.text()) <= width - 2 && height >= Page.LINE) {
      xml.words(
          "text",
          word.text(),
          "class",
          Palette.wordsOn(word.tint()),
          "x",
          Xml.number(x.at(word.cell().x() + 0.5)),
          "y",
          Xml.number(y.at(word.cell().y() + 0.5) + 4),
          "text-anchor",
          "middle");
    }
  }

  private void edge(Mark.Edge edge) {
    StringBuilder path = new StringBuilder();
    for (List<Mark.Point> border : edge.borders()) {
      path.append('M').append(place(border.get(0).x(), border.get(0).y()));
      path.append('L').append(place(border.get(1).x(), border.get(1).y()));
    }
    xml.empty("path", "class", "ed", "d", path.toString());
  }

  private void line(Mark.Line line) {
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (Mark.Point point : line.points()) {
      boolean there = Double.isFinite(point.y());
      if (there) {
        path.append(open ? 'L' : 'M').append(place(point.x(), point.y()));
      }
      open = there;
    }
    stroked(line.stroke(), line.tint(), path.toString(), xml);
  }

  /** Paints a line, of a mark or of its entry in the legend. */
  static void stroked(Mark.Stroke stroke, int tint, String path, Xml xml) {
    String kind = "l s" + Palette.word(tint);
    switch (stroke) {
      case SOLID -> xml.empty("path", "class", kind, "d", path);
      case DASHED -> xml.empty("path", "class", kind, "stroke-dasharray", "6 4", "d", path);
      case DOTTED -> xml.empty("path", "class", kind, "stroke-dasharray", "0.5 5", "d", path);
    }
  }

  private String place(double atX, double atY) {
    return Xml.number(x.at(atX)) + " " + Xml.number(y.at(atY));
  }

  private String path(List<Mark.Span> spans) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < spans.size(); i++) {
      int first = i;
      while (i < spans.size() && isThere(spans.get(i))) {
        i++;
      }
      for (int k = first; k < i; k++) {
        path.append(k == first ? 'M' : 'L').append(place(spans.get(k).x(), spans.get(k).high()));
      }
      for (int k = i - 1; k >= first; k--) {
        path.append('L').append(place(spans.get(k).x(), spans.get(k).low()));
      }
      path.append(i > first ? "Z" : "");
    }
    return path.toString();
  }

  private static boolean isThere(Mark.Span span) {
    return Double.isFinite(span.low()) && Double.isFinite(span.high());
  }

  /** Paints a point, of a mark or of its entry in the legend. */
  static void dot(Mark.Shape shape, int tint, double atX, double atY, Xml xml) {
    String word = Palette.word(tint);
    switch (shape) {
      case DISC ->
          xml.empty(
              "circle",
              "class",
              "f" + word + " e",
              "cx",
              Xml.number(atX),
              "cy",
              Xml.number(atY),
              "r",
              Xml.number(DOT));
      case RING ->
          xml.empty(
              "circle",
              "class",
              "o s" + word,
              "cx",
              Xml.number(atX),
              "cy",
              Xml.number(atY),
              "r",
              Xml.number(DOT));
      case DIAMOND ->
          xml.empty(
              "path",
              "class",
              "f" + word + " e",
              "d",
              "M"
                  + Xml.number(atX)
                  + " "
                  + Xml.number(atY - DIAMOND)
                  + "L"
                  + Xml.number(atX + DIAMOND)
                  + " "
                  + Xml.number(atY)
                  + "L"
                  + Xml.number(atX)
                  + " "
                  + Xml.number(atY + DIAMOND)
                  + "L"
                  + Xml.number(atX - DIAMOND)
                  + " "
                  + Xml.number(atY)
                  + "Z");
    }
  }

  private void box(Mark.Box box) {
    double left = Math.min(x.at(box.from().x()), x.at(box.to().x()));
    double right = Math.max(x.at(box.from().x()), x.at(box.to().x()));
    double top = Math.min(y.at(box.from().y()), y.at(box.to().y()));
    double bottom = Math.max(y.at(box.from().y()), y.at(box.to().y()));
    xml.empty(
        "rect",
        "class",
        "f" + Palette.word(box.tint()) + (box.faint() ? " p" : " e"),
        "x",
        Xml.number(left),
        "y",
        Xml.number(top),
        "width",
        Xml.number(right - left),
        "height",
        Xml.number(bottom - top));
  }

  /** Paints a line with caps, level or upright. */
  static void range(double fromX, double fromY, double toX, double toY, Xml xml) {
    boolean level = fromY == toY;
    double capX = level ? 0 : CAP;
    double capY = level ? CAP : 0;
    xml.empty(
        "path",
        "class",
        "ra",
        "d",
        segment(fromX, fromY, toX, toY)
            + segment(fromX - capX, fromY - capY, fromX + capX, fromY + capY)
            + segment(toX - capX, toY - capY, toX + capX, toY + capY));
  }

  private static String segment(double fromX, double fromY, double toX, double toY) {
    return "M"
        + Xml.number(fromX)
        + " "
        + Xml.number(fromY)
        + "L"
        + Xml.number(toX)
        + " "
        + Xml.number(toY);
  }
}
