package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Expectations;
import org.stargatecalc.analysis.compare.Comparer;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.CheckVerifications;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.compare.CompareReport;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;

/** What a change to scenarios does. */
final class CompareCommand implements Command<CompareCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input base and others, scenarios or saved results
   * @param metrics to compare
   * @param moments when to compare them
   * @param tolerance what counts as no difference
   * @param draws how draws are made
   * @param output where the answer goes
   * @param folding whether people see long tables whole
   * @param failOn what makes the command fail
   * @param tells whether a difference changes the exit code
   */
  record Request(
      ScenarioInput input,
      List<Metric> metrics,
      Moments moments,
      Tolerance tolerance,
      DrawSettings draws,
      Output output,
      Folding folding,
      FailOn failOn,
      boolean tells) {}

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "what changed in the assumptions, then what changed in the results";
  }

  @Override
  public Operands operands() {
    return Operands.atLeast(
        2,
        "BASE OTHER...",
        "Each a scenario, a result saved by project -o FILE.json, or git:REVISION:path.");
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(ScenarioInput.CHANGES);
    options.addAll(
        List.of(
            Option.AT_DATES,
            Option.BY,
            Option.FROM,
            Option.TO,
            Option.METRICS,
            Option.TOLERANCE,
            Option.EXIT_CODE));
    options.addAll(DrawSettings.OPTIONS);
    options.addAll(Output.OPTIONS);
    options.addAll(FailOn.OPTIONS);
    return options;
  }

  @Override
  public List<Format> formats() {
    return Format.OF_CHECKS;
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    List<Metric> metrics = arguments.metrics();
    FailOn failOn = FailOn.of(arguments);
    return new Request(
        ScenarioInput.of(arguments),
        metrics.isEmpty() ? Arrays.asList(Metric.values()) : metrics,
        Moments.of(arguments),
        Tolerances.of(arguments),
        DrawSettings.of(arguments).measuring(failOn.needs().percentiles()),
        Output.of(arguments, formats()),
        arguments.folding(),
        failOn,
        arguments.has(Option.EXIT_CODE));
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Optional<ComparisonInputs> loaded =
        ComparisonInputs.load(request.input(), request.output().tellsOfInvalidFiles(), session);
    if (loaded.isEmpty()) {
      return ExitStatus.INVALID;
    }
    ComparisonInputs inputs = loaded.get();
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
            .compare(sides.get(0), sides.subList(1, sides.size()));
    request.input().printer().sayWarnings(comparison.warnings(), session);
    return report(request, inputs, comparison, session);
  }

  private static ExitStatus report(
      Request request, ComparisonInputs inputs, Comparison comparison, Session session) {
    List<Result> others =
        comparison.others().stream().flatMap(side -> side.result().stream()).toList();
    FailOn failOn = request.failOn();
    List<CheckedScenario> checked;
    try {
      checked = failOn.check(others, comparison.base().result());
    } catch (NotMeasuredException e) {
      session.say(Option.FAIL_ON + ": " + e.getMessage());
      return ExitStatus.INVALID;
    }
    CompareReport report =
        new CompareReport(
            Version.text(),
            comparison,
            CheckVerifications.of(checked),
            inputs.invalid(),
            request.tells());
    ExitStatus written = request.output().write(report.build(request.folding()), session);
    if (written != ExitStatus.DONE || !inputs.invalid().isEmpty()) {
      return written == ExitStatus.DONE ? ExitStatus.INVALID : written;
    }
    FailOn.say(checked, session);
    ExitStatus judged = failOn.status(checked);
    return judged == ExitStatus.DONE && request.tells() && comparison.isDifferent()
        ? ExitStatus.DIFFERENT
        : judged;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
