package org.stargatecalc.report.check;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.FindingWords;
import org.stargatecalc.report.Folding;

/** Every expectation with what was measured, its bound and the margin between them, for people. */
final class CheckBlocks {
  private static final int MOST_PASSED = 100;

  private static final int MOST_COMPARISONS = 8;

  private static final int MOST_UNJUDGED = 8;

  private final CheckFields.Document checks;
  private final Folding folding;

  CheckBlocks(CheckFields.Document checks, Folding folding) {
    this.checks = checks;
    this.folding = folding;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Marker("check"));
    long failed = checks.count(Checked.Outcome.FAILED);
    long warnings =
        checks.count(Checked.Outcome.WARNED) + checks.count(Checked.Outcome.INCONCLUSIVE);
    long passed = checks.count(Checked.Outcome.PASSED);
    List<CheckedScenario> unjudged = checks.notJudged();
    int invalid = checks.invalid().size();
    blocks.add(
        new Block.Heading(
            1,
            (invalid == 0 ? "" : invalid + " invalid, ")
                + failed
                + " failed, "
                + warnings
                + (warnings == 1 ? " warning, " : " warnings, ")
                + passed
                + " passed"
                + (unjudged.isEmpty() ? "" : ", " + unjudged.size() + " not judged")));
    checks.invalid().forEach(file -> blocks.addAll(file.blocks()));
    for (CheckedScenario scenario : checks.scenarios()) {
      if (!scenario.isNotJudged()) {
        blocks.add(new Block.Heading(3, title(scenario)));
        blocks.add(table(scenario));
      }
    }
    if (!unjudged.isEmpty()) {
      List<String> names =
          folding.shown(unjudged, MOST_UNJUDGED).stream().map(s -> title(s)).toList();
      int left = folding.left(unjudged.size(), MOST_UNJUDGED);
      blocks.add(
          new Block.Paragraph(
              "Not judged, having no expectation: "
                  + String.join(", ", names)
                  + (left == 0 ? "." : " and " + left + " more.")));
    }
    return blocks;
  }

  private static String title(CheckedScenario scenario) {
    return scenario.name() + " (" + scenario.file() + ")";
  }

  private Block table(CheckedScenario scenario) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words(""),
            Block.Column.words("expectation"),
            Block.Column.number("measured", ""),
            Block.Column.number("bound", ""),
            Block.Column.number("margin", ""));
    List<List<Cell>> rows = new ArrayList<>();
    int left = folding == Folding.IN_FULL ? Integer.MAX_VALUE : MOST_PASSED;
    for (Checked checked : scenario.checks()) {
      if (checked.outcome() == Checked.Outcome.PASSED && left-- <= 0) {
        continue;
      }
      List<Finding> findings = shown(checked);
      Finding decisive = checked.decisive();
      rows.add(
          row(
              outcome(checked.outcome()),
              checked.expectation().text(),
              decisive,
              findings.isEmpty()));
      for (Finding finding : findings) {
        rows.add(row(Cell.words(""), "  " + finding.comparison().text(), finding, true));
      }
      if (checked.outcome() == Checked.Outcome.INCONCLUSIVE) {
        rows.add(remark(leftOpen(scenario.samples())));
      }
      if (!checked.expectation().message().isEmpty()
          && checked.outcome() != Checked.Outcome.PASSED) {
        rows.add(remark(place(checked) + checked.expectation().message()));
      }
    }
    return new Block.Table(columns, rows);
  }

  private static List<Cell> remark(String text) {
    return List.of(Cell.words(""), Cell.words("  " + text), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);
  }

  private static String leftOpen(long draws) {
    String who = draws == 1 ? "1 draw leaves" : draws + " draws leave";
    return who + " it open: ask for more with --samples";
  }

  /**
   * Returns the comparisons that have rows of their own, none where one says it all: of what passed
   * that is the one nearest to failing. Of what failed those that hold are of no account.
   */
  private List<Finding> shown(Checked checked) {
    List<Finding> all = checked.findings();
    boolean passed = checked.outcome() == Checked.Outcome.PASSED;
    if (all.size() == 1 || (passed && folding == Folding.FOLDED)) {
      return List.of();
    }
    if (folding == Folding.IN_FULL) {
      return all;
    }
    List<Finding> against =
        all.stream().filter(finding -> finding.answer() != Finding.Answer.YES).toList();
    return folding.left(against.size(), MOST_COMPARISONS) == 0
        ? against
        : List.of(checked.decisive());
  }

  /** An old value is looked for where it is written, which may be another file. */
  private static String place(Checked checked) {
    Expectation.Place place = checked.expectation().origin();
    boolean isAge = checked.decisive().measure() instanceof Measure.OfAge;
    return isAge && place.line() > 0
        ? place.file() + ":" + place.line() + ":" + place.column() + ": "
        : "";
  }

  private static List<Cell> row(Cell outcome, String text, Finding finding, boolean withNumbers) {
    return List.of(
        outcome,
        Cell.words(text),
        withNumbers ? FindingWords.measured(finding) : Cell.EMPTY,
        withNumbers ? FindingWords.bound(finding) : Cell.EMPTY,
        withNumbers ? FindingWords.margin(finding) : Cell.EMPTY);
  }

  private static Cell outcome(Checked.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> new Cell.Words("passed", Cell.Tone.GOOD);
      case FAILED -> new Cell.Words("FAILED", Cell.Tone.BAD);
      case WARNED -> new Cell.Words("warning", Cell.Tone.FAIR);
      case INCONCLUSIVE -> new Cell.Words("inconclusive", Cell.Tone.FAIR);
    };
  }
}
