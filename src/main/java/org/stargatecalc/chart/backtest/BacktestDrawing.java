package org.stargatecalc.chart.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.BacktestPoint;
import org.stargatecalc.analysis.backtest.Band;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.PointSet;
import org.stargatecalc.analysis.backtest.Score;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.chart.Picture;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.SitePower;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.scenario.ScenarioResolver;

/** The recorded points of each subject over what the scenario has, with what it misses them by. */
public final class BacktestDrawing implements Drawing {
  private static final int MOST_SITES = 6;

  private final Backtest backtest;
  private final Band band;
  private final String credit;

  /**
   * Creates it.
   *
   * @param band the range that the scenario states
   * @param credit of the record
   */
  public BacktestDrawing(Backtest backtest, Band band, String credit) {
    this.backtest = backtest;
    this.band = band;
    this.credit = credit;
  }

  @Override
  public List<Picture> pictures() {
    String title = backtest.spec().title().orElse(backtest.spec().name());
    List<Chart> charts = new ArrayList<>();
    List<Subject> drawn = drawn();
    Projection projection = projection();
    for (Subject subject : drawn) {
      charts.add(chart(subject, projection));
    }
    int left = (int) backtest.subjects().stream().filter(BacktestDrawing::isDrawn).count();
    if (!charts.isEmpty()) {
      Chart last = charts.remove(charts.size() - 1);
      int more = left - drawn.size();
      charts.add(
          more == 0
              ? last.withNote(credit)
              : last.withNote(more + " sites of less power are not drawn.").withNote(credit));
    }
    return List.of(
        new Picture(
            "backtest", "Backtest: " + title, charts, "No point of the record can be compared."));
  }

  /** The largest and the sum of several, then the sites of which most power is recorded. */
  private List<Subject> drawn() {
    List<Subject> drawn = new ArrayList<>();
    for (Subject subject : backtest.subjects()) {
      if (subject.scope() != Subject.Scope.SITE && isDrawn(subject)) {
        drawn.add(subject);
      }
    }
    backtest.sites().stream()
        .filter(BacktestDrawing::isDrawn)
        .sorted(Comparator.comparingDouble(BacktestDrawing::most).reversed())
        .limit(MOST_SITES)
        .forEach(drawn::add);
    return drawn;
  }

  private static boolean isDrawn(Subject subject) {
    return !points(subject).isEmpty();
  }

  private static List<BacktestPoint> points(Subject subject) {
    return subject.points().stream().filter(p -> p.basis() == Basis.FACILITY).toList();
  }

  private static double most(Subject subject) {
    return points(subject).stream().mapToDouble(BacktestPoint::recordedMw).max().orElse(0);
  }

  /** The projection with every compared date as a node, as it was compared. */
  private Projection projection() {
    double[] instants =
        backtest.subjects().stream()
            .flatMap(subject -> points(subject).stream())
            .mapToDouble(point -> Instants.endOf(point.date()))
            .toArray();
    return ProjectionEngine.project(new ScenarioResolver(backtest.spec()).central(), instants);
  }

  private Chart chart(Subject subject, Projection projection) {
    List<BacktestPoint> points = points(subject);
    NumberAxis height = new NumberAxis();
    List<Mark> marks = new ArrayList<>();
    List<Mark> ranges = ranges(subject, points, height);
    String model = ranges.isEmpty() ? "projected" : "projected, central case";
    marks.add(
        new Mark.Line(model, 0, Mark.Stroke.SOLID, path(subject, points, projection, height)));
    addModel(ModelReading.PLAN, "planned in an older vintage", 2, points, height, marks);
    Optional<Score> best = subject.bestBaseline(Subject.Window.HAPPENED, Basis.FACILITY);
    best.filter(score -> !score.model().equals(ModelReading.PLAN))
        .ifPresent(
            score ->
                addModel(
                    score.model(),
                    "best baseline so far: " + score.model(),
                    Mark.GREY,
                    points,
                    height,
                    marks));
    int missed = addMisses(points, marks);
    marks.addAll(ranges);
    addRecorded(PointSet.HAPPENED, "recorded", Mark.Shape.DISC, points, height, marks);
    addRecorded(
        PointSet.FORECAST, "expected by the record", Mark.Shape.RING, points, height, marks);
    addRecorded(PointSet.ANNOUNCED, "announced", Mark.Shape.DIAMOND, points, height, marks);
    long compared = points.stream().filter(p -> p.set() != PointSet.ANNOUNCED).count();
    String said =
        compared == 0
            ? "Announcements alone."
            : missed == 0
                ? "Within 1 % at " + (compared == 1 ? "its point." : "all " + compared + " points.")
                : "More than 1 % off at " + missed + " of " + compared + " points.";
    return new Chart(
        subject.title(),
        said,
        "Facility power of " + subject.title() + ", recorded and projected. " + said,
        new Axis.Days(projection.horizon().start(), projection.horizon().end()),
        height.of(
            subject.scenarioSite().isPresent()
                ? "facility power"
                : "facility power at the end of each quarter",
            MetricUnit.GW),
        marks,
        List.of());
  }

  /** A site at every node; of several what is compared, at the end of each quarter. */
  private static List<Mark.Point> path(
      Subject subject, List<BacktestPoint> points, Projection projection, NumberAxis height) {
    List<Mark.Point> path = new ArrayList<>();
    if (subject.scenarioSite().isPresent()) {
      SitePower power = projection.site(subject.scenarioSite().get(), Basis.FACILITY);
      for (int k = 0; k < projection.nodes(); k++) {
        double instant = projection.instant(k);
        path.add(new Mark.Point(instant, power.at(instant)));
      }
    } else {
      points.forEach(point -> path.add(at(point, point.projection().mw())));
    }
    path.forEach(point -> height.with(point.y()));
    return path;
  }

  private static Mark.Point at(BacktestPoint point, double mw) {
    return new Mark.Point(Instants.endOf(point.date()), mw / Scale.KILO);
  }

  private List<Mark> ranges(Subject subject, List<BacktestPoint> points, NumberAxis height) {
    List<Mark> ranges = new ArrayList<>();
    if (subject.scenarioSite().isEmpty()) {
      return ranges;
    }
    for (BacktestPoint point : points) {
      band.at(subject.scenarioSite().get(), Basis.FACILITY, point.date())
          .filter(range -> range.lowMw() < range.highMw())
          .ifPresent(
              range -> {
                height.with(range.highMw() / Scale.KILO);
                ranges.add(
                    new Mark.Range(
                        "p05 to p95 of the draws",
                        at(point, range.lowMw()),
                        at(point, range.highMw())));
              });
    }
    return ranges;
  }

  private static void addModel(
      String model,
      String label,
      int tint,
      List<BacktestPoint> points,
      NumberAxis height,
      List<Mark> marks) {
    List<Mark.Point> path = new ArrayList<>();
    for (BacktestPoint point : points) {
      double mw = point.estimate(model).map(ModelReading::mw).orElse(Double.NaN);
      if (point.set() != PointSet.ANNOUNCED && Double.isFinite(mw)) {
        path.add(at(point, mw));
        height.with(mw / Scale.KILO);
      }
    }
    if (path.size() > 1) {
      Mark.Stroke stroke = tint == Mark.GREY ? Mark.Stroke.DOTTED : Mark.Stroke.DASHED;
      marks.add(new Mark.Line(label, tint, stroke, path));
    }
  }

  /** Joins what is recorded with what is projected where these are apart; returns how many are. */
  private static int addMisses(List<BacktestPoint> points, List<Mark> marks) {
    int missed = 0;
    for (BacktestPoint point : points) {
      boolean isOff = Math.abs(point.errorMw()) > Score.TOLERANCE * point.recordedMw();
      if (point.set() != PointSet.ANNOUNCED && isOff) {
        missed++;
        Mark.Point recorded = at(point, point.recordedMw());
        marks.add(
            new Mark.Line(
                "off by more than 1 %",
                1, Mark.Stroke.SOLID, List.of(recorded, at(point, point.projection().mw()))));
      }
    }
    return missed;
  }

  private static void addRecorded(
      PointSet set,
      String label,
      Mark.Shape shape,
      List<BacktestPoint> points,
      NumberAxis height,
      List<Mark> marks) {
    List<Mark.Point> recorded = new ArrayList<>();
    for (BacktestPoint point : points) {
      if (point.set() == set) {
        recorded.add(at(point, point.recordedMw()));
        height.with(point.recordedMw() / Scale.KILO);
      }
    }
    if (!recorded.isEmpty()) {
      marks.add(new Mark.Dots(label, 1, shape, recorded));
    }
  }
}
