package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.Combinations;
import org.stargatecalc.analysis.sweep.Variant;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.Setting;

/** A scenario file with one combination of values after another. */
final class SweptVariants {
  /** Rows that are tried, evenly over all, for one that can be projected. */
  private static final int MOST_TRIED = 1000;

  /** Values of a list that are looked at for one that is uncertain. */
  private static final int MOST_VALUES = 100;

  private final ScenarioInput input;
  private final Session session;
  private final Optional<OpenScenario> scenario;

  /**
   * A combination that can be projected: it says which claims and units there are.
   *
   * @param stated what it says
   * @param isUncertain whether it, or another combination, has something to draw
   */
  record Example(Variant.Stated stated, boolean isUncertain) {}

  SweptVariants(ScenarioInput input, Session session) {
    this.input = input;
    this.session = session;
    Problems problems = new Problems();
    Optional<OpenScenario> open = input.open(session, problems);
    this.scenario = problems.isEmpty() ? open : Optional.empty();
    input.printer().print(problems.errors(), session);
  }

  /** Returns a source of variants for one thread. */
  Variant.Source source() {
    Changing changing = new Changing(scenario.orElseThrow());
    return settings -> {
      Problems problems = input.printer().strict() ? new Problems() : Problems.ofErrors();
      Optional<LoadedScenario> read = changing.with(settings, problems);
      List<Problem> wrong = input.printer().wrong(problems);
      return read.isPresent() && wrong.isEmpty()
          ? new Variant(Optional.of(new Variant.Stated(read.get().spec(), read.get().claims())), "")
          : new Variant(Optional.empty(), error(wrong));
    };
  }

  /**
   * A scenario with one list of changes after another, of which those that begin alike are laid
   * once.
   */
  private static final class Changing {
    private final OpenScenario unchanged;
    private final List<String> laid = new ArrayList<>();
    private final List<OpenScenario> with = new ArrayList<>();

    Changing(OpenScenario unchanged) {
      this.unchanged = unchanged;
    }

    Optional<LoadedScenario> with(List<String> settings, Problems problems) {
      int same = 0;
      while (same < Math.min(laid.size(), settings.size())
          && laid.get(same).equals(settings.get(same))) {
        same++;
      }
      laid.subList(same, laid.size()).clear();
      with.subList(same, with.size()).clear();
      OpenScenario changed = same == 0 ? unchanged : with.get(same - 1);
      for (String setting : settings.subList(same, settings.size())) {
        changed = changed.set(new Setting(Option.VARY.word(), setting), problems);
        if (problems.isEmpty() && problems.warnings().isEmpty()) {
          laid.add(setting);
          with.add(changed);
        }
      }
      return problems.isEmpty() ? changed.read(problems) : Optional.empty();
    }
  }

  private static String error(List<Problem> wrong) {
    List<String> texts = new ArrayList<>();
    for (Problem problem : wrong) {
      texts.add(problem.location().isOption() ? problem.text() : problem.message());
    }
    return String.join("; ", texts);
  }

  /** Returns a combination that can be projected, or nothing after saying why none of them can. */
  Optional<Example> example(Combinations combinations) {
    if (scenario.isEmpty()) {
      return Optional.empty();
    }
    Variant.Source source = source();
    int tried = Math.min(MOST_TRIED, combinations.rows());
    for (int i = 0; i < tried; i++) {
      int row = (int) ((long) i * combinations.rows() / tried);
      Optional<Variant.Stated> stated = source.with(combinations.settings(row)).stated();
      if (stated.isPresent()) {
        sayWarnings(combinations, row);
        return Optional.of(
            new Example(
                stated.get(),
                stated.get().spec().isUncertain() || isUncertain(source, combinations, row)));
      }
    }
    Problems problems = new Problems();
    new Changing(scenario.get()).with(combinations.settings(0), problems);
    input.printer().print(input.printer().wrong(problems), session);
    return Optional.empty();
  }

  private void sayWarnings(Combinations combinations, int row) {
    Problems problems = new Problems();
    new Changing(scenario.orElseThrow()).with(combinations.settings(row), problems);
    input.printer().sayWarnings(problems, session);
  }

  /** Returns whether a value of any list is uncertain, all else being as in a row. */
  private static boolean isUncertain(Variant.Source source, Combinations combinations, int row) {
    for (int a = 0; a < combinations.axes().size(); a++) {
      Axis axis = combinations.axes().get(a);
      for (int i = 0; i < Math.min(MOST_VALUES, axis.values().size()); i++) {
        List<String> settings = combinations.settings(row);
        settings.set(a, axis.path() + "=" + axis.values().text(i));
        Optional<Variant.Stated> stated = source.with(settings).stated();
        if (stated.isPresent() && stated.get().spec().isUncertain()) {
          return true;
        }
      }
    }
    return false;
  }
}
