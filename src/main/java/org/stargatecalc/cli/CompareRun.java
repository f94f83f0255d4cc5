package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Expectations;
import org.stargatecalc.analysis.compare.Attribution;
import org.stargatecalc.analysis.compare.Comparer;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.report.compare.CompareReport;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;

/** One comparison of a base with others that were read. */
final class CompareRun {
  private final CompareCommand.Request request;
  private final ComparisonInputs inputs;
  private final Session session;
  private ExitStatus status = ExitStatus.DONE;

  CompareRun(CompareCommand.Request request, ComparisonInputs inputs, Session session) {
    this.request = request;
    this.inputs = inputs;
    this.session = session;
  }

  /** Returns how it went, after a report on it was written. */
  ExitStatus status() {
    return status;
  }

  /** Returns what differs, or nothing after saying why it cannot be judged. */
  Optional<CompareReport> compare() throws UsageException {
    List<Moment> moments =
        inputs.horizons().isEmpty() ? List.of() : request.moments().within(inputs.horizons());
    inputs.validate(request.failOn().expectations(), request.draws().point());
    Expectations needs = request.failOn().needs();
    List<Side> sides =
        inputs.project(
            new ComparedRuns(request.draws().settings(), request.draws().point(), session),
            joined(request.metrics(), needs.metrics()),
            joined(moments, needs.moments()));
    Comparison comparison =
        new Comparer(request.metrics(), moments, request.tolerance())
            .compare(sides.get(0), sides.subList(1, sides.size()))
            .with(inputs.expectations(request.since().isPresent()));
    request.input().printer().sayWarnings(comparison.warnings(), session);
    List<CheckedScenario> checked;
    try {
      checked = request.failOn().check(comparison.base(), comparison.others());
    } catch (NotMeasuredException e) {
      session.say(Option.FAIL_ON + ": " + e.getMessage());
      return Optional.empty();
    }
    FailOn.say(checked, session);
    status = status(comparison, checked);
    return Optional.of(
        new CompareReport(
            Version.text(),
            comparison,
            request.explains() ? attribution(comparison) : Optional.empty(),
            checked,
            inputs.invalid(),
            request.tells(),
            request.failOn().strict()));
  }

  /** A side that is new, deleted or invalid is no change of inputs. */
  private Optional<Attribution> attribution(Comparison comparison) throws UsageException {
    Optional<String> saved = inputs.firstSaved();
    if (saved.isPresent()) {
      throw new UsageException(
          Option.EXPLAIN
              + ": "
              + saved.get()
              + " is a saved result, which has no inputs to change; expected two scenarios");
    }
    boolean both =
        comparison.base().result().isPresent() && comparison.others().get(0).result().isPresent();
    return both
        ? Optional.of(
            ChangedInputs.of(
                    comparison.base().label(),
                    comparison.others().get(0).label(),
                    request.input(),
                    session)
                .attribution(comparison))
        : Optional.empty();
  }

  private ExitStatus status(Comparison comparison, List<CheckedScenario> checked) {
    if (!inputs.invalid().isEmpty()) {
      return ExitStatus.INVALID;
    }
    boolean fails = request.failOn().strict() && !request.failOn().noFail();
    ExitStatus judged =
        fails && comparison.expectsLess()
            ? ExitStatus.CHECK_FAILED
            : request.failOn().status(checked);
    return judged == ExitStatus.DONE && request.tells() && comparison.isDifferent()
        ? ExitStatus.DIFFERENT
        : judged;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
