package org.stargatecalc.report.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.Score;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.analysis.backtest.Subject.Window;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.chart.backtest.BacktestDrawing;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/** One scenario against the record, for people. */
final class BacktestBlocks {
  /** With more sites than this, each gets a row instead of tables of its own. */
  static final int MOST_SITES = 6;

  private final BacktestedScenario scenario;
  private final Backtest backtest;
  private final SiteRecord record;
  private final Backtest.Selection selection;
  private final Optional<BacktestReport.Part> part;
  private final List<Block> blocks = new ArrayList<>();

  BacktestBlocks(
      BacktestedScenario scenario,
      SiteRecord record,
      Backtest.Selection selection,
      Optional<BacktestReport.Part> part) {
    this.scenario = scenario;
    this.backtest = scenario.backtest();
    this.record = record;
    this.selection = selection;
    this.part = part;
  }

  /** Returns a row for each of several scenarios. */
  static List<Block> overview(List<BacktestedScenario> scenarios) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words("scenario"),
            new Block.Column("compared", "", false, 3),
            Block.Column.number("happened points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.number("forecast points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.words("best baseline so far"),
            Block.Column.words("best on forecasts"));
    List<List<Cell>> rows = new ArrayList<>();
    for (BacktestedScenario scenario : scenarios) {
      Optional<Subject> subject = scenario.backtest().principal();
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(scenario.name()));
      row.add(Cell.words(subject.map(Subject::title).orElse("no recorded site")));
      for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
        Score score =
            Score.of(
                ModelReading.PROJECTION, scenario.backtest().sitePoints(window, Basis.FACILITY));
        row.add(score.points() == 0 ? Cell.EMPTY : BacktestCells.count(score.positivePoints()));
        row.add(BacktestCells.percent(score.mape()));
      }
      for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
        row.add(
            subject
                .flatMap(s -> s.bestBaseline(window, Basis.FACILITY))
                .map(s -> Cell.words(s.model()))
                .orElse(Cell.EMPTY));
      }
      rows.add(row);
    }
    return List.of(
        new Block.Heading(1, scenarios.size() + " scenarios against the record"),
        new Block.Table(columns, rows),
        new Block.Paragraph(
            "Facility power. Points with power and MAPE: the scenario at its recorded sites."
                + " Baselines: against its site, or the largest of several."));
  }

  List<Block> build() {
    String name = scenario.name();
    blocks.add(
        new Block.Heading(
            1, "Backtest: " + backtest.spec().title().filter(t -> !t.isBlank()).orElse(name)));
    new HeadBlocks(scenario, record, selection, blocks).head();
    blocks.add(
        new Block.Pictures(
            new BacktestDrawing(backtest, scenario.band(), SiteRecord.CREDIT + ".")));
    if (backtest.subjects().isEmpty()) {
      return blocks;
    }
    ReadingBlocks.readings(backtest, blocks);
    if (shows(BacktestReport.Part.SCORES)) {
      Subject principal = backtest.principal().orElseThrow();
      ScoreBlocks.scores(principal, Window.HAPPENED, "Happened", blocks);
      ScoreBlocks.scores(principal, Window.FORECAST, "Still forecast", blocks);
      ScoreBlocks.siteScores(backtest, blocks);
    }
    if (shows(BacktestReport.Part.AMOUNTS)) {
      AmountBlocks.amounts(backtest, blocks);
    }
    if (shows(BacktestReport.Part.POINTS)) {
      for (Subject subject : backtest.subjects()) {
        boolean detailed =
            subject.scope() != Subject.Scope.SITE || backtest.sites().size() <= MOST_SITES;
        if (detailed) {
          PointBlocks.points(subject, blocks);
        }
      }
    }
    return blocks;
  }

  private boolean shows(BacktestReport.Part wanted) {
    return part.map(wanted::equals).orElse(true);
  }
}
