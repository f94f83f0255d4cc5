package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.Attribution;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.ExpectationChange;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.chart.compare.CompareDrawing;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;

/**
 * What a change to scenarios does, for people: a line, the claims that changed, the results that
 * moved most; what else changed is folded away.
 */
final class CompareBlocks {
  /** So few changed assumptions are shown unasked. */
  private static final int FEW_ASSUMPTIONS = 5;

  /** A comment on a pull request holds 65,536 characters; these many rows always fit. */
  private static final int MOST_ROWS = 200;

  private static final int MOST_EXPECTATIONS = 20;

  /** So many metrics are drawn, beside those of claims. */
  private static final int MOST_DRAWN = 6;

  private static final int MOST_DRAWN_OF_A_PART = 2;

  private final Comparison comparison;
  private final Optional<Attribution> attribution;
  private final SideNames sides;
  private final Folding folding;

  CompareBlocks(Comparison comparison, Optional<Attribution> attribution, Folding folding) {
    this.attribution = attribution;
    this.folding = folding;
    this.comparison = comparison;
    this.sides = new SideNames(comparison);
  }

  /** Returns a report on one comparison. */
  List<Block> build() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Marker("compare"));
    blocks.add(new Block.Heading(1, title()));
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(side("Base", comparison.base()));
    for (int i = 0; i < sides.others(); i++) {
      Side other = comparison.others().get(i);
      String label = sides.isPair() ? "Other" : "Other " + (i + 1);
      facts.add(side(label, other));
      if (comparison.isNews()) {
        String change = sides.isPair() ? "Change" : "Change " + (i + 1);
        facts.add(new Block.Fact(change, new Headline(comparison, i).cells()));
      }
    }
    blocks.add(new Block.Facts(facts));
    notes(blocks);
    expectations(blocks);
    MetricChangeBlocks metrics = new MetricChangeBlocks(comparison, folding, MOST_ROWS);
    blocks.add(pictures(title(), metrics, MOST_DRAWN));
    if (comparison.isNews()) {
      changes("Claims that changed", new ClaimChangeBlocks(comparison).table(), blocks);
      changes(metrics.title(), metrics.most(), blocks);
      if (attribution.isPresent()) {
        blocks.add(new Block.Heading(2, "What carries the change"));
        blocks.addAll(new AttributionBlocks(attribution.get(), metrics.shown(), folding).blocks());
      }
      details(metrics, blocks);
    } else {
      blocks.add(new Block.Paragraph("Nothing changed."));
    }
    unchanged(blocks);
    return blocks;
  }

  /**
   * Returns a part of a report on several comparisons.
   *
   * @param title what was compared
   * @param parts how many there are
   */
  List<Block> part(String title, int parts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(3, title));
    blocks.add(
        new Block.Facts(List.of(new Block.Fact("Change", new Headline(comparison, 0).cells()))));
    notes(blocks);
    expectations(blocks);
    MetricChangeBlocks metrics = new MetricChangeBlocks(comparison, folding, MOST_ROWS / parts);
    blocks.add(pictures(title, metrics, MOST_DRAWN_OF_A_PART));
    new ClaimChangeBlocks(comparison).table().ifPresent(blocks::add);
    metrics.most().ifPresent(blocks::add);
    if (attribution.isPresent()) {
      blocks.addAll(new AttributionBlocks(attribution.get(), metrics.shown(), folding).blocks());
    }
    details(metrics, blocks);
    return blocks;
  }

  private Block pictures(String title, MetricChangeBlocks metrics, int most) {
    List<Metric> moved =
        metrics.shown().stream().map(Comparison.MetricChange::metric).distinct().toList();
    return new Block.Pictures(new CompareDrawing(title, comparison, moved, most));
  }

  private void notes(List<Block> blocks) {
    if (!comparison.notes().isEmpty()) {
      blocks.add(new Block.Remarks(comparison.notes()));
    }
  }

  private void expectations(List<Block> blocks) {
    List<String> remarks = new ArrayList<>();
    List<ExpectationChange> changes = comparison.expectations();
    for (ExpectationChange change : folding.shown(changes, MOST_EXPECTATIONS)) {
      remarks.add(says(change) + ": " + change.text());
    }
    int left = folding.left(changes.size(), MOST_EXPECTATIONS);
    if (left > 0) {
      remarks.add("and " + left + " more expectations that changed; -v shows them");
    }
    if (!remarks.isEmpty()) {
      blocks.add(new Block.Remarks(remarks));
    }
  }

  /** Returns how an expectation changed. */
  static String says(ExpectationChange change) {
    if (change.to().isEmpty()) {
      return "no longer expected";
    }
    String now = change.to().get() == Expectation.Severity.WARN ? ", only as a warning" : "";
    return (change.from().isEmpty() ? "newly expected" : "still expected") + now;
  }

  private static void changes(String title, Optional<Block> table, List<Block> blocks) {
    if (table.isPresent()) {
      blocks.add(new Block.Heading(2, title));
      blocks.add(table.get());
    }
  }

  private void details(MetricChangeBlocks metrics, List<Block> blocks) {
    boolean whole = folding == Folding.IN_FULL;
    List<Block> assumptions = new AssumptionChangeBlocks(comparison, folding).blocks();
    if (!assumptions.isEmpty()) {
      int count = comparison.assumptions().size();
      String summary =
          count == 1 ? "1 assumption that changed" : count + " assumptions that changed";
      blocks.add(new Block.Details(summary, whole || count <= FEW_ASSUMPTIONS, assumptions));
    }
    List<Block> all = metrics.all();
    if (!all.isEmpty()) {
      blocks.add(
          new Block.Details(
              "All " + SideNames.count(metrics.count(), "number") + " that changed", whole, all));
    }
  }

  private String title() {
    String base = SideNames.name(comparison.base());
    if (!sides.isPair()) {
      return sides.others() + " scenarios against " + base;
    }
    String other = SideNames.name(comparison.others().get(0));
    return other.equals(base) ? other + ": what changed" : other + " against " + base;
  }

  private static Block.Fact side(String label, Side side) {
    List<Cell> cells = new ArrayList<>();
    side.result()
        .ifPresent(result -> cells.add(Cell.words(result.name() + " (" + side.label() + ")")));
    if (side.state() == Side.State.ABSENT) {
      cells.add(Cell.words(side.label()));
      cells.add(new Cell.Words("does not exist", Cell.Tone.FAIR));
    } else if (side.state() == Side.State.BROKEN) {
      cells.add(Cell.words(side.label()));
      cells.add(new Cell.Words("cannot be projected:", Cell.Tone.BAD));
      cells.add(Cell.words(String.join("; ", side.problems())));
    }
    return new Block.Fact(label, cells);
  }

  private void unchanged(List<Block> blocks) {
    Comparison.Unchanged same = comparison.unchanged();
    StringBuilder text = new StringBuilder("Unchanged: ");
    text.append(SideNames.count(same.assumptions(), "assumption")).append(", ");
    text.append(SideNames.count(same.claims(), "claim")).append(", ");
    text.append(SideNames.count(same.metrics(), "number"))
        .append(" at ")
        .append(SideNames.count(same.dates(), "date"));
    if (same.withinTolerance() > 0) {
      text.append("; ").append(same.withinTolerance()).append(" more within the tolerance");
    }
    blocks.add(new Block.Paragraph(text.append('.').toString()));
    notCompared(comparison.oneSidedDates(), "date", "in the horizon of one side alone", blocks);
    notCompared(comparison.lackingNumbers(), "number", "that a saved result lacks", blocks);
  }

  private static void notCompared(int count, String what, String why, List<Block> blocks) {
    if (count > 0) {
      blocks.add(
          new Block.Paragraph("Not compared: " + SideNames.count(count, what) + " " + why + "."));
    }
  }
}
