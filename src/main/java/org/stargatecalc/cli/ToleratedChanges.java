package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stargatecalc.analysis.check.BaselineExpectations;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.Coverage;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Statistic;

/**
 * What tolerances expect of one scenario against a baseline: of the central case, and of quantiles
 * and probabilities where both sides were drawn alike.
 *
 * @param expectations what they expect
 * @param uncovered that the draws are not compared, where they are not
 * @param unequalYears which years cannot be compared and why
 */
record ToleratedChanges(
    List<Expectation> expectations, List<Checked> uncovered, Optional<String> unequalYears) {
  /** Copies the lists. */
  ToleratedChanges {
    expectations = List.copyOf(expectations);
    uncovered = List.copyOf(uncovered);
  }

  /** Nothing is compared. */
  static ToleratedChanges none() {
    return new ToleratedChanges(List.of(), List.of(), Optional.empty());
  }

  /** Returns what is expected against the baseline, if it has the scenario. */
  static ToleratedChanges of(
      LoadedScenario scenario,
      Baseline baseline,
      Map<Metric, Double> tolerances,
      List<LocalDate> dates,
      DrawSettings draws) {
    if (tolerances.isEmpty()) {
      return none();
    }
    if (baseline.scenario().isPresent()) {
      return ofScenario(scenario, baseline.scenario().get(), tolerances, dates, draws);
    }
    Optional<Result> saved = baseline.of(scenario.spec().name());
    return saved.isEmpty() ? none() : ofSaved(scenario, saved.get(), tolerances, dates, draws);
  }

  private static ToleratedChanges ofScenario(
      LoadedScenario scenario,
      LoadedScenario before,
      Map<Metric, Double> tolerances,
      List<LocalDate> dates,
      DrawSettings draws) {
    BaselineExpectations against =
        new BaselineExpectations(scenario.spec().horizon(), before.spec().horizon(), dates);
    boolean drawn = draws.draws(scenario.spec()) || draws.draws(before.spec());
    List<String> claims = before.claims().stream().map(Claim::id).toList();
    return of(
        scenario,
        against,
        tolerances,
        drawn ? draws.settings().percentiles() : List.of(),
        measure -> true,
        drawn ? claims : List.of(),
        Optional.empty());
  }

  private static ToleratedChanges ofSaved(
      LoadedScenario scenario,
      Result saved,
      Map<Metric, Double> tolerances,
      List<LocalDate> dates,
      DrawSettings draws) {
    BaselineExpectations against =
        new BaselineExpectations(scenario.spec().horizon(), saved.horizon(), dates);
    Optional<String> reason = notDrawnAlike(scenario, saved, draws);
    boolean drawn = reason.isEmpty() && !draws.point() && saved.samples() > 0;
    List<String> claims =
        saved.claims().stream()
            .filter(claim -> claim.probability().isPresent())
            .map(ResultClaim::id)
            .toList();
    Set<String> without = new TreeSet<>();
    ToleratedChanges tolerated =
        of(
            scenario,
            against,
            tolerances,
            drawn ? saved.measures().percentiles() : List.of(),
            measure -> isHeld(measure, saved, without),
            drawn ? claims : List.of(),
            reason);
    ToleratedChanges held = without.isEmpty() ? tolerated : tolerated.without(without, dates);
    List<Integer> lacking = new ArrayList<>(draws.settings().percentiles());
    lacking.removeAll(saved.measures().percentiles());
    return drawn && !lacking.isEmpty() ? held.lacking(lacking) : held;
  }

  private ToleratedChanges uncovered(String reason) {
    List<Checked> all = new ArrayList<>(uncovered);
    all.add(Coverage.centralOnly(reason));
    return new ToleratedChanges(expectations, all, unequalYears);
  }

  private ToleratedChanges lacking(List<Integer> percentiles) {
    List<String> names = new ArrayList<>();
    percentiles.forEach(percentile -> names.add(Statistic.percentile(percentile).id()));
    return uncovered(
        "the baseline has no "
            + String.join(", ", names)
            + ": save it with these --quantiles, or ask for those that it has");
  }

  private ToleratedChanges without(Set<String> metrics, List<LocalDate> dates) {
    return uncovered(
        "only the central case of "
            + String.join(", ", metrics)
            + ": the baseline has no quantiles of that at these dates; save it with project"
            + (dates.isEmpty() ? " --by year" : " --at DATE for a single date")
            + ", or ask --point");
  }

  private static ToleratedChanges of(
      LoadedScenario scenario,
      BaselineExpectations against,
      Map<Metric, Double> tolerances,
      List<Integer> percentiles,
      Predicate<Measure.OfMetric> isHeld,
      List<String> claims,
      Optional<String> reason) {
    List<Expectation> expectations =
        new ArrayList<>(against.within(tolerances, percentiles, isHeld));
    for (Claim claim : scenario.claims()) {
      if (claims.contains(claim.id()) && tolerances.containsKey(claim.metric())) {
        expectations.add(
            BaselineExpectations.ofProbability(claim.id(), tolerances.get(claim.metric())));
      }
    }
    return new ToleratedChanges(
        expectations,
        reason.map(why -> List.of(Coverage.centralOnly(why))).orElse(List.of()),
        against.unequalYears());
  }

  /** Returns why draws cannot be compared although there are some, empty if they can. */
  private static Optional<String> notDrawnAlike(
      LoadedScenario scenario, Result saved, DrawSettings draws) {
    if (draws.point() && saved.samples() > 0) {
      return Optional.of(
          "only the central case, by --point: the baseline has "
              + saved.samples()
              + " draws, and its quantiles and probabilities are not held");
    }
    if (draws.point() || (saved.samples() == 0 && !scenario.spec().isUncertain())) {
      return Optional.empty();
    }
    if (saved.samples() == 0) {
      return Optional.of(
          "the baseline has no draws, only the central case: --update-baseline draws it, and"
              + " --point asks for no more");
    }
    boolean alike =
        saved.samples() == draws.settings().draws() && saved.seed() == draws.settings().seed();
    return alike
        ? Optional.empty()
        : Optional.of(
            "only the central case: the baseline has "
                + saved.samples()
                + " draws with seed "
                + saved.seed()
                + "; ask for as many with --samples and --seed");
  }

  private static boolean isHeld(Measure.OfMetric measure, Result saved, Set<String> without) {
    try {
      saved.measures().measure(measure.metric(), measure.statistic(), measure.moment());
      return true;
    } catch (NotMeasuredException absent) {
      without.add(measure.metric().id());
      return false;
    }
  }
}
