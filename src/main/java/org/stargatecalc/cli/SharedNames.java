package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.result.Result;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * Scenarios that are called alike: nothing tells their rows apart, and a baseline would be that of
 * the wrong one.
 */
final class SharedNames {
  private final Map<String, List<String>> filesByName = new LinkedHashMap<>();

  SharedNames(List<LoadedScenario> scenarios) {
    for (LoadedScenario scenario : scenarios) {
      filesByName
          .computeIfAbsent(scenario.spec().name(), name -> new ArrayList<>())
          .add(scenario.file());
    }
  }

  /** Returns whether a scenario's name is another one's too. */
  boolean has(LoadedScenario scenario) {
    return files(scenario).size() > 1;
  }

  private List<String> files(LoadedScenario scenario) {
    return filesByName.getOrDefault(scenario.spec().name(), List.of());
  }

  /** Returns what is wrong with a scenario whose name is another one's too. */
  Problem problem(LoadedScenario scenario) {
    List<String> others = new ArrayList<>(files(scenario));
    others.remove(scenario.file());
    return new Problem(
        new Location(scenario.file(), 0, 0),
        "name",
        "found " + scenario.spec().name() + ", which " + String.join(", ", others) + " has too",
        "a name of its own",
        "");
  }

  /** Returns a warning for each name that several scenarios have. */
  Problems warnings(List<LoadedScenario> scenarios) {
    Problems problems = new Problems();
    for (LoadedScenario scenario : scenarios) {
      List<String> files = files(scenario);
      if (files.size() > 1 && scenario.file().equals(files.get(files.size() - 1))) {
        Problem problem = problem(scenario);
        problems.warning(problem.location(), problem.path(), problem.found());
      }
    }
    return problems;
  }

  /** Returns an error if two results saved in a file have one name. */
  static Problems errors(String file, List<Result> saved) {
    Problems problems = new Problems();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (Result result : saved) {
      if (seen.merge(result.name(), 1, Integer::sum) == 2) {
        problems.error(
            new Location(file, 0, 0),
            "",
            "found several results of the name " + result.name(),
            "one of each name: it is not known which a scenario is compared with");
      }
    }
    return problems;
  }
}
