package org.stargatecalc.chart.project;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.stargatecalc.analysis.montecarlo.Bands;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;

/** One chart a claim: its metric over time with threshold and deadline. */
final class ClaimCharts {
  /** What the record of sites' power can be held against. */
  private static final List<Metric> OF_A_SITE =
      List.of(Metric.FACILITY_POWER_GW, Metric.LARGEST_SITE_GW, Metric.LARGEST_TRAINING_SYSTEM_GW);

  private final DrawnScenario scenario;

  ClaimCharts(DrawnScenario scenario) {
    this.scenario = scenario;
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    for (int i = 0; i < scenario.projected().claims().size(); i++) {
      charts.add(chart(i));
    }
    return charts;
  }

  private Chart chart(int index) {
    CheckedClaim checked = scenario.projected().claims().get(index);
    Claim claim = checked.claim();
    Axis.Days days = days(claim);
    List<Mark> marks = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    scenario.drawn().ifPresent(drawn -> addSpread(claim, index, drawn, marks));
    List<Mark> recorded = new ArrayList<>();
    if (OF_A_SITE.contains(claim.metric())) {
      scenario.recorded().add(claim.metric(), claim.basis(), days, recorded, notes);
    }
    List<Mark.Point> path = scenario.path(claim.metric(), claim.basis());
    String central = scenario.drawn().isPresent() ? "central case" : "projected";
    boolean alone = marks.isEmpty() && recorded.isEmpty();
    marks.add(new Mark.Line(alone ? "" : central, 0, Mark.Stroke.SOLID, path));
    marks.addAll(recorded);
    Axis.Numbers y = height(claim, marks).of(ChartText.what(claim), claim.metric().unit());
    marks.add(
        new Mark.Rule(
            ChartText.atLeast(claim.atLeast(), claim.metric().unit(), y),
            false,
            Mark.Stroke.DASHED,
            claim.atLeast()));
    if (days.contains(claim.deadline())) {
      marks.add(new Mark.Rule("by " + claim.by(), true, Mark.Stroke.DASHED, claim.deadline()));
    } else {
      notes.add("The deadline, " + claim.by() + ", is outside of this picture.");
    }
    String said = said(checked.answer(), claim, index);
    return new Chart(
        ChartText.title(claim), said, described(claim, path) + " " + said, days, y, marks, notes);
  }

  /** The horizon, and the deadline if the horizon need not shrink by more than half for it. */
  private Axis.Days days(Claim claim) {
    double start = scenario.projection().horizon().start();
    double end = scenario.projection().horizon().end();
    double deadline = claim.deadline();
    double most = end - start;
    return new Axis.Days(
        deadline < start && deadline >= start - most ? deadline : start,
        deadline > end && deadline <= end + most ? deadline : end);
  }

  private static NumberAxis height(Claim claim, List<Mark> marks) {
    NumberAxis axis = new NumberAxis().with(claim.atLeast());
    for (Mark mark : marks) {
      if (mark instanceof Mark.Area area) {
        area.spans().forEach(span -> axis.with(span.high()));
      } else if (mark instanceof Mark.Line line) {
        line.points().forEach(point -> axis.with(point.y()));
      } else if (mark instanceof Mark.Dots dots) {
        dots.points().forEach(point -> axis.with(point.y()));
      } else if (mark instanceof Mark.Range range) {
        axis.with(range.to().y());
      }
    }
    return axis;
  }

  /** The fan of the draws, or their range at the deadline where only that was measured. */
  private void addSpread(Claim claim, int index, Drawn drawn, List<Mark> marks) {
    List<Integer> percentiles = drawn.settings().percentiles();
    int low = percentiles.get(0);
    int high = percentiles.get(percentiles.size() - 1);
    Bands bands = drawn.bands();
    String range =
        ChartText.percentile(low) + " to " + ChartText.percentile(high) + " of the draws";
    if (claim.basis() == Basis.FACILITY && bands.has(claim.metric()) && bands.ends().size() > 1) {
      List<Mark.Span> spans = new ArrayList<>();
      List<Mark.Point> middle = new ArrayList<>();
      bands
          .ends()
          .forEach(
              end -> {
                double instant = Instants.endOf(end);
                spans.add(
                    new Mark.Span(
                        instant,
                        bands.quantile(claim.metric(), end, low),
                        bands.quantile(claim.metric(), end, high)));
                if (percentiles.contains(50)) {
                  middle.add(new Mark.Point(instant, bands.quantile(claim.metric(), end, 50)));
                }
              });
      marks.add(new Mark.Area(range, 0, true, spans));
      if (!middle.isEmpty()) {
        marks.add(new Mark.Line(ChartText.percentile(50), 0, Mark.Stroke.DASHED, middle));
      }
      return;
    }
    ClaimOdds odds = drawn.odds().get(index);
    double at = Math.min(claim.deadline(), scenario.projection().horizon().end());
    double least = odds.valueQuantiles().get(0).value();
    double most = odds.valueQuantiles().get(percentiles.size() - 1).value();
    if (Double.isFinite(least) && Double.isFinite(most)) {
      marks.add(new Mark.Range(range, new Mark.Point(at, least), new Mark.Point(at, most)));
    }
  }

  /** The answer, and what the draws say of it in the same breath. */
  private String said(Answer answer, Claim claim, int index) {
    String end = scenario.projection().horizon().to().toString();
    String verdict =
        switch (answer.verdict()) {
          case MET, LATE -> reached(answer);
          case NOT_REACHED -> "Not reached by " + end + ".";
          case BEYOND_HORIZON -> "Not reached by " + end + ", where the horizon ends.";
          case BEFORE_HORIZON -> "The deadline is before the horizon: no verdict.";
        };
    if (scenario.drawn().isEmpty()) {
      return verdict;
    }
    double met = scenario.drawn().get().odds().get(index).probabilityMet();
    return Double.isNaN(met)
        ? verdict
        : share(met)
            + " by "
            + claim.by()
            + ". Central case: "
            + verdict.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
            + verdict.substring(1);
  }

  private static String share(double met) {
    if (met == 0 || met == 1) {
      return met == 0 ? "In none of the draws" : "In all draws";
    }
    return "In " + ChartText.percent(met) + " of the draws";
  }

  private String reached(Answer answer) {
    OptionalDouble slip = answer.slipMonths();
    String date = answer.reachedOn().map(Object::toString).orElse("");
    double start = scenario.projection().horizon().start();
    boolean fromStart =
        answer.reachedOn().isPresent() && Instants.endOf(answer.reachedOn().get()) <= start;
    String when = fromStart ? "Reached before the horizon begins" : "Reached on " + date;
    double months = Math.abs(slip.orElse(0));
    if (fromStart || months < 0.05) {
      return when + (fromStart ? "." : ", on the deadline's day.");
    }
    return when
        + ", "
        + ChartText.number(Math.round(months * 10) / 10.0)
        + (slip.orElse(0) > 0 ? " months after the deadline." : " months before the deadline.");
  }

  private String described(Claim claim, List<Mark.Point> path) {
    Mark.Point first = path.get(0);
    Mark.Point last = path.get(path.size() - 1);
    return ChartText.sentence(ChartText.what(claim))
        + " in "
        + scenario.title()
        + ": "
        + at(claim, first.y())
        + " on "
        + Instants.dateEndingAt(first.x() + 1)
        + ", "
        + at(claim, last.y())
        + " on "
        + Instants.dateEndingAt(last.x())
        + ". Claimed: "
        + ChartText.atLeast(claim.atLeast(), claim.metric().unit())
        + " by "
        + claim.by()
        + ".";
  }

  private static String at(Claim claim, double value) {
    return Double.isNaN(value) ? "undefined" : ChartText.quantity(value, claim.metric().unit());
  }
}
