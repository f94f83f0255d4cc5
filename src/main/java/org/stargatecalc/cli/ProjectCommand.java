package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.report.project.ProjectReport;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.report.project.ProjectedScenario;
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
    PartOfRun.declare(spec);
    Options.shape(spec);
    Options.output(spec);
    Gate.declare(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    ProjectView shape = Options.shapeOf(line);
    if (PartOfRun.isAskedFor(line)) {
      return PartOfRun.write(line, shape, session);
    }
    Output output = Output.of(line);
    output.requireOneTable(shape.show());
    Draws draws = Draws.of(line, shape, output, session);
    List<Expectation> failOn = Gate.failOn(line);
    Optional<List<LoadedScenario>> scenarios =
        load(Options.operands(line), line, shape, output.showsWarnings(), session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    for (LoadedScenario scenario : scenarios.get()) {
      Gate.validate(failOn, scenario, false, Options.has(line, Options.POINT));
    }
    List<ProjectedScenario> projected = new ArrayList<>();
    for (LoadedScenario scenario : scenarios.get()) {
      projected.add(projected(scenario, draws.of(scenario)));
    }
    ExitStatus written =
        output.write(new ProjectReport(Version.text(), shape).of(projected), session);
    return written == ExitStatus.DONE && !failOn.isEmpty()
        ? Gate.beside(scenarios.get(), failOn, line, session)
        : written;
  }

  /** Loads scenarios of which a shape shows something, or nothing after saying what is wrong. */
  static Optional<List<LoadedScenario>> load(
      List<String> files,
      ParseResult line,
      ProjectView shape,
      boolean warningsAreShown,
      Session session)
      throws UsageException {
    Optional<List<LoadedScenario>> scenarios = Scenarios.load(files, line, session);
    if (scenarios.isEmpty()) {
      return scenarios;
    }
    if (!anyReached(shape, scenarios.get())) {
      throw new UsageException(
          "--at, --from and --to: nothing of the horizon is left, which is "
              + scenarios.get().get(0).spec().horizon().from()
              + " to "
              + scenarios.get().get(0).spec().horizon().to());
    }
    if (!warningsAreShown && !Options.has(line, Options.QUIET)) {
      scenarios.get().forEach(s -> s.warnings().forEach(w -> session.say("warning: " + w)));
    }
    return scenarios;
  }

  /** Projects the central case of a scenario, beside its draws. */
  static ProjectedScenario projected(LoadedScenario scenario, Optional<Drawn> drawn) {
    return new ProjectedScenario(
        scenario.file(),
        scenario.sha256(),
        scenario.warnings(),
        Projected.of(scenario.spec(), scenario.claims()),
        drawn);
  }

  private static boolean anyReached(ProjectView shape, List<LoadedScenario> scenarios) {
    for (LoadedScenario scenario : scenarios) {
      if (shape.reaches(scenario.spec().horizon())) {
        return true;
      }
    }
    return false;
  }
}
