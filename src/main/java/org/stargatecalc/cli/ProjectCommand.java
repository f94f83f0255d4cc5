package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.document.LoadedScenario;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.report.ProjectReport;
import org.stargatecalc.report.ProjectedScenario;
import org.stargatecalc.report.Shape;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** GW, cost and timeline of scenarios against the claims. */
final class ProjectCommand implements Command {
  @Override
  public String name() {
    return "project";
  }

  @Override
  public String summary() {
    return "GW, cost and timeline of scenarios against the claims";
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.input(spec);
    Options.sampling(spec);
    Options.shape(spec);
    Options.output(spec);
    Gate.declare(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    Shape shape = Options.shapeOf(line);
    Output output = Output.of(line);
    Draws draws = Draws.of(line, shape, output, session);
    List<Expectation> failOn = Gate.failOn(line);
    Optional<List<LoadedScenario>> scenarios = Scenarios.load(line, session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    if (scenarios.get().stream().noneMatch(s -> shape.reaches(s.spec().horizon()))) {
      throw new UsageException(
          "--at, --from and --to: nothing of the horizon is left, which is "
              + scenarios.get().get(0).spec().horizon().from()
              + " to "
              + scenarios.get().get(0).spec().horizon().to());
    }
    for (LoadedScenario scenario : scenarios.get()) {
      Gate.validate(failOn, scenario, false, Options.has(line, Options.POINT));
    }
    if (!output.showsWarnings() && !Options.has(line, Options.QUIET)) {
      scenarios.get().forEach(s -> s.warnings().forEach(w -> session.say("warning: " + w)));
    }
    List<ProjectedScenario> projected =
        scenarios.get().stream()
            .map(
                s ->
                    new ProjectedScenario(
                        s.file(),
                        s.sha256(),
                        s.warnings(),
                        Projected.of(s.spec(), s.claims()),
                        draws.of(s)))
            .toList();
    ExitStatus written =
        output.write(new ProjectReport(Version.text(), shape).of(projected), session);
    return written == ExitStatus.DONE && !failOn.isEmpty()
        ? Gate.beside(scenarios.get(), failOn, line, session)
        : written;
  }
}
