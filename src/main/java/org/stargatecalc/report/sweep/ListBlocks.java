package org.stargatecalc.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.Combinations;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.result.Statistic;

/** A row for each combination, and for one varied parameter the curve of every metric. */
final class ListBlocks {
  /** Columns of text that stand beside each other; more make another table. */
  private static final int WIDTH = 78;

  private static final int WIDTH_OF_CLAIM = 21;
  private static final int WIDTH_OF_METRIC = 12;
  private static final int LONGEST_CURVE = 40;

  /** A change that a reader of three digits does not see. */
  private static final double SMALL = 1e-3;

  private final Sweep sweep;
  private final Question question;
  private final List<Block> blocks;

  /** What a column shows of a row. */
  private interface Shown {
    Cell of(SweepRow row);
  }

  ListBlocks(SweptScenario swept, List<Block> blocks) {
    this.sweep = swept.sweep();
    this.question = sweep.question();
    this.blocks = blocks;
  }

  void build() {
    if (!question.claims().isEmpty()) {
      blocks.add(new Block.Heading(2, "Claims"));
      claims();
    }
    if (!question.metrics().isEmpty()) {
      blocks.add(new Block.Heading(2, "Metrics"));
      boolean isLine =
          sweep.combinations().form() != Combinations.Form.SAMPLE
              && (sweep.combinations().axes().size() == 1
                  || sweep.combinations().form() == Combinations.Form.TOGETHER);
      if (isLine && sweep.size() > 1) {
        curves();
      }
      metrics();
    }
  }

  private void claims() {
    boolean isDrawn = question.percentiles().isPresent();
    int across = across(WIDTH_OF_CLAIM + (isDrawn ? 6 : 0));
    for (int from = 0; from < question.claims().size(); from += across) {
      int to = Math.min(question.claims().size(), from + across);
      List<Block.Column> columns = new ArrayList<>();
      List<Shown> shown = new ArrayList<>();
      for (int c = from; c < to; c++) {
        int claim = c;
        columns.add(Block.Column.words(question.claims().get(c).id()));
        shown.add(row -> RowCells.verdict(row, claim));
        if (isDrawn) {
          columns.add(Block.Column.number("met in", "%"));
          shown.add(row -> RowCells.odds(row, claim));
        }
      }
      table(columns, shown);
    }
  }

  /** Returns how many columns of a width fit beside the varied values, at least one. */
  private int across(int width) {
    int left = WIDTH;
    List<Axis> axes = sweep.combinations().axes();
    for (int a = 0; a < axes.size(); a++) {
      int widest = axes.get(a).path().length();
      for (int place = 0; place < sweep.size(); place++) {
        widest = Math.max(widest, sweep.combinations().text(sweep.row(place).index(), a).length());
      }
      left -= widest + 2;
    }
    return Math.max(1, left / width);
  }

  private void metrics() {
    int across = question.percentiles().isPresent() ? 1 : across(WIDTH_OF_METRIC);
    for (int from = 0; from < question.metrics().size(); from += across) {
      List<Block.Column> columns = new ArrayList<>();
      List<Shown> shown = new ArrayList<>();
      for (int m = from; m < Math.min(question.metrics().size(), from + across); m++) {
        metric(m, columns, shown);
      }
      table(columns, shown);
    }
  }

  private void metric(int index, List<Block.Column> columns, List<Shown> shown) {
    Metric metric = question.metrics().get(index);
    shown.add(row -> RowCells.metric(row, question, index));
    if (metric.kind() == Metric.Kind.TEXT) {
      columns.add(Block.Column.words(metric.heading()));
      return;
    }
    Display display = Display.of(metric);
    columns.add(Block.Column.number(metric.heading(), display.unit()));
    List<Integer> percentiles = question.percentiles().orElse(List.of());
    for (int p = 0; p < percentiles.size(); p++) {
      int place = p;
      columns.add(
          Block.Column.number(Statistic.percentile(percentiles.get(p)).id(), display.unit()));
      shown.add(
          row ->
              Cell.number(
                  row.spread().map(s -> s.quantiles().get(index).get(place)).orElse(Double.NaN),
                  display));
    }
  }

  private void table(List<Block.Column> columns, List<Shown> shown) {
    List<Axis> axes = sweep.combinations().axes();
    List<Block.Column> all = new ArrayList<>();
    for (Axis axis : axes) {
      all.add(new Block.Column(axis.path(), "", true, 0));
    }
    all.addAll(columns);
    List<List<Cell>> rows = new ArrayList<>();
    for (int place = 0; place < sweep.size(); place++) {
      SweepRow row = sweep.row(place);
      List<Cell> cells = new ArrayList<>();
      for (int a = 0; a < axes.size(); a++) {
        cells.add(Cell.words(sweep.combinations().text(row.index(), a)));
      }
      shown.forEach(one -> cells.add(one.of(row)));
      rows.add(cells);
    }
    blocks.add(new Block.Table(all, rows));
  }

  /** A curve for each metric, from its least to its largest value. */
  private void curves() {
    List<Block.Fact> facts = new ArrayList<>();
    for (int m : SweepReport.numeric(question)) {
      List<Double> values = curve(m);
      double least = values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
      double most = values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
      Metric metric = question.metrics().get(m);
      Display display = Display.of(metric);
      if (values.isEmpty()) {
        continue;
      }
      facts.add(
          most - least <= SMALL * Math.abs(most)
              ? Block.Fact.of(
                  metric.label(),
                  Cell.words(least == most ? "always" : "always about"),
                  Cell.quantity(least, display))
              : Block.Fact.of(
                  metric.label(),
                  new Cell.Curve(values.stream().map(v -> v - least).toList(), most - least),
                  Cell.words("from"),
                  Cell.quantity(values.get(0), display),
                  Cell.words("to"),
                  Cell.quantity(values.get(values.size() - 1), display)));
    }
    blocks.add(new Block.Facts(facts));
  }

  private List<Double> curve(int metric) {
    List<Double> defined = new ArrayList<>();
    for (int place = 0; place < sweep.size(); place++) {
      SweepRow row = sweep.row(place);
      if (row.isValid() && Double.isFinite(row.values().get(metric))) {
        defined.add(row.values().get(metric));
      }
    }
    if (defined.size() <= LONGEST_CURVE) {
      return defined;
    }
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < LONGEST_CURVE; i++) {
      some.add(defined.get((int) Math.round(i * (defined.size() - 1.0) / (LONGEST_CURVE - 1))));
    }
    return some;
  }
}
