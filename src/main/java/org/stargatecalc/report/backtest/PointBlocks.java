package org.stargatecalc.report.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.BacktestPoint;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.PointSet;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/** Every recorded point beside the model, for people. */
final class PointBlocks {
  private PointBlocks() {}

  static void points(Subject subject, List<Block> blocks) {
    for (PointSet set : PointSet.values()) {
      Map<LocalDate, Map<Basis, BacktestPoint>> byDate = new LinkedHashMap<>();
      subject.points().stream()
          .filter(p -> p.set() == set)
          .forEach(
              p -> byDate.computeIfAbsent(p.date(), d -> new LinkedHashMap<>()).put(p.basis(), p));
      if (!byDate.isEmpty()) {
        blocks.add(new Block.Heading(3, subject.title() + ", " + words(set)));
        blocks.add(pointTable(subject, byDate));
      }
    }
  }

  private static String words(PointSet set) {
    return switch (set) {
      case HAPPENED -> "happened";
      case FORECAST -> "still forecast";
      case ANNOUNCED -> "announced, not scored";
    };
  }

  private static Block pointTable(
      Subject subject, Map<LocalDate, Map<Basis, BacktestPoint>> byDate) {
    boolean largest = subject.scope() == Subject.Scope.LARGEST;
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("date"));
    if (largest) {
      columns.add(new Block.Column("largest on record", "", false, 1));
    }
    columns.add(Block.Column.number("facility record", "MW"));
    columns.add(Block.Column.number("model", "MW"));
    columns.add(new Block.Column("error", "MW", true, 2));
    columns.add(Block.Column.number("error", "%"));
    columns.add(Block.Column.number("IT record", "MW"));
    columns.add(Block.Column.number("model", "MW"));
    columns.add(Block.Column.number("error", "%"));
    columns.add(Block.Column.number("months", ""));
    columns.add(Block.Column.words(""));
    List<List<Cell>> rows = new ArrayList<>();
    byDate.forEach(
        (date, point) -> {
          Optional<BacktestPoint> facility = Optional.ofNullable(point.get(Basis.FACILITY));
          Optional<BacktestPoint> it = Optional.ofNullable(point.get(Basis.IT));
          List<Cell> row = new ArrayList<>();
          row.add(new Cell.Day(date));
          if (largest) {
            row.add(Cell.words(facility.flatMap(BacktestPoint::site).orElse("")));
          }
          row.add(BacktestCells.megawatts(facility.map(BacktestPoint::recordedMw)));
          row.add(BacktestCells.megawatts(facility.map(p -> p.projection().mw())));
          row.add(BacktestCells.megawatts(facility.map(BacktestPoint::errorMw)));
          row.add(error(facility));
          row.add(BacktestCells.megawatts(it.map(BacktestPoint::recordedMw)));
          row.add(BacktestCells.megawatts(it.map(p -> p.projection().mw())));
          row.add(error(it));
          row.add(facility.or(() -> it).map(PointBlocks::months).orElse(Cell.EMPTY));
          boolean falls =
              facility.map(BacktestPoint::falls).orElse(false)
                  || it.map(BacktestPoint::falls).orElse(false);
          row.add(Cell.words(falls ? "falls" : ""));
          rows.add(row);
        });
    return new Block.Table(columns, rows);
  }

  private static Cell months(BacktestPoint point) {
    ModelReading projection = point.projection();
    if (point.recordedMw() > 0 && projection.reachedOn().isEmpty()) {
      return Cell.words("never");
    }
    return Cell.number(projection.errorMonths(), Display.MONTH);
  }

  private static Cell error(Optional<BacktestPoint> point) {
    return point.map(p -> BacktestCells.percent(p.errorShare())).orElse(Cell.EMPTY);
  }
}
