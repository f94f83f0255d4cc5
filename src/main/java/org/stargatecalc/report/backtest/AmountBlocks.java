package org.stargatecalc.report.backtest;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.backtest.Amount;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.PointSet;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/** Compute and money of a scenario beside the record's, for people. */
final class AmountBlocks {
  private AmountBlocks() {}

  static void amounts(Backtest backtest, List<Block> blocks) {
    boolean onlySum = backtest.sites().size() > BacktestBlocks.MOST_SITES;
    List<List<Cell>> rows = new ArrayList<>();
    for (AmountFields.Row row : AmountFields.scores(backtest)) {
      if (!onlySum || row.site().isEmpty()) {
        rows.add(cells(row));
      }
    }
    if (!rows.isEmpty()) {
      blocks.add(new Block.Heading(2, "Compute and money"));
      blocks.add(new Block.Table(columns(), rows));
    }
    if (!backtest.spec().constraints().isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "Constraints share out what there is among all phases, so compute and money are"
                  + " compared at no site alone."));
    }
  }

  private static List<Block.Column> columns() {
    return List.of(
        Block.Column.words("site"),
        Block.Column.words("amount"),
        Block.Column.words(""),
        Block.Column.number("points", ""),
        Block.Column.number("MAPE", "%"),
        Block.Column.number("bias", "%"),
        new Block.Column("within 1 %", "", true, 1),
        new Block.Column("on", "", false, 2),
        Block.Column.number("record", ""),
        Block.Column.number("model", ""),
        Block.Column.number("error", "%"));
  }

  private static List<Cell> cells(AmountFields.Row row) {
    boolean money = row.amount() == Amount.CAPEX_USD_BN;
    Display display = money ? Display.USD_BN : Display.H100_EQUIVALENT;
    return List.of(
        Cell.words(row.site().orElse("all of them")),
        Cell.words(money ? "USD bn" : "H100e"),
        Cell.words(row.set() == PointSet.HAPPENED ? "happened" : "forecast"),
        BacktestCells.count(row.score().points()),
        BacktestCells.percent(row.score().mape()),
        BacktestCells.percent(row.score().bias()),
        BacktestCells.count(row.score().within()),
        new Cell.Day(row.last().date()),
        Cell.number(row.last().recorded(), display),
        Cell.number(row.last().projected(), display),
        BacktestCells.percent(row.last().errorShare()));
  }
}
