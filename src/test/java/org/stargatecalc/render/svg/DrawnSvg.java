package org.stargatecalc.render.svg;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.stargatecalc.support.CommandResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A file of svg as a reader sees it: texts in their boxes, marks in the units of the axes. */
record DrawnSvg(Document document) {
  private static final Pattern PLACE = Pattern.compile("[ML](-?[\\d.]+) (-?[\\d.]+)");

  /** A text and what it covers. */
  record Text(String words, String kind, String anchor, double x, double y, double width) {
    private double size() {
      return kind.contains("t") ? 15 : 12;
    }

    double left() {
      return anchor.equals("end") ? x - width : anchor.equals("middle") ? x - width / 2 : x;
    }

    double right() {
      return left() + width;
    }

    double top() {
      return y - 0.76 * size();
    }

    double bottom() {
      return y + 0.24 * size();
    }

    /** Whether a line between two places of the page goes through it. */
    boolean isCrossed(Place from, Place to) {
      Rectangle2D box = new Rectangle2D.Double(left(), top(), width, bottom() - top());
      return box.intersectsLine(from.x(), from.y(), to.x(), to.y());
    }

    boolean overlaps(Text other) {
      double slack = 0.05;
      return left() < other.right() - slack
          && other.left() < right() - slack
          && top() < other.bottom() - slack
          && other.top() < bottom() - slack;
    }
  }

  /** A place in the units of the axes. */
  record Place(double x, double y) {}

  static DrawnSvg of(String text) {
    try {
      return new DrawnSvg(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    } catch (Exception e) {
      throw new AssertionError("no well-formed XML: " + text, e);
    }
  }

  /** Draws by the command line. */
  static DrawnSvg by(String... command) {
    return of(CommandResult.of(command).exits(0).stdout());
  }

  double[] size() {
    String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ");
    return new double[] {Double.parseDouble(box[2]), Double.parseDouble(box[3])};
  }

  List<Element> charts() {
    return elements(document.getDocumentElement(), "g").stream()
        .filter(g -> g.getAttribute("class").equals("chart"))
        .toList();
  }

  static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  List<Text> texts() {
    return texts(document.getDocumentElement());
  }

  /** The element of the first text that says something. */
  static Element element(Element parent, String words) {
    return elements(parent, "text").stream()
        .filter(text -> text.getTextContent().equals(words))
        .findFirst()
        .orElseThrow();
  }

  static List<Text> texts(Element parent) {
    List<Text> texts = new ArrayList<>();
    for (Element element : elements(parent, "text")) {
      String kind = element.getAttribute("class");
      boolean bold = kind.equals("t");
      String words = element.getTextContent();
      texts.add(
          new Text(
              words,
              kind,
              element.getAttribute("text-anchor"),
              number(element, "x"),
              number(element, "y") + below(element),
              TextWidth.of(words, bold ? 15 : 12, bold)));
    }
    return texts;
  }

  /** How far down the groups around an element move it. */
  private static double below(Element element) {
    double sum = 0;
    for (Node node = element; node instanceof Element group; node = node.getParentNode()) {
      Matcher matcher =
          Pattern.compile("translate\\(0 ([\\d.]+)\\)").matcher(group.getAttribute("transform"));
      sum += matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }
    return sum;
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** The marks of a chart in the order in which they were painted. */
  static List<Element> marks(Element chart) {
    List<Element> marks = new ArrayList<>();
    for (Element group : elements(chart, "g")) {
      if (group.getAttribute("class").equals("marks")) {
        NodeList nodes = group.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
          if (nodes.item(i) instanceof Element mark) {
            marks.add(mark);
          }
        }
      }
    }
    return marks;
  }

  /** The labels of the y axis: from a height on the page to what the axis says of it. */
  static DoubleUnaryOperator heights(Element chart, double per) {
    double down = below(chart);
    List<Text> ticks = texts(chart).stream().filter(text -> text.anchor().equals("end")).toList();
    Text first = ticks.get(0);
    Text last = ticks.get(ticks.size() - 1);
    double from = Double.parseDouble(first.words()) * per;
    double to = Double.parseDouble(last.words()) * per;
    double low = first.y() - down - 4;
    double high = last.y() - down - 4;
    return y -> from + (y - low) / (high - low) * (to - from);
  }

  /** The years of the x axis: from a place on the page to days since 1970-01-01. */
  static DoubleUnaryOperator days(Element chart) {
    List<Text> ticks =
        texts(chart).stream()
            .filter(
                text -> text.anchor().equals("middle") && text.words().matches("\\d{4}(-\\d\\d)?"))
            .toList();
    Text first = ticks.get(0);
    Text last = ticks.get(ticks.size() - 1);
    double from = day(first.words());
    double to = day(last.words());
    return x -> from + (x - first.x()) / (last.x() - first.x()) * (to - from);
  }

  private static double day(String label) {
    return LocalDate.parse(label.length() == 4 ? label + "-01-01" : label + "-01").toEpochDay();
  }

  /** The corners of a path in the units of a chart's axes. */
  static List<Place> places(Element path, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    List<Place> places = new ArrayList<>();
    Matcher matcher = PLACE.matcher(path.getAttribute("d"));
    while (matcher.find()) {
      places.add(
          new Place(
              x.applyAsDouble(Double.parseDouble(matcher.group(1))),
              y.applyAsDouble(Double.parseDouble(matcher.group(2)))));
    }
    return places;
  }
}
