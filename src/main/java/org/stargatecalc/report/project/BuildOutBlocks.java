package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.analysis.project.Hedges;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.result.Hedge;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Stage;

/** What is built by the end of the horizon, and what holds it back, for people. */
final class BuildOutBlocks {
  private static final int MOST_PHASES = 30;

  private final ProjectedScenario scenario;
  private final Projection projection;
  private final Folding folding;
  private final List<Block> blocks;

  BuildOutBlocks(ProjectedScenario scenario, Folding folding, List<Block> blocks) {
    this.folding = folding;
    this.scenario = scenario;
    this.projection = scenario.projected().projection();
    this.blocks = blocks;
  }

  void buildOut() {
    blocks.add(new Block.Heading(2, "Build-out at the end of the horizon"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("phase"),
            Block.Column.words("GPU"),
            Block.Column.number("GPUs", ""),
            Block.Column.number("IT", "GW"),
            Block.Column.number("facility", "GW"),
            new Block.Column("PUE", "", true, 1),
            Block.Column.words("complete"),
            new Block.Column("stage", "", false, 2));
    List<List<Cell>> rows = new ArrayList<>();
    List<Phase> phases = scenario.projected().scenario().phases();
    for (Phase phase : folding.shown(phases, MOST_PHASES)) {
      double gpus = projection.installedAtEnd(phase.index());
      Optional<Stage> stage = phase.spec().stage();
      rows.add(
          List.of(
              Cell.words(phase.spec().id()),
              Cell.words(phase.spec().accelerator().id()),
              Cell.number(gpus, Display.GPU),
              Cell.number(gpus * phase.itWatts() / Scale.GIGA, Display.GIGAWATT),
              Cell.number(gpus * phase.facilityWatts() / Scale.GIGA, Display.GIGAWATT),
              Cell.number(phase.facilityWatts() / phase.itWatts(), Display.FOUR_DIGITS),
              complete(phase),
              stage.isPresent() ? Cell.words(stage.get().id().replace('_', ' ')) : Cell.EMPTY));
    }
    blocks.add(new Block.Table(columns, rows));
    int left = folding.left(phases.size(), MOST_PHASES);
    if (left > 0) {
      blocks.add(new Block.Paragraph(left + " more phases are not listed; -v lists them."));
    }
  }

  /** The day by whose end a phase got its last GPU, unless none or all of them are gone. */
  private Cell complete(Phase phase) {
    Optional<LocalDate> date = projection.dateOfLastAddition(phase.index());
    if (date.isEmpty()) {
      return Cell.words(phase.isBuilt() ? "not begun" : "not built");
    }
    return projection.installedAtEnd(phase.index()) == 0
        ? Cell.words("gone again")
        : new Cell.Day(date.get());
  }

  void holdingBack() {
    double start = projection.horizon().start();
    double end = projection.horizon().end();
    double deferred = projection.flow(Metric.DEFERRED_GPU_HOURS, start, end);
    List<Hedge> hedges = hedges();
    List<Block.Fact> facts = new ArrayList<>();
    for (Map.Entry<String, double[]> binding : bindings().entrySet()) {
      double[] found = binding.getValue();
      facts.add(
          Block.Fact.of(
              "Binds: " + binding.getKey(),
              new Cell.Day(Instants.dateEndingAt(found[0])),
              Cell.words("to"),
              new Cell.Day(Instants.dateEndingAt(found[1])),
              Cell.words("· holds back up to"),
              Cell.quantity(found[2], Display.GIGAWATT)));
    }
    if (Math.abs(deferred) > 0.5) {
      facts.add(Block.Fact.of("Deferred", Cell.quantity(deferred, Display.GPU_HOUR)));
      facts.add(
          Block.Fact.of(
              "Cost of delay",
              Cell.quantity(projection.flow(Metric.DELAY_COST_USD_BN, start, end), Display.USD_BN),
              Cell.words(
                  "= deferred GPU-hours × annualized cost per GPU-hour: what the hours that were"
                      + " not there are worth")));
      facts.add(
          Block.Fact.of(
              "Not spent",
              Cell.quantity(spentOnTime() - (spent(projection) - rent(hedges)), Display.USD_BN),
              Cell.words(
                  "by the end of the horizon, since it is spent later or not at all: less than"
                      + " without delays, not a saving"
                      + (hedges.isEmpty() ? "" : "; hedges are not counted"))));
    }
    for (Hedge hedge : hedges) {
      facts.add(fact(hedge));
    }
    if (!facts.isEmpty()) {
      blocks.add(new Block.Heading(2, "What holds it back"));
      blocks.add(new Block.Facts(facts));
    }
  }

  /**
   * What is rented in place of late phases, if any is: the cost of delay is theirs all the same.
   */
  private List<Hedge> hedges() {
    for (Phase phase : scenario.projected().scenario().phases()) {
      if (phase.covers().isPresent()) {
        return Hedges.of(scenario.projected());
      }
    }
    return List.of();
  }

  private static double rent(List<Hedge> hedges) {
    double usdBn = 0;
    for (Hedge hedge : hedges) {
      usdBn += hedge.costUsdBn();
    }
    return usdBn;
  }

  private static Block.Fact fact(Hedge hedge) {
    return Block.Fact.of(
        "Hedge: " + hedge.phase(),
        Cell.quantity(hedge.costUsdBn(), Display.USD_BN),
        Cell.words("for"),
        Cell.quantity(hedge.gpuHours(), Display.GPU_HOUR),
        Cell.words("rented while " + hedge.covers() + " is late, whose delay costs"),
        Cell.quantity(hedge.delayCostUsdBn(), Display.USD_BN),
        Cell.words("for"),
        Cell.quantity(hedge.deferredGpuHours(), Display.GPU_HOUR));
  }

  private double spentOnTime() {
    return spent(Projected.of(scenario.projected().spec().onTime(), List.of()).projection());
  }

  private static double spent(Projection projection) {
    return projection.flow(
        Metric.TOTAL_COST_USD_BN, projection.horizon().start(), projection.horizon().end());
  }

  /** First and last instant, and the largest shortfall, while each constraint binds the fleet. */
  private Map<String, double[]> bindings() {
    Map<String, double[]> found = new LinkedHashMap<>();
    for (int k = 0; k < projection.nodes(); k++) {
      double instant = projection.instant(k);
      double shortfall = projection.atNode(Metric.SHORTFALL_GW, Basis.FACILITY, k);
      Optional<String> binding = projection.bindingConstraint(instant);
      if (binding.isPresent()) {
        found.putIfAbsent(binding.get(), new double[] {instant, instant, 0});
        double[] span = found.getOrDefault(binding.get(), new double[3]);
        span[1] = instant;
        span[2] = Math.max(span[2], shortfall);
      }
    }
    return found;
  }
}
