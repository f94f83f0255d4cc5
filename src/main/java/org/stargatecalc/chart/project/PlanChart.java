package org.stargatecalc.chart.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.CompletionRanges;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.scenario.Phase;

/** The phases below each other: when each is built, stands, and how late it is. */
final class PlanChart {
  private static final int MOST_ROWS = 30;

  /** GW; less is what rounding leaves of nothing. */
  private static final double ROUNDING = 1e-9;

  private static final double TOP = 0.9;
  private static final double BOTTOM = 0.1;

  private final DrawnScenario scenario;
  private final Projection projection;
  private final List<Mark> marks = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  PlanChart(DrawnScenario scenario) {
    this.scenario = scenario;
    this.projection = scenario.projection();
  }

  Chart chart() {
    List<Phase> all = scenario.projected().scenario().phases();
    List<Phase> phases = largest(all);
    Projection onTime = Projected.of(scenario.projected().spec().onTime(), List.of()).projection();
    Optional<CompletionRanges> ranges =
        scenario
            .drawn()
            .map(drawn -> new CompletionRanges(scenario.projected().spec(), drawn.settings()));
    List<Mark.Point> planned = new ArrayList<>();
    for (Phase phase : phases) {
      int row = labels.size();
      double[] life = life(phase);
      labels.add(label(phase, life));
      if (life.length > 0) {
        bars(row, life);
        Optional<LocalDate> undelayed = onTime.dateOfLastAddition(phase.index());
        if (undelayed.isPresent() && Instants.endOf(undelayed.get()) < life[1]) {
          planned.add(new Mark.Point(Instants.endOf(undelayed.get()), row + 0.5));
        }
      }
      ranges.flatMap(found -> found.of(phase.index())).ifPresent(range -> range(row, range));
    }
    if (!planned.isEmpty()) {
      marks.add(
          new Mark.Dots("complete without delays and constraints", 1, Mark.Shape.DIAMOND, planned));
    }
    return new Chart(
        "Plan",
        all.size() == 1 ? "One phase." : all.size() + " phases.",
        "The phases of " + scenario.title() + ", one row each: " + String.join("; ", labels) + ".",
        scenario.days(),
        new Axis.Rows(labels),
        marks,
        notes(all.size() - phases.size(), ranges.isPresent()));
  }

  private static List<String> notes(int left, boolean drawn) {
    List<String> notes = new ArrayList<>();
    if (left > 0) {
      notes.add(
          left == 1 ? "One smaller phase is not shown." : left + " smaller phases are not shown.");
    }
    if (drawn) {
      notes.add(
          "A range that ends with the picture goes on: the phase is complete later, or never.");
    }
    return notes;
  }

  private List<Phase> largest(List<Phase> all) {
    if (all.size() <= MOST_ROWS) {
      return all;
    }
    List<Phase> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble((Phase phase) -> most(phase)).reversed());
    List<Phase> shown = new ArrayList<>(sorted.subList(0, MOST_ROWS));
    shown.sort(Comparator.comparingInt(Phase::index));
    return shown;
  }

  /** The most facility power that a phase ever has, GW. */
  private double most(Phase phase) {
    double most = 0;
    for (int k = 0; k < projection.nodes(); k++) {
      most = Math.max(most, projection.atNode(State.INSTALLED, phase.index(), k));
    }
    return most * phase.facilityWatts() / Scale.GIGA;
  }

  /** First and last instant at which GPUs come, and the last at which any is there. */
  private double[] life(Phase phase) {
    Optional<LocalDate> last = projection.dateOfLastAddition(phase.index());
    if (last.isEmpty() || most(phase) < ROUNDING) {
      return new double[0];
    }
    double from = Double.NaN;
    double gone = projection.horizon().end();
    for (int k = 0; k < projection.nodes(); k++) {
      boolean there = projection.atNode(State.INSTALLED, phase.index(), k) > 0;
      if (there && Double.isNaN(from)) {
        from = projection.instant(Math.max(0, k - 1));
      }
      if (there) {
        gone = projection.instant(Math.min(projection.nodes() - 1, k + 1));
      }
    }
    double complete = Instants.endOf(last.get());
    return new double[] {Math.min(from, complete), complete, Math.max(gone, complete)};
  }

  private String label(Phase phase, double[] life) {
    String name = phase.spec().id();
    return life.length == 0
        ? name + ": " + (phase.isBuilt() ? "not begun" : "not built")
        : name
            + ": "
            + ChartText.quantity(most(phase), MetricUnit.GW)
            + ", complete "
            + Instants.dateEndingAt(life[1]);
  }

  private void bars(int row, double[] life) {
    if (life[1] > life[0]) {
      marks.add(box("being built", false, row, life[0], life[1]));
    }
    if (life[2] > life[1]) {
      marks.add(box("complete", true, row, life[1], life[2]));
    }
  }

  private static Mark box(String label, boolean faint, int row, double from, double to) {
    return new Mark.Box(
        label, 0, faint, new Mark.Point(from, row + BOTTOM), new Mark.Point(to, row + TOP));
  }

  private void range(int row, CompletionRanges.Range range) {
    double end = projection.horizon().end();
    double low = Math.min(end, range.low());
    double high = Math.min(end, range.high());
    if (low < high) {
      marks.add(
          new Mark.Range(
              "complete: p05 to p95 of the draws",
              new Mark.Point(low, row + 0.5),
              new Mark.Point(high, row + 0.5)));
    }
  }
}
