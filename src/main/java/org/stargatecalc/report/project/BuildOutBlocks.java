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
import org.stargatecalc.projection.PhaseItem;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.result.Hedge;
import org.stargatecalc.scenario.Phase;

/** What is built by the end of the horizon, and what holds it back, for people. */
final class BuildOutBlocks {
  private static final int MOST_PHASES = 30;
  private static final int RETIRED_AT = 3;
  private static final int STAGE_AT = 9;

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

  /** By site where several phases share one, else by phase; in full both. */
  void buildOut() {
    blocks.add(new Block.Heading(2, "Build-out at the end of the horizon"));
    List<Phase> phases = scenario.projected().scenario().phases();
    Map<String, List<Phase>> sites = bySite(phases);
    boolean shared = sites.size() < phases.size();
    if (shared) {
      sites(sites);
    }
    if (!shared || folding == Folding.IN_FULL) {
      phases(phases);
    }
  }

  /** The phases alone. */
  void phases() {
    blocks.add(new Block.Heading(2, "Phases at the end of the horizon"));
    phases(scenario.projected().scenario().phases());
  }

  /** The sites alone. */
  void sites() {
    blocks.add(new Block.Heading(2, "Sites at the end of the horizon"));
    sites(bySite(scenario.projected().scenario().phases()));
  }

  private static Map<String, List<Phase>> bySite(List<Phase> phases) {
    Map<String, List<Phase>> sites = new LinkedHashMap<>();
    for (Phase phase : phases) {
      List<Phase> at = sites.get(phase.spec().site());
      if (at == null) {
        at = new ArrayList<>();
        sites.put(phase.spec().site(), at);
      }
      at.add(phase);
    }
    return sites;
  }

  private void sites(Map<String, List<Phase>> sites) {
    List<String> names = new ArrayList<>(sites.keySet());
    List<List<Phase>> groups = new ArrayList<>(sites.values());
    table("site", names, groups);
  }

  private void phases(List<Phase> phases) {
    List<String> names = new ArrayList<>();
    List<List<Phase>> groups = new ArrayList<>();
    for (Phase phase : phases) {
      names.add(phase.spec().id());
      groups.add(List.of(phase));
    }
    table("phase", names, groups);
  }

  private void table(String title, List<String> names, List<List<Phase>> groups) {
    double end = projection.horizon().end();
    List<List<Cell>> rows = new ArrayList<>();
    double retired = 0;
    for (int i = 0; i < names.size() - folding.left(names.size(), MOST_PHASES); i++) {
      List<Phase> phases = groups.get(i);
      rows.add(row(names.get(i), phases));
    }
    for (List<Phase> phases : groups) {
      retired += sum(PhaseItem.RETIRED_GPUS, phases, end);
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words(title));
    columns.add(Block.Column.words("GPU"));
    columns.add(Block.Column.number("GPUs", ""));
    columns.add(Block.Column.number("IT", "GW"));
    columns.add(Block.Column.number("facility", "GW"));
    columns.add(new Block.Column("PUE", "", true, 1));
    columns.add(Block.Column.number("capex", "USD bn"));
    columns.add(Block.Column.words("complete"));
    boolean staged = false;
    for (List<Phase> phases : groups) {
      staged |= !stages(phases).isEmpty();
    }
    if (staged) {
      columns.add(new Block.Column("stage", "", false, 2));
    } else {
      rows = without(rows, STAGE_AT);
    }
    if (retired > 0) {
      columns.add(RETIRED_AT, Block.Column.number("retired", "GPUs"));
    } else {
      rows = without(rows, RETIRED_AT);
    }
    blocks.add(new Block.Table(columns, rows));
    int left = folding.left(names.size(), MOST_PHASES);
    if (left > 0) {
      blocks.add(new Block.Paragraph(left + " more " + title + "s are not listed; -v lists them."));
    }
  }

  private List<Cell> row(String name, List<Phase> phases) {
    double end = projection.horizon().end();
    double it = sum(PhaseItem.IT_POWER_GW, phases, end);
    double facility = sum(PhaseItem.FACILITY_POWER_GW, phases, end);
    double capex =
        sum(PhaseItem.COMPUTE_CAPEX_USD_BN, phases, end)
            + sum(PhaseItem.FACILITY_CAPEX_USD_BN, phases, end)
            + sum(PhaseItem.GENERATION_CAPEX_USD_BN, phases, end);
    Phase only = phases.get(0);
    double pue = it > 0 ? facility / it : only.facilityWatts() / only.itWatts();
    return List.of(
        Cell.words(name),
        Cell.words(chips(phases)),
        Cell.number(sum(PhaseItem.GPU_COUNT, phases, end), Display.GPU),
        Cell.number(sum(PhaseItem.RETIRED_GPUS, phases, end), Display.GPU),
        Cell.number(it, Display.GIGAWATT),
        Cell.number(facility, Display.GIGAWATT),
        Cell.number(pue, Display.FOUR_DIGITS),
        Cell.number(capex, Display.USD_BN),
        complete(phases),
        Cell.words(stages(phases)));
  }

  private static List<List<Cell>> without(List<List<Cell>> rows, int column) {
    List<List<Cell>> rest = new ArrayList<>();
    for (List<Cell> row : rows) {
      List<Cell> cells = new ArrayList<>(row);
      cells.remove(column);
      rest.add(cells);
    }
    return rest;
  }

  private double sum(PhaseItem item, List<Phase> phases, double instant) {
    double sum = 0;
    for (Phase phase : phases) {
      sum += projection.at(item, phase, instant);
    }
    return sum;
  }

  private static String chips(List<Phase> phases) {
    List<String> chips = new ArrayList<>();
    for (Phase phase : phases) {
      String chip = phase.spec().accelerator().id();
      if (!chips.contains(chip)) {
        chips.add(chip);
      }
    }
    return String.join(", ", chips);
  }

  private static String stages(List<Phase> phases) {
    List<String> stages = new ArrayList<>();
    for (Phase phase : phases) {
      if (phase.spec().stage().isPresent()) {
        String stage = phase.spec().stage().get().id().replace('_', ' ');
        if (!stages.contains(stage)) {
          stages.add(stage);
        }
      }
    }
    return String.join(", ", stages);
  }

  /** The last day on which any of them got a GPU, unless none or all of them are gone. */
  private Cell complete(List<Phase> phases) {
    Phase last = phases.get(0);
    LocalDate latest = LocalDate.MIN;
    for (Phase phase : phases) {
      Optional<LocalDate> date = projection.dateOfLastAddition(phase.index());
      boolean there = date.isPresent() && projection.installedAtEnd(phase.index()) > 0;
      if (there && date.get().isAfter(latest)) {
        latest = date.get();
        last = phase;
      }
    }
    return complete(last);
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
              Cell.words("· most of"),
              Cell.quantity(found[2], Display.GIGAWATT),
              Cell.words("that is held back at the worst")));
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

  /**
   * First and last instant, and the largest shortfall of the whole fleet, while each constraint is
   * the one that holds back most.
   */
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
