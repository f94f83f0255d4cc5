package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Format;
import org.stargatecalc.render.Printable;
import org.stargatecalc.report.validate.ValidFile;
import org.stargatecalc.report.validate.ValidateReport;

/** Says whether scenarios can be projected, and what is wrong if they cannot. */
final class ValidateCommand extends Command<ValidateCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input the scenarios
   * @param output where a report goes; empty for one line a valid file
   */
  record Request(ScenarioInput input, Optional<Output> output) {}

  ValidateCommand() {
    super(
        "validate",
        "whether scenarios can be projected, and every problem if not",
        Operands.SCENARIOS,
        Format.OF_CHECKS,
        Option.all(ScenarioInput.CHANGES, Output.OPTIONS));
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    boolean report = arguments.has(Option.FORMAT) || arguments.has(Option.OUTPUT);
    Output output = Output.of(arguments, formats());
    return new Request(
        ScenarioInput.of(arguments), report ? Optional.of(output) : Optional.empty());
  }

  @Override
  public ExitStatus run(Request request, Session session) {
    ProblemPrinter printer = request.input().printer();
    LoadedFiles files = request.input().read(session);
    boolean fine =
        printer.accepts(new SharedNames(files.scenarios()).warnings(files.scenarios()), session);
    printer.print(files.problems(), session);
    request.input().sayWarnings(files.scenarios(), session);
    boolean valid = fine && files.invalid().isEmpty();
    ExitStatus written =
        request.output().isPresent()
            ? report(request.output().get(), files, session)
            : valid && !printer.quiet() ? list(files.scenarios(), session) : ExitStatus.DONE;
    return written == ExitStatus.DONE && !valid ? ExitStatus.INVALID : written;
  }

  private static ExitStatus report(Output output, LoadedFiles files, Session session) {
    List<ValidFile> valid = new ArrayList<>();
    for (LoadedScenario scenario : files.scenarios()) {
      valid.add(
          new ValidFile(
              scenario.file(),
              scenario.spec().name(),
              scenario.spec().phases().size(),
              scenario.warnings()));
    }
    return output.write(ValidateReport.of(Version.text(), valid, files.invalid()), session);
  }

  private static ExitStatus list(List<LoadedScenario> scenarios, Session session) {
    StringBuilder valid = new StringBuilder();
    for (LoadedScenario scenario : scenarios) {
      int phases = scenario.spec().phases().size();
      valid
          .append(Printable.line(scenario.file()))
          .append(": valid, ")
          .append(phases)
          .append(phases == 1 ? " phase\n" : " phases\n");
    }
    return Output.write(valid.toString(), "-", session);
  }
}
