package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.report.compare.ChangesReport;
import org.stargatecalc.report.compare.CompareReport;

/** One run of compare with a git revision: each scenario that changed since is a comparison. */
final class ChangesRun {
  private final CompareCommand.Request request;
  private final String revision;
  private final Session session;

  ChangesRun(CompareCommand.Request request, String revision, Session session) {
    this.request = request;
    this.revision = revision;
    this.session = session;
  }

  ExitStatus run() throws UsageException {
    ScenarioInput input = request.input();
    ChangedScenarios changed = ChangedScenarios.among(input.files(), revision, session);
    if (!input.printer().accepts(changed.overlays(input.changes().overlays()), session)) {
      return ExitStatus.INVALID;
    }
    List<ChangesReport.Change> changes = new ArrayList<>();
    ExitStatus status = ExitStatus.DONE;
    for (ChangedScenarios.Pair pair : changed.pairs()) {
      ScenarioInput two =
          new ScenarioInput(List.of(pair.before(), pair.now()), input.changes(), input.printer());
      Optional<ComparisonInputs> inputs = ComparisonInputs.load(two, pair.isNew(), true, session);
      // A file that could not be read before either, and is gone, is no change.
      if (inputs.isEmpty()) {
        continue;
      }
      CompareRun run = new CompareRun(request, inputs.get(), session);
      Optional<CompareReport> report = run.compare();
      if (report.isEmpty()) {
        return ExitStatus.INVALID;
      }
      changes.add(new ChangesReport.Change(pair.title(), report.get()));
      status = worse(status, run.status());
    }
    ChangesReport report =
        new ChangesReport(Version.text(), revision, changes, changed.unchanged());
    ExitStatus written = request.output().write(report.build(request.folding()), session);
    return written == ExitStatus.DONE ? status : written;
  }

  /** What cannot be judged counts most, then what was judged to fail, then a difference. */
  private static ExitStatus worse(ExitStatus one, ExitStatus other) {
    List<ExitStatus> order =
        List.of(ExitStatus.DONE, ExitStatus.DIFFERENT, ExitStatus.CHECK_FAILED, ExitStatus.INVALID);
    return order.indexOf(one) >= order.indexOf(other) ? one : other;
  }
}
