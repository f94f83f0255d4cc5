package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.montecarlo.MonteCarlo;
import org.stargatecalc.analysis.montecarlo.Progress;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.analysis.sweep.Variant;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;

/** Draws each uncertain combination as {@code project} would, on one thread. */
final class SweptDraws {
  private final Settings settings;

  SweptDraws(DrawSettings draws) {
    Settings all = draws.settings();
    this.settings = new Settings(all.draws(), all.seed(), all.sampling(), all.percentiles(), 1);
  }

  SweepRow.Spread of(Variant.Stated stated, Question question) {
    List<Metric> numeric = new ArrayList<>();
    for (Metric metric : question.metrics()) {
      if (metric.kind() != Metric.Kind.TEXT) {
        numeric.add(metric);
      }
    }
    boolean inside = stated.spec().horizon().contains(Instants.endOf(question.at()));
    Drawn drawn =
        new MonteCarlo(
                stated.spec(),
                stated.claims(),
                inside ? List.of(question.at()) : List.of(),
                numeric,
                settings,
                DrawPlan.of(List.of(stated.spec()), settings.sampling(), settings.seed()).get(0),
                Progress.NONE)
            .run();
    return new SweepRow.Spread(met(drawn, question), quantiles(drawn, question, inside));
  }

  private static List<Double> met(Drawn drawn, Question question) {
    List<Double> met = new ArrayList<>();
    for (Claim claim : question.claims()) {
      double probability = Double.NaN;
      for (ClaimOdds odds : drawn.odds()) {
        probability = odds.claim().id().equals(claim.id()) ? odds.probabilityMet() : probability;
      }
      met.add(probability);
    }
    return met;
  }

  private static List<List<Double>> quantiles(Drawn drawn, Question question, boolean inside) {
    List<List<Double>> quantiles = new ArrayList<>();
    LocalDate at = question.at();
    for (Metric metric : question.metrics()) {
      List<Double> ofMetric = new ArrayList<>();
      for (int percentile : question.percentiles().orElse(List.of())) {
        ofMetric.add(
            inside && metric.kind() != Metric.Kind.TEXT
                ? drawn.bands().quantile(metric, at, percentile)
                : Double.NaN);
      }
      quantiles.add(ofMetric);
    }
    return quantiles;
  }
}
