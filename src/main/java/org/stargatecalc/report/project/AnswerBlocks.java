package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.Odds;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;

/** The answer first: a row a claim, with verdict or odds, value and date. */
final class AnswerBlocks {
  /** So near to its threshold, relative to it, a value is shown with all its digits. */
  private static final double NEAR = 0.01;

  private final ProjectedScenario scenario;

  AnswerBlocks(ProjectedScenario scenario) {
    this.scenario = scenario;
  }

  void answers(List<Block> blocks) {
    List<CheckedClaim> claims = scenario.projected().claims();
    if (claims.isEmpty()) {
      return;
    }
    boolean isDrawn = scenario.drawn().isPresent();
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("claim"));
    if (isDrawn) {
      columns.add(Block.Column.words("odds"));
    }
    columns.add(Block.Column.words(isDrawn ? "central case" : "verdict"));
    columns.add(Block.Column.number("at the deadline", ""));
    columns.add(Block.Column.number("part", "%"));
    columns.add(new Block.Column("months late", "", true, isDrawn ? 1 : 0));
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i).claim();
      Answer answer = claims.get(i).answer();
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(ClaimWords.title(claim)));
      if (isDrawn) {
        row.add(odds(scenario.drawn().get().odds().get(i)));
        row.add(Cell.words(held(answer, ClaimWords.dated(answer))));
      } else {
        row.add(
            new Cell.Words(
                held(answer, ClaimWords.dated(answer).toUpperCase(Locale.ROOT)),
                ClaimWords.tone(answer.verdict())));
      }
      row.add(value(claim, answer));
      row.add(part(answer));
      OptionalDouble slip = answer.slipMonths();
      row.add(slip.isPresent() ? Cell.number(slip.getAsDouble(), Display.MONTH) : Cell.EMPTY);
      rows.add(row);
    }
    blocks.add(new Block.Table(columns, rows));
  }

  private static String held(Answer answer, String verdict) {
    boolean gone = answer.held().isPresent() && !answer.held().get();
    return gone ? verdict + ", gone by the deadline" : verdict;
  }

  /** Returns the odds in calibrated words and in draws; empty where nothing can be said. */
  static Cell odds(ClaimOdds odds) {
    double met = odds.probabilityMet();
    if (Double.isNaN(met)) {
      return Cell.EMPTY;
    }
    Odds word = Odds.of(met);
    return new Cell.Words(
        word.words().toUpperCase(Locale.ROOT) + ", " + ClaimWords.percent(met),
        ClaimWords.tone(word));
  }

  private static Cell value(Claim claim, Answer answer) {
    if (answer.value().isEmpty()) {
      return Cell.EMPTY;
    }
    double value = answer.value().getAsDouble();
    boolean near = Math.abs(value - claim.atLeast()) < NEAR * claim.atLeast();
    boolean brief = claim.metric().unit() == MetricUnit.USD_BN && !near && value < 1000;
    return Cell.apart(
        Cell.quantity(value, brief ? Display.USD_BN_BRIEF : Display.of(claim.metric())),
        claim.atLeast());
  }

  private static Cell part(Answer answer) {
    if (answer.attainment().isEmpty()) {
      return Cell.EMPTY;
    }
    double percent = answer.attainment().getAsDouble() * 100;
    boolean near = Math.abs(percent - 100) < 100 * NEAR;
    return Cell.apart(Cell.number(percent, near ? Display.PLAIN : Display.PERCENT_BRIEF), 100);
  }
}
