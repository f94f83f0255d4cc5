package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.ScenarioSpec;

/** The values that an answer rests on, all of them or those that are weak, for people. */
final class AssumptionBlocks {
  private static final int MOST_ASSUMPTIONS = 12;

  private final ScenarioSpec spec;
  private final Folding folding;
  private final List<Block> blocks;

  AssumptionBlocks(ScenarioSpec spec, Folding folding, List<Block> blocks) {
    this.folding = folding;
    this.spec = spec;
    this.blocks = blocks;
  }

  void weakAssumptions() {
    Map<String, Assumption> weak = new LinkedHashMap<>();
    for (Assumption assumption : spec.assumptions()) {
      Optional<Confidence> confidence = assumption.provenance().confidence();
      boolean low = confidence.isPresent() && confidence.get() == Confidence.LOW;
      if (low && matters(assumption)) {
        weak.putIfAbsent(withoutIndex(assumption.declaredAt()), assumption);
      }
    }
    if (weak.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "Rests on low-confidence assumptions"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("assumption"),
            Block.Column.number("value", ""),
            Block.Column.words("unit"),
            new Block.Column("source", "", false, 1));
    List<List<Cell>> rows = new ArrayList<>();
    List<Map.Entry<String, Assumption>> listed = new ArrayList<>(weak.entrySet());
    for (Map.Entry<String, Assumption> entry : folding.shown(listed, MOST_ASSUMPTIONS)) {
      Assumption assumption = entry.getValue();
      boolean list = !entry.getKey().equals(assumption.declaredAt());
      rows.add(
          List.of(
              Cell.words(entry.getKey()),
              list ? Cell.words("a list") : AssumptionWords.value(assumption),
              list ? Cell.EMPTY : AssumptionWords.unit(assumption),
              Cell.words(assumption.provenance().source().orElse(""))));
    }
    blocks.add(new Block.Table(columns, rows));
    int left = folding.left(weak.size(), MOST_ASSUMPTIONS);
    if (left > 0) {
      blocks.add(
          new Block.Paragraph(
              left
                  + " more: -v lists them, --show assumptions every value, -f json with its"
                  + " source."));
    }
  }

  /** The steps of one list are one assumption to a reader. */
  private static String withoutIndex(String path) {
    int index = path.indexOf('[');
    return index < 0 ? path : path.substring(0, index);
  }

  /** What changes nothing, such as a share of 0 or the rent of a shell that is owned. */
  private boolean matters(Assumption assumption) {
    String path = assumption.declaredAt();
    if (path.equals("default.shell_price")) {
      return anyOwnership(Ownership.LEASE_SHELL);
    }
    if (path.equals("default.offtake_price")) {
      return anyOwnership(Ownership.OFFTAKE);
    }
    double number = AssumptionWords.number(assumption);
    boolean isDefault = path.startsWith("default.");
    return isDefault ? !Double.isNaN(number) && number != 0 && number != 1 : number != 0;
  }

  private boolean anyOwnership(Ownership ownership) {
    for (PhaseSpec phase : spec.phases()) {
      if (phase.ownership() == ownership) {
        return true;
      }
    }
    return false;
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
