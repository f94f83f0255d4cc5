package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.result.Statistic;

/** The lines of a claim that say how it fares over all draws. */
public final class OddsFacts {
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
    facts.add(
        Block.Fact.of(
            "Probability",
            Cell.quantity(odds.probabilityMet(), Display.PERCENT),
            Cell.words("of draws meet it · Monte-Carlo error"),
            Cell.quantity(odds.standardError(), Display.PERCENT)));
    List<Cell> values = new ArrayList<>();
    List<Cell> dates = new ArrayList<>();
    for (int i = 0; i < percentiles.size(); i++) {
      String name = (i == 0 ? "" : "· ") + Statistic.percentile(percentiles.get(i)).id();
      values.add(Cell.words(name));
      values.add(Cell.quantity(odds.valueQuantiles().get(i), Display.of(odds.claim().metric())));
      dates.add(Cell.words(name));
      Optional<LocalDate> date = Documents.date(odds.reachedQuantiles().get(i));
      dates.add(date.<Cell>map(Cell.Day::new).orElse(Cell.words("never")));
    }
    facts.add(new Block.Fact("  value", values));
    dates.add(Cell.words("· never in"));
    dates.add(Cell.quantity(odds.neverShare(), Display.PERCENT));
    dates.add(Cell.words("of draws"));
    facts.add(new Block.Fact("  reached", dates));
    return facts;
  }
}
