package org.stargatecalc.render.svg;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.Picture;

/** Charts as elements of svg, in a file of their own or within a page. */
public final class SvgPictures {
  private static final double SHOWN = 1.5;

  private SvgPictures() {}

  /** Returns the rules that a page with charts needs once. */
  public static String style() {
    return Palette.style();
  }

  /**
   * Returns a chart as an element within a page.
   *
   * @param number its place on the page, by which its parts have names of their own
   */
  public static String inline(Chart chart, int number) {
    ChartPainter painter = new ChartPainter(chart);
    StringBuilder text = new StringBuilder();
    Xml xml = new Xml(text);
    String id = "chart" + number;
    xml.open(
        "svg",
        "class",
        "sc",
        "viewBox",
        "0 0 " + Xml.number(Page.WIDTH) + " " + Xml.number(painter.height()),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    xml.words("title", chart.title(), "id", id + "-title");
    xml.words("desc", chart.description(), "id", id + "-desc");
    text.append(painter.elements());
    xml.close("svg");
    return text.toString();
  }

  /** Returns the picture of a name, or the first that has anything to show. */
  static Picture chosen(Drawing drawing, Optional<String> name) {
    List<Picture> pictures = drawing.pictures();
    for (Picture picture : pictures) {
      if (name.isPresent() ? picture.name().equals(name.get()) : !picture.charts().isEmpty()) {
        return picture;
      }
    }
    return pictures.get(0);
  }

  /** Returns a file that shows pictures below each other. */
  static String file(List<Picture> pictures) {
    StringBuilder body = new StringBuilder();
    Xml xml = new Xml(body);
    StringBuilder title = new StringBuilder();
    StringBuilder described = new StringBuilder();
    double height = Page.PAD;
    for (Picture picture : pictures) {
      title.append(title.length() == 0 ? "" : " · ").append(picture.title());
      height = lines(picture.title(), height, xml);
      if (picture.charts().isEmpty()) {
        described.append(described.length() == 0 ? "" : " ").append(picture.instead());
        height = lines(picture.instead(), height, xml);
      }
      for (Chart chart : picture.charts()) {
        ChartPainter painter = new ChartPainter(chart);
        described.append(described.length() == 0 ? "" : " ").append(chart.description());
        xml.open("g", "class", "chart", "transform", "translate(0 " + Xml.number(height) + ")");
        body.append(painter.elements());
        xml.close("g");
        height += painter.height();
      }
    }
    height += Page.PAD;
    return head(title.toString(), described.toString(), height) + body + "</svg>\n";
  }

  private static String head(String title, String described, double height) {
    StringBuilder text = new StringBuilder();
    Xml xml = new Xml(text);
    xml.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "sc",
        "viewBox",
        "0 0 " + Xml.number(Page.WIDTH) + " " + Xml.number(height),
        "width",
        Xml.number(Page.WIDTH * SHOWN),
        "style",
        "max-width:100%;height:auto",
        "role",
        "img",
        "aria-labelledby",
        "title desc");
    xml.words("title", title, "id", "title");
    xml.words("desc", described, "id", "desc");
    text.append("<style>\n").append(Palette.style()).append("</style>\n");
    xml.empty("rect", "class", "bg", "width", "100%", "height", "100%");
    return text.toString();
  }

  private static double lines(String words, double from, Xml xml) {
    double height = from;
    for (String line : TextWidth.lines(words, Page.FONT, false, Page.WIDTH - 2 * Page.PAD)) {
      height += Page.LINE;
      xml.words("text", line, "class", "m", "x", Xml.number(Page.PAD), "y", Xml.number(height - 4));
    }
    return height;
  }
}
