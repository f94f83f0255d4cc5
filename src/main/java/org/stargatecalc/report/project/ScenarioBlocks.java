package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.report.ReadableUnit;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.Stage;

/** The report on one scenario as a reader goes through it. */
public final class ScenarioBlocks {
  private static final int MOST_PHASES = 30;
  private static final int MOST_ASSUMPTIONS = 12;

  /** Shown by period: what was built and what was spent; the rest is in the data formats. */
  private static final List<Metric> TIMELINE =
      List.of(
          Metric.FACILITY_POWER_GW,
          Metric.IT_POWER_GW,
          Metric.LARGEST_SITE_GW,
          Metric.LARGEST_TRAINING_SYSTEM_GW,
          Metric.GPU_COUNT,
          Metric.CUMULATIVE_CAPEX_USD_BN,
          Metric.H100_EQUIVALENTS,
          Metric.ENERGY_TWH,
          Metric.ANNUALIZED_COST_USD_BN);

  static final List<Metric> BANDED =
      List.of(
          Metric.FACILITY_POWER_GW,
          Metric.LARGEST_TRAINING_SYSTEM_GW,
          Metric.CUMULATIVE_CAPEX_USD_BN);

  private static final int ALWAYS_SHOWN = 6;
  private static final int MOST_QUANTILES = 6;

  private final ProjectedScenario scenario;
  private final ScenarioSpec spec;
  private final Projection projection;
  private final ProjectView shape;
  private final List<LocalDate> quarterEnds;
  private final List<Block> blocks = new ArrayList<>();

  ScenarioBlocks(ProjectedScenario scenario, ProjectView shape) {
    this.scenario = scenario;
    this.spec = scenario.projected().spec();
    this.projection = scenario.projected().projection();
    this.shape = shape;
    this.quarterEnds = projection.horizon().periodEnds(Period.QUARTER);
  }

  List<Block> build() {
    asked();
    if (shape.shows(ProjectView.Part.CLAIMS) || shape.shows(ProjectView.Part.READINGS)) {
      claims();
    }
    if (shape.show().isEmpty()) {
      buildOut();
    }
    if (shape.shows(ProjectView.Part.TIMELINE)) {
      timeline();
    }
    if (shape.shows(ProjectView.Part.COST)) {
      cost();
    }
    if (shape.show().isEmpty()) {
      holdingBack();
      weakAssumptions();
      warnings();
    }
    if (shape.show().contains(ProjectView.Part.ASSUMPTIONS)) {
      assumptions();
    }
    if (shape.show().contains(ProjectView.Part.SAMPLES)) {
      samples();
    }
    return blocks;
  }

  /** Draws are too many for a page. */
  private void samples() {
    blocks.add(new Block.Heading(2, "Draws"));
    blocks.add(
        new Block.Paragraph(
            scenario
                .drawn()
                .map(
                    drawn ->
                        "The "
                            + drawn.settings().draws()
                            + " draws are a table for programs: -o samples.csv writes it, and"
                            + " --show samples -f csv.")
                .orElse("Nothing was drawn: the answer is the central case alone.")));
  }

  private void asked() {
    blocks.add(new Block.Heading(1, spec.title().orElse(spec.name())));
    String description = spec.description().orElse("").strip();
    if (shape.show().isEmpty() && !description.isEmpty()) {
      blocks.add(new Block.Paragraph(description.replaceAll("\\s+", " ")));
    }
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(Block.Fact.of("Scenario", Cell.words(spec.name() + " (" + scenario.file() + ")")));
    if (spec.asOf().isPresent()) {
      facts.add(Block.Fact.of("As of", Cell.words(spec.asOf().get())));
    }
    facts.add(
        Block.Fact.of(
            "Horizon",
            new Cell.Day(spec.horizon().from()),
            Cell.words("to"),
            new Cell.Day(spec.horizon().to())));
    facts.add(Block.Fact.of("Money", Cell.words("constant 2025 US dollars")));
    if (scenario.drawn().isPresent()) {
      facts.add(uncertainty(scenario.drawn().get()));
    }
    blocks.add(new Block.Facts(facts));
  }

  private static Block.Fact uncertainty(Drawn drawn) {
    return Block.Fact.of(
        "Uncertainty",
        Cell.words(
            drawn.plan().inputs().size()
                + (drawn.plan().inputs().size() == 1 ? " uncertain input, " : " uncertain inputs, ")
                + drawn.settings().draws()
                + " draws ("
                + drawn.settings().sampling().id()
                + ", seed "
                + drawn.settings().seed()
                + "); other numbers are the central case, every input at its median"));
  }

  private void claims() {
    blocks.add(new Block.Heading(2, "Claims"));
    if (scenario.projected().claims().isEmpty()) {
      blocks.add(new Block.Paragraph("The scenario is asked no claim."));
    }
    for (int i = 0; i < scenario.projected().claims().size(); i++) {
      Optional<ClaimOdds> odds =
          scenario.drawn().isPresent()
              ? Optional.of(scenario.drawn().get().odds().get(i))
              : Optional.empty();
      claim(scenario.projected().claims().get(i), odds);
    }
  }

  private void claim(CheckedClaim checked, Optional<ClaimOdds> odds) {
    Claim claim = checked.claim();
    Answer answer = checked.answer();
    Display display = Display.of(claim.metric());
    blocks.add(new Block.Heading(3, ClaimWords.title(claim)));
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(verdict(answer));
    facts.add(
        Block.Fact.of(
            "Claim",
            Cell.words(claim.id() + ": at least"),
            new Cell.Quantity(claim.atLeast(), Display.PLAIN),
            Cell.words(claim.metric().unit().symbol() + " by"),
            new Cell.Day(claim.by())));
    facts.add(
        Block.Fact.of("Read as", Cell.words(ClaimWords.scope(claim.metric(), claim.basis()))));
    if (answer.verdict() != Verdict.BEFORE_HORIZON) {
      boolean atEnd = answer.verdict() == Verdict.BEYOND_HORIZON;
      boolean afterEnd = claim.deadline() > projection.horizon().end();
      facts.add(
          Block.Fact.of(
              atEnd || afterEnd ? "At horizon end" : "At the deadline",
              Cell.quantity(answer.value().orElse(Double.NaN), display),
              Cell.words("="),
              Cell.quantity(answer.attainment().orElse(Double.NaN), Display.PERCENT),
              Cell.words("of the claim")));
    }
    if (odds.isPresent()) {
      facts.addAll(new OddsFacts(odds.get(), scenario).facts());
    }
    facts.add(curve(claim));
    if (!claim.scope().isEmpty()) {
      facts.add(Block.Fact.of("Note", Cell.words(claim.scope())));
    }
    blocks.add(new Block.Facts(facts));
    if (!checked.readings().isEmpty()) {
      readings(checked);
    }
  }

  private Block.Fact verdict(Answer answer) {
    List<Cell> cells = new ArrayList<>();
    cells.add(ClaimWords.verdict(answer.verdict()));
    if (answer.slipMonths().isPresent()) {
      double slip = answer.slipMonths().getAsDouble();
      double start = Instants.endOf(projection.horizon().from()) - 1;
      Optional<LocalDate> reached = answer.reachedOn();
      boolean fromStart = reached.isPresent() && Instants.endOf(reached.get()) <= start;
      cells.add(Cell.words(fromStart ? "before the horizon, at the latest on" : "reached on"));
      if (reached.isPresent()) {
        cells.add(new Cell.Day(reached.get()));
      }
      cells.add(Cell.words("·"));
      cells.add(Cell.quantity(Math.abs(slip), Display.MONTH));
      cells.add(Cell.words(slip > 0 ? "after the deadline" : "before the deadline"));
    } else {
      cells.add(Cell.words(ClaimWords.explanation(answer, projection.horizon().to().toString())));
    }
    return new Block.Fact("Verdict", cells);
  }

  private Block.Fact curve(Claim claim) {
    List<Double> values = new ArrayList<>();
    double highest = 0;
    for (LocalDate end : quarterEnds) {
      double value = projection.at(claim.metric(), claim.basis(), Instants.endOf(end));
      values.add(value);
      highest = Math.max(highest, value);
    }
    return Block.Fact.of(
        "By quarter",
        new Cell.Curve(values, Math.max(highest, claim.atLeast())),
        Cell.words("rising to"),
        Cell.quantity(highest, Display.of(claim.metric())));
  }

  private void readings(CheckedClaim checked) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words("read as"),
            Block.Column.number("facility", "GW"),
            Block.Column.words("verdict"),
            Block.Column.number("IT", "GW"),
            Block.Column.words("verdict"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Metric scope : ClaimChecker.SCOPES) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(ClaimWords.scope(scope)));
      for (Basis basis : Basis.values()) {
        for (Answer reading : checked.readings()) {
          if (reading.metric() == scope && reading.basis() == basis) {
            row.add(Cell.number(reading.value().orElse(Double.NaN), Display.GIGAWATT));
            row.add(ClaimWords.verdictWithDate(reading));
          }
        }
      }
      rows.add(row);
    }
    blocks.add(new Block.Table(columns, rows));
  }

  private void buildOut() {
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
    for (Phase phase : shape.folding().shown(phases, MOST_PHASES)) {
      double gpus = projection.installedAtEnd(phase.index());
      Optional<Stage> stage = phase.spec().stage();
      rows.add(
          List.of(
              Cell.words(phase.spec().id()),
              Cell.words(phase.spec().accelerator().id()),
              Cell.number(gpus, Display.GPU),
              Cell.number(gpus * phase.itWatts() / 1e9, Display.GIGAWATT),
              Cell.number(gpus * phase.facilityWatts() / 1e9, Display.GIGAWATT),
              Cell.number(phase.facilityWatts() / phase.itWatts(), Display.PLAIN),
              complete(phase),
              stage.isPresent() ? Cell.words(stage.get().id().replace('_', ' ')) : Cell.EMPTY));
    }
    blocks.add(new Block.Table(columns, rows));
    int left = shape.folding().left(phases.size(), MOST_PHASES);
    if (left > 0) {
      blocks.add(new Block.Paragraph(left + " more phases are not listed; -v lists them."));
    }
  }

  /** The day by whose end a phase has all that it has at the end of the horizon. */
  private Cell complete(Phase phase) {
    double last = projection.installedAtEnd(phase.index());
    if (last == 0) {
      return Cell.words(phase.isBuilt() ? "not begun" : "not built");
    }
    Optional<LocalDate> date = projection.dateOfLastAddition(phase.index());
    return date.isPresent() ? new Cell.Day(date.get()) : Cell.EMPTY;
  }

  private void timeline() {
    blocks.add(new Block.Heading(2, "Timeline"));
    List<Metric> metrics =
        shape.metrics().isEmpty() ? TIMELINE : ProjectView.numeric(shape.metrics());
    TimelineTable table = new TimelineTable(scenario, shape, metrics);
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("end of"));
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = metrics.get(i);
      boolean always = !shape.metrics().isEmpty() || i < ALWAYS_SHOWN;
      columns.add(
          new Block.Column(metric.heading(), Display.of(metric).unit(), true, always ? 0 : i));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell.Day(table.end(row)));
      for (Metric metric : metrics) {
        cells.add(Cell.number(table.value(row, metric), Display.of(metric)));
      }
      rows.add(cells);
    }
    blocks.add(new Block.Table(columns, rows));
    if (scenario.drawn().isPresent()) {
      bands(scenario.drawn().get(), table);
    }
    if (metrics.contains(Metric.H100_EQUIVALENTS)) {
      blocks.add(
          new Block.Paragraph(
              "H100e: dense FP8 rate / 1,979 TFLOP/s, or dense bf16 rate / 989.4 TFLOP/s for a"
                  + " chip without a published FP8 rate."));
    }
  }

  /** The quantiles of what matters most; those of all metrics are in the data formats. */
  private void bands(Drawn drawn, TimelineTable table) {
    String heading = "Quantiles over all draws";
    if (shape.metrics().isEmpty()) {
      blocks.add(new Block.Heading(3, heading));
      bands(drawn, table, BANDED, 1);
      return;
    }
    // What was asked for is shown whatever the width: a table of few columns after another.
    List<Metric> metrics = table.numeric();
    int together = Math.max(1, MOST_QUANTILES / drawn.settings().percentiles().size());
    for (int from = 0; from < metrics.size(); from += together) {
      blocks.add(new Block.Heading(3, from == 0 ? heading : heading + ", continued"));
      bands(drawn, table, metrics.subList(from, Math.min(from + together, metrics.size())), 0);
    }
  }

  private void bands(Drawn drawn, TimelineTable table, List<Metric> metrics, int step) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("end of"));
    int priority = 0;
    for (Metric metric : metrics) {
      for (int percentile : drawn.settings().percentiles()) {
        columns.add(
            new Block.Column(
                metric.heading() + " " + TimelineTable.suffix(percentile).substring(1),
                Display.of(metric).unit(),
                true,
                priority));
      }
      priority += step;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell.Day(table.end(row)));
      for (Metric metric : metrics) {
        for (int percentile : drawn.settings().percentiles()) {
          cells.add(Cell.number(table.quantile(row, metric, percentile), Display.of(metric)));
        }
      }
      rows.add(cells);
    }
    blocks.add(new Block.Table(columns, rows));
  }

  private void cost() {
    blocks.add(new Block.Heading(2, "Cost"));
    double start = projection.horizon().start();
    double end = projection.horizon().end();
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("calendar year"));
    List<Metric> parts =
        List.of(
            Metric.COMPUTE_CAPEX_USD_BN,
            Metric.FACILITY_CAPEX_USD_BN,
            Metric.GENERATION_CAPEX_USD_BN,
            Metric.ENERGY_COST_USD_BN,
            Metric.OPEX_USD_BN,
            Metric.LEASE_COST_USD_BN,
            Metric.OFFTAKE_COST_USD_BN,
            Metric.TOTAL_COST_USD_BN);
    List<Metric> spent = new ArrayList<>();
    for (Metric part : parts) {
      if (projection.flow(part, start, end) != 0) {
        spent.add(part);
        columns.add(Block.Column.number(costLabel(part), "USD bn"));
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    double after = start;
    for (LocalDate yearEnd : projection.horizon().periodEnds(Period.YEAR)) {
      double upTo = Instants.endOf(yearEnd);
      rows.add(costRow(Cell.words(Integer.toString(yearEnd.getYear())), spent, after, upTo));
      after = upTo;
    }
    rows.add(costRow(Cell.words("sum"), spent, start, end));
    blocks.add(new Block.Table(columns, rows));
    List<Block.Fact> facts = new ArrayList<>();
    for (Metric metric :
        List.of(
            Metric.PRESENT_VALUE_USD_BN,
            Metric.ANNUALIZED_COST_USD_BN,
            Metric.COST_PER_GPU_HOUR_USD,
            Metric.CAPEX_PER_FACILITY_GW_USD_BN,
            Metric.CAPEX_PER_IT_GW_USD_BN)) {
      double value = projection.at(metric, Basis.FACILITY, end);
      if (!Double.isNaN(value)) {
        facts.add(
            Block.Fact.of(
                costLabel(metric),
                Cell.quantity(value, Display.of(metric)),
                Cell.words(costNote(metric))));
      }
    }
    blocks.add(new Block.Facts(facts));
  }

  private List<Cell> costRow(Cell label, List<Metric> metrics, double after, double upTo) {
    List<Cell> row = new ArrayList<>();
    row.add(label);
    for (Metric metric : metrics) {
      row.add(Cell.number(projection.flow(metric, after, upTo), Display.of(metric)));
    }
    return row;
  }

  private static String costLabel(Metric metric) {
    return switch (metric) {
      case COMPUTE_CAPEX_USD_BN -> "compute";
      case FACILITY_CAPEX_USD_BN -> "facility";
      case GENERATION_CAPEX_USD_BN -> "generation";
      case ENERGY_COST_USD_BN -> "energy";
      case OPEX_USD_BN -> "other opex";
      case LEASE_COST_USD_BN -> "shell lease";
      case OFFTAKE_COST_USD_BN -> "offtake";
      case TOTAL_COST_USD_BN -> "total";
      case PRESENT_VALUE_USD_BN -> "Present value";
      case ANNUALIZED_COST_USD_BN -> "Annualized cost";
      case COST_PER_GPU_HOUR_USD -> "Per GPU-hour";
      case CAPEX_PER_FACILITY_GW_USD_BN -> "Capex per facility GW";
      case CAPEX_PER_IT_GW_USD_BN -> "Capex per IT GW";
      default -> metric.label();
    };
  }

  private String costNote(Metric metric) {
    return switch (metric) {
      case PRESENT_VALUE_USD_BN -> "of the total, discounted to " + spec.horizon().from();
      case ANNUALIZED_COST_USD_BN -> "for what is installed on " + spec.horizon().to();
      case COST_PER_GPU_HOUR_USD -> "annualized, over 8,766 hours a year, used or not";
      case CAPEX_PER_FACILITY_GW_USD_BN -> "cumulative capex / facility power, own phases";
      case CAPEX_PER_IT_GW_USD_BN -> "cumulative capex / IT power, own phases";
      default -> "";
    };
  }

  private void holdingBack() {
    double start = projection.horizon().start();
    double end = projection.horizon().end();
    double deferred = projection.flow(Metric.DEFERRED_GPU_HOURS, start, end);
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
              Cell.words("= deferred GPU-hours × annualized cost per GPU-hour")));
    }
    if (!facts.isEmpty()) {
      blocks.add(new Block.Heading(2, "What holds it back"));
      blocks.add(new Block.Facts(facts));
    }
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

  private void weakAssumptions() {
    Map<String, Assumption> weak = new LinkedHashMap<>();
    for (Assumption assumption : spec.assumptions()) {
      Optional<Confidence> confidence = assumption.provenance().confidence();
      boolean low = confidence.isPresent() && confidence.get() == Confidence.LOW;
      if (low && matters(assumption)) {
        weak.putIfAbsent(withoutIndex(assumption.declaredAt()), assumption);
      }
    }
    if (weak.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "Rests on low-confidence assumptions"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("assumption"),
            Block.Column.number("value", ""),
            Block.Column.words("unit"),
            new Block.Column("source", "", false, 1));
    List<List<Cell>> rows = new ArrayList<>();
    List<Map.Entry<String, Assumption>> listed = new ArrayList<>(weak.entrySet());
    for (Map.Entry<String, Assumption> entry : shape.folding().shown(listed, MOST_ASSUMPTIONS)) {
      Assumption assumption = entry.getValue();
      boolean list = !entry.getKey().equals(assumption.declaredAt());
      rows.add(
          List.of(
              Cell.words(entry.getKey()),
              list ? Cell.words("a list") : value(assumption),
              list ? Cell.EMPTY : unit(assumption),
              Cell.words(assumption.provenance().source().orElse(""))));
    }
    blocks.add(new Block.Table(columns, rows));
    int left = shape.folding().left(weak.size(), MOST_ASSUMPTIONS);
    if (left > 0) {
      blocks.add(
          new Block.Paragraph(
              left
                  + " more: -v lists them, --show assumptions every value, -f json with its"
                  + " source."));
    }
  }

  /** The steps of one list are one assumption to a reader. */
  private static String withoutIndex(String path) {
    int index = path.indexOf('[');
    return index < 0 ? path : path.substring(0, index);
  }

  /** What changes nothing, such as a share of 0 or the rent of a shell that is owned. */
  private boolean matters(Assumption assumption) {
    String path = assumption.declaredAt();
    if (path.equals("default.shell_price")) {
      return anyOwnership(Ownership.LEASE_SHELL);
    }
    if (path.equals("default.offtake_price")) {
      return anyOwnership(Ownership.OFFTAKE);
    }
    double number = AssumptionTables.number(assumption);
    boolean isDefault = path.startsWith("default.");
    return isDefault ? !Double.isNaN(number) && number != 0 && number != 1 : number != 0;
  }

  private boolean anyOwnership(Ownership ownership) {
    for (PhaseSpec phase : spec.phases()) {
      if (phase.ownership() == ownership) {
        return true;
      }
    }
    return false;
  }

  private static Cell value(Assumption assumption) {
    if (assumption.value() instanceof AssumedValue.Measured measured) {
      double median = measured.distribution().median();
      return Cell.number(ReadableUnit.of(median, measured.dimension()).of(median), Display.PLAIN);
    }
    return Cell.words(AssumptionTables.word(assumption).orElse(""));
  }

  private static Cell unit(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Measured measured
        ? Cell.words(ReadableUnit.of(measured.distribution().median(), measured.dimension()).name())
        : Cell.EMPTY;
  }

  private void warnings() {
    if (!scenario.warnings().isEmpty()) {
      blocks.add(new Block.Heading(2, "Warnings"));
      blocks.add(new Block.Remarks(scenario.warnings()));
    }
  }

  private void assumptions() {
    blocks.add(new Block.Heading(2, "Assumptions"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("path"),
            Block.Column.number("value", ""),
            Block.Column.words("unit"),
            Block.Column.words("origin"),
            Block.Column.words("confidence"),
            new Block.Column("source", "", false, 1));
    List<List<Cell>> rows = new ArrayList<>();
    for (Assumption assumption : spec.assumptions()) {
      rows.add(
          List.of(
              Cell.words(assumption.path()),
              value(assumption),
              unit(assumption),
              Cell.words(assumption.origin().id()),
              Cell.words(assumption.provenance().confidence().map(Confidence::id).orElse("")),
              Cell.words(assumption.provenance().source().orElse(""))));
    }
    blocks.add(new Block.Table(columns, rows));
  }
}
