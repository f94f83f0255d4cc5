package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.project.ProjectView;

/** The answer of one run whose draws were made in parts. */
final class MergeCommand extends Command<MergeCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input the scenario
   * @param parts files of saved draws
   * @param view which part of the answer
   * @param draws what is read off the draws
   * @param output where the answer goes
   */
  record Request(
      ScenarioInput input,
      List<String> parts,
      ProjectView view,
      DrawSettings draws,
      Output output) {}

  MergeCommand() {
    super(
        "merge",
        "the answer of project from the draws that its --shard saved",
        Operands.atLeast(
            1,
            "SCENARIO PART...",
            "The scenario that was drawn, then all parts of the run in any order."),
        Format.DRAWN,
        Option.all(
            ScenarioInput.CHANGES,
            DrawSettings.READING,
            ViewOptions.ALL,
            Output.OPTIONS,
            List.of(Option.CHART)));
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    ProjectView view = ViewOptions.read(arguments);
    Output output = Output.ofParts(arguments, formats(), view.show());
    DrawSettings draws = DrawSettings.of(arguments);
    List<String> operands = arguments.operands();
    if (operands.size() < 2) {
      throw new UsageException(
          "merge needs the parts of the run after the scenario, such as part-*.draws");
    }
    return new Request(
        ScenarioInput.of(operands.subList(0, 1), arguments),
        operands.subList(1, operands.size()),
        view,
        draws,
        output);
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Output output = request.output();
    Optional<List<LoadedScenario>> scenarios =
        ProjectCommand.load(request.input(), request.view(), output.showsWarnings(), session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    LoadedScenario scenario = scenarios.get().get(0);
    Optional<Drawn> drawn =
        new Draws(request.draws(), request.view(), output.showsAllMetrics(), session)
            .joined(scenario, request.parts(), request.input().printer());
    return drawn.isEmpty()
        ? ExitStatus.INVALID
        : output.write(
            ProjectCommand.report(request.view())
                .of(List.of(ProjectCommand.projected(scenario, drawn))),
            session);
  }
}
