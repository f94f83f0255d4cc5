package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.report.project.ProjectReport;
import org.stargatecalc.report.project.ProjectView;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The answer of one run whose draws were made in parts. */
final class MergeCommand implements Command {
  @Override
  public String name() {
    return "merge";
  }

  @Override
  public String summary() {
    return "the answer of project from the draws that its --shard saved";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SCENARIO PART...")
            .hideParamSyntax(true)
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("The scenario that was drawn, then all parts of the run in any order.")
            .build());
    Options.changesOf(spec);
    Options.reading(spec);
    Options.shape(spec);
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    ProjectView shape = Options.shapeOf(line);
    Output output = Output.of(line);
    Draws draws = Draws.of(line, shape, output, session);
    List<String> operands = Options.operands(line);
    if (operands.size() < 2) {
      throw new UsageException(
          "merge needs the parts of the run after the scenario, such as part-*.draws");
    }
    Optional<List<LoadedScenario>> scenarios =
        ProjectCommand.load(operands.subList(0, 1), line, shape, output.showsWarnings(), session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    LoadedScenario scenario = scenarios.get().get(0);
    Optional<Drawn> drawn = draws.joined(scenario, operands.subList(1, operands.size()));
    return drawn.isEmpty()
        ? ExitStatus.INVALID
        : output.write(
            new ProjectReport(Version.text(), shape)
                .of(List.of(ProjectCommand.projected(scenario, drawn))),
            session);
  }
}
