package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultReader;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * What checks are relative to: saved results, or a scenario that is projected with the same draws.
 */
final class Baseline {
  /** A change that were laid over both sides could never fail. */
  private static final ScenarioLoader.Changes NOTHING =
      new ScenarioLoader.Changes(List.of(), List.of(), List.of());

  private final String file;
  private final List<Result> saved;
  private final Optional<LoadedScenario> scenario;
  private final List<Problem> problems;

  private Baseline(
      String file, List<Result> saved, Optional<LoadedScenario> scenario, List<Problem> problems) {
    this.file = file;
    this.saved = saved;
    this.scenario = scenario;
    this.problems = problems;
  }

  private static Baseline invalid(String file, List<Problem> problems) {
    return new Baseline(file, List.of(), Optional.empty(), problems);
  }

  /** There is no baseline. */
  static Baseline none() {
    return new Baseline("", List.of(), Optional.empty(), List.of());
  }

  /**
   * Reads the baseline that a command line names, or what is wrong with it.
   *
   * @param update whether it is written anew, so that it may be absent
   */
  static Baseline load(Optional<String> named, boolean update, Session session) {
    if (named.isEmpty()) {
      return none();
    }
    String file = named.get();
    Problems problems = new Problems();
    try {
      byte[] bytes = session.files().read(file);
      boolean isSaved = ResultReader.isResult(bytes);
      List<Result> saved = isSaved ? ResultReader.read(file, bytes, problems) : List.of();
      Optional<LoadedScenario> scenario =
          isSaved
              ? Optional.empty()
              : new ScenarioLoader(session.catalog(), session.files())
                  .load(file, NOTHING, problems);
      problems.addAll(SharedNames.errors(file, saved), Set.of());
      return problems.isEmpty()
          ? new Baseline(file, saved, scenario, List.of())
          : invalid(file, problems.errors());
    } catch (IOException e) {
      if (update && e.getCause() instanceof NoSuchFileException) {
        return new Baseline(file, List.of(), Optional.empty(), List.of());
      }
      String text = "cannot read it: " + e.getMessage();
      return invalid(file, List.of(new Problem(new Location(file, 0, 0), "", text, "", "")));
    }
  }

  /** Returns what is wrong with it; then it is as if it held nothing. */
  List<Problem> problems() {
    return problems;
  }

  String file() {
    return file;
  }

  boolean isPresent() {
    return !file.isEmpty();
  }

  Optional<LoadedScenario> scenario() {
    return scenario;
  }

  List<Result> saved() {
    return saved;
  }

  /**
   * Returns the baseline of a result: the saved one of the same name, or the one scenario.
   *
   * @param projected the scenario's result if the baseline is one
   */
  Optional<Result> of(Result result, Optional<Result> projected) {
    return projected.isPresent() ? projected : of(result.name());
  }

  /** Returns the saved results of which there is none of the name any more. */
  List<Result> gone(List<Result> results) {
    return saved.stream()
        .filter(old -> results.stream().noneMatch(result -> result.name().equals(old.name())))
        .toList();
  }

  /** Returns the saved result of a scenario. */
  Optional<Result> of(String name) {
    return saved.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** Returns why new results may not replace the saved ones, empty if they may. */
  Optional<String> refusal(List<Result> fresh) {
    List<String> reasons = new ArrayList<>();
    if (scenario.isPresent()) {
      reasons.add("it is a scenario, not a saved result");
    }
    for (Result result : fresh) {
      of(result.name())
          .filter(old -> old.seed() != result.seed() || old.samples() != result.samples())
          .ifPresent(
              old ->
                  reasons.add(
                      result.name()
                          + " has "
                          + old.samples()
                          + " samples with seed "
                          + old.seed()
                          + " in it and "
                          + result.samples()
                          + " with seed "
                          + result.seed()
                          + " now: use the same, or delete the file first"));
    }
    return reasons.stream().findFirst();
  }
}
