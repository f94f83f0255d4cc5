package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.result.ResultClaim;

/** The claims that are answered differently, for people. */
final class ClaimChangeBlocks {
  private final Comparison comparison;
  private final SideNames sides;

  ClaimChangeBlocks(Comparison comparison) {
    this.comparison = comparison;
    this.sides = new SideNames(comparison);
  }

  /** Returns the table of them; nothing if there are none. */
  Optional<Block> table() {
    if (comparison.claims().isEmpty()) {
      return Optional.empty();
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("claim"));
    columns.add(Block.Column.words(""));
    columns.add(Block.Column.number("base", ""));
    for (int i = 0; i < sides.others(); i++) {
      columns.add(Block.Column.number(sides.heading(i), ""));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Comparison.ClaimChange change : comparison.claims()) {
      Display display = digits(change);
      claimRow(change.id(), "verdict", change, ClaimChangeBlocks::verdict, rows);
      claimRow("", "probability", change, ClaimChangeBlocks::probability, rows);
      claimRow("", "reached on", change, ClaimChangeBlocks::reachedOn, rows);
      claimRow(
          "",
          "value [" + SideNames.metric(change).unit().symbol() + "]",
          change,
          c -> Cell.number(c.value().orElse(Double.NaN), display),
          rows);
      claimRow(
          "",
          "slip [months]",
          change,
          c -> Cell.number(c.slipMonths().orElse(Double.NaN), Display.MONTH),
          rows);
      claimRow(
          "",
          "at least [" + SideNames.metric(change).unit().symbol() + "]",
          change,
          c -> Cell.number(c.atLeast(), display),
          rows);
      claimRow("", "by", change, c -> new Cell.Day(c.by()), rows);
      claimRow("", "read as", change, c -> Cell.words(readAs(c)), rows);
    }
    return Optional.of(new Block.Table(columns, rows));
  }

  /** The digits that tell the values of all sides apart, and from what is claimed. */
  private static Display digits(Comparison.ClaimChange change) {
    double[] numbers =
        Stream.concat(change.from().stream(), change.to().stream().flatMap(Optional::stream))
            .flatMapToDouble(c -> DoubleStream.of(c.value().orElse(Double.NaN), c.atLeast()))
            .toArray();
    return SpeakingDigits.of(SideNames.metric(change), numbers);
  }

  private static String readAs(ResultClaim claim) {
    return claim.metric().id() + claim.basis().map(b -> ", " + b.id()).orElse("");
  }

  private static Cell verdict(ResultClaim claim) {
    return ClaimWords.verdict(claim.verdict());
  }

  private static Cell probability(ResultClaim claim) {
    return claim
        .probability()
        .map(p -> Cell.quantity(p.value(), Display.PERCENT))
        .orElse(Cell.words("no draws"));
  }

  private static Cell reachedOn(ResultClaim claim) {
    return claim.reachedOn().<Cell>map(Cell.Day::new).orElse(Cell.words("never"));
  }

  /** Adds a row of one aspect of a claim; but for the verdict only where it changed. */
  private void claimRow(
      String id,
      String what,
      Comparison.ClaimChange change,
      Function<ResultClaim, Cell> aspect,
      List<List<Cell>> rows) {
    List<Cell> cells = new ArrayList<>();
    cells.add(change.from().map(aspect).orElse(Cell.words("not asked")));
    change.to().forEach(to -> cells.add(to.map(aspect).orElse(Cell.words("not asked"))));
    if (what.equals("probability") && change.noise().contains(true)) {
      row(id, what + " ≈", cells, rows);
      return;
    }
    boolean complete =
        change.from().isPresent() && change.to().stream().allMatch(Optional::isPresent);
    boolean same = cells.stream().distinct().count() == 1;
    if (!id.isEmpty() || (complete && !same)) {
      row(id, what, cells, rows);
    }
  }

  private static void row(String id, String what, List<Cell> cells, List<List<Cell>> rows) {
    List<Cell> row = new ArrayList<>(List.of(Cell.words(id), Cell.words(what)));
    row.addAll(cells);
    rows.add(row);
  }
}
