package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ScenarioSpec;

/** All values that an answer rests on, for people. */
final class AssumptionBlocks {
  private final ScenarioSpec spec;
  private final List<Block> blocks;

  AssumptionBlocks(ScenarioSpec spec, List<Block> blocks) {
    this.spec = spec;
    this.blocks = blocks;
  }

  void assumptions() {
    blocks.add(new Block.Heading(2, "Assumptions"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("path"),
            Block.Column.number("value", ""),
            Block.Column.words("unit"),
            Block.Column.words("origin"),
            Block.Column.words("confidence"),
            new Block.Column("source", "", false, 1));
    List<List<Cell>> rows = new ArrayList<>();
    for (Assumption assumption : spec.assumptions()) {
      rows.add(
          List.of(
              Cell.words(assumption.path()),
              AssumptionWords.value(assumption),
              AssumptionWords.unit(assumption),
              Cell.words(assumption.origin().id()),
              Cell.words(assumption.provenance().confidence().map(Confidence::id).orElse("")),
              Cell.words(assumption.provenance().source().orElse(""))));
    }
    blocks.add(new Block.Table(columns, rows));
  }
}
