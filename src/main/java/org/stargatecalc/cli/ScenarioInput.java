package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * The scenarios that a command reads.
 *
 * @param files their names in order
 * @param changes what is laid over each of them
 * @param printer says what is wrong with them
 */
record ScenarioInput(List<String> files, ScenarioLoader.Changes changes, ProblemPrinter printer) {
  /** The options that say what is laid over scenarios. */
  static final List<Option> CHANGES = List.of(Option.SET, Option.SCALE, Option.OVERLAY);

  /** Reads the scenarios that are a command's operands. */
  static ScenarioInput of(Arguments arguments) throws UsageException {
    return of(arguments.operands(), arguments);
  }

  static ScenarioInput of(List<String> files, Arguments arguments) throws UsageException {
    return new ScenarioInput(
        files,
        new ScenarioLoader.Changes(
            arguments.texts(Option.OVERLAY),
            assignments(arguments, Option.SET, "such as pue=1.3"),
            assignments(arguments, Option.SCALE, "such as pue=1.1")),
        ProblemPrinter.of(arguments));
  }

  /** Returns the values of an option that are a path and what is done there. */
  private static List<String> assignments(Arguments arguments, Option option, String example)
      throws UsageException {
    for (String assignment : arguments.texts(option)) {
      if (assignment.indexOf('=') <= 0) {
        throw new UsageException(
            option + ": found '" + assignment + "'; expected " + option.label() + ", " + example);
      }
    }
    return arguments.texts(option);
  }

  /**
   * Returns the scenarios in their order, or nothing after saying everything that is wrong with any
   * of them.
   */
  Optional<List<LoadedScenario>> load(Session session) {
    LoadedFiles files = read(session);
    List<Problem> wrong = new ArrayList<>(files.problems());
    Problems names = new Problems();
    if (files.scenarios().size() > 1) {
      names = new SharedNames(files.scenarios()).warnings(files.scenarios());
      wrong.addAll(printer.wrong(names));
    }
    if (!wrong.isEmpty()) {
      printer.print(wrong, session);
      return Optional.empty();
    }
    printer.sayWarnings(names, session);
    return Optional.of(files.scenarios());
  }

  /** Returns the first scenario so that its parameters can still be changed. */
  Optional<OpenScenario> open(Session session, Problems problems) {
    return new ScenarioLoader(session.catalog(), session.files())
        .open(files.get(0), changes, problems);
  }

  /** Returns each scenario in its order, and each file that is none. */
  LoadedFiles read(Session session) {
    ScenarioLoader loader = new ScenarioLoader(session.catalog(), session.files());
    LoadedFiles loaded = new LoadedFiles();
    try (ProgressLine progress = new ProgressLine(files.size(), "files read", session)) {
      for (String file : files) {
        Problems problems = new Problems();
        Optional<LoadedScenario> scenario = loader.load(file, changes, problems);
        List<Problem> wrong = printer.wrong(problems);
        if (wrong.isEmpty() && scenario.isPresent()) {
          loaded.add(scenario.get());
        } else {
          loaded.refuse(file, wrong);
        }
        progress.done(1);
      }
    }
    return loaded;
  }

  /** Says the warnings of scenarios whose report does not show them. */
  void sayWarnings(List<LoadedScenario> scenarios, Session session) {
    for (LoadedScenario scenario : scenarios) {
      printer.sayWarnings(scenario.warnings(), session);
    }
  }
}
