package org.stargatecalc.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;

/** Two varied parameters: the longer downwards, the shorter across, a matrix for each answer. */
final class MatrixBlocks {
  private static final int MOST_ACROSS = 8;

  private final Sweep sweep;
  private final List<Metric> asked;
  private final List<Block> blocks;
  private final Axis down;
  private final Axis across;
  private final boolean isFirstDown;

  /** What a cell of the matrix shows. */
  private interface Shown {
    Cell of(SweepRow row);
  }

  MatrixBlocks(SweptScenario swept, List<Metric> asked, List<Block> blocks) {
    this.sweep = swept.sweep();
    this.asked = asked;
    this.blocks = blocks;
    Axis first = sweep.combinations().axes().get(0);
    Axis second = sweep.combinations().axes().get(1);
    this.isFirstDown = first.values().size() >= second.values().size();
    this.down = isFirstDown ? first : second;
    this.across = isFirstDown ? second : first;
  }

  void build() {
    Question question = sweep.question();
    boolean isDrawn = question.percentiles().isPresent();
    for (int c = 0; c < question.claims().size(); c++) {
      int claim = c;
      String title = ClaimWords.title(question.claims().get(c));
      blocks.add(new Block.Heading(2, title));
      matrix("", row -> RowCells.brief(row, claim));
      if (isDrawn) {
        blocks.add(new Block.Heading(3, "Share of draws in which it is met"));
        matrix("%", row -> RowCells.odds(row, claim));
      }
    }
    for (int m : SweepReport.numeric(question)) {
      Metric metric = question.metrics().get(m);
      if (asked.contains(metric)) {
        Display display = Display.of(metric);
        String unit = display.unit().isEmpty() ? "" : ", " + display.unit();
        blocks.add(new Block.Heading(2, metric.label() + unit));
        matrix("", row -> RowCells.metric(row, question, m));
      }
    }
  }

  /** A matrix, or one line where all of its cells are the same. */
  private void matrix(String unit, Shown shown) {
    Cell first = shown.of(sweep.row(0));
    boolean isSame = true;
    for (int place = 1; place < sweep.size() && isSame; place++) {
      isSame = shown.of(sweep.row(place)).equals(first);
    }
    if (isSame) {
      blocks.add(
          new Block.Facts(List.of(Block.Fact.of("All combinations", first, Cell.words(unit)))));
      return;
    }
    int wide = across.values().size();
    for (int from = 0; from < wide; from += MOST_ACROSS) {
      table(unit, shown, from, Math.min(wide, from + MOST_ACROSS));
    }
  }

  private void table(String unit, Shown shown, int from, int to) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column(down.path() + " ↓ " + across.path() + " →", "", true, 0));
    for (int j = from; j < to; j++) {
      columns.add(new Block.Column(across.values().text(j), unit, true, 0));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < down.values().size(); i++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(down.values().text(i)));
      for (int j = from; j < to; j++) {
        cells.add(shown.of(row(i, j)));
      }
      rows.add(cells);
    }
    blocks.add(new Block.Table(columns, rows));
  }

  private SweepRow row(int i, int j) {
    int place = isFirstDown ? i * across.values().size() + j : j * down.values().size() + i;
    return sweep.row(place);
  }
}
