package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimFacts;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.scenario.ScenarioSpec;

/** The claims one after the other with verdicts, odds and all readings, for people. */
final class ClaimDetailBlocks {
  private static final List<Metric> RUNS =
      List.of(Metric.LARGEST_TRAINING_SYSTEM_GW, Metric.TRAINING_RUN_FLOP);

  private final ProjectedScenario scenario;
  private final Projection projection;
  private final List<Block> blocks;
  private final Set<String> notes = new HashSet<>();

  ClaimDetailBlocks(ProjectedScenario scenario, List<Block> blocks) {
    this.scenario = scenario;
    this.projection = scenario.projected().projection();
    this.blocks = blocks;
  }

  void claims() {
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
    if (odds.isPresent()) {
      facts.addAll(new OddsFacts(odds.get(), scenario).facts());
    }
    facts.add(
        verdict(
            answer, claim.by(), odds.isPresent() && !Double.isNaN(odds.get().probabilityMet())));
    facts.addAll(ClaimFacts.of(claim, claim.id()));
    if (answer.verdict() != Verdict.BEFORE_HORIZON) {
      boolean atEnd = answer.verdict() == Verdict.BEYOND_HORIZON;
      boolean afterEnd = claim.deadline() > projection.horizon().end();
      facts.add(
          Block.Fact.of(
              atEnd || afterEnd ? "At horizon end" : "At the deadline",
              Cell.apart(
                  Cell.quantity(answer.value().orElse(Double.NaN), display), claim.atLeast()),
              Cell.words("="),
              Cell.apart(Cell.quantity(answer.attainment().orElse(Double.NaN), Display.PERCENT), 1),
              Cell.words("of the claim")));
    }
    facts.add(new Block.Fact("By quarter", ClaimBlocks.curve(checked, projection)));
    if (RUNS.contains(claim.metric()) && answer.verdict() != Verdict.BEFORE_HORIZON) {
      facts.add(otherRuns(claim, display));
    }
    if (!claim.scope().isEmpty() && notes.add(claim.scope())) {
      facts.add(Block.Fact.of("Note", Cell.words(claim.scope())));
    }
    blocks.add(new Block.Facts(facts));
    if (!checked.readings().isEmpty()) {
      readings(checked);
    }
  }

  /** The verdict of the central case, which stands back where there are odds. */
  private Block.Fact verdict(Answer answer, LocalDate by, boolean hasOdds) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        hasOdds ? Cell.words(answer.verdict().label()) : ClaimWords.verdict(answer.verdict()));
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
      if (reached.isPresent() && reached.get().equals(by)) {
        cells.add(Cell.words("on the deadline day"));
      } else {
        cells.add(Cell.quantity(Math.abs(slip), Display.MONTH));
        cells.add(Cell.words(slip > 0 ? "after the deadline" : "before the deadline"));
      }
      if (answer.held().isPresent() && !answer.held().get()) {
        cells.add(Cell.words("· no longer there at the deadline"));
      }
    } else {
      cells.add(Cell.words(ClaimWords.explanation(answer, projection.horizon().to().toString())));
    }
    return new Block.Fact(hasOdds ? "Central case" : "Verdict", cells);
  }

  /** What the claim's answer is with the other choice of what one run may take. */
  private Block.Fact otherRuns(Claim claim, Display display) {
    ScenarioSpec spec = scenario.projected().spec();
    Answer other = Projected.of(spec.withOtherRuns(), List.of(claim)).claims().get(0).answer();
    return Block.Fact.of(
        spec.statesRunShare() ? "By the split" : "All of it",
        Cell.apart(Cell.quantity(other.value().orElse(Double.NaN), display), claim.atLeast()),
        ClaimWords.verdictWithDate(other),
        Cell.words(
            spec.statesRunShare()
                ? "if a run takes the training share alone"
                : "with run_share: 100%"));
  }

  private void readings(CheckedClaim checked) {
    if (ClaimChecker.SCOPES.contains(checked.claim().metric())) {
      powers(checked);
    } else {
      blocks.add(ClaimFacts.readings(checked));
    }
  }

  private void powers(CheckedClaim checked) {
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
            row.add(
                Cell.apart(
                    Cell.number(reading.value().orElse(Double.NaN), Display.GIGAWATT),
                    checked.claim().atLeast()));
            row.add(ClaimWords.verdictWithDate(reading));
          }
        }
      }
      rows.add(row);
    }
    blocks.add(new Block.Table(columns, rows));
  }
}
