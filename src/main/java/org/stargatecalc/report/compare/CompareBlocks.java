package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;

/** What a change to scenarios does, for people. */
final class CompareBlocks {
  private final Comparison comparison;
  private final SideNames sides;
  private final Folding folding;
  private final List<Block> blocks = new ArrayList<>();

  CompareBlocks(Comparison comparison, Folding folding) {
    this.folding = folding;
    this.comparison = comparison;
    this.sides = new SideNames(comparison);
  }

  List<Block> build() {
    blocks.add(new Block.Marker("compare"));
    blocks.add(new Block.Heading(1, title()));
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(side("Base", comparison.base()));
    for (int i = 0; i < sides.others(); i++) {
      facts.add(side(sides.isPair() ? "Other" : "Other " + (i + 1), comparison.others().get(i)));
    }
    blocks.add(new Block.Facts(facts));
    if (!comparison.notes().isEmpty()) {
      blocks.add(new Block.Remarks(comparison.notes()));
    }
    new AssumptionChangeBlocks(comparison, folding, blocks).assumptions();
    new ClaimChangeBlocks(comparison, blocks).claims();
    new MetricChangeBlocks(comparison, folding, blocks).metrics();
    unchanged();
    return blocks;
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

  private void unchanged() {
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
    notCompared(comparison.oneSidedDates(), "date", "in the horizon of one side alone");
    notCompared(comparison.lackingNumbers(), "number", "that a saved result lacks");
  }

  private void notCompared(int count, String what, String why) {
    if (count > 0) {
      blocks.add(
          new Block.Paragraph("Not compared: " + SideNames.count(count, what) + " " + why + "."));
    }
  }
}
