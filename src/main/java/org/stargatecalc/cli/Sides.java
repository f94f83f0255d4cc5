package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.document.LoadedScenario;
import org.stargatecalc.document.Problem;
import org.stargatecalc.document.Problems;
import org.stargatecalc.document.ResultReader;
import org.stargatecalc.document.ScenarioLoader;
import org.stargatecalc.result.Result;
import picocli.CommandLine.ParseResult;

/**
 * Loads what is compared: scenarios, saved results, files of a git revision.
 *
 * <p>A base in a git revision may lack the file or hold one that cannot be projected, and the file
 * may have been deleted since: all of that is something to say, not an error.
 */
final class Sides {
  private final Session session;
  private final ScenarioLoader loader;
  private final ScenarioLoader.Changes changes;
  private final List<String> operands;
  private final List<Problem> wrong = new ArrayList<>();
  private boolean failed;

  private Sides(ParseResult line, Session session) {
    this.session = session;
    this.loader = new ScenarioLoader(session.catalog(), session.files());
    this.changes = Options.changes(line);
    this.operands = Options.operands(line);
  }

  /** Returns base and others, or nothing after saying what is wrong. */
  static Optional<List<Side>> load(ParseResult line, Session session) {
    Sides sides = new Sides(line, session);
    List<Side> others = new ArrayList<>();
    for (String name : sides.operands.subList(1, sides.operands.size())) {
      sides.other(name).ifPresent(others::add);
    }
    Optional<Side> base = sides.base(others);
    new ProblemPrinter(session).print(sides.wrong);
    if (base.isEmpty() || sides.failed || !sides.wrong.isEmpty()) {
      return Optional.empty();
    }
    others.add(0, base.get());
    if (others.stream().allMatch(side -> side.result().isEmpty())) {
      others.forEach(side -> session.say(side.label() + ": there is nothing to compare"));
      return Optional.empty();
    }
    return Optional.of(others);
  }

  private Optional<Side> base(List<Side> others) {
    String name = operands.get(0);
    boolean fromGit = GitReference.isOne(name);
    try {
      Problems problems = new Problems();
      List<Result> results = results(name, problems);
      if (results.isEmpty() && fromGit) {
        return Optional.of(
            Side.broken(name, problems.errors().stream().map(Problem::message).toList()));
      }
      wrong.addAll(problems.errors());
      return matching(name, results, others);
    } catch (GitReference.NotInRevisionException absent) {
      if (operands.subList(1, operands.size()).stream().anyMatch(o -> samePath(o, name))) {
        return Optional.of(Side.absent(name));
      }
      return unreadable(name, absent);
    } catch (IOException e) {
      return unreadable(name, e);
    }
  }

  private Optional<Side> other(String name) {
    try {
      Problems problems = new Problems();
      List<Result> results = results(name, problems);
      wrong.addAll(problems.errors());
      if (results.size() > 1) {
        session.say(name + ": holds " + results.size() + " results; only BASE may hold several");
        failed = true;
        return Optional.empty();
      }
      return results.stream().findFirst().map(result -> Side.present(name, result));
    } catch (IOException e) {
      boolean missing =
          e instanceof NoSuchFileException || e.getCause() instanceof NoSuchFileException;
      boolean deleted =
          missing && GitReference.isOne(operands.get(0)) && samePath(operands.get(0), name);
      return deleted ? Optional.of(Side.absent(name)) : unreadable(name, e);
    }
  }

  private Optional<Side> unreadable(String name, IOException e) {
    session.say(name + ": cannot read it: " + e.getMessage());
    failed = true;
    return Optional.empty();
  }

  private List<Result> results(String name, Problems problems) throws IOException {
    byte[] bytes = session.files().read(name);
    if (ResultReader.isResult(bytes)) {
      return ResultReader.read(name, bytes, problems);
    }
    return loader
        .load(name, changes, problems)
        .map(Sides::projected)
        .map(List::of)
        .orElse(List.of());
  }

  private static Result projected(LoadedScenario scenario) {
    return Projected.of(scenario.spec(), scenario.claims()).result(scenario.file());
  }

  /** Of several saved results the one of the scenario that it is compared with. */
  private Optional<Side> matching(String name, List<Result> results, List<Side> others) {
    if (results.size() <= 1) {
      return results.stream().findFirst().map(result -> Side.present(name, result));
    }
    List<String> wanted =
        others.stream().flatMap(o -> o.result().stream()).map(Result::name).distinct().toList();
    List<Result> fitting = results.stream().filter(r -> wanted.contains(r.name())).toList();
    if (fitting.size() == 1) {
      return Optional.of(Side.present(name, fitting.get(0)));
    }
    session.say(
        name
            + ": holds "
            + results.size()
            + " results, "
            + (fitting.isEmpty() ? "none" : "several")
            + " of a scenario that it is compared with");
    failed = true;
    return Optional.empty();
  }

  private static boolean samePath(String a, String b) {
    return plainPath(a).equals(plainPath(b));
  }

  private static String plainPath(String name) {
    if (!GitReference.isOne(name)) {
      return Paths.get(name).normalize().toString();
    }
    int colon = name.indexOf(':', "git:".length());
    return colon < 0 ? name : Paths.get(name.substring(colon + 1)).normalize().toString();
  }
}
