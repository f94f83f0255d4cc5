package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Unknown;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.project.ProjectReport;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.report.project.ProjectedScenario;

/** GW, cost and timeline of scenarios against the claims. */
final class ProjectCommand extends Command<ProjectCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input the scenarios
   * @param view which part of the answer
   * @param draws how draws are made
   * @param output where the answer goes; where draws go if they are saved
   * @param failOn what makes the command fail
   * @param part the draws that are saved instead of an answer
   */
  record Request(
      ScenarioInput input,
      ProjectView view,
      DrawSettings draws,
      Output output,
      FailOn failOn,
      Optional<PartOfRun> part) {}

  ProjectCommand() {
    super(
        "project",
        "GW, cost and timeline of scenarios against the claims",
        Operands.SCENARIOS,
        Format.DRAWN,
        Option.all(
            ScenarioInput.CHANGES,
            DrawSettings.OPTIONS,
            PartOfRun.OPTIONS,
            ViewOptions.ALL,
            Output.OPTIONS,
            List.of(Option.CHART),
            FailOn.OPTIONS));
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    ProjectView view = ViewOptions.read(arguments);
    DrawSettings draws = DrawSettings.of(arguments);
    Optional<PartOfRun> part = PartOfRun.of(arguments, draws.settings().draws());
    Output output =
        part.isPresent()
            ? Output.toStandardOutput(Format.TABLE)
            : Output.ofParts(arguments, formats(), view.show());
    return new Request(
        ScenarioInput.of(arguments), view, draws, output, FailOn.of(arguments), part);
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    if (request.part().isPresent()) {
      return request.part().get().write(request, session);
    }
    Output output = request.output();
    Optional<List<LoadedScenario>> scenarios =
        load(request.input(), request.view(), output.showsWarnings(), session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    for (LoadedScenario scenario : scenarios.get()) {
      FailOn.validate(request.failOn().expectations(), scenario, false, request.draws().point());
    }
    if (!request.failOn().isAccepted(request.input().printer(), session)) {
      return ExitStatus.INVALID;
    }
    Draws draws = new Draws(request.draws(), request.view(), output.showsAllMetrics(), session);
    List<ProjectedScenario> projected = new ArrayList<>();
    if (output.showsPictures()) {
      draws = draws.withClaims(scenarios.get());
    }
    try (ProgressLine progress =
        new ProgressLine(scenarios.get().size(), "scenarios projected", session)) {
      for (LoadedScenario scenario : scenarios.get()) {
        projected.add(projected(scenario, draws.of(scenario)));
        progress.done(1);
      }
    }
    ExitStatus written = output.write(report(request.view()).of(projected), session);
    if (written != ExitStatus.DONE) {
      return written;
    }
    if (request.input().printer().strict() && saysContradictions(projected, session)) {
      return ExitStatus.INVALID;
    }
    return request.failOn().isEmpty()
        ? written
        : request.failOn().judge(scenarios.get(), request.draws(), session);
  }

  /** Says where draws and the central case disagree; whether they do anywhere. */
  private static boolean saysContradictions(List<ProjectedScenario> projected, Session session) {
    boolean contradicted = false;
    for (ProjectedScenario scenario : projected) {
      for (String contradiction : scenario.contradictions()) {
        session.say(scenario.file() + ": " + contradiction);
        contradicted = true;
      }
    }
    return contradicted;
  }

  /** Returns the builder of reports, which draw recorded points of sites beside the plan. */
  static ProjectReport report(ProjectView view) {
    return new ProjectReport(Version.text(), view, CatalogReader::sites);
  }

  /** Loads scenarios of which a view shows something, or nothing after saying what is wrong. */
  static Optional<List<LoadedScenario>> load(
      ScenarioInput input, ProjectView view, boolean warningsAreShown, Session session)
      throws UsageException {
    Optional<List<LoadedScenario>> scenarios = input.load(session);
    if (scenarios.isEmpty()) {
      return scenarios;
    }
    if (!anyReached(view, scenarios.get())) {
      throw new UsageException(
          "--at, --from and --to: nothing of the horizon is left, which is "
              + scenarios.get().get(0).spec().horizon().from()
              + " to "
              + scenarios.get().get(0).spec().horizon().to());
    }
    for (LoadedScenario scenario : scenarios.get()) {
      for (Metric metric : view.metrics()) {
        Optional<Unknown> unknown = Unknown.of(metric, scenario.spec());
        if (unknown.isPresent()) {
          throw new UsageException(
              Option.METRICS + ": " + unknown.get().found() + "; add " + unknown.get().expected());
        }
      }
    }
    Set<Metric> asked = view.metrics().isEmpty() ? Set.of() : EnumSet.copyOf(view.metrics());
    if (!input.printer().accepts(Option.METRICS, asked, session)) {
      return Optional.empty();
    }
    if (!warningsAreShown) {
      input.sayWarnings(scenarios.get(), session);
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

  private static boolean anyReached(ProjectView view, List<LoadedScenario> scenarios) {
    for (LoadedScenario scenario : scenarios) {
      if (view.reaches(scenario.spec().horizon())) {
        return true;
      }
    }
    return false;
  }
}
