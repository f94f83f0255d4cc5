package org.stargatecalc.report.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.MadeBy;
import org.stargatecalc.report.RecordCredit;
import org.stargatecalc.report.Report;
import org.stargatecalc.word.Worded;

/** Scenarios against the record of sites, beside the baselines. */
public final class BacktestReport {
  private final String toolVersion;
  private final SiteRecord record;
  private final List<BaselinePath> baselines;
  private final Backtest.Selection selection;
  private final Optional<Part> part;

  /** A part of the answer. */
  public enum Part implements Worded {
    /** Every recorded point with what each model says. */
    POINTS,
    /** The scores of each model. */
    SCORES,
    /** Compute and money beside the record's. */
    AMOUNTS;
  }

  /**
   * Creates a builder of reports.
   *
   * @param part the only part to show; empty for all, and for the points in a spreadsheet
   */
  public BacktestReport(
      String toolVersion,
      SiteRecord record,
      List<BaselinePath> baselines,
      Backtest.Selection selection,
      Optional<Part> part) {
    this.toolVersion = toolVersion;
    this.record = record;
    this.baselines = List.copyOf(baselines);
    this.selection = selection;
    this.part = part;
  }

  /** Builds the report on scenarios in their order. */
  public Report of(List<BacktestedScenario> scenarios) {
    List<Block> blocks = new ArrayList<>();
    if (scenarios.size() > 1) {
      blocks.addAll(BacktestBlocks.overview(scenarios));
    }
    for (BacktestedScenario scenario : scenarios) {
      blocks.addAll(new BacktestBlocks(scenario, record, selection, part).build());
    }
    blocks.add(new Block.Heading(2, "How it is scored"));
    blocks.add(new Block.Remarks(BacktestRules.of(record, baselines, selection)));
    RecordCredit.notes(record, blocks);
    blocks.add(MadeBy.foot(List.of()));
    BacktestFields fields = new BacktestFields(baselines.stream().map(BaselinePath::id).toList());
    DataTable table =
        DataTable.concat(scenarios.stream().map(scenario -> table(scenario, fields)).toList());
    return new Report(
        blocks,
        table,
        fields
            .document()
            .document(
                new BacktestFields.Document(toolVersion, record, selection, baselines, scenarios)));
  }

  private DataTable table(BacktestedScenario scenario, BacktestFields fields) {
    List<Subject> subjects = scenario.backtest().subjects();
    return DataTable.labelled(
        List.of(new DataTable.Label("scenario", scenario.name())),
        switch (part.orElse(Part.POINTS)) {
          case POINTS ->
              fields
                  .point()
                  .table(
                      subjects.stream().flatMap(s -> BacktestFields.points(s).stream()).toList());
          case SCORES ->
              BacktestFields.SCORE.table(
                  subjects.stream().flatMap(s -> BacktestFields.scores(s).stream()).toList());
          case AMOUNTS -> AmountFields.POINT.table(scenario.backtest().amounts());
        });
  }
}
