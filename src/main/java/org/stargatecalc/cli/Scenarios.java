package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import picocli.CommandLine.ParseResult;

/** Loads the scenarios that a command line names, all or none. */
final class Scenarios {
  private Scenarios() {}

  /**
   * Returns the scenarios in their order, or nothing after saying everything that is wrong with any
   * of them.
   */
  static Optional<List<LoadedScenario>> load(ParseResult line, Session session) {
    return load(Options.operands(line), line, session);
  }

  /** Returns the scenarios of certain files, or nothing after saying what is wrong with any. */
  static Optional<List<LoadedScenario>> load(
      List<String> files, ParseResult line, Session session) {
    ScenarioLoader loader = new ScenarioLoader(session.catalog(), session.files());
    ScenarioLoader.Changes changes = Options.changes(line);
    boolean strict = Options.has(line, Options.STRICT);
    List<LoadedScenario> loaded = new ArrayList<>();
    List<Problem> wrong = new ArrayList<>();
    for (String file : files) {
      Problems problems = new Problems();
      Optional<LoadedScenario> scenario = loader.load(file, changes, problems);
      wrong.addAll(problems.errors());
      if (strict) {
        wrong.addAll(problems.warnings());
      }
      if (scenario.isPresent()) {
        loaded.add(scenario.get());
      }
    }
    if (!wrong.isEmpty()) {
      new ProblemPrinter(session).print(wrong);
      return Optional.empty();
    }
    return Optional.of(loaded);
  }
}
