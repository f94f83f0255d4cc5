package org.stargatecalc.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stargatecalc.analysis.explain.ClaimExplanation;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimFacts;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.report.Report;

/** How a verdict comes about, for people, spreadsheets and programs. */
public final class ClaimReport {
  private static final int MOST_PHASES = 8;

  private final ClaimExplanation explanation;
  private final Claim claim;
  private final Answer answer;
  private final ExplainReport.View view;
  private final List<Block> blocks = new ArrayList<>();

  private ClaimReport(ClaimExplanation explanation, ExplainReport.View view) {
    this.explanation = explanation;
    this.claim = explanation.checked().claim();
    this.answer = explanation.checked().answer();
    this.view = view;
  }

  /** Returns the report on a verdict. */
  public static Report of(
      ClaimExplanation explanation, Place.Finder places, ExplainReport.View view) {
    ExplainReport value = new ExplainReport(explanation.value(), places, view);
    return new Report(
        () -> new ClaimReport(explanation, view).blocks(value),
        () -> ExplainFields.VALUE.table(value.values()),
        () ->
            ExplainFields.CLAIM_DOCUMENT.document(
                new ExplainFields.ClaimDocument(explanation, value.document())),
        Map.of());
  }

  private List<Block> blocks(ExplainReport value) {
    blocks.add(new Block.Heading(1, "How the verdict on " + claim.id() + " comes about"));
    blocks.add(new Block.Facts(facts()));
    phases();
    waits();
    readings();
    blocks.addAll(value.parts(" the value at the deadline"));
    return blocks;
  }

  private List<Block.Fact> facts() {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(
        Block.Fact.of(
            "Scenario", Cell.words(explanation.spec().title().orElse(explanation.spec().name()))));
    facts.addAll(ClaimFacts.of(claim, ClaimWords.title(claim)));
    facts.add(
        Block.Fact.of(
            "Verdict",
            ClaimWords.verdict(answer.verdict()),
            Cell.words(
                answer.reachedOn().isPresent()
                    ? "reached on " + answer.reachedOn().get()
                    : ClaimWords.explanation(
                        answer, explanation.spec().horizon().to().toString()))));
    facts.add(new Block.Fact("At the deadline", atTheDeadline()));
    facts.add(
        Block.Fact.of(
            "On time",
            Cell.words(
                explanation.onTime().isPresent()
                    ? "reached on " + explanation.onTime().get()
                    : "not reached either"),
            Cell.words("if nothing were delayed or held back")));
    if (explanation.spec().isUncertain()) {
      facts.add(Block.Fact.of("Case", Cell.words(ExplainReport.CENTRAL_CASE)));
    }
    return facts;
  }

  private void phases() {
    boolean reached = answer.reachedOn().isPresent();
    blocks.add(
        new Block.Heading(
            2, reached ? "What carries it over" : "What there is on " + explanation.at()));
    Display display = Display.of(claim.metric());
    String unit = claim.metric().unit().symbol();
    List<List<Cell>> rows = new ArrayList<>();
    for (ClaimExplanation.Contribution phase :
        view.folding().shown(explanation.phases(), MOST_PHASES)) {
      rows.add(
          List.of(
              Cell.words(phase.phase()),
              Cell.number(phase.there(), display),
              Cell.number(phase.added(), display)));
    }
    if (rows.isEmpty()) {
      blocks.add(new Block.Paragraph("No phase adds to it."));
      return;
    }
    blocks.add(
        new Block.Table(
            List.of(
                Block.Column.words("phase"),
                Block.Column.number("on " + explanation.at(), unit),
                Block.Column.number("added last", unit)),
            rows));
    int left = view.folding().left(explanation.phases().size(), MOST_PHASES);
    if (left > 0) {
      blocks.add(new Block.Paragraph(left + " phases more: -v lists them."));
    }
  }

  private void waits() {
    if (explanation.waits().isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "What held it back before"));
    List<List<Cell>> rows = new ArrayList<>();
    for (ClaimExplanation.Wait wait : explanation.waits()) {
      rows.add(
          List.of(
              Cell.words(wait.constraint() ? "constraint" : "delay"),
              Cell.words(wait.id()),
              wait.from().<Cell>map(Cell.Day::new).orElse(Cell.EMPTY),
              wait.to().<Cell>map(Cell.Day::new).orElse(Cell.EMPTY),
              Cell.number(wait.days() / Durations.DAYS_PER_MONTH, Display.MONTH)));
    }
    blocks.add(
        new Block.Table(
            List.of(
                Block.Column.words("what"),
                Block.Column.words("id"),
                Block.Column.words("binds from"),
                Block.Column.words("to"),
                Block.Column.number("for", "months")),
            rows));
  }

  private void readings() {
    if (explanation.checked().readings().isEmpty() || answer.verdict() == Verdict.BEFORE_HORIZON) {
      return;
    }
    blocks.add(new Block.Heading(2, "What it is under other readings"));
    blocks.add(ClaimFacts.readings(explanation.checked()));
  }

  private List<Cell> atTheDeadline() {
    return Amounts.of(explanation.value().tree()).stream()
        .map(cell -> Cell.apart(cell, claim.atLeast()))
        .toList();
  }
}
