package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.field.Display;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.result.ResultAssumption;

/** The assumptions that changed, for people. */
final class AssumptionChangeBlocks {
  private static final int MOST_ASSUMPTIONS = 60;

  private final Comparison comparison;
  private final SideNames sides;
  private final Folding folding;

  AssumptionChangeBlocks(Comparison comparison, Folding folding) {
    this.folding = folding;
    this.comparison = comparison;
    this.sides = new SideNames(comparison);
  }

  /** Returns the table of them and what it leaves out; nothing if there are none. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Comparison.AssumptionChange> changes =
        comparison.assumptions().stream().filter(change -> !change.withPhase()).toList();
    int withPhases = comparison.assumptions().size() - changes.size();
    String came =
        SideNames.count(withPhases, "value") + " came or went with phases; csv and json list them.";
    if (changes.isEmpty()) {
      return withPhases == 0 ? List.of() : List.of(new Block.Paragraph(came));
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("path"));
    columns.add(Block.Column.number("base", ""));
    for (int i = 0; i < sides.others(); i++) {
      columns.add(Block.Column.number(sides.heading(i), ""));
    }
    columns.add(new Block.Column("origin", "", false, 1));
    columns.add(new Block.Column("source", "", false, 2));
    List<List<Cell>> rows = new ArrayList<>();
    for (Comparison.AssumptionChange change : folding.shown(changes, MOST_ASSUMPTIONS)) {
      List<Cell> row = new ArrayList<>();
      String uses = change.uses() > 1 ? " (" + change.uses() + " places)" : "";
      ReadableScale scale = ReadableScale.of(change);
      row.add(Cell.words(change.path() + scale.label() + uses));
      row.add(value(change.from(), scale));
      change.to().forEach(to -> row.add(value(to, scale)));
      row.add(Cell.words(origin(change)));
      row.add(Cell.words(SideNames.any(change).flatMap(ResultAssumption::source).orElse("")));
      rows.add(row);
    }
    blocks.add(new Block.Table(columns, rows));
    SideNames.more(folding.left(changes.size(), MOST_ASSUMPTIONS), blocks);
    if (withPhases > 0) {
      blocks.add(new Block.Paragraph(came));
    }
    return blocks;
  }

  /** The unit in which a change is easily read. */
  private record ReadableScale(String unit, double factor) {

    static ReadableScale of(Comparison.AssumptionChange change) {
      String unit = SideNames.any(change).flatMap(ResultAssumption::unit).orElse("");
      boolean large =
          Stream.concat(change.from().stream(), change.to().stream().flatMap(Optional::stream))
              .mapToDouble(a -> Math.abs(a.number()))
              .filter(number -> number > 0)
              .allMatch(number -> number >= Scale.MEGA);
      if (large && unit.equals("W")) {
        return new ReadableScale("GW", Scale.GIGA);
      }
      return large && unit.equals("USD")
          ? new ReadableScale("USD bn", Scale.GIGA)
          : new ReadableScale(unit, 1);
    }

    String label() {
      return unit.isEmpty() || unit.equals("1") ? "" : " [" + unit + "]";
    }
  }

  private static String origin(Comparison.AssumptionChange change) {
    String from = change.from().map(a -> a.origin().id()).orElse("none");
    StringBuilder text = new StringBuilder(from);
    String previous = from;
    for (Optional<ResultAssumption> to : change.to()) {
      String origin = to.map(a -> a.origin().id()).orElse("none");
      if (!origin.equals(previous)) {
        text.append(" → ").append(origin);
      }
      previous = origin;
    }
    return text.toString();
  }

  private static Cell value(Optional<ResultAssumption> assumption, ReadableScale scale) {
    if (assumption.isEmpty()) {
      return Cell.EMPTY;
    }
    double number = assumption.get().number();
    return Double.isNaN(number)
        ? Cell.words(assumption.get().word())
        : Cell.number(number / scale.factor(), Display.PLAIN);
  }
}
