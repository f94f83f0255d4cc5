package org.stargatecalc.chart.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.scenario.Phase;

/** Facility power over time, stacked by site, or by phase where there is one site. */
final class PowerChart {
  private final DrawnScenario scenario;
  private final Projection projection;

  PowerChart(DrawnScenario scenario) {
    this.scenario = scenario;
    this.projection = scenario.projection();
  }

  /** Something that is stacked: GW at every node. */
  @SuppressWarnings("ArrayRecordComponent") // rows of the engine; nobody compares it
  private record Layer(String name, double[] gigawatts) {
    double most() {
      double most = 0;
      for (double value : gigawatts) {
        most = Math.max(most, value);
      }
      return most;
    }
  }

  Chart chart() {
    boolean bySite = scenario.projected().scenario().siteCount() > 1;
    List<Mark> marks = new ArrayList<>();
    NumberAxis height = new NumberAxis();
    double[] below = new double[projection.nodes()];
    int tint = 0;
    for (Layer layer : shown(layers(bySite), bySite)) {
      List<Mark.Span> spans = new ArrayList<>();
      for (int k = 0; k < below.length; k++) {
        double above = below[k] + layer.gigawatts()[k];
        spans.add(new Mark.Span(projection.instant(k), below[k], above));
        height.with(above);
        below[k] = above;
      }
      marks.add(new Mark.Area(layer.name(), tint == Mark.TINTS ? Mark.GREY : tint, false, spans));
      tint++;
    }
    addPlan(marks, height);
    List<String> notes = new ArrayList<>();
    Axis.Days days = scenario.days();
    List<Mark> recorded = new ArrayList<>();
    scenario.recorded().add(Metric.FACILITY_POWER_GW, Basis.FACILITY, days, recorded, notes);
    for (Mark mark : recorded) {
      ((Mark.Dots) mark).points().forEach(point -> height.with(point.y()));
    }
    marks.addAll(recorded);
    double end =
        projection.at(Metric.FACILITY_POWER_GW, Basis.FACILITY, projection.horizon().end());
    Axis.Numbers y = height.of("facility power", MetricUnit.GW);
    String said =
        ChartText.quantity(end, MetricUnit.GW, y) + " on " + projection.horizon().to() + suffix();
    return new Chart(
        "Power by " + (bySite ? "site" : "phase"),
        said,
        "Facility power of "
            + scenario.title()
            + (bySite ? ", one layer a site: " : ", one layer a phase: ")
            + said,
        days,
        y,
        marks,
        notes);
  }

  private String suffix() {
    return scenario.drawn().isPresent() ? ", central case." : ".";
  }

  private List<Layer> layers(boolean bySite) {
    Map<String, double[]> found = new LinkedHashMap<>();
    for (Phase phase : scenario.projected().scenario().phases()) {
      double[] gigawatts =
          found.computeIfAbsent(
              bySite ? phase.spec().site() : phase.spec().id(),
              name -> new double[projection.nodes()]);
      for (int k = 0; k < gigawatts.length; k++) {
        gigawatts[k] +=
            projection.atNode(State.INSTALLED, phase.index(), k)
                * phase.facilityWatts()
                / Scale.GIGA;
      }
    }
    List<Layer> layers = new ArrayList<>();
    found.forEach((name, gigawatts) -> layers.add(new Layer(name, gigawatts)));
    return layers;
  }

  /** The largest, and all others as one; what never has power is left out. */
  private static List<Layer> shown(List<Layer> layers, boolean bySite) {
    List<Layer> sorted = new ArrayList<>(layers);
    sorted.removeIf(layer -> !(layer.most() > 0));
    sorted.sort(Comparator.comparingDouble(Layer::most).reversed());
    if (sorted.size() <= Mark.TINTS) {
      return sorted;
    }
    List<Layer> shown = new ArrayList<>(sorted.subList(0, Mark.TINTS));
    double[] rest = new double[sorted.get(0).gigawatts().length];
    for (Layer layer : sorted.subList(Mark.TINTS, sorted.size())) {
      for (int k = 0; k < rest.length; k++) {
        rest[k] += layer.gigawatts()[k];
      }
    }
    int others = sorted.size() - Mark.TINTS;
    String kind = bySite ? "other site" : "other phase";
    shown.add(new Layer(others + " " + kind + (others == 1 ? "" : "s"), rest));
    return shown;
  }

  /** What was planned, where constraints hold some of it back. */
  private void addPlan(List<Mark> marks, NumberAxis height) {
    List<Mark.Point> planned = scenario.path(Metric.PLANNED_FACILITY_POWER_GW, Basis.FACILITY);
    boolean heldBack = false;
    for (int k = 0; k < projection.nodes(); k++) {
      heldBack |= projection.atNode(Metric.SHORTFALL_GW, Basis.FACILITY, k) > 1e-9;
    }
    if (heldBack) {
      planned.forEach(point -> height.with(point.y()));
      marks.add(
          new Mark.Line("planned, before constraints", Mark.GREY, Mark.Stroke.DASHED, planned));
    }
  }
}
