package org.stargatecalc.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.result.Result;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problems;

/**
 * Finds scenarios that are called alike: nothing tells their rows apart, and a baseline would be
 * that of the wrong one.
 */
final class SharedNames {
  private static final String OWN = "a name of its own: write name";

  private SharedNames() {}

  /** Returns a warning for each scenario that is called like an earlier one. */
  static Problems warnings(List<LoadedScenario> scenarios) {
    Problems problems = new Problems();
    find(scenarios, (file, text) -> problems.warning(place(file), "", text + "; expected " + OWN));
    return problems;
  }

  /** Returns an error for each scenario that is called like an earlier one. */
  static Problems errors(List<LoadedScenario> scenarios) {
    Problems problems = new Problems();
    find(scenarios, (file, text) -> problems.error(place(file), "", text, OWN));
    return problems;
  }

  /** Returns an error if two results saved in a file have one name. */
  static Problems errors(String file, List<Result> saved) {
    Problems problems = new Problems();
    Map<String, Integer> seen = new HashMap<>();
    for (Result result : saved) {
      if (seen.merge(result.name(), 1, Integer::sum) == 2) {
        problems.error(
            place(file),
            "",
            "found several results of the name " + result.name(),
            "one of each name: it is not known which a scenario is compared with");
      }
    }
    return problems;
  }

  /** Takes what is found. */
  private interface Finding {
    void of(String file, String text);
  }

  private static void find(List<LoadedScenario> scenarios, Finding finding) {
    Map<String, String> files = new HashMap<>();
    for (LoadedScenario scenario : scenarios) {
      String name = scenario.spec().name();
      String earlier = files.putIfAbsent(name, scenario.file());
      if (earlier != null) {
        finding.of(scenario.file(), "found the name " + name + ", which " + earlier + " has too");
      }
    }
  }

  private static Location place(String file) {
    return new Location(file, 0, 0);
  }
}
