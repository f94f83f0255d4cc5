package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.result.Statistic;

/** The results that changed, for people. */
final class MetricChangeBlocks {
  /** A comment on a pull request holds 65,536 characters; these many rows always fit. */
  private static final int MOST_ROWS = 200;

  private final Comparison comparison;
  private final SideNames sides;
  private final Folding folding;
  private final List<Block> blocks;

  MetricChangeBlocks(Comparison comparison, Folding folding, List<Block> blocks) {
    this.folding = folding;
    this.comparison = comparison;
    this.sides = new SideNames(comparison);
    this.blocks = blocks;
  }

  void metrics() {
    blocks.add(new Block.Heading(2, "Results that changed"));
    List<Comparison.MetricChange> changes =
        comparison.metrics().stream().filter(change -> isShown(change.statistic())).toList();
    boolean drawn = changes.stream().anyMatch(c -> !c.statistic().equals(Statistic.CENTRAL));
    if (changes.isEmpty()) {
      blocks.add(new Block.Paragraph("None."));
      return;
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("metric"));
    columns.add(Block.Column.words(changes.stream().anyMatch(this::isSum) ? "up to" : "at"));
    if (drawn) {
      columns.add(Block.Column.words(""));
    }
    columns.add(Block.Column.number("base", ""));
    for (int i = 0; i < sides.others(); i++) {
      columns.add(Block.Column.number(sides.heading(i), ""));
      if (sides.isPair()) {
        columns.add(new Block.Column("change", "", true, 1));
      }
      columns.add(Block.Column.number("%", ""));
    }
    List<List<Cell>> rows = new ArrayList<>();
    Metric previous = Metric.BINDING_CONSTRAINT;
    for (Comparison.MetricChange change : folding.shown(changes, MOST_ROWS)) {
      List<Cell> row = new ArrayList<>();
      boolean first = change.metric() != previous || rows.isEmpty();
      row.add(Cell.words(first ? change.metric().id() : ""));
      previous = change.metric();
      row.add(new Cell.Day(change.date()));
      if (drawn) {
        row.add(Cell.words(change.statistic().id()));
      }
      row.add(value(change.metric(), change.from()));
      for (int i = 0; i < sides.others(); i++) {
        row.add(value(change.metric(), change.to().get(i)));
        if (sides.isPair()) {
          row.add(Cell.number(change.change(i), Display.exact(change.metric())));
        }
        row.add(percent(change, i));
      }
      rows.add(row);
    }
    blocks.add(new Block.Table(columns, rows));
    SideNames.more(folding.left(changes.size(), MOST_ROWS), blocks);
  }

  /** People read the central case and the median; the quantiles are in csv and json. */
  private static boolean isShown(Statistic statistic) {
    return statistic.kind() == Statistic.Kind.CENTRAL || statistic.equals(Statistic.percentile(50));
  }

  private boolean isSum(Comparison.MetricChange change) {
    return change.metric().kind() == Metric.Kind.FLOW && change.moment().after().isEmpty();
  }

  private static Cell percent(Comparison.MetricChange change, int other) {
    if (change.to().get(other).noise()) {
      return Cell.words("≈");
    }
    return Cell.number(change.share(other), Display.PERCENT);
  }

  private static Cell value(Metric metric, Comparison.Value value) {
    if (!value.measured()) {
      return Cell.EMPTY;
    }
    if (metric.kind() == Metric.Kind.TEXT) {
      return Cell.words(value.word().orElse("none"));
    }
    return Double.isNaN(value.number())
        ? Cell.words("undefined")
        : Cell.estimate(value.number(), Display.exact(metric), value.error());
  }
}
