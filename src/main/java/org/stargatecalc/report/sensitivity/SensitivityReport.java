package org.stargatecalc.report.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.sensitivity.RankCorrelation;
import org.stargatecalc.analysis.sensitivity.SobolIndices;
import org.stargatecalc.analysis.sensitivity.Target;
import org.stargatecalc.analysis.sensitivity.Tornado;
import org.stargatecalc.chart.sensitivity.SensitivityDrawing;
import org.stargatecalc.field.Display;
import org.stargatecalc.field.Fields;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.report.MadeBy;
import org.stargatecalc.report.Report;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;

/** Which input moves an answer, by any of the methods. */
public final class SensitivityReport {
  /** So many inputs that move nothing are shown. */
  private static final int FEW_IDLE = 5;

  private final ScenarioSpec spec;
  private final Target target;
  private final Settings settings;

  /** Creates a builder of reports on one scenario and target, of which a foot names the draws. */
  public SensitivityReport(ScenarioSpec spec, Target target, Settings settings) {
    this.spec = spec;
    this.target = target;
    this.settings = settings;
  }

  /** Shows a tornado. */
  public Report tornado(Tornado.Result tornado) {
    Display display = Display.of(target.metric());
    double least = tornado.central();
    double most = tornado.central();
    for (Tornado.Swing swing : tornado.swings()) {
      least = Math.min(least, Math.min(swing.low(), swing.high()));
      most = Math.max(most, Math.max(swing.low(), swing.high()));
    }
    List<Block.Column> columns =
        List.of(
            Block.Column.words("input"),
            new Block.Column("p10", "", true, 1),
            new Block.Column("p90", "", true, 1),
            new Block.Column("unit", "", false, 2),
            Block.Column.number("at p10", display.unit()),
            Block.Column.number("at p90", display.unit()),
            Block.Column.words("answer"),
            new Block.Column("what it is", "", false, 3));
    List<List<Cell>> rows = new ArrayList<>();
    for (Tornado.Swing swing : shown(tornado)) {
      UncertainInput input = swing.input();
      rows.add(
          List.of(
              Cell.words(input.path()),
              InputWords.value(input, swing.lowInput()),
              InputWords.value(input, swing.highInput()),
              Cell.words(InputWords.unit(input)),
              Cell.number(swing.low(), display),
              Cell.number(swing.high(), display),
              new Cell.Bar(swing.low(), swing.high(), tornado.central(), least, most),
              Cell.words(InputWords.title(input))));
    }
    return report(
        "Each input at its 10 % and 90 % quantile, the others at their median.",
        List.of(Block.Fact.of("Central case", Cell.quantity(tornado.central(), display))),
        drawn(
            SensitivityDrawing.tornado(target, tornado),
            withRemarks(new Block.Table(columns, rows), idle(tornado))),
        SensitivityFields.SWING,
        SensitivityFields.TORNADO,
        tornado.swings(),
        List.of());
  }

  /** Those that move the answer; those that do not are rows as long as they are few. */
  private static List<Tornado.Swing> shown(Tornado.Result tornado) {
    List<Tornado.Swing> moving =
        tornado.swings().stream()
            .filter(swing -> swing.size() > 0 || Double.isNaN(swing.size()))
            .toList();
    return tornado.swings().size() - moving.size() > FEW_IDLE ? moving : tornado.swings();
  }

  private static void notShown(Tornado.Result tornado, List<String> remarks) {
    List<Tornado.Swing> shown = shown(tornado);
    List<String> left =
        tornado.swings().stream()
            .filter(swing -> !shown.contains(swing))
            .map(swing -> swing.input().path())
            .toList();
    if (!left.isEmpty()) {
      String names = left.stream().limit(FEW_IDLE).collect(Collectors.joining(", "));
      remarks.add(
          left.size()
              + " inputs do not move it: "
              + names
              + " and "
              + (left.size() - FEW_IDLE)
              + " more; csv and json hold them.");
    }
  }

  /** Says which inputs move nothing only because of what the others are at their median. */
  private static List<String> idle(Tornado.Result tornado) {
    List<String> remarks = new ArrayList<>();
    notShown(tornado, remarks);
    boolean acting = remarks.isEmpty();
    for (Tornado.Swing swing : tornado.swings()) {
      String path = swing.input().path();
      if (swing.actsWith().contains(path)) {
        remarks.add(
            path
                + " is the same at both quantiles: what happens in less than 10 % of draws, or in"
                + " more than 90 %, is not seen here.");
      } else if (!swing.actsWith().isEmpty()) {
        remarks.add(
            path
                + " cannot act in the central case: "
                + swing.actsWith().stream()
                    .map(coin -> missing(coin, tornado.swings()))
                    .collect(Collectors.joining(", and "))
                + ".");
      }
    }
    if (remarks.size() > (acting ? 0 : 1)) {
      remarks.add("--method rank or sobol shows what they do over all draws.");
    }
    return remarks;
  }

  private static List<Block> drawn(SensitivityDrawing drawing, List<Block> table) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Pictures(drawing));
    blocks.addAll(table);
    return blocks;
  }

  private static List<Block> withRemarks(Block.Table table, List<String> remarks) {
    List<Block> blocks = new ArrayList<>();
    if (!table.rows().isEmpty()) {
      blocks.add(table);
    }
    if (!remarks.isEmpty()) {
      blocks.add(new Block.Remarks(remarks));
    }
    return blocks;
  }

  /** What is not as it has to be in the central case: a risk happens or does not. */
  private static String missing(String coin, List<Tornado.Swing> swings) {
    boolean happens =
        swings.stream()
            .anyMatch(s -> s.input().path().equals(coin) && s.input().distribution().median() > 0);
    return coin.replaceFirst("[.]probability$", "") + (happens ? " happens" : " does not happen");
  }

  /** Shows rank correlations. */
  public Report rank(List<RankCorrelation.Correlation> correlations) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words("input"),
            Block.Column.number("Spearman", ""),
            Block.Column.number("partial", ""),
            new Block.Column("Spearman from −1 to 1", "", false, 1),
            new Block.Column("what it is", "", false, 2));
    List<List<Cell>> rows = new ArrayList<>();
    for (RankCorrelation.Correlation correlation : correlations) {
      double spearman = correlation.spearman();
      rows.add(
          List.of(
              Cell.words(correlation.input().path()),
              Cell.number(spearman, Display.COEFFICIENT),
              Cell.number(correlation.partial(), Display.COEFFICIENT),
              Double.isNaN(spearman) ? Cell.EMPTY : new Cell.Bar(0, spearman, 0, -1, 1),
              Cell.words(InputWords.title(correlation.input()))));
    }
    return report(
        "Rank correlation of each input with the answer over "
            + settings.draws()
            + " draws; partial: with the influence of the other inputs taken out.",
        List.of(),
        drawn(
            SensitivityDrawing.rank(target, correlations), List.of(new Block.Table(columns, rows))),
        SensitivityFields.CORRELATION,
        SensitivityFields.RANK,
        correlations,
        draws(settings.draws() + " " + settings.sampling().id() + " points"));
  }

  /** Shows Sobol indices. */
  public Report sobol(List<SobolIndices.Index> indices, int rowsOfDesign) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words("input"),
            Block.Column.number("first order", ""),
            Block.Column.number("low", ""),
            Block.Column.number("high", ""),
            Block.Column.number("total", ""),
            Block.Column.number("low", ""),
            Block.Column.number("high", ""),
            new Block.Column("total from 0 to 1", "", false, 1),
            new Block.Column("what it is", "", false, 2));
    List<List<Cell>> rows = new ArrayList<>();
    for (SobolIndices.Index index : indices) {
      SobolIndices.Estimate first = index.firstOrder();
      SobolIndices.Estimate total = index.total();
      rows.add(
          List.of(
              Cell.words(index.input().path()),
              Cell.number(first.value(), Display.COEFFICIENT),
              Cell.number(first.low(), Display.COEFFICIENT),
              Cell.number(first.high(), Display.COEFFICIENT),
              Cell.number(total.value(), Display.COEFFICIENT),
              Cell.number(total.low(), Display.COEFFICIENT),
              Cell.number(total.high(), Display.COEFFICIENT),
              Double.isNaN(total.value())
                  ? Cell.EMPTY
                  : new Cell.Bar(0, Math.min(1, total.value()), 0, 0, 1),
              Cell.words(InputWords.title(index.input()))));
    }
    String independent =
        spec.correlations().isEmpty() ? "" : " The stated correlations are left out here.";
    return report(
        "Share of the answer's variance that an input causes alone (first order) and with its"
            + " interactions (total), with 90 % bootstrap intervals over "
            + rowsOfDesign
            + " rows."
            + independent,
        List.of(),
        drawn(SensitivityDrawing.sobol(target, indices), List.of(new Block.Table(columns, rows))),
        SensitivityFields.INDEX,
        SensitivityFields.SOBOL,
        indices,
        draws(rowsOfDesign + " rows"));
  }

  private List<Block.Fact> draws(String points) {
    return List.of(Block.Fact.of("Draws", Cell.words(points + ", seed " + settings.seed())));
  }

  private <T> Report report(
      String how,
      List<Block.Fact> more,
      List<Block> rows,
      Fields<SensitivityFields.Row<T>> inputs,
      Fields<SensitivityFields.Document<T>> document,
      List<T> of,
      List<Block.Fact> foot) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Heading(
            1, "What moves " + target.metric().label() + " at the end of " + target.date()));
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(Block.Fact.of("Scenario", Cell.words(spec.title().orElse(spec.name()))));
    facts.add(Block.Fact.of("Asked", Cell.words(target.label())));
    facts.add(
        Block.Fact.of("Read as", Cell.words(ClaimWords.scope(target.metric(), target.basis()))));
    facts.addAll(more);
    facts.add(Block.Fact.of("Method", Cell.words(how)));
    blocks.add(new Block.Facts(facts));
    blocks.addAll(rows);
    blocks.add(MadeBy.foot(foot));
    SensitivityFields.Document<T> told = SensitivityFields.Document.of(spec, target, of);
    return new Report(blocks, inputs.table(told.inputs()), document.document(told));
  }
}
