package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;

/** The table that stands before the reports on several scenarios. */
public final class ComparisonBlocks {
  private static final int MOST_CLAIMS = 3;

  private final List<ProjectedScenario> scenarios;

  ComparisonBlocks(List<ProjectedScenario> scenarios) {
    this.scenarios = scenarios;
  }

  List<Block> build() {
    Map<String, Integer> uses = new LinkedHashMap<>();
    for (ProjectedScenario scenario : scenarios) {
      for (CheckedClaim claim : scenario.projected().claims()) {
        uses.merge(claim.claim().id(), 1, Integer::sum);
      }
    }
    List<String> shared =
        uses.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MOST_CLAIMS)
            .map(Map.Entry::getKey)
            .toList();
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("scenario"));
    shared.forEach(id -> columns.add(Block.Column.words(id)));
    List<List<Cell>> rows = new ArrayList<>();
    for (ProjectedScenario scenario : scenarios) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(scenario.name()));
      for (String id : shared) {
        row.add(
            scenario.projected().claims().stream()
                .filter(claim -> claim.claim().id().equals(id))
                .findFirst()
                .map(claim -> ClaimWords.verdictWithDate(claim.answer()))
                .orElse(Cell.EMPTY));
      }
      rows.add(row);
    }
    return List.of(
        new Block.Heading(1, scenarios.size() + " scenarios"), new Block.Table(columns, rows));
  }
}
