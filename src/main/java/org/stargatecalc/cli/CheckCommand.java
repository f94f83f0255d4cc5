package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.check.CheckReport;

/** Whether scenarios give what they are expected to. */
final class CheckCommand extends Command<CheckCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input scenarios, and folders of them
   * @param failOn what makes the command fail besides what scenarios expect
   * @param baseline file that changes are relative to
   * @param updates whether the baseline is written anew
   * @param tolerances largest relative change of each metric against the baseline
   * @param dates at which they hold; none for every year's end
   * @param fresh how old values may be; empty if that is not asked
   * @param draws how draws are made
   * @param output where the answer goes
   * @param folding whether people see everything
   */
  record Request(
      ScenarioInput input,
      FailOn failOn,
      Optional<String> baseline,
      boolean updates,
      Map<Metric, Double> tolerances,
      List<LocalDate> dates,
      Optional<FreshValues> fresh,
      DrawSettings draws,
      Output output,
      Folding folding) {}

  CheckCommand() {
    super(
        "check",
        "whether scenarios give what their expect blocks and --fail-on say",
        Operands.atLeast(
            1, "FILE|DIR...", "Scenario files, and folders of them; - is standard input."),
        Format.OF_CHECKS,
        Option.all(
            ScenarioInput.CHANGES,
            FailOn.OPTIONS,
            List.of(
                Option.BASELINE,
                Option.TOLERANCE,
                Option.UPDATE_BASELINE,
                Option.AT_DATES,
                Option.METRICS),
            FreshValues.OPTIONS,
            DrawSettings.OPTIONS,
            Output.OPTIONS));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "check scenarios -f github",
        "check scenarios/base.yaml --fail-on 'facility_power_gw@2027 < 2 GW'",
        "check scenarios/base.yaml --baseline base.json --tolerance 1% --at 2027,2028");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    Map<Metric, Double> tolerances = Tolerances.byMetric(arguments);
    Optional<String> baseline = arguments.text(Option.BASELINE);
    if (baseline.isEmpty()) {
      for (Option option : List.of(Option.TOLERANCE, Option.UPDATE_BASELINE)) {
        if (arguments.has(option)) {
          throw new UsageException(option + " needs --baseline FILE");
        }
      }
    }
    for (Option option : List.of(Option.AT_DATES, Option.METRICS)) {
      if (arguments.has(option) && !arguments.has(Option.TOLERANCE)) {
        throw new UsageException(option + " needs --baseline FILE --tolerance SHARE");
      }
    }
    return new Request(
        ScenarioInput.of(arguments),
        FailOn.of(arguments),
        baseline,
        arguments.has(Option.UPDATE_BASELINE),
        tolerances,
        Moments.dates(arguments),
        FreshValues.of(arguments),
        DrawSettings.of(arguments),
        Output.of(arguments, formats()),
        arguments.folding());
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    CheckRun run = new CheckRun(request, session);
    ExitStatus status = run.run();
    if (status != ExitStatus.DONE) {
      return status;
    }
    Report report = CheckReport.of(Version.text(), run.checked(), run.invalid(), request.folding());
    ExitStatus written = request.output().write(report, session);
    return written != ExitStatus.DONE || run.invalid().isEmpty()
        ? written == ExitStatus.DONE ? request.failOn().status(run.checked()) : written
        : ExitStatus.INVALID;
  }
}
