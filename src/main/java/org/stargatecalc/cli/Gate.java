package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Checker;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Askable;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.VerificationText;
import org.stargatecalc.report.Verification;
import org.stargatecalc.report.check.CheckReport;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.Statistic;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The expressions of a command line on which it fails. */
final class Gate {
  static final String FAIL_ON = "--fail-on";
  static final String NO_FAIL = "--no-fail";

  private Gate() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.values(
            FAIL_ON,
            "EXPR",
            "Exit 10 if EXPR is true or cannot be said, such as"
                + " 'facility_power_gw@2027-12-31 < 2 GW'."));
    spec.addOption(Options.flag("Exit 0 even if a check fails.", NO_FAIL));
  }

  /** Returns what the command line must not find true, as expectations that it is not. */
  static List<Expectation> failOn(ParseResult line) throws UsageException {
    List<Expectation> expectations = new ArrayList<>();
    for (String text : Options.texts(line, FAIL_ON)) {
      try {
        expectations.add(
            new Expectation(
                new Expression.Not(ExpressionReader.parse(text)),
                "not (" + text.strip() + ")",
                Expectation.WrittenParameters.ERROR,
                "",
                new Expectation.Place(FAIL_ON, 0, 0)));
      } catch (ExpressionReader.InvalidExpressionException fault) {
        String nearest = fault.suggestion();
        throw new UsageException(
            FAIL_ON
                + ": at character "
                + (fault.offset() + 1)
                + " found "
                + fault.found()
                + "; expected "
                + fault.expected()
                + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)"));
      }
    }
    return expectations;
  }

  /** Refuses what a scenario cannot be asked. */
  static void validate(
      List<Expectation> expectations, LoadedScenario scenario, boolean hasBaseline, boolean point)
      throws UsageException {
    Set<String> claims = new LinkedHashSet<>();
    for (Claim claim : scenario.claims()) {
      claims.add(claim.id());
    }
    for (Expectation expectation : expectations) {
      Optional<String> wrong =
          Askable.wrong(expectation.expression(), scenario.spec().horizon(), claims);
      Expectation.Place place = expectation.origin();
      String where =
          place.line() > 0
              ? place.file() + ":" + place.line() + ":" + place.column() + ": "
              : place.file() + " " + expectation.text() + ": ";
      if (wrong.isPresent()) {
        throw new UsageException(
            where
                + "found "
                + wrong.get()
                + "; expected what "
                + scenario.file()
                + " can be asked");
      }
      if (!hasBaseline && needsBaseline(expectation)) {
        throw new UsageException(where + "delta needs --baseline FILE, or compare with a BASE");
      }
      if (point && scenario.spec().isUncertain() && needsDraws(expectation)) {
        throw new UsageException(where + "quantiles and probabilities need draws: drop --point");
      }
    }
  }

  static boolean needsBaseline(Expectation expectation) {
    return expectation.expression().comparisons().stream()
        .anyMatch(comparison -> comparison.measure() instanceof Measure.OfChange);
  }

  static boolean needsDraws(Expectation expectation) {
    return measures(expectation).stream()
        .anyMatch(
            measure ->
                measure instanceof Measure.OfProbability
                    || (measure instanceof Measure.OfMetric metric
                        && metric.statistic().kind() != Statistic.Kind.CENTRAL));
  }

  private static List<Measure> measures(Expectation expectation) {
    List<Measure> measures = new ArrayList<>();
    for (Expression.Comparison comparison : expectation.expression().comparisons()) {
      measures.add(
          comparison.measure() instanceof Measure.OfChange change
              ? change.of()
              : comparison.measure());
    }
    return measures;
  }

  /** Returns the metrics that expectations measure over the draws. */
  static List<Metric> metrics(List<Expectation> expectations) {
    Set<Metric> metrics = new LinkedHashSet<>();
    expectations.forEach(
        e ->
            measures(e).stream()
                .filter(Measure.OfMetric.class::isInstance)
                .forEach(m -> metrics.add(((Measure.OfMetric) m).metric())));
    return List.copyOf(metrics);
  }

  /** Returns the moments at which expectations measure. */
  static List<Moment> moments(List<Expectation> expectations) {
    Set<Moment> moments = new LinkedHashSet<>();
    expectations.forEach(
        e ->
            measures(e).stream()
                .filter(Measure.OfMetric.class::isInstance)
                .forEach(m -> moments.add(((Measure.OfMetric) m).moment())));
    return List.copyOf(moments);
  }

  /** Returns the percentiles that expectations ask for, with the usual ones. */
  static List<Integer> percentiles(List<Expectation> expectations) {
    TreeSet<Integer> percentiles = new TreeSet<>(List.of(5, 50, 95));
    for (Expectation expectation : expectations) {
      for (Measure measure : measures(expectation)) {
        if (measure instanceof Measure.OfMetric metric
            && metric.statistic().kind() == Statistic.Kind.QUANTILE) {
          percentiles.add((int) Math.round(metric.statistic().level() * 100));
        }
      }
    }
    return List.copyOf(percentiles);
  }

  /** Judges expectations on a result. */
  static CheckedScenario check(
      Result result, Optional<Result> baseline, List<Expectation> expectations)
      throws NotMeasuredException {
    Checker checker = new Checker(result, baseline);
    List<Checked> checks = new ArrayList<>();
    for (Expectation expectation : expectations) {
      checks.add(checker.check(expectation));
    }
    return new CheckedScenario(result.name(), result.file(), result.samples(), checks);
  }

  /** Judges the command line's expectations of scenarios that another report is on. */
  static ExitStatus beside(
      List<LoadedScenario> scenarios,
      List<Expectation> expectations,
      ParseResult line,
      Session session)
      throws UsageException {
    boolean drawn = expectations.stream().anyMatch(Gate::needsDraws);
    List<Result> results =
        new Answers(Options.settings(line, percentiles(expectations)), !drawn, session)
            .of(scenarios, metrics(expectations), moments(expectations));
    return beside(results, Optional.empty(), expectations, line, session);
  }

  /** Judges the command line's expectations beside another report, says each, and returns how. */
  static ExitStatus beside(
      List<Result> results,
      Optional<Result> baseline,
      List<Expectation> expectations,
      ParseResult line,
      Session session) {
    List<CheckedScenario> checked = new ArrayList<>();
    try {
      for (Result result : results) {
        checked.add(check(result, baseline, expectations));
      }
    } catch (NotMeasuredException e) {
      session.say(FAIL_ON + ": " + e.getMessage());
      return ExitStatus.INVALID;
    }
    for (Verification one : CheckReport.of(Version.text(), checked).verifications()) {
      session.say(
          one.suite()
              + ": "
              + one.outcome().name().toLowerCase(java.util.Locale.ROOT)
              + ": "
              + one.check()
              + ": "
              + VerificationText.of(one));
    }
    return status(checked, line);
  }

  /** Returns whether the checks let the command pass. */
  static ExitStatus status(List<CheckedScenario> scenarios, ParseResult line) {
    boolean strict = Options.has(line, Options.STRICT);
    boolean fails =
        scenarios.stream()
            .anyMatch(
                scenario ->
                    scenario.count(Checked.Outcome.FAILED) > 0
                        || (strict
                            && scenario.count(Checked.Outcome.PASSED) < scenario.checks().size()));
    return fails && !Options.has(line, NO_FAIL) ? ExitStatus.CHECK_FAILED : ExitStatus.DONE;
  }
}
