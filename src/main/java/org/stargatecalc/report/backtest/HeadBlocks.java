package org.stargatecalc.report.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.BacktestPoint;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.Score;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.analysis.backtest.Subject.Window;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/** What was held against which record, and what came of it, for people. */
final class HeadBlocks {
  private final BacktestedScenario scenario;
  private final Backtest backtest;
  private final SiteRecord record;
  private final Backtest.Selection selection;
  private final List<Block> blocks;

  HeadBlocks(
      BacktestedScenario scenario,
      SiteRecord record,
      Backtest.Selection selection,
      List<Block> blocks) {
    this.scenario = scenario;
    this.backtest = scenario.backtest();
    this.record = record;
    this.selection = selection;
    this.blocks = blocks;
  }

  void head() {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(Block.Fact.of("Scenario", Cell.words(scenario.name() + ", " + scenario.file())));
    facts.add(
        Block.Fact.of(
            "Record",
            Cell.words(
                "Epoch AI, Frontier Data Centers, CC BY 4.0, "
                    + selection
                        .vintage()
                        .map(d -> "each site in its newest shipped vintage up to " + d)
                        .orElse("vintage " + record.newestVintage())
                    + selection
                        .asOf()
                        .map(d -> "; only points up to " + d + " happened")
                        .orElse(""))));
    facts.add(Block.Fact.of("Compared", Cell.words(compared())));
    backtest
        .principal()
        .ifPresent(
            subject -> {
              for (Basis basis : Basis.values()) {
                String within = within(basis);
                if (!within.isEmpty()) {
                  facts.add(Block.Fact.of("Within 1 %, " + basis.label(), Cell.words(within)));
                }
              }
              best(subject, Window.HAPPENED, "Best baseline so far", facts);
              best(subject, Window.SINCE_PLAN, "Best since the plan", facts);
              best(subject, Window.FORECAST, "Best on forecasts", facts);
            });
    blocks.add(new Block.Facts(facts));
    List<String> remarks = remarks();
    if (!remarks.isEmpty()) {
      blocks.add(new Block.Remarks(remarks));
    }
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    List<String> renamed =
        backtest.sites().stream()
            .filter(site -> !site.scenarioSite().equals(Optional.of(site.id())))
            .map(site -> site.scenarioSite().orElse("") + " (" + site.id() + ")")
            .toList();
    if (!renamed.isEmpty()) {
      remarks.add(
          "sites that the record calls otherwise, with its id: " + String.join(", ", renamed));
    }
    for (Subject site : backtest.sites()) {
      if (site.outside() > 0 && backtest.sites().size() <= BacktestBlocks.MOST_SITES) {
        remarks.add(
            site.title()
                + ": "
                + site.outside()
                + (site.outside() == 1 ? " recorded date lies" : " recorded dates lie")
                + " outside the horizon "
                + backtest.spec().horizon().from()
                + " to "
                + backtest.spec().horizon().to());
      }
    }
    for (String id : backtest.unrecorded()) {
      remarks.add(
          "site "
              + id
              + " of the scenario is not in the record"
              + Optional.ofNullable(record.gone().get(id)).map(why -> ": " + why).orElse(""));
    }
    remarks.addAll(scenario.warnings());
    return remarks;
  }

  private String compared() {
    List<Subject> sites = backtest.sites();
    if (sites.isEmpty()) {
      return "nothing: no phase of the scenario is at a recorded site";
    }
    if (sites.size() == 1) {
      return sites.get(0).title();
    }
    return sites.size()
        + " sites; "
        + (backtest.wholeFrontier()
            ? "they are the whole frontier, so largest and sum are those of the whole record"
            : "scored below: the largest of them at every quarter's end");
  }

  private String within(Basis basis) {
    List<String> words = new ArrayList<>();
    List<BacktestPoint> falls = new ArrayList<>();
    for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
      List<BacktestPoint> points = backtest.sitePoints(window, basis);
      points.stream().filter(BacktestPoint::falls).forEach(falls::add);
      Score score = Score.of(ModelReading.PROJECTION, points);
      if (score.positivePoints() == 0) {
        continue;
      }
      words.add(
          "at "
              + score.within()
              + " of "
              + score.positivePoints()
              + (window == Window.HAPPENED ? " dates that happened" : " still forecast"));
    }
    Score score = Score.of(ModelReading.PROJECTION, falls);
    if (score.positivePoints() > 0) {
      words.add("where the record falls at " + score.within() + " of " + score.positivePoints());
    }
    return String.join(", ", words);
  }

  private static void best(Subject subject, Window window, String label, List<Block.Fact> facts) {
    if (!subject.windows().contains(window)) {
      return;
    }
    Optional<Score> best = subject.bestBaseline(window, Basis.FACILITY);
    if (best.isEmpty()) {
      return;
    }
    List<String> others =
        subject.scores(window, Basis.FACILITY).stream()
            .skip(1)
            .filter(s -> !s.model().equals(best.get().model()))
            .filter(s -> s.positivePoints() == best.get().positivePoints())
            .map(Score::model)
            .toList();
    Score score = best.get();
    facts.add(
        Block.Fact.of(
            label,
            new Cell.Words(score.model(), Cell.Tone.GOOD),
            Cell.words("off by"),
            Cell.quantity(score.mape(), Display.PERCENT),
            Cell.words(
                "on average over "
                    + score.positivePoints()
                    + (score.positivePoints() == 1 ? " point" : " points")
                    + (others.isEmpty() ? "" : "; worse: " + String.join(", ", others)))));
  }
}
