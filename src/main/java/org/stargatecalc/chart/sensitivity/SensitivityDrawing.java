package org.stargatecalc.chart.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.stargatecalc.analysis.sensitivity.RankCorrelation;
import org.stargatecalc.analysis.sensitivity.SobolIndices;
import org.stargatecalc.analysis.sensitivity.Target;
import org.stargatecalc.analysis.sensitivity.Tornado;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.chart.Picture;

/** Which input moves an answer, as bars below each other. */
public final class SensitivityDrawing implements Drawing {
  private static final int MOST_ROWS = 20;
  private static final double TOP = 0.08;
  private static final double BOTTOM = 0.92;

  private final String name;
  private final String title;
  private final Target target;
  private final int inputs;
  private final List<String> rows = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private String said = "";
  private NumberAxis range = new NumberAxis();
  private String axis = "";

  private SensitivityDrawing(String name, String title, Target target, int inputs) {
    this.name = name;
    this.title = title;
    this.target = target;
    this.inputs = inputs;
  }

  /**
   * Draws a tornado: the answer with each input low and high, on both sides of the central case.
   */
  public static SensitivityDrawing tornado(Target target, Tornado.Result tornado) {
    SensitivityDrawing drawing =
        new SensitivityDrawing("tornado", "Tornado", target, tornado.swings().size());
    drawing.range = new NumberAxis(tornado.central());
    for (Tornado.Swing swing : shown(tornado.swings(), swing -> swing.size() > 0)) {
      int row = drawing.rows.size();
      drawing.rows.add(swing.input().path());
      drawing.box("input at its 10 % quantile", 4, row, tornado.central(), swing.low());
      drawing.box("input at its 90 % quantile", 5, row, tornado.central(), swing.high());
    }
    String central = ChartText.quantity(tornado.central(), target.metric().unit());
    drawing.marks.add(
        new Mark.Rule("central case " + central, true, Mark.Stroke.SOLID, tornado.central()));
    drawing.said = "Central case: " + central + ".";
    return drawing;
  }

  /** Draws rank correlations from −1 to 1. */
  public static SensitivityDrawing rank(
      Target target, List<RankCorrelation.Correlation> correlations) {
    SensitivityDrawing drawing =
        new SensitivityDrawing("rank", "Rank correlation", target, correlations.size());
    drawing.axis = "Spearman’s rank correlation";
    drawing.range = new NumberAxis().with(-1).with(1);
    for (RankCorrelation.Correlation correlation :
        shown(correlations, one -> Math.abs(one.spearman()) > 0)) {
      int row = drawing.rows.size();
      drawing.rows.add(correlation.input().path());
      double spearman = correlation.spearman();
      drawing.box(
          spearman < 0 ? "the answer falls" : "the answer rises",
          spearman < 0 ? 4 : 5,
          row,
          0,
          spearman);
    }
    return drawing;
  }

  /** Draws the share of variance of each input, alone and with its interactions. */
  public static SensitivityDrawing sobol(Target target, List<SobolIndices.Index> indices) {
    SensitivityDrawing drawing =
        new SensitivityDrawing("sobol", "Sobol indices", target, indices.size());
    drawing.axis = "share of the answer’s variance";
    drawing.range = new NumberAxis().with(1);
    for (SobolIndices.Index index : shown(indices, one -> one.total().value() > 0)) {
      int row = drawing.rows.size();
      drawing.rows.add(index.input().path());
      drawing.index("alone (first order)", 4, row + TOP, row + 0.46, index.firstOrder());
      drawing.index("with its interactions (total)", 5, row + 0.54, row + BOTTOM, index.total());
    }
    return drawing;
  }

  /** The first inputs that move anything; one row if none does. */
  private static <T> List<T> shown(List<T> all, Predicate<T> moves) {
    List<T> shown = new ArrayList<>();
    for (T one : all) {
      if (shown.size() < MOST_ROWS && moves.test(one)) {
        shown.add(one);
      }
    }
    return shown.isEmpty() ? all.subList(0, Math.min(1, all.size())) : shown;
  }

  private void box(String label, int tint, int row, double from, double to) {
    if (Double.isFinite(to) && from != to) {
      range.with(to);
      marks.add(
          new Mark.Box(
              label,
              tint,
              false,
              new Mark.Point(from, row + TOP),
              new Mark.Point(to, row + BOTTOM)));
    }
  }

  private void index(
      String label, int tint, double top, double bottom, SobolIndices.Estimate estimate) {
    if (Double.isFinite(estimate.value())) {
      range.with(estimate.value()).with(estimate.low()).with(estimate.high());
      double middle = (top + bottom) / 2;
      marks.add(
          new Mark.Box(
              label,
              tint,
              false,
              new Mark.Point(0, top),
              new Mark.Point(estimate.value(), bottom)));
      if (estimate.low() < estimate.high()) {
        marks.add(
            new Mark.Range(
                "90 % interval",
                new Mark.Point(estimate.low(), middle), new Mark.Point(estimate.high(), middle)));
      }
    }
  }

  @Override
  public List<Picture> pictures() {
    String of = ChartText.sentence(target.metric().label()) + " on " + target.date();
    int left = inputs - rows.size();
    List<String> notes =
        left == 0
            ? List.of()
            : List.of(
                left == 1
                    ? "One more input moves less, or nothing."
                    : left + " more inputs move less, or nothing.");
    Axis.Numbers numbers =
        axis.isEmpty()
            ? range.of(target.metric().label(), target.metric().unit())
            : range.axis(axis, 1);
    Chart chart =
        new Chart(
            of + " by input",
            said,
            title
                + " of "
                + target.metric().label()
                + " on "
                + target.date()
                + ". "
                + said
                + " Those that matter most first: "
                + String.join(", ", rows)
                + ".",
            numbers,
            new Axis.Rows(rows),
            marks,
            notes);
    return List.of(new Picture(name, title + ": " + target.label(), List.of(chart)));
  }
}
