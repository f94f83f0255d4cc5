package org.stargatecalc.render.svg;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.Mark;

/** Paints one chart: title, axes, marks, legend and notes below each other. */
final class ChartPainter {
  private static final double TICK = 4;
  private static final double GAP = 6;
  private static final double ROW_GAP = 5;

  private final Chart chart;
  private final StringBuilder text = new StringBuilder();
  private final Xml xml = new Xml(text);
  private final double left;
  private final double right = Page.WIDTH - Page.MARGIN;
  private double height = Page.PAD;

  /** The words between the title and the plot. */
  private final List<RuleLabels.Box> head = new ArrayList<>();

  /** What is said of level rules beside which there is no room. */
  private final List<String> unplaced = new ArrayList<>();

  ChartPainter(Chart chart) {
    this.chart = chart;
    double labels = 0;
    for (Ticks.Tick tick : ticksBeside()) {
      labels = Math.max(labels, tick.width() + GAP + Page.PAD);
    }
    this.left = Math.max(Page.MARGIN, labels);
    paint();
  }

  /** Returns the elements, which begin at height 0. */
  String elements() {
    return text.toString();
  }

  /** Returns how high it is. */
  double height() {
    return height;
  }

  private List<Ticks.Tick> ticksBeside() {
    return chart.y() instanceof Axis.Columns columns
        ? Ticks.beside(columns, Ticks.cell(columns))
        : Ticks.of(chart.y(), Page.PLOT);
  }

  /** How high the plot is, unless it has rows. */
  private double plot() {
    return chart.y() instanceof Axis.Columns columns
        ? Ticks.cell(columns) * columns.labels().size()
        : Page.PLOT;
  }

  private static String title(Axis axis) {
    return axis instanceof Axis.Numbers numbers
        ? numbers.title()
        : axis instanceof Axis.Columns columns
            ? columns.title()
            : axis instanceof Axis.Days days ? days.title() : "";
  }

  private void paint() {
    for (String line :
        TextWidth.lines(chart.title(), Page.TITLE_FONT, true, Page.WIDTH - 2 * Page.PAD)) {
      height += Page.TITLE_LINE;
      words(line, Page.PAD, height - 4, "start", "t");
    }
    paragraph(chart.subtitle());
    height += GAP;
    paragraph(title(chart.y()));
    head.add(new RuleLabels.Box(0, 0, Page.WIDTH, height));
    for (Mark mark : chart.marks()) {
      if (mark instanceof Mark.Rule rule && rule.upright()) {
        upright(rule);
      }
    }
    height += GAP;
    double top = height;
    List<Double> rows = rowStarts();
    double bottom = rows.isEmpty() ? top + plot() : rows.get(rows.size() - 1);
    Extent x = Extent.of(chart.x(), left, right);
    Extent y = rows.isEmpty() ? Extent.of(chart.y(), bottom, top) : Extent.ofRows(rows, Page.BAR);
    axisY(y, top);
    axisX(x, top, bottom);
    rowLabels(rows);
    marks(x, y, top, bottom);
    height = new Legend(chart.marks(), xml).paint(height);
    if (!unplaced.isEmpty()) {
      paragraph("Levels without words: " + String.join(", ", unplaced) + ".");
    }
    for (String note : chart.notes()) {
      paragraph(note);
    }
    height += Page.PAD;
  }

  private void words(String words, double atX, double atY, String anchor, String kind) {
    List<String> attributes = new ArrayList<>(List.of("x", Xml.number(atX), "y", Xml.number(atY)));
    if (!kind.isEmpty()) {
      attributes.addAll(0, List.of("class", kind));
    }
    if (!anchor.equals("start")) {
      attributes.addAll(List.of("text-anchor", anchor));
    }
    xml.words("text", words, attributes.toArray(new String[0]));
  }

  /** Writes muted text in as many lines as it takes. */
  private void paragraph(String words) {
    if (!words.isEmpty()) {
      for (String line : TextWidth.lines(words, Page.FONT, false, Page.WIDTH - 2 * Page.PAD)) {
        height += Page.LINE;
        words(line, Page.PAD, height - 4, "start", "m");
      }
    }
  }

  /** Writes what stands above an upright rule, on a line of its own. */
  private void upright(Mark.Rule rule) {
    double width = TextWidth.of(rule.text());
    double half = width / 2;
    double at = Extent.of(chart.x(), left, right).at(rule.at());
    double middle = Math.max(Page.PAD + half, Math.min(Page.WIDTH - Page.PAD - half, at));
    height += Page.LINE;
    words(rule.text(), middle, height - 2, "middle", "");
    head.add(RuleLabels.box(middle - half, height - 2, width));
  }

  private static List<String> rowLabel(String label) {
    return TextWidth.lines(label, Page.FONT, false, Page.WIDTH - 2 * Page.PAD);
  }

  /** Returns where each row begins and the last ends. */
  private List<Double> rowStarts() {
    List<Double> starts = new ArrayList<>();
    if (chart.y() instanceof Axis.Rows rows) {
      for (String label : rows.labels()) {
        starts.add(height);
        height += ROW_GAP + rowLabel(label).size() * Page.LINE + Page.BAR;
      }
      starts.add(height);
    }
    return starts;
  }

  /** Writes the label of each row above its marks, over the grid. */
  private void rowLabels(List<Double> starts) {
    if (chart.y() instanceof Axis.Rows rows) {
      for (int row = 0; row < rows.labels().size(); row++) {
        double at = starts.get(row) + ROW_GAP;
        for (String line : rowLabel(rows.labels().get(row))) {
          at += Page.LINE;
          words(line, Page.PAD, at - 4, "start", "h");
        }
      }
    }
  }

  private void axisY(Extent y, double top) {
    for (Ticks.Tick tick : ticksBeside()) {
      double at = y.at(tick.at());
      if (chart.y() instanceof Axis.Numbers) {
        line("gr", left, at, right, at);
      }
      double line = at + 4 - (tick.lines().size() - 1) * Page.LINE / 2;
      for (String words : tick.lines()) {
        words(words, left - GAP, line, "end", "m");
        line += Page.LINE;
      }
    }
    if (!(chart.y() instanceof Axis.Rows)) {
      height = top + plot();
    }
  }

  private void axisX(Extent x, double top, double bottom) {
    boolean grid = chart.x() instanceof Axis.Numbers || chart.y() instanceof Axis.Rows;
    line("ax", left, bottom, right, bottom);
    height = bottom + TICK + Page.LINE;
    int lines = 1;
    for (Ticks.Tick tick : Ticks.of(chart.x(), right - left)) {
      double at = x.at(tick.at());
      double half = tick.width() / 2;
      if (grid) {
        line("gr", at, top, at, bottom);
      }
      line("ax", at, bottom, at, bottom + TICK);
      if (at - half >= 2 && at + half <= Page.WIDTH - 2) {
        lines = Math.max(lines, tick.lines().size());
        for (int i = 0; i < tick.lines().size(); i++) {
          words(tick.lines().get(i), at, height - 4 + i * Page.LINE, "middle", "m");
        }
      }
    }
    height += (lines - 1) * Page.LINE;
    paragraph(title(chart.x()));
    height += GAP;
  }

  private void marks(Extent x, Extent y, double top, double bottom) {
    xml.open("g", "class", "marks");
    MarkPainter painter = new MarkPainter(xml, x, y);
    for (Mark mark : chart.marks()) {
      if (mark instanceof Mark.Rule rule) {
        double at = (rule.upright() ? x : y).at(rule.at());
        rule(rule, at, top, bottom);
      } else {
        painter.paint(mark);
      }
    }
    xml.close("g");
    RuleLabels labels = new RuleLabels(chart.marks(), x, y, left, right, top, bottom, head);
    for (Mark mark : chart.marks()) {
      if (mark instanceof Mark.Rule rule && !rule.upright()) {
        labels
            .of(rule)
            .ifPresentOrElse(
                place -> words(rule.text(), place.x(), place.y(), "start", "h"),
                () -> unplaced.add(rule.text()));
      }
    }
  }

  private void rule(Mark.Rule rule, double at, double top, double bottom) {
    String dashes =
        switch (rule.stroke()) {
          case SOLID -> "none";
          case DASHED -> "5 3";
          case DOTTED -> "1 3";
        };
    xml.empty(
        "line",
        "class",
        "ru",
        "stroke-dasharray",
        dashes,
        "x1",
        Xml.number(rule.upright() ? at : left),
        "y1",
        Xml.number(rule.upright() ? top : at),
        "x2",
        Xml.number(rule.upright() ? at : right),
        "y2",
        Xml.number(rule.upright() ? bottom : at));
  }

  private void line(String kind, double fromX, double fromY, double toX, double toY) {
    xml.empty(
        "line",
        "class",
        kind,
        "x1",
        Xml.number(fromX),
        "y1",
        Xml.number(fromY),
        "x2",
        Xml.number(toX),
        "y2",
        Xml.number(toY));
  }
}
