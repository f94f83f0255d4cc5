package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.project.Hedges;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.result.ClaimAnswer;
import org.stargatecalc.result.ClaimSpread;
import org.stargatecalc.result.Estimate;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.ResultDocument;
import org.stargatecalc.scenario.ScenarioSpec;

/** Projected scenarios as results that are written and saved. */
final class Documents {
  private Documents() {}

  static ResultDocument document(String toolVersion, ProjectedScenario scenario, ProjectView view) {
    Optional<Settings> settings = scenario.drawn().map(Drawn::settings);
    return new ResultDocument(
        toolVersion,
        settings.map(Settings::seed).orElse(1L),
        settings.map(Settings::draws).orElse(0),
        settings.map(s -> s.sampling().id()),
        settings.map(Settings::percentiles),
        head(scenario),
        view.at().isPresent() ? Optional.empty() : Optional.of(view.period()).map(Period::id),
        claims(scenario),
        Hedges.of(scenario.projected()),
        view.allMetrics(),
        new Timeline(scenario, view, view.period()).rows(),
        assumptions(scenario),
        view.show().contains(ProjectView.Part.PHASES)
            ? Optional.of(PhasePeriods.phases(scenario, view))
            : Optional.empty(),
        view.show().contains(ProjectView.Part.SITES)
            ? Optional.of(PhasePeriods.sites(scenario, view))
            : Optional.empty(),
        scenario.warnings());
  }

  private static ResultDocument.Head head(ProjectedScenario scenario) {
    ScenarioSpec spec = scenario.projected().spec();
    return new ResultDocument.Head(
        spec.name(),
        spec.title(),
        scenario.file(),
        scenario.sha256().get(),
        spec.asOf(),
        spec.horizon().from(),
        spec.horizon().to());
  }

  static List<ResultAssumption> assumptions(ProjectedScenario scenario) {
    return scenario.projected().spec().assumptions().stream().map(ResultAssumption::of).toList();
  }

  /** Returns all that a run says of its claims. */
  static List<ClaimAnswer> claims(ProjectedScenario scenario) {
    List<ClaimAnswer> answers = new ArrayList<>();
    List<CheckedClaim> all = scenario.projected().claims();
    for (int i = 0; i < all.size(); i++) {
      CheckedClaim checked = all.get(i);
      ResultClaim claim = ResultClaim.of(checked);
      Optional<ClaimSpread> spread = Optional.empty();
      if (scenario.drawn().isPresent()) {
        Drawn drawn = scenario.drawn().get();
        ClaimOdds odds = drawn.odds().get(i);
        claim = claim.withProbability(new Estimate(odds.probabilityMet(), odds.standardError()));
        spread = Optional.of(spread(odds, drawn.settings().percentiles()));
      }
      answers.add(
          new ClaimAnswer(
              claim,
              spread,
              checked.claim().scope(),
              checked.claim().provenance().source(),
              checked.readings()));
    }
    return answers;
  }

  private static ClaimSpread spread(ClaimOdds odds, List<Integer> percentiles) {
    return new ClaimSpread(
        odds.neverShare(),
        percentiles,
        odds.valueQuantiles().stream().map(ClaimOdds.Quantile::value).toList(),
        odds.reachedQuantiles().stream().map(reached -> date(reached.value())).toList());
  }

  /** Returns the date of an instant; never is no date. */
  static Optional<LocalDate> date(double instant) {
    return Double.isInfinite(instant) || Double.isNaN(instant)
        ? Optional.empty()
        : Optional.of(Instants.dateEndingAt(instant));
  }
}
