package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.claim.Odds;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.result.Statistic;

/** The lines of a claim that say how it fares over all draws. */
public final class OddsFacts {
  /** Days of standard error from which on a day would say too much, and a month. */
  private static final double MOST_OF_A_DAY = 10;

  private static final double MOST_OF_A_MONTH = 300;

  private final ClaimOdds odds;
  private final List<Integer> percentiles;

  OddsFacts(ClaimOdds odds, ProjectedScenario scenario) {
    this.odds = odds;
    this.percentiles = scenario.drawn().map(d -> d.settings().percentiles()).orElse(List.of());
  }

  List<Block.Fact> facts() {
    List<Block.Fact> facts = new ArrayList<>();
    if (Double.isNaN(odds.probabilityMet())) {
      return facts;
    }
    Odds word = Odds.of(odds.probabilityMet());
    facts.add(
        Block.Fact.of(
            "Odds",
            new Cell.Words(word.words().toUpperCase(Locale.ROOT), ClaimWords.tone(word)),
            Cell.words("met in"),
            Cell.quantity(
                odds.probabilityMet(), Display.PERCENT, Cell.errorOfShare(odds.standardError())),
            Cell.words("of draws · Monte-Carlo error"),
            Cell.quantity(odds.standardError(), Display.PERCENT)));
    List<Cell> values = new ArrayList<>();
    List<Cell> dates = new ArrayList<>();
    for (int i = 0; i < percentiles.size(); i++) {
      String name = (i == 0 ? "" : "· ") + Statistic.percentile(percentiles.get(i)).id();
      values.add(Cell.words(name));
      ClaimOdds.Quantile value = odds.valueQuantiles().get(i);
      values.add(Cell.quantity(value.value(), Display.of(odds.claim().metric()), value.error()));
      dates.add(Cell.words(name));
      ClaimOdds.Quantile reached = odds.reachedQuantiles().get(i);
      Optional<LocalDate> date = Documents.date(reached.value());
      dates.add(date.map(day -> day(day, reached.error())).orElse(Cell.words("never")));
    }
    facts.add(new Block.Fact("Value in draws", values));
    dates.add(Cell.words("· never in"));
    dates.add(Cell.quantity(odds.neverShare(), Display.PERCENT));
    dates.add(Cell.words("of draws"));
    facts.add(new Block.Fact("Reached", dates));
    return facts;
  }

  /** A date of which no more is said than its error, in days, supports. */
  private static Cell day(LocalDate date, double error) {
    if (error < MOST_OF_A_DAY || Double.isNaN(error)) {
      return new Cell.Day(date);
    }
    String day = date.toString();
    return Cell.words(day.substring(0, day.lastIndexOf('-', error < MOST_OF_A_MONTH ? 99 : 7)));
  }
}
