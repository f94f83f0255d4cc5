package org.stargatecalc.report.explain;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.explain.Explanation;
import org.stargatecalc.analysis.explain.Influence;
import org.stargatecalc.field.Display;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.scenario.Assumption;

/** The inputs that carry a number: first in a sentence, then as a table. */
final class CarrierBlocks {
  private static final int MOST_NUMBERS = 6;
  private static final int MOST_DATES = 3;

  private final Explanation explanation;
  private final Folding folding;
  private final List<Block> blocks;

  CarrierBlocks(Explanation explanation, Folding folding, List<Block> blocks) {
    this.explanation = explanation;
    this.folding = folding;
    this.blocks = blocks;
  }

  void add(String what) {
    blocks.add(new Block.Heading(2, "What carries" + what));
    if (explanation.influences().isEmpty()) {
      blocks.add(new Block.Paragraph("No input moves it: it is what it is whatever they say."));
      return;
    }
    table(false, "+10%", "−10%", MOST_NUMBERS);
    table(true, "+1 month", "−1 month", MOST_DATES);
  }

  private void table(boolean ofDates, String up, String down, int most) {
    List<Influence> all = explanation.influences(ofDates);
    if (all.isEmpty()) {
      return;
    }
    List<Block.Column> columns =
        List.of(
            Block.Column.words(ofDates ? "date" : "input"),
            new Block.Column("value", "", true, 0),
            new Block.Column("unit", "", false, 0),
            new Block.Column(up, "%", true, 0),
            new Block.Column(down, "%", true, 0),
            new Block.Column("confidence", "", false, 3),
            new Block.Column("source", "", false, 4));
    List<List<Cell>> rows = new ArrayList<>();
    for (Influence influence : folding.shown(all, most)) {
      rows.add(row(influence));
    }
    blocks.add(new Block.Table(columns, rows));
    int left = folding.left(all.size(), most);
    if (left > 0) {
      blocks.add(
          new Block.Paragraph(
              left + (ofDates ? " dates" : " inputs") + " more move it less: -v lists them."));
    }
  }

  private List<Cell> row(Influence influence) {
    Assumption first = influence.inputs().get(0);
    return List.of(
        Cell.words(influence.path()),
        value(influence).get(0),
        value(influence).get(1),
        Cell.number(influence.up(), Display.PERCENT),
        Cell.number(influence.down(), Display.PERCENT),
        Cell.words(first.provenance().confidence().map(Confidence::id).orElse("")),
        Cell.words(first.provenance().source().orElse("")));
  }

  /** Returns the value and its unit; of a list of steps, the last one. */
  private static List<Cell> value(Influence influence) {
    Assumption input = influence.inputs().get(influence.inputs().size() - 1);
    List<Cell> cells = Amounts.ofInput(input, input.median());
    return cells.size() == 1 ? List.of(cells.get(0), Cell.EMPTY) : cells;
  }
}
