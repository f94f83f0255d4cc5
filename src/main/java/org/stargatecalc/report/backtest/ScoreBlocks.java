package org.stargatecalc.report.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.BacktestPoint;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.Score;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.analysis.backtest.Subject.Window;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/** How close each model comes to the record, for people. */
final class ScoreBlocks {
  private ScoreBlocks() {}

  static void scores(Subject subject, Window window, String title, List<Block> blocks) {
    blocks.add(new Block.Heading(2, title + ": " + subject.title()));
    if (subject.points(window, Basis.FACILITY).stream().allMatch(p -> p.recordedMw() == 0)) {
      blocks.add(new Block.Paragraph("The record has no such power within the horizon."));
      return;
    }
    boolean plan = window == Window.HAPPENED && subject.planDate().isPresent();
    boolean band =
        subject.scores(window, Basis.FACILITY).stream()
            .anyMatch(s -> !Double.isNaN(s.insideBand()));
    List<Block.Column> columns = columns(plan, band);
    List<List<Cell>> rows = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      int positive =
          Score.of(ModelReading.PROJECTION, subject.points(window, basis)).positivePoints();
      if (positive == 0) {
        continue;
      }
      Optional<String> best = subject.bestBaseline(window, basis).map(Score::model);
      Optional<String> bestSince = subject.bestBaseline(Window.SINCE_PLAN, basis).map(Score::model);
      List<Score> since = subject.scores(Window.SINCE_PLAN, basis);
      List<Score> scores = subject.scores(window, basis);
      for (int i = 0; i < scores.size(); i++) {
        boolean isBest = best.equals(Optional.of(scores.get(i).model()));
        boolean isBestSince = plan && bestSince.equals(Optional.of(scores.get(i).model()));
        List<Cell> row =
            row(scores.get(i), basis, plan && scores.get(i).positivePoints() < positive);
        if (plan) {
          row.add(BacktestCells.percent(since.get(i).mape()));
        }
        if (band) {
          row.add(BacktestCells.percent(scores.get(i).insideBand()));
        }
        row.add(
            new Cell.Words(
                isBest ? "best" : isBestSince ? "best since" : "",
                isBest || isBestSince ? Cell.Tone.GOOD : Cell.Tone.PLAIN));
        rows.add(row);
      }
    }
    blocks.add(new Block.Table(columns, rows));
  }

  private static List<Block.Column> columns(boolean plan, boolean band) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("model"));
    columns.add(Block.Column.words("basis"));
    columns.add(Block.Column.number("points", ""));
    columns.add(Block.Column.number("MAPE", "%"));
    columns.add(Block.Column.number("bias", "%"));
    columns.add(Block.Column.number("error", "MW"));
    columns.add(Block.Column.number("months", ""));
    columns.add(new Block.Column("within 1 %", "", true, 1));
    if (plan) {
      columns.add(Block.Column.number("MAPE since plan", "%"));
    }
    if (band) {
      columns.add(Block.Column.number("in band", "%"));
    }
    columns.add(Block.Column.words(""));
    return columns;
  }

  /** Returns what a model scores; the plan is scored on later dates alone, in another column. */
  private static List<Cell> row(Score score, Basis basis, boolean onLaterDatesAlone) {
    boolean silent = score.positivePoints() == 0 || onLaterDatesAlone;
    List<Cell> row = new ArrayList<>();
    row.add(Cell.words(score.model()));
    row.add(Cell.words(basis.label()));
    row.add(silent ? Cell.EMPTY : BacktestCells.count(score.points()));
    row.add(silent ? Cell.EMPTY : BacktestCells.percent(score.mape()));
    row.add(silent ? Cell.EMPTY : BacktestCells.percent(score.bias()));
    row.add(silent ? Cell.EMPTY : Cell.number(score.meanErrorMw(), Display.MEGAWATT));
    row.add(silent ? Cell.EMPTY : Cell.number(score.meanErrorMonths(), Display.MONTH));
    row.add(silent ? Cell.EMPTY : BacktestCells.count(score.within()));
    return row;
  }

  static void siteScores(Backtest backtest, List<Block> blocks) {
    if (backtest.sites().size() < 2) {
      return;
    }
    blocks.add(new Block.Heading(2, "Site by site, facility power"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("site"),
            Block.Column.number("happened points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.number("bias", "%"),
            Block.Column.number("within 1 %", ""),
            Block.Column.number("forecast points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.number("bias", "%"),
            Block.Column.number("within 1 %", ""));
    List<List<Cell>> rows = new ArrayList<>();
    for (Subject site : backtest.sites()) {
      rows.add(siteRow(site.id(), window -> site.points(window, Basis.FACILITY)));
    }
    rows.add(siteRow("all of them", window -> backtest.sitePoints(window, Basis.FACILITY)));
    blocks.add(new Block.Table(columns, rows));
    blocks.add(new Block.Paragraph("Points with recorded power above 0."));
  }

  private static List<Cell> siteRow(String title, Function<Window, List<BacktestPoint>> points) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.words(title));
    for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
      Score score = Score.of(ModelReading.PROJECTION, points.apply(window));
      boolean any = score.positivePoints() > 0;
      row.add(any ? BacktestCells.count(score.positivePoints()) : Cell.EMPTY);
      row.add(BacktestCells.percent(score.mape()));
      row.add(BacktestCells.percent(any ? score.bias() : Double.NaN));
      row.add(any ? BacktestCells.count(score.within()) : Cell.EMPTY);
    }
    return row;
  }
}
