package org.stargatecalc.chart.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;

/** One parameter from left to right: a chart for each claim, then for each metric. */
final class LineCharts {
  /** The most points of a line; a plot is no wider than these are apart. */
  private static final int MOST_POINTS = 400;

  /** So few points are dots on their line. */
  private static final int MOST_DOTS = 40;

  private static final int MOST_TURNS = 4;

  private final Question question;
  private final ParameterAxis parameter;
  private final List<Placed> rows = new ArrayList<>();
  private final int all;

  /** A row and where it lies. */
  private record Placed(double x, String text, SweepRow row) {}

  /** Rows that follow each other and have one verdict. */
  private record Run(String verdict, Placed first, Placed last) {}

  LineCharts(Sweep sweep, ParameterAxis parameter) {
    this.question = sweep.question();
    this.parameter = parameter;
    this.all = sweep.size();
    for (int place = 0; place < all; place++) {
      rows.add(
          new Placed(
              parameter.places().get(place),
              ParameterAxis.shortened(parameter.texts().get(place)),
              sweep.row(place)));
    }
    rows.sort(Comparator.comparingDouble(Placed::x));
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    for (int c = 0; c < question.claims().size(); c++) {
      charts.add(claim(c));
      if (odds(valid(), c).distinct().count() > 1) {
        charts.add(odds(c));
      }
    }
    List<String> same = new ArrayList<>();
    for (int m = 0; m < question.metrics().size(); m++) {
      if (question.metrics().get(m).kind() != Metric.Kind.TEXT) {
        if (moves(m)) {
          charts.add(metric(m));
        } else {
          same.add(unmoved(m));
        }
      }
    }
    if (!same.isEmpty() && !charts.isEmpty()) {
      Chart last = charts.remove(charts.size() - 1);
      String what = "The same at every value, on " + question.at() + ": ";
      charts.add(last.withNote(what + String.join(", ", same) + "."));
    }
    return charts;
  }

  /** Whether a metric, or what the draws say of it, is not the same in all rows that have it. */
  private boolean moves(int metric) {
    return (question.metrics().size() == 1 && question.claims().isEmpty())
        || valid().map(row -> row.values().get(metric)).distinct().count() > 1
        || valid().map(row -> row.spread().map(s -> s.quantiles().get(metric))).distinct().count()
            > 1;
  }

  private Stream<SweepRow> valid() {
    return rows.stream().map(Placed::row).filter(SweepRow::isValid);
  }

  private String unmoved(int index) {
    Metric metric = question.metrics().get(index);
    double value = valid().findFirst().map(row -> row.values().get(index)).orElse(NONE);
    return metric.label()
        + " "
        + (Double.isFinite(value) ? ChartText.quantity(value, metric.unit()) : "undefined");
  }

  private Chart claim(int index) {
    Claim claim = question.claims().get(index);
    ToDoubleFunction<SweepRow> value =
        row -> row.answers().get(index).map(a -> a.value().orElse(NONE)).orElse(NONE);
    List<Run> runs = runs(index);
    NumberAxis height = new NumberAxis().with(claim.atLeast());
    List<Mark> line = line("", value, height);
    Axis.Numbers y = height.of(ChartText.what(claim) + " by " + claim.by(), claim.metric().unit());
    List<Mark> marks = new ArrayList<>();
    if (parameter.isContinuous()) {
      for (int i = 1; i < runs.size(); i++) {
        marks.add(
            new Mark.Box(
                "between these the verdict turns",
                Mark.GREY,
                true,
                new Mark.Point(runs.get(i - 1).last().x(), y.least()),
                new Mark.Point(runs.get(i).first().x(), y.most())));
      }
    }
    marks.addAll(line);
    marks.addAll(dots(index, value));
    marks.add(
        new Mark.Rule(
            ChartText.atLeast(claim.atLeast(), claim.metric().unit(), y),
            false,
            Mark.Stroke.DASHED,
            claim.atLeast()));
    List<Double> odds = odds(valid(), index).distinct().toList();
    String drawn =
        odds.size() == 1
            ? " Met in " + ChartText.percent(odds.get(0)) + " of the draws at every value."
            : "";
    String central = question.percentiles().isPresent() ? "Central case: " : "";
    return chart(ChartText.title(claim), central + said(runs) + drawn, y, marks);
  }

  private static final double NONE = Double.NaN;

  /** In what share of its draws each row meets a claim. */
  private static Stream<Double> odds(Stream<SweepRow> rows, int claim) {
    return rows.flatMap(row -> row.spread().stream())
        .map(spread -> spread.met().get(claim))
        .filter(Double::isFinite);
  }

  private List<Run> runs(int claim) {
    List<Run> runs = new ArrayList<>();
    for (Placed placed : rows) {
      String verdict = verdict(placed.row(), claim);
      Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last.verdict().equals(verdict)) {
        runs.set(runs.size() - 1, new Run(verdict, last.first(), placed));
      } else {
        runs.add(new Run(verdict, placed, placed));
      }
    }
    return runs;
  }

  private static String verdict(SweepRow row, int claim) {
    return row.isValid()
        ? row.answers().get(claim).map(a -> a.verdict().label()).orElse("not asked")
        : "invalid";
  }

  private static String said(List<Run> runs) {
    if (runs.size() == 1) {
      return ChartText.sentence(runs.get(0).verdict()) + " at every value.";
    }
    if (runs.size() > MOST_TURNS) {
      return "The verdict turns " + (runs.size() - 1) + " times.";
    }
    StringBuilder said = new StringBuilder();
    for (Run run : runs) {
      said.append(said.length() == 0 ? "" : ", ").append(run.verdict());
      boolean isOne = run.first().equals(run.last());
      said.append(isOne ? " at " : " from ").append(run.first().text());
      said.append(isOne ? "" : " to " + run.last().text());
    }
    return ChartText.sentence(said.append('.').toString());
  }

  /** A dot a row, by its verdict; none where they are too many to be told apart. */
  private List<Mark> dots(int claim, ToDoubleFunction<SweepRow> value) {
    Map<String, List<Mark.Point>> byVerdict = new LinkedHashMap<>();
    if (rows.size() <= MOST_DOTS) {
      for (Placed placed : rows) {
        double y = value(placed, value);
        if (Double.isFinite(y)) {
          byVerdict
              .computeIfAbsent(verdict(placed.row(), claim), verdict -> new ArrayList<>())
              .add(new Mark.Point(placed.x(), y));
        }
      }
    }
    List<Mark> dots = new ArrayList<>();
    byVerdict.forEach(
        (verdict, points) ->
            dots.add(
                new Mark.Dots(
                    verdict,
                    verdict.equals("met") ? 0 : verdict.equals("late") ? 1 : 5,
                    verdict.equals("met")
                        ? Mark.Shape.DISC
                        : verdict.equals("late") ? Mark.Shape.RING : Mark.Shape.DIAMOND,
                    points)));
    return dots;
  }

  private Chart odds(int index) {
    Claim claim = question.claims().get(index);
    ToDoubleFunction<SweepRow> met =
        row -> row.spread().map(spread -> 100 * spread.met().get(index)).orElse(NONE);
    NumberAxis height = new NumberAxis().with(100);
    List<Mark> marks = new ArrayList<>(line("", met, height));
    marks.addAll(plain(met));
    return chart(
        "Odds: " + ChartText.title(claim),
        "Share of the draws in which it is met.",
        height.axis("met, % of the draws", 1),
        marks);
  }

  private Chart metric(int index) {
    Metric metric = question.metrics().get(index);
    MetricUnit unit = metric.unit();
    ToDoubleFunction<SweepRow> value = row -> row.values().get(index);
    NumberAxis height = new NumberAxis();
    List<Mark> marks = new ArrayList<>();
    spread(index, height).ifPresent(marks::add);
    boolean isDrawn = !marks.isEmpty();
    marks.addAll(line(isDrawn ? "central case" : "", value, height));
    marks.addAll(plain(value));
    boolean isSum = metric.kind() == Metric.Kind.FLOW;
    return chart(
        ChartText.sentence(metric.label()),
        ends(value, unit),
        height.of(metric.label() + (isSum ? " up to " : " on ") + question.at(), unit),
        marks);
  }

  private String ends(ToDoubleFunction<SweepRow> value, MetricUnit unit) {
    List<Placed> defined =
        rows.stream().filter(placed -> Double.isFinite(value(placed, value))).toList();
    if (defined.isEmpty()) {
      return "Undefined at every value.";
    }
    Placed first = defined.get(0);
    Placed last = defined.get(defined.size() - 1);
    return ChartText.quantity(value.applyAsDouble(first.row()), unit)
        + " at "
        + first.text()
        + ", "
        + ChartText.quantity(value.applyAsDouble(last.row()), unit)
        + " at "
        + last.text()
        + ".";
  }

  /** From the lowest to the highest quantile of the draws. */
  private Optional<Mark> spread(int metric, NumberAxis height) {
    List<Integer> percentiles = question.percentiles().orElse(List.of());
    if (percentiles.size() < 2 || !parameter.isContinuous()) {
      return Optional.empty();
    }
    List<Mark.Span> spans = new ArrayList<>();
    for (Placed placed : drawn()) {
      List<Double> quantiles =
          placed.row().spread().map(s -> s.quantiles().get(metric)).orElse(List.of());
      boolean isThere = !quantiles.isEmpty();
      double low = isThere ? quantiles.get(0) : NONE;
      double high = isThere ? quantiles.get(quantiles.size() - 1) : NONE;
      height.with(low).with(high);
      spans.add(new Mark.Span(placed.x(), low, high));
    }
    String range =
        ChartText.percentile(percentiles.get(0))
            + " to "
            + ChartText.percentile(percentiles.get(percentiles.size() - 1))
            + " of the draws";
    return Optional.of(new Mark.Area(range, 0, true, spans));
  }

  private List<Mark> line(String label, ToDoubleFunction<SweepRow> value, NumberAxis height) {
    List<Mark.Point> points = points(drawn(), value);
    points.forEach(point -> height.with(point.y()));
    return parameter.isContinuous()
        ? List.of(new Mark.Line(label, 0, Mark.Stroke.SOLID, points))
        : List.of();
  }

  /** Dots on a line that has no verdicts; alone where nothing lies between two places. */
  private List<Mark> plain(ToDoubleFunction<SweepRow> value) {
    List<Mark.Point> points = points(drawn(), value);
    points.removeIf(point -> !Double.isFinite(point.y()));
    return rows.size() <= MOST_DOTS || !parameter.isContinuous()
        ? List.of(new Mark.Dots("", 0, Mark.Shape.DISC, points))
        : List.of();
  }

  private static List<Mark.Point> points(List<Placed> rows, ToDoubleFunction<SweepRow> value) {
    List<Mark.Point> points = new ArrayList<>();
    for (Placed placed : rows) {
      points.add(new Mark.Point(placed.x(), value(placed, value)));
    }
    return points;
  }

  private static double value(Placed placed, ToDoubleFunction<SweepRow> value) {
    return placed.row().isValid() ? value.applyAsDouble(placed.row()) : NONE;
  }

  /** The rows that are drawn: all, or so many at even distances, the last among them. */
  private List<Placed> drawn() {
    if (rows.size() <= MOST_POINTS) {
      return rows;
    }
    List<Placed> some = new ArrayList<>();
    for (int i = 0; i < MOST_POINTS; i++) {
      some.add(rows.get((int) Math.round(i * (rows.size() - 1.0) / (MOST_POINTS - 1))));
    }
    return some;
  }

  private Chart chart(String title, String said, Axis.Numbers y, List<Mark> marks) {
    List<String> notes = new ArrayList<>();
    if (rows.size() > MOST_POINTS) {
      notes.add(
          "The line goes through " + MOST_POINTS + " of " + ChartText.number(all) + " values.");
    }
    long invalid = rows.stream().filter(placed -> !placed.row().isValid()).count();
    if (invalid > 0) {
      notes.add(invalid + " of " + all + " values cannot be projected and are left out.");
    }
    String over = rows.get(0).text() + " to " + rows.get(rows.size() - 1).text();
    String description = y.title() + " by " + parameter.path() + " from " + over + ". " + said;
    return new Chart(
        title, said, ChartText.sentence(description), parameter.axis(), y, marks, notes);
  }
}
