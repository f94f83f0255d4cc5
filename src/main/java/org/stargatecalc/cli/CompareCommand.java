package org.stargatecalc.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.compare.CompareReport;

/** What a change to scenarios does. */
final class CompareCommand extends Command<CompareCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input base and others, scenarios or saved results; files and folders since a revision
   * @param since git revision that scenarios are compared with, instead of with a base
   * @param explains whether each change is divided among the inputs that changed
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
      Optional<String> since,
      boolean explains,
      List<Metric> metrics,
      Moments moments,
      Tolerance tolerance,
      DrawSettings draws,
      Output output,
      Folding folding,
      FailOn failOn,
      boolean tells) {}

  CompareCommand() {
    super(
        "compare",
        "what changed in the assumptions, then what changed in the results",
        Operands.atLeast(
            1,
            "BASE OTHER...",
            "Each a scenario, a result saved by project -o FILE.json, or git:REVISION:path; with"
                + " --changed-since, scenarios and folders of them."),
        Format.ALL,
        Option.all(
            ScenarioInput.CHANGES,
            List.of(
                Option.CHANGED_SINCE,
                Option.EXPLAIN,
                Option.AT_DATES,
                Option.BY,
                Option.FROM,
                Option.TO,
                Option.METRICS,
                Option.TOLERANCE,
                Option.EXIT_CODE),
            DrawSettings.OPTIONS,
            Output.OPTIONS,
            FailOn.OPTIONS));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "compare scenarios/base.yaml scenarios/power-late.yaml --explain",
        "compare git:main:scenarios/base.yaml scenarios/base.yaml --exit-code",
        "compare --changed-since main scenarios -f markdown");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    List<Metric> metrics = arguments.metrics();
    FailOn failOn = FailOn.of(arguments);
    Optional<String> since = arguments.text(Option.CHANGED_SINCE);
    if (since.isEmpty() && arguments.operands().size() < 2) {
      throw new UsageException(
          "compare takes BASE and OTHER, or " + Option.CHANGED_SINCE + " REV and a folder");
    }
    if (since.isEmpty() && arguments.has(Option.EXPLAIN) && arguments.operands().size() != 2) {
      throw new UsageException(Option.EXPLAIN + " takes two scenarios, BASE and OTHER");
    }
    return new Request(
        ScenarioInput.of(arguments),
        since,
        arguments.has(Option.EXPLAIN),
        metrics.isEmpty() ? Arrays.asList(Metric.values()) : metrics,
        Moments.of(arguments),
        Tolerances.of(arguments),
        DrawSettings.of(arguments).measuring(failOn.needs().percentiles()),
        Output.of(arguments, formats()),
        arguments.folding(),
        failOn,
        arguments.has(Option.EXIT_CODE));
  }

  /** Says what is left out of what is compared and judged; returns whether that is no error. */
  private static boolean isAccepted(Request request, Session session) {
    ProblemPrinter printer = request.input().printer();
    boolean compares = printer.accepts(Option.METRICS, Set.copyOf(request.metrics()), session);
    return request.failOn().isAccepted(printer, session) && compares;
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    if (!isAccepted(request, session)) {
      return ExitStatus.INVALID;
    }
    if (request.since().isPresent()) {
      return new ChangesRun(request, request.since().get(), session).run();
    }
    Optional<ComparisonInputs> inputs =
        ComparisonInputs.load(
            request.input(), false, request.output().tellsOfInvalidFiles(), session);
    if (inputs.isEmpty()) {
      return ExitStatus.INVALID;
    }
    CompareRun run = new CompareRun(request, inputs.get(), session);
    Optional<CompareReport> report = run.compare();
    if (report.isEmpty()) {
      return ExitStatus.INVALID;
    }
    ExitStatus written = request.output().write(report.get().build(request.folding()), session);
    return written == ExitStatus.DONE ? run.status() : written;
  }
}
