package org.stargatecalc.report.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.report.Block;
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
    SCORES;
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
    blocks.add(new Block.Remarks(rules()));
    RecordCredit.notes(record, blocks);
    List<String> models = baselines.stream().map(BaselinePath::id).toList();
    DataTable table =
        DataTable.concat(
            scenarios.stream()
                .map(
                    s ->
                        part.equals(Optional.of(Part.SCORES))
                            ? BacktestTables.scores(s)
                            : BacktestTables.points(s, models))
                .toList());
    return new Report(blocks, table, document(scenarios, models));
  }

  private Data document(List<BacktestedScenario> scenarios, List<String> models) {
    return Data.Members.builder()
        .put("schema", Data.text("stargate-calc/backtest/v1"))
        .put("tool_version", Data.text(toolVersion))
        .put("record", RecordCredit.head(record).build())
        .put("vintage", Data.date(selection.vintage()))
        .put("as_of", Data.date(selection.asOf()))
        .put("baselines", new Data.Items(baselines.stream().map(BacktestReport::baseline).toList()))
        .put(
            "results",
            new Data.Items(
                scenarios.stream().map(s -> BacktestTables.document(s, models)).toList()))
        .build();
  }

  private static Data baseline(BaselinePath path) {
    List<Data> knots = new ArrayList<>();
    for (BaselinePath.Knot knot : path.knots()) {
      knots.add(
          Data.Members.builder()
              .put("date", Data.text(knot.date().toString()))
              .put("power_mw", Data.number(knot.powerMw()))
              .put("source", Data.text(knot.provenance().source()))
              .build());
    }
    return Data.Members.builder()
        .put("id", Data.text(path.id()))
        .put("title", Data.text(path.title()))
        .put("per_year", Data.number(path.growthPerYear()))
        .put("interpolation", Data.text(interpolation(path)))
        .put("knots", new Data.Items(knots))
        .build();
  }

  private List<String> rules() {
    List<String> rules = new ArrayList<>();
    rules.add(
        "MAPE: mean of |model − record| / record over points with recorded power. bias: Σ (model −"
            + " record) / Σ record. error: mean of model − record. months: mean of how much later"
            + " (+) or earlier (−) than the record the model comes within 1 % of each recorded"
            + " power.");
    rules.add(
        "Happened: the record's authors estimate the power on a past date"
            + selection.asOf().map(d -> ", up to " + d + " only").orElse("")
            + ". Still forecast: they expect it. Announced points are shown and not scored.");
    rules.add(
        "falls: the record had more before. A projection never removes capacity and cannot follow.");
    for (BaselinePath path : baselines) {
      rules.add(
          path.id() + ": " + path.title() + ": " + knots(path) + "; " + interpolation(path) + ".");
    }
    rules.add(
        "plan: the site's own plan as the record had it in its vintage of "
            + record.oldestVintage()
            + ", facility power only; a figure stands until the next one. It is scored on later"
            + " dates alone, and so has a column of its own (since plan) where all are compared.");
    rules.add(
        "Nobody said whether the baselines mean facility or IT power: each is held against both. They"
            + " are about the largest system, so a site that never was the largest says little about"
            + " them.");
    return rules;
  }

  private static String knots(BaselinePath path) {
    return String.join(
        ", ",
        path.knots().stream().map(k -> Math.round(k.powerMw()) + " MW on " + k.date()).toList());
  }

  private static String interpolation(BaselinePath path) {
    if (path.growthPerYear().isPresent()) {
      double growth = path.growthPerYear().getAsDouble();
      String times = growth == Math.rint(growth) ? Long.toString((long) growth) : growth + "";
      return "times " + times + " a year (365.25 days) before and after";
    }
    return "equal growth per day between the dates and before the first, level after the last";
  }
}
