package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.tree.Problem;

/**
 * Scenarios that were read, each by itself: a file that is none does not keep the others from being
 * judged.
 */
final class LoadedFiles {
  private final List<LoadedScenario> scenarios = new ArrayList<>();
  private final List<InvalidFile> invalid = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Returns the scenarios in their order. */
  List<LoadedScenario> scenarios() {
    return scenarios;
  }

  /** Returns the files that are none. */
  List<InvalidFile> invalid() {
    return invalid;
  }

  /** Returns everything that is wrong with any of them. */
  List<Problem> problems() {
    return problems;
  }

  void add(LoadedScenario scenario) {
    scenarios.add(scenario);
  }

  /** Adds a file that cannot be judged. */
  void refuse(String file, List<Problem> wrong) {
    List<InvalidFile.Fault> faults = new ArrayList<>();
    for (Problem problem : wrong) {
      faults.add(
          new InvalidFile.Fault(
              problem.location().file(),
              problem.location().line(),
              problem.location().column(),
              problem.text()));
    }
    invalid.add(new InvalidFile(file, faults));
    problems.addAll(wrong);
  }

  /** Refuses the scenarios that share a name. */
  void refuseSharedNames() {
    SharedNames names = new SharedNames(scenarios);
    List<LoadedScenario> sharing = scenarios.stream().filter(names::has).toList();
    for (LoadedScenario scenario : sharing) {
      refuse(scenario, List.of(names.problem(scenario)));
    }
  }

  /** Refuses a scenario that was read. */
  void refuse(LoadedScenario scenario, List<Problem> wrong) {
    scenarios.remove(scenario);
    refuse(scenario.file(), wrong);
  }
}
