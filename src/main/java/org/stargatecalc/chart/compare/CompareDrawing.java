package org.stargatecalc.chart.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.chart.Picture;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;

/** The sides of a comparison over each other, a chart for each metric that changed most. */
public final class CompareDrawing implements Drawing {
  private static final double INSET = 0.1;
  private static final Mark.Stroke[] STROKES = Mark.Stroke.values();

  private final String title;
  private final Comparison comparison;
  private final List<Metric> moved;
  private final int most;
  private final List<ComparedSide> sides = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Creates it.
   *
   * @param title what is compared with what
   * @param moved the metrics that changed, those that moved most first
   * @param most how many metrics are drawn at most
   */
  public CompareDrawing(String title, Comparison comparison, List<Metric> moved, int most) {
    this.title = title;
    this.comparison = comparison;
    this.moved = List.copyOf(moved);
    this.most = most;
    List<Side> all = new ArrayList<>(List.of(comparison.base()));
    all.addAll(comparison.others());
    List<Side> present = all.stream().filter(side -> side.result().isPresent()).toList();
    long names = present.stream().map(side -> side.result().get().name()).distinct().count();
    for (Side side : present.subList(0, Math.min(Mark.TINTS, present.size()))) {
      Result result = side.result().orElseThrow();
      sides.add(new ComparedSide(names == present.size() ? result.name() : side.label(), result));
    }
    if (present.size() > sides.size()) {
      notes.add((present.size() - sides.size()) + " more scenarios are not drawn.");
    }
    if (sides.stream().anyMatch(side -> side.result().samples() > 0)) {
      notes.add("Central cases.");
    }
  }

  @Override
  public List<Picture> pictures() {
    List<Chart> charts = new ArrayList<>();
    if (sides.size() > 1) {
      for (Metric metric : metrics()) {
        charts.add(metric.kind() == Metric.Kind.FLOW ? columns(metric) : lines(metric));
      }
    }
    String instead =
        sides.size() > 1
            ? "Nothing that could be drawn changed."
            : "There is one side alone: nothing to lay over each other.";
    return List.of(new Picture("compare", title, charts, instead));
  }

  /** Those of claims first, then those that moved most. */
  private Set<Metric> metrics() {
    Set<Metric> metrics = new LinkedHashSet<>();
    for (ComparedSide side : sides) {
      for (ResultClaim claim : side.result().claims()) {
        if (isCommon(claim)) {
          read(claim).filter(this::isChanged).ifPresent(metrics::add);
        }
      }
    }
    for (Metric metric : moved) {
      if (metrics.size() < most && metric.kind() != Metric.Kind.TEXT) {
        metrics.add(metric);
      }
    }
    return metrics;
  }

  private boolean isChanged(Metric metric) {
    return comparison.metrics().stream().anyMatch(change -> change.metric() == metric);
  }

  /** The metric that a claim reads, if it is read as facility power or is the whole fleet's. */
  private static Optional<Metric> read(ResultClaim claim) {
    if (claim.basis().isEmpty() || claim.basis().get() == Basis.FACILITY) {
      return Optional.of(claim.metric());
    }
    return claim.metric() == Metric.FACILITY_POWER_GW
        ? Optional.of(Metric.IT_POWER_GW)
        : Optional.empty();
  }

  private Chart lines(Metric metric) {
    NumberAxis height = new NumberAxis();
    List<List<Mark.Point>> paths = new ArrayList<>();
    for (ComparedSide side : sides) {
      paths.add(side.path(metric));
    }
    paths.forEach(path -> path.forEach(point -> height.with(point.y())));
    List<Mark> marks = new ArrayList<>();
    if (sides.size() == 2) {
      marks.add(new Mark.Area("difference", Mark.GREY, true, between(paths.get(0), paths.get(1))));
    }
    for (int i = sides.size() - 1; i >= 0; i--) {
      marks.add(new Mark.Line(sides.get(i).name(), i, STROKES[i % STROKES.length], paths.get(i)));
    }
    Axis.Days days = days();
    Set<String> said = new LinkedHashSet<>();
    List<ResultClaim> claims = new ArrayList<>();
    for (ComparedSide side : sides) {
      for (ResultClaim claim : side.result().claims()) {
        boolean isOfMetric = read(claim).equals(Optional.of(metric));
        if (isOfMetric && isCommon(claim) && said.add(claimed(claim))) {
          height.with(claim.atLeast());
          claims.add(claim);
        }
      }
    }
    Axis.Numbers y = height.of(metric.label(), metric.unit());
    claims.forEach(claim -> rules(claim, days, y, marks));
    List<String> all = new ArrayList<>(said);
    all.addAll(notes);
    return chart(metric, days, y, marks, all);
  }

  /** What is claimed, and when each side that is asked reaches it. */
  private String claimed(ResultClaim claim) {
    List<String> reached = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (ComparedSide side : sides) {
      Optional<ResultClaim> same = side.result().claim(claim.id());
      if (same.isPresent() && same.get().reachedOn().isPresent()) {
        reached.add("by " + side.name() + " on " + same.get().reachedOn().get());
      } else if (same.isPresent()) {
        missed.add("by " + side.name());
      }
    }
    return ChartText.sentence(ChartText.atLeast(claim.atLeast(), claim.metric().unit()))
        + " by "
        + claim.by()
        + ": "
        + (reached.isEmpty() ? "" : "reached " + String.join(", ", reached))
        + (reached.isEmpty() || missed.isEmpty() ? "" : ", ")
        + (missed.isEmpty() ? "" : "not reached " + String.join(", ", missed))
        + ".";
  }

  /** A claim that one side alone is asked tells nothing of the others. */
  private boolean isCommon(ResultClaim claim) {
    return sides.stream().filter(side -> side.result().claim(claim.id()).isPresent()).count() > 1;
  }

  private static void rules(ResultClaim claim, Axis.Days days, Axis.Numbers y, List<Mark> marks) {
    String threshold = ChartText.atLeast(claim.atLeast(), claim.metric().unit(), y);
    add(new Mark.Rule(threshold, false, Mark.Stroke.DASHED, claim.atLeast()), marks);
    double deadline = Instants.endOf(claim.by());
    if (days.contains(deadline)) {
      add(new Mark.Rule("by " + claim.by(), true, Mark.Stroke.DASHED, deadline), marks);
    }
  }

  private static void add(Mark.Rule rule, List<Mark> marks) {
    if (!marks.contains(rule)) {
      marks.add(rule);
    }
  }

  /** What lies between two lines where both are. */
  private static List<Mark.Span> between(List<Mark.Point> some, List<Mark.Point> others) {
    List<Mark.Span> spans = new ArrayList<>();
    for (Mark.Point one : some) {
      for (Mark.Point other : others) {
        if (one.x() == other.x()) {
          spans.add(
              new Mark.Span(one.x(), Math.min(one.y(), other.y()), Math.max(one.y(), other.y())));
        }
      }
    }
    return spans;
  }

  /** The horizons of all sides. */
  private Axis.Days days() {
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (ComparedSide side : sides) {
      from = Math.min(from, side.result().horizon().start());
      to = Math.max(to, side.result().horizon().end());
    }
    return new Axis.Days(from, to);
  }

  private Chart columns(Metric metric) {
    Set<Integer> years = new TreeSet<>();
    sides.forEach(side -> side.ends(Period.YEAR).forEach(end -> years.add(end.getYear())));
    List<Integer> columns = List.copyOf(years);
    NumberAxis height = new NumberAxis();
    List<Mark> marks = new ArrayList<>();
    double wide = (1 - 2 * INSET) / sides.size();
    for (int i = 0; i < sides.size(); i++) {
      for (int year = 0; year < columns.size(); year++) {
        double left = year + INSET + i * wide;
        double value = sides.get(i).inYear(metric, columns.get(year)).orElse(0.0);
        height.with(value);
        if (value != 0 && Double.isFinite(value)) {
          marks.add(
              new Mark.Box(
                  sides.get(i).name(),
                  i,
                  false,
                  new Mark.Point(left, 0),
                  new Mark.Point(left + wide, value)));
        }
      }
    }
    List<String> labels = columns.stream().map(year -> Integer.toString(year)).toList();
    return chart(
        metric,
        new Axis.Columns("", labels),
        height.of(metric.label() + " by year", metric.unit()),
        marks,
        notes);
  }

  private Chart chart(
      Metric metric, Axis x, Axis.Numbers y, List<Mark> marks, List<String> remarks) {
    StringBuilder said = new StringBuilder();
    comparison.metrics().stream()
        .filter(change -> change.metric() == metric)
        .reduce((before, last) -> last)
        .ifPresent(last -> said.append(ends(last)));
    String name = ChartText.sentence(metric.label());
    return new Chart(
        name,
        said.toString(),
        name + " of " + title + ". " + said + " " + String.join(" ", remarks),
        x,
        y,
        marks,
        remarks);
  }

  /** What the last change of a metric that is compared is. */
  private String ends(Comparison.MetricChange change) {
    StringBuilder said = new StringBuilder();
    said.append(
        change.metric().kind() != Metric.Kind.FLOW
            ? "On "
            : change
                .moment()
                .after()
                .map(day -> "From " + day.plusDays(1) + " to ")
                .orElse("Up to "));
    said.append(change.date()).append(": ");
    said.append(value(change.metric(), change.from().number()));
    for (int i = 0; i < Math.min(change.to().size(), Mark.TINTS - 1); i++) {
      said.append(" → ").append(value(change.metric(), change.to().get(i).number()));
    }
    return said.append('.').toString();
  }

  private static String value(Metric metric, double number) {
    return Double.isFinite(number) ? ChartText.quantity(number, metric.unit()) : "undefined";
  }
}
