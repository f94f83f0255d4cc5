package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.result.Statistic;

/** The results that changed, for people: those that moved most, and all of them. */
final class MetricChangeBlocks {
  /** Below so small a part of a change, one moves no more than another. */
  private static final double ALIKE = 1e-4;

  private static final int MOST_MOVED = 10;

  private final Comparison comparison;
  private final SideNames sides;
  private final Folding folding;
  private final int mostRows;
  private final List<Comparison.MetricChange> changes;

  /**
   * Creates them.
   *
   * @param mostRows of the results that changed
   */
  MetricChangeBlocks(Comparison comparison, Folding folding, int mostRows) {
    this.mostRows = mostRows;
    this.folding = folding;
    this.comparison = comparison;
    this.sides = new SideNames(comparison);
    this.changes =
        comparison.metrics().stream().filter(change -> isShown(change.statistic())).toList();
  }

  /** Returns how many numbers changed that people are shown. */
  int count() {
    return changes.size();
  }

  /** Returns a heading for {@link #most}. */
  String title() {
    return changes.size() <= MOST_MOVED ? "Results that changed" : "Results that moved most";
  }

  /**
   * Returns the results that moved most: all if they are few, else of each metric the date at which
   * it moved most; nothing where a side has no results to move from or to.
   */
  Optional<Block> most() {
    boolean isComplete =
        comparison.base().result().isPresent()
            && comparison.others().stream().allMatch(other -> other.result().isPresent());
    if (changes.isEmpty() || !isComplete) {
      return Optional.empty();
    }
    return Optional.of(table(shown()));
  }

  /** Returns what {@link #most} shows. */
  List<Comparison.MetricChange> shown() {
    return changes.size() <= MOST_MOVED ? changes : moved();
  }

  /** Returns all results that changed; nothing where {@link #most} shows them. */
  List<Block> all() {
    if (changes.isEmpty() || (changes.size() <= MOST_MOVED && most().isPresent())) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(table(folding.shown(changes, mostRows)));
    SideNames.more(folding.left(changes.size(), mostRows), blocks);
    return blocks;
  }

  private List<Comparison.MetricChange> moved() {
    Map<Metric, Comparison.MetricChange> most = new EnumMap<>(Metric.class);
    for (Comparison.MetricChange change : changes) {
      most.merge(change.metric(), change, (a, b) -> size(b) >= size(a) ? b : a);
    }
    return most.values().stream()
        .filter(change -> size(change) > 0)
        .sorted(Comparator.comparingDouble(MetricChangeBlocks::size).reversed())
        .limit(MOST_MOVED)
        .toList();
  }

  /** A change as a share of the larger of both sides: 1 for what was 0; 0 within the noise. */
  private static double size(Comparison.MetricChange change) {
    double largest = 0;
    for (Comparison.Value to : change.to()) {
      double moved = Math.abs(to.number() - change.from().number());
      double scale = Math.max(Math.abs(to.number()), Math.abs(change.from().number()));
      if (to.differs() && !to.noise() && moved > 0) {
        largest = Math.max(largest, Math.ceil(moved / scale / ALIKE) * ALIKE);
      }
    }
    return largest;
  }

  private Block table(List<Comparison.MetricChange> shown) {
    boolean drawn = shown.stream().anyMatch(c -> !c.statistic().equals(Statistic.CENTRAL));
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("metric"));
    columns.add(Block.Column.words(shown.stream().anyMatch(this::isSum) ? "up to" : "at"));
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
    for (Comparison.MetricChange change : shown) {
      rows.add(row(change, drawn));
    }
    return new Block.Table(columns, rows);
  }

  private List<Cell> row(Comparison.MetricChange change, boolean drawn) {
    Metric metric = change.metric();
    List<Cell> row = new ArrayList<>();
    boolean isWord = metric.kind() == Metric.Kind.TEXT;
    row.add(Cell.words(metric.id() + (isWord ? "" : " [" + metric.unit().symbol() + "]")));
    row.add(new Cell.Day(change.date()));
    if (drawn) {
      row.add(Cell.words(change.statistic().id()));
    }
    double[] numbers =
        DoubleStream.concat(
                DoubleStream.of(change.from().number()),
                change.to().stream().mapToDouble(Comparison.Value::number))
            .toArray();
    Display display = SpeakingDigits.of(metric, numbers);
    row.add(value(metric, change.from(), display));
    for (int i = 0; i < sides.others(); i++) {
      row.add(value(metric, change.to().get(i), display));
      if (sides.isPair()) {
        row.add(Cell.number(change.change(i), SpeakingDigits.of(metric)));
      }
      row.add(percent(change, i));
    }
    return row;
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

  private static Cell value(Metric metric, Comparison.Value value, Display display) {
    if (!value.measured()) {
      return Cell.EMPTY;
    }
    if (metric.kind() == Metric.Kind.TEXT) {
      return Cell.words(value.word().orElse("none"));
    }
    return Double.isNaN(value.number())
        ? Cell.words("undefined")
        : Cell.estimate(value.number(), display, value.error());
  }
}
