package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.ExpectationChange;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultReader;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * Loads what is compared: scenarios, saved results, files of a git revision.
 *
 * <p>A base in a git revision may lack the file or hold one that cannot be projected, and the file
 * may have been deleted since: all of that is something to say, not an error.
 */
final class ComparisonInputs {
  private final Session session;
  private final ScenarioLoader loader;
  private final ScenarioLoader.Changes changes;
  private final ProblemPrinter printer;
  private final List<String> operands;
  private final LoadedFiles files = new LoadedFiles();
  private final List<One> loaded = new ArrayList<>();

  /** A file that was read: a scenario, saved results, or neither and why. */
  private record One(
      String label,
      Optional<LoadedScenario> scenario,
      List<Result> saved,
      Side.State state,
      List<String> problems) {
    static One without(String label, Side.State state, List<String> problems) {
      return new One(label, Optional.empty(), List.of(), state, problems);
    }
  }

  private ComparisonInputs(ScenarioInput input, Session session) {
    this.session = session;
    this.loader = new ScenarioLoader(session.catalog(), session.files());
    this.changes = input.changes();
    this.printer = input.printer();
    this.operands = input.files();
  }

  /**
   * Reads base and others, or returns nothing after saying what is wrong.
   *
   * @param isNew whether there is no base
   * @param tellsOfInvalidFiles whether the report says so too, and is made of what is left
   */
  static Optional<ComparisonInputs> load(
      ScenarioInput input, boolean isNew, boolean tellsOfInvalidFiles, Session session) {
    ComparisonInputs inputs = new ComparisonInputs(input, session);
    for (int i = 0; i < inputs.operands.size(); i++) {
      String name = inputs.operands.get(i);
      One absent = One.without(name, Side.State.ABSENT, List.of());
      inputs.loaded.add(i > 0 ? inputs.other(name) : isNew ? absent : inputs.base(name));
    }
    inputs.chooseBase();
    input.printer().print(inputs.files.problems(), session);
    if (!inputs.invalid().isEmpty() && !tellsOfInvalidFiles) {
      return Optional.empty();
    }
    if (inputs.invalid().isEmpty() && inputs.horizons().isEmpty()) {
      inputs.loaded.forEach(one -> session.say(one.label() + ": there is nothing to compare"));
      return Optional.empty();
    }
    return Optional.of(inputs);
  }

  /** Returns the files that cannot be compared and should be there. */
  List<InvalidFile> invalid() {
    return files.invalid();
  }

  /** Returns the name of the first saved result, empty if all are scenarios. */
  Optional<String> firstSaved() {
    return loaded.stream().filter(one -> !one.saved().isEmpty()).map(One::label).findFirst();
  }

  /** Returns which expectations changed, if one file is compared with itself in a revision. */
  List<ExpectationChange> expectations(boolean isRenamed) {
    if (loaded.size() != 2) {
      return List.of();
    }
    Optional<LoadedScenario> before = loaded.get(0).scenario();
    Optional<LoadedScenario> after = loaded.get(1).scenario();
    boolean isOne =
        GitReference.isOne(operands.get(0))
            && (isRenamed || samePath(operands.get(0), operands.get(1)));
    return isOne && before.isPresent() && after.isPresent()
        ? ExpectationChange.between(before.get().expectations(), after.get().expectations())
        : List.of();
  }

  /** Returns the horizons of all that can be compared. */
  List<Horizon> horizons() {
    List<Horizon> horizons = new ArrayList<>();
    for (One one : loaded) {
      one.scenario().ifPresent(scenario -> horizons.add(scenario.spec().horizon()));
      one.saved().forEach(result -> horizons.add(result.horizon()));
    }
    return horizons;
  }

  /** Refuses what the others cannot be asked. */
  void validate(List<Expectation> expectations, boolean point) throws UsageException {
    for (One other : loaded.subList(1, loaded.size())) {
      if (other.scenario().isPresent()) {
        FailOn.validate(expectations, other.scenario().get(), true, point);
      }
    }
  }

  /** Projects the scenarios, all with the same draws, and returns base and others. */
  List<Side> project(ComparedRuns runs, List<Metric> metrics, List<Moment> moments) {
    List<LoadedScenario> family = loaded.stream().flatMap(one -> one.scenario().stream()).toList();
    List<Result> results = runs.of(family, metrics, moments);
    List<Side> sides = new ArrayList<>();
    int next = 0;
    for (One one : loaded) {
      if (one.scenario().isPresent()) {
        sides.add(Side.present(one.label(), results.get(next++)));
      } else if (!one.saved().isEmpty()) {
        sides.add(Side.present(one.label(), one.saved().get(0)));
      } else {
        sides.add(new Side(one.label(), Optional.empty(), one.state(), one.problems()));
      }
    }
    return sides;
  }

  private One base(String name) {
    boolean fromGit = GitReference.isOne(name);
    try {
      Problems problems = new Problems();
      One one = read(name, problems);
      if (!problems.isEmpty() && fromGit) {
        return One.without(
            name, Side.State.BROKEN, problems.errors().stream().map(Problem::message).toList());
      }
      return problems.isEmpty() ? one : refused(name, problems.errors());
    } catch (GitReference.NotInRevisionException absent) {
      return operands.subList(1, operands.size()).stream().anyMatch(o -> samePath(o, name))
          ? One.without(name, Side.State.ABSENT, List.of())
          : unreadable(name, absent);
    } catch (IOException e) {
      return unreadable(name, e);
    }
  }

  private One other(String name) {
    try {
      Problems problems = new Problems();
      One one = read(name, problems);
      if (one.saved().size() > 1) {
        return refused(name, "holds several results; only BASE may");
      }
      List<Problem> wrong = printer.wrong(problems);
      return wrong.isEmpty() ? one : refused(name, wrong);
    } catch (IOException e) {
      boolean missing =
          e instanceof NoSuchFileException || e.getCause() instanceof NoSuchFileException;
      boolean deleted =
          missing && GitReference.isOne(operands.get(0)) && samePath(operands.get(0), name);
      return deleted ? One.without(name, Side.State.ABSENT, List.of()) : unreadable(name, e);
    }
  }

  private One unreadable(String name, IOException e) {
    return refused(name, "cannot read it: " + e.getMessage());
  }

  private One refused(String name, String text) {
    return refused(name, List.of(new Problem(new Location(name, 0, 0), "", text, "", "")));
  }

  private One refused(String name, List<Problem> problems) {
    files.refuse(name, problems);
    return One.without(name, Side.State.BROKEN, problems.stream().map(Problem::message).toList());
  }

  private One read(String name, Problems problems) throws IOException {
    byte[] bytes = session.files().read(name);
    return ResultReader.isResult(bytes)
        ? new One(
            name,
            Optional.empty(),
            ResultReader.read(name, bytes, problems),
            Side.State.PRESENT,
            List.of())
        : new One(
            name, loader.load(name, changes, problems), List.of(), Side.State.PRESENT, List.of());
  }

  /** Of several saved results the base is the one of the scenario that it is compared with. */
  private void chooseBase() {
    if (loaded.get(0).saved().size() <= 1) {
      return;
    }
    One base = loaded.get(0);
    List<String> wanted = new ArrayList<>();
    for (One other : loaded.subList(1, loaded.size())) {
      other.scenario().ifPresent(scenario -> wanted.add(scenario.spec().name()));
      other.saved().forEach(result -> wanted.add(result.name()));
    }
    List<Result> fitting = base.saved().stream().filter(r -> wanted.contains(r.name())).toList();
    if (fitting.size() == 1) {
      loaded.set(
          0, new One(base.label(), Optional.empty(), fitting, Side.State.PRESENT, List.of()));
      return;
    }
    loaded.set(
        0,
        refused(
            base.label(),
            "holds "
                + base.saved().size()
                + " results, "
                + (fitting.isEmpty() ? "none" : "several")
                + " of a scenario that it is compared with"));
  }

  private static boolean samePath(String a, String b) {
    return plainPath(a).equals(plainPath(b));
  }

  private static String plainPath(String name) {
    int colon = GitReference.isOne(name) ? name.indexOf(':', "git:".length()) : -1;
    try {
      return Paths.get(name.substring(colon + 1)).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return name;
    }
  }
}
