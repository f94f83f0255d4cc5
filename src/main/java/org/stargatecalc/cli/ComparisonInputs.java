package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultReader;
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
  private final List<String> operands;
  private final List<Problem> wrong = new ArrayList<>();
  private final List<One> loaded = new ArrayList<>();
  private boolean failed;

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
    this.operands = input.files();
  }

  /** Reads base and others, or returns nothing after saying what is wrong. */
  static Optional<ComparisonInputs> load(ScenarioInput input, Session session) {
    ComparisonInputs sides = new ComparisonInputs(input, session);
    for (int i = 0; i < sides.operands.size(); i++) {
      String name = sides.operands.get(i);
      (i == 0 ? sides.base(name) : sides.other(name)).ifPresent(sides.loaded::add);
    }
    sides.chooseBase();
    input.printer().print(sides.wrong, session);
    if (sides.failed || !sides.wrong.isEmpty()) {
      return Optional.empty();
    }
    if (sides.horizons().isEmpty()) {
      sides.loaded.forEach(one -> session.say(one.label() + ": there is nothing to compare"));
      return Optional.empty();
    }
    return Optional.of(sides);
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

  private Optional<One> base(String name) {
    boolean fromGit = GitReference.isOne(name);
    try {
      Problems problems = new Problems();
      One one = read(name, problems);
      if (!problems.isEmpty() && fromGit) {
        return Optional.of(
            One.without(
                name,
                Side.State.BROKEN,
                problems.errors().stream().map(Problem::message).toList()));
      }
      wrong.addAll(problems.errors());
      return Optional.of(one);
    } catch (GitReference.NotInRevisionException absent) {
      if (operands.subList(1, operands.size()).stream().anyMatch(o -> samePath(o, name))) {
        return Optional.of(One.without(name, Side.State.ABSENT, List.of()));
      }
      return unreadable(name, absent);
    } catch (IOException e) {
      return unreadable(name, e);
    }
  }

  private Optional<One> other(String name) {
    try {
      Problems problems = new Problems();
      One one = read(name, problems);
      wrong.addAll(problems.errors());
      if (one.saved().size() > 1) {
        session.say(name + ": holds several results; only BASE may");
        failed = true;
      }
      return Optional.of(one);
    } catch (IOException e) {
      boolean missing =
          e instanceof NoSuchFileException || e.getCause() instanceof NoSuchFileException;
      boolean deleted =
          missing && GitReference.isOne(operands.get(0)) && samePath(operands.get(0), name);
      return deleted
          ? Optional.of(One.without(name, Side.State.ABSENT, List.of()))
          : unreadable(name, e);
    }
  }

  private Optional<One> unreadable(String name, IOException e) {
    session.say(name + ": cannot read it: " + e.getMessage());
    failed = true;
    return Optional.empty();
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
    if (failed || loaded.isEmpty() || loaded.get(0).saved().size() <= 1) {
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
    session.say(
        base.label()
            + ": holds "
            + base.saved().size()
            + " results, "
            + (fitting.isEmpty() ? "none" : "several")
            + " of a scenario that it is compared with");
    failed = true;
  }

  private static boolean samePath(String a, String b) {
    return plainPath(a).equals(plainPath(b));
  }

  private static String plainPath(String name) {
    int colon = GitReference.isOne(name) ? name.indexOf(':', "git:".length()) : -1;
    try {
      return Paths.get(name.substring(colon + 1)).normalize().toString();
    } catch (InvalidPathException e) {
      return name;
    }
  }
}
