package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.project.ProjectReport;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.report.project.ProjectedScenario;
import org.stargatecalc.result.Result;

/** Writes the results that later checks are relative to. */
final class BaselineWriter {
  private final CheckCommand.Request request;
  private final Session session;

  BaselineWriter(CheckCommand.Request request, Session session) {
    this.request = request;
    this.session = session;
  }

  /**
   * Writes results over a baseline.
   *
   * @throws UsageException if they may not replace what is there
   */
  ExitStatus write(List<LoadedScenario> scenarios, Baseline baseline) throws UsageException {
    Draws draws = new Draws(request.draws(), ProjectView.WHOLE, true, session);
    List<ProjectedScenario> projected = new ArrayList<>();
    List<Result> fresh = new ArrayList<>();
    for (LoadedScenario scenario : scenarios) {
      ProjectedScenario one = ProjectCommand.projected(scenario, draws.of(scenario));
      projected.add(one);
      fresh.add(drawn(one));
    }
    Optional<String> refusal = baseline.refusal(fresh);
    if (refusal.isPresent()) {
      throw new UsageException(
          Option.UPDATE_BASELINE + ": " + baseline.file() + ": " + refusal.get());
    }
    ExitStatus written =
        Output.toFile(Format.JSON, baseline.file())
            .writeOver(new ProjectReport(Version.text(), ProjectView.WHOLE).of(projected), session);
    if (written == ExitStatus.DONE) {
      session.say(baseline.file() + ": written" + takenOut(fresh, baseline));
    }
    return written;
  }

  /** What was in it and is not any more is said: it is held against nothing from now on. */
  private static String takenOut(List<Result> fresh, Baseline baseline) {
    List<String> names = baseline.gone(fresh).stream().map(Result::name).toList();
    return names.isEmpty()
        ? ""
        : "; taken out, since no scenario of the name is checked: " + String.join(", ", names);
  }

  private static Result drawn(ProjectedScenario one) {
    Result central = one.projected().result(one.file());
    return central.withDraws(
        one.drawn().map(d -> d.settings().seed()).orElse(1L),
        one.drawn().map(d -> (long) d.settings().draws()).orElse(0L),
        central.claims(),
        central.measures());
  }
}
