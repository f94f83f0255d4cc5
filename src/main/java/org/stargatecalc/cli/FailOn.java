package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Checker;
import org.stargatecalc.analysis.check.Coverage;
import org.stargatecalc.analysis.check.Expectations;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Askable;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Unknown;
import org.stargatecalc.render.VerificationText;
import org.stargatecalc.report.CheckVerifications;
import org.stargatecalc.report.Verification;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;

/**
 * What makes a command fail.
 *
 * @param expectations that the expressions of {@code --fail-on} are not true
 * @param noFail whether a failure is only said
 * @param strict whether a warning fails too
 */
record FailOn(List<Expectation> expectations, boolean noFail, boolean strict) {
  /** The options that say so. */
  static final List<Option> OPTIONS = List.of(Option.FAIL_ON, Option.NO_FAIL);

  static FailOn of(Arguments arguments) throws UsageException {
    List<Expectation> expectations = new ArrayList<>();
    for (String text : arguments.texts(Option.FAIL_ON)) {
      try {
        expectations.add(
            new Expectation(
                new Expression.Not(ExpressionReader.parse(text)),
                "not (" + text.strip() + ")",
                Expectation.Severity.ERROR,
                "",
                new Expectation.Place(Option.FAIL_ON.word(), 0, 0)));
      } catch (ExpressionReader.InvalidExpressionException fault) {
        throw unreadable(Option.FAIL_ON, fault);
      }
    }
    return new FailOn(expectations, arguments.has(Option.NO_FAIL), arguments.has(Option.STRICT));
  }

  /** Says what is wrong with an expression on the command line. */
  static UsageException unreadable(
      Option option, ExpressionReader.InvalidExpressionException fault) {
    String nearest = fault.suggestion();
    return new UsageException(
        option
            + ": at character "
            + (fault.offset() + 1)
            + " found "
            + fault.found()
            + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)")
            + "; expected "
            + fault.expected());
  }

  boolean isEmpty() {
    return expectations.isEmpty();
  }

  /** Says what the metrics of the expressions leave out; returns whether that is no error. */
  boolean isAccepted(ProblemPrinter printer, Session session) {
    return isEmpty() || isAccepted(Option.FAIL_ON, expectations, printer, session);
  }

  /**
   * Says what the metrics of expressions of an option leave out; returns whether it is no error.
   */
  static boolean isAccepted(
      Option option, List<Expectation> expectations, ProblemPrinter printer, Session session) {
    return printer.accepts(option, Set.copyOf(new Expectations(expectations).metrics()), session);
  }

  Expectations needs() {
    return new Expectations(expectations);
  }

  /** Returns what an expression asks that nobody knows of a chip, empty if there is nothing. */
  private static Optional<String> unknown(Expectation expectation, LoadedScenario scenario) {
    for (Expression.Comparison comparison : expectation.expression().comparisons()) {
      Measure measure = comparison.measure().unchanged();
      if (measure instanceof Measure.OfMetric metric) {
        Optional<Unknown> unknown = Unknown.of(metric.metric(), scenario.spec());
        if (unknown.isPresent()) {
          return unknown.map(u -> u.found().substring("found ".length()) + ": add " + u.expected());
        }
      }
    }
    return Optional.empty();
  }

  /** Refuses what a scenario cannot be asked. */
  static void validate(
      List<Expectation> expectations, LoadedScenario scenario, boolean hasBaseline, boolean point)
      throws UsageException {
    for (Expectation expectation : expectations) {
      Optional<String> wrong = wrong(expectation, scenario);
      if (wrong.isPresent()) {
        throw new UsageException(where(expectation) + wrong.get());
      }
      requireMeans(expectation, scenario, hasBaseline, point);
    }
  }

  /** Refuses what needs a baseline or draws where there are none. */
  static void requireMeans(
      Expectation expectation, LoadedScenario scenario, boolean hasBaseline, boolean point)
      throws UsageException {
    if (!hasBaseline && Expectations.needsBaseline(expectation)) {
      throw new UsageException(
          where(expectation) + "delta needs --baseline FILE, or compare with a BASE");
    }
    if (point && scenario.spec().isUncertain() && Expectations.needsDraws(expectation)) {
      throw new UsageException(
          where(expectation) + "quantiles and probabilities need draws: drop --point");
    }
  }

  /** Returns why a scenario cannot be asked something, empty if it can. */
  static Optional<String> wrong(Expectation expectation, LoadedScenario scenario) {
    Set<String> claims = new LinkedHashSet<>();
    for (Claim claim : scenario.claims()) {
      claims.add(claim.id());
    }
    Optional<String> wrong =
        Askable.wrong(expectation.expression(), scenario.spec().horizon(), claims);
    if (wrong.isEmpty()) {
      wrong = unknown(expectation, scenario);
    }
    return wrong.map(
        what -> "found " + what + "; expected what " + scenario.file() + " can be asked");
  }

  /** Returns where an expectation stands, as a message begins. */
  static String where(Expectation expectation) {
    Expectation.Place place = expectation.origin();
    return place.line() > 0
        ? place.file() + ":" + place.line() + ":" + place.column() + ": "
        : place.file() + " " + expectation.text() + ": ";
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

  /** Judges scenarios that another report is on, with draws if an expectation needs them. */
  ExitStatus judge(List<LoadedScenario> scenarios, DrawSettings draws, Session session) {
    DrawSettings drawn = draws.measuring(needs().percentiles());
    List<Result> results =
        new ComparedRuns(drawn.settings(), !needs().needDraws(), session)
            .of(scenarios, needs().metrics(), needs().moments());
    return judge(results, session);
  }

  /** Judges results that another report is on, says each verdict, and returns whether all pass. */
  private ExitStatus judge(List<Result> results, Session session) {
    try {
      List<CheckedScenario> checked = check(results, Optional.empty());
      say(checked, session);
      return status(checked);
    } catch (NotMeasuredException e) {
      session.say(Option.FAIL_ON + ": " + e.getMessage());
      return ExitStatus.INVALID;
    }
  }

  /** Judges each of some results. */
  private List<CheckedScenario> check(List<Result> results, Optional<Result> baseline)
      throws NotMeasuredException {
    List<CheckedScenario> checked = new ArrayList<>();
    for (Result result : results) {
      checked.add(check(result, baseline, expectations));
    }
    return counted(checked);
  }

  /** Returns what was judged as it counts: under strict a warning is a failure in every format. */
  List<CheckedScenario> counted(List<CheckedScenario> checked) {
    return strict ? checked.stream().map(CheckedScenario::strictly).toList() : checked;
  }

  /**
   * Judges each of the others that are compared with a base: one that is gone fails, and where
   * there is no base a change is a warning.
   */
  List<CheckedScenario> check(Side base, List<Side> others) throws NotMeasuredException {
    if (isEmpty()) {
      return List.of();
    }
    List<CheckedScenario> checked = new ArrayList<>();
    for (Side other : others) {
      if (other.state() == Side.State.BROKEN) {
        continue;
      }
      List<Expectation> askable = new ArrayList<>();
      List<Checked> oneSided = new ArrayList<>();
      for (Expectation expectation : expectations) {
        if (other.result().isEmpty()) {
          oneSided.add(
              Coverage.oneSided(
                  expectation,
                  "the scenario is gone: nothing can be judged",
                  Checked.Outcome.FAILED));
        } else if (base.result().isEmpty() && Expectations.needsBaseline(expectation)) {
          boolean isNew = base.state() == Side.State.ABSENT;
          oneSided.add(
              Coverage.oneSided(
                  expectation,
                  isNew
                      ? "the scenario is new: there is nothing that it could differ from"
                      : "the base cannot be projected: there is nothing to differ from",
                  Checked.Outcome.WARNED));
        } else {
          askable.add(expectation);
        }
      }
      checked.add(
          (other.result().isPresent()
                  ? check(other.result().get(), base.result(), askable)
                  : new CheckedScenario(
                      base.result().map(Result::name).orElse(other.label()),
                      other.label(),
                      0,
                      List.of()))
              .with(oneSided));
    }
    return counted(checked);
  }

  /** Says each verdict beside a report that has none. */
  static void say(List<CheckedScenario> checked, Session session) {
    for (Verification one : CheckVerifications.of(checked)) {
      session.say(
          one.suite()
              + ": "
              + one.outcome().id()
              + ": "
              + one.check()
              + ": "
              + VerificationText.of(one));
    }
  }

  /** Returns whether checks, as they count, let the command pass. */
  ExitStatus status(List<CheckedScenario> scenarios) {
    boolean fails =
        scenarios.stream().anyMatch(scenario -> scenario.count(Checked.Outcome.FAILED) > 0);
    return fails && !noFail ? ExitStatus.CHECK_FAILED : ExitStatus.DONE;
  }
}
