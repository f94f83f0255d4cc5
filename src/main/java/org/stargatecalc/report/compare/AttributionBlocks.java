package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.compare.Attribution;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;

/** Which inputs carry how much of the results that are shown, for people. */
final class AttributionBlocks {
  private static final int MOST_PARTS = 6;

  private final Attribution attribution;
  private final List<Comparison.MetricChange> shown;
  private final Folding folding;

  AttributionBlocks(Attribution attribution, List<Comparison.MetricChange> shown, Folding folding) {
    this.attribution = attribution;
    this.shown = shown;
    this.folding = folding;
  }

  List<Block> blocks() {
    List<Block.Column> columns =
        List.of(
            Block.Column.words("result"),
            Block.Column.words("at"),
            Block.Column.words("carried by"),
            Block.Column.number("change", ""),
            Block.Column.number("%", ""));
    List<List<Cell>> rows = new ArrayList<>();
    for (Attribution.Row row : attribution.rows()) {
      if (isShown(row)) {
        add(row, rows);
      }
    }
    List<Block> blocks = new ArrayList<>();
    if (rows.isEmpty()) {
      blocks.add(new Block.Paragraph("No result changed in the central case."));
    } else {
      blocks.add(new Block.Table(columns, rows));
      blocks.add(
          new Block.Paragraph(
              "By "
                  + SideNames.count(attribution.inputs(), "changed input")
                  + ", each alone on the base, in the central case; together: what all do beyond that."));
    }
    if (!attribution.onlyTogether().isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "No scenario alone: " + String.join(", ", attribution.onlyTogether()) + "."));
    }
    return blocks;
  }

  /** Of the metrics those that people see; all claims. */
  private boolean isShown(Attribution.Row row) {
    return row.claim().isPresent()
        || shown.stream()
            .anyMatch(
                change -> change.metric() == row.metric() && change.date().equals(row.date()));
  }

  private void add(Attribution.Row row, List<List<Cell>> rows) {
    Display display = SpeakingDigits.of(row.metric());
    String name = row.claim().orElse(row.metric().id());
    String unit = " [" + row.metric().unit().symbol() + "]";
    rows.add(
        List.of(
            Cell.words(name + unit),
            new Cell.Day(row.date()),
            Cell.words("all"),
            Cell.number(row.change(), display),
            Cell.EMPTY));
    for (Attribution.Part part : folding.shown(row.parts(), MOST_PARTS)) {
      rows.add(part(part.path(), part.effect(), row, display));
    }
    int left = folding.left(row.parts().size(), MOST_PARTS);
    if (left > 0) {
      double rest =
          row.parts().subList(MOST_PARTS, row.parts().size()).stream()
              .mapToDouble(Attribution.Part::effect)
              .sum();
      rows.add(part(SideNames.count(left, "other"), rest, row, display));
    }
    if (row.interaction() != 0) {
      rows.add(part("together", row.interaction(), row, display));
    }
  }

  private static List<Cell> part(String name, double effect, Attribution.Row row, Display display) {
    return List.of(
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.words("  " + name),
        Cell.number(effect, display),
        Cell.number(effect / row.change(), Display.PERCENT));
  }
}
