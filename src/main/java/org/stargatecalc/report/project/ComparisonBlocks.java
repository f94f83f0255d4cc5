package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;

/**
 * Several scenarios side by side: every claim of each a row, the scenarios columns; of more than
 * can stand beside each other, a row for each claim of each.
 */
public final class ComparisonBlocks {
  private static final int MOST_BESIDE = 6;
  private static final Cell NOT_ASKED = Cell.words("–");

  private final List<ProjectedScenario> scenarios;

  ComparisonBlocks(List<ProjectedScenario> scenarios) {
    this.scenarios = scenarios;
  }

  List<Block> build() {
    Set<String> ids = new LinkedHashSet<>();
    for (ProjectedScenario scenario : scenarios) {
      for (CheckedClaim claim : scenario.projected().claims()) {
        ids.add(claim.claim().id());
      }
    }
    return List.of(
        new Block.Heading(1, scenarios.size() + " scenarios"),
        scenarios.size() > MOST_BESIDE ? below(ids) : beside(ids));
  }

  private Block.Table below(Set<String> ids) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words("claim"),
            Block.Column.words("scenario"),
            Block.Column.words("answer"));
    List<List<Cell>> rows = new ArrayList<>();
    for (String id : ids) {
      for (ProjectedScenario scenario : scenarios) {
        Cell answer = answer(scenario, id);
        if (!answer.equals(NOT_ASKED)) {
          rows.add(List.of(Cell.words(id), Cell.words(scenario.name()), answer));
        }
      }
    }
    return new Block.Table(columns, rows);
  }

  private Block.Table beside(Set<String> ids) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("claim"));
    scenarios.forEach(scenario -> columns.add(Block.Column.words(scenario.name())));
    List<List<Cell>> rows = new ArrayList<>();
    for (String id : ids) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(id));
      scenarios.forEach(scenario -> row.add(answer(scenario, id)));
      rows.add(row);
    }
    return new Block.Table(columns, rows);
  }

  /** The odds where there are draws, else the verdict; a dash where it is not asked. */
  private static Cell answer(ProjectedScenario scenario, String id) {
    List<CheckedClaim> claims = scenario.projected().claims();
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).claim().id().equals(id)) {
        Cell verdict = ClaimWords.verdictWithDate(claims.get(i).answer());
        if (scenario.drawn().isEmpty()) {
          return verdict;
        }
        Cell odds = AnswerBlocks.odds(scenario.drawn().get().odds().get(i));
        return odds.equals(Cell.EMPTY) ? verdict : odds;
      }
    }
    return NOT_ASKED;
  }
}
