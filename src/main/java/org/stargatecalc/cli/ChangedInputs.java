package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.Attribution;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.TreePath;

/** The inputs in which two scenarios differ, each tried alone on the base. */
final class ChangedInputs {
  private final OpenScenario base;
  private final OpenScenario other;

  private ChangedInputs(OpenScenario base, OpenScenario other) {
    this.base = base;
    this.other = other;
  }

  /** Reads both, which have been read before and are fine. */
  static ChangedInputs of(String base, String other, ScenarioInput input, Session session) {
    ScenarioLoader loader = new ScenarioLoader(session.catalog(), session.files());
    Problems known = new Problems();
    return new ChangedInputs(
        loader.open(base, input.changes(), known).orElseThrow(),
        loader.open(other, input.changes(), known).orElseThrow());
  }

  /** Returns which of them carries how much of each change. */
  Attribution attribution(Comparison comparison) {
    List<Attribution.Trial> trials = new ArrayList<>();
    for (TreePath path : base.differences(other)) {
      Problems problems = new Problems();
      Optional<LoadedScenario> tried = base.like(other, path).read(problems);
      trials.add(
          new Attribution.Trial(
              path.toString(),
              problems.errors().isEmpty()
                  ? tried.map(t -> Projected.of(t.spec(), t.claims()).result(t.file()))
                  : Optional.empty()));
    }
    return Attribution.of(comparison, trials);
  }
}
