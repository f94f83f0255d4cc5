package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.check.BaselineExpectations;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Expectations;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.result.Meaning;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/** One run of check: scenarios, their expectations, a baseline if there is one. */
final class CheckRun {
  private final CheckCommand.Request request;
  private final Session session;
  private final ProblemPrinter printer;
  private final List<CheckedScenario> checked = new ArrayList<>();
  private LoadedFiles files = new LoadedFiles();

  CheckRun(CheckCommand.Request request, Session session) {
    this.request = request;
    this.session = session;
    this.printer = request.input().printer();
  }

  /** Returns the scenarios that were judged. */
  List<CheckedScenario> checked() {
    return checked;
  }

  /** Returns the files that could not be judged. */
  List<InvalidFile> invalid() {
    return files.invalid();
  }

  /**
   * Judges what can be judged, and says what is wrong with the rest.
   *
   * @return how it went: done, or why there is nothing to report
   */
  ExitStatus run() throws UsageException {
    boolean others = read();
    Optional<Baseline> baseline = baseline();
    if (baseline.isEmpty() || !others) {
      printer.print(files.problems(), session);
      return ExitStatus.INVALID;
    }
    if (request.updates() && files.invalid().isEmpty()) {
      ExitStatus written =
          new BaselineWriter(request, session).write(files.scenarios(), baseline.get());
      baseline = written == ExitStatus.DONE ? baseline() : baseline;
      if (written != ExitStatus.DONE || baseline.isEmpty()) {
        return written == ExitStatus.DONE ? ExitStatus.INVALID : written;
      }
    }
    judge(baseline.get());
    printer.print(files.problems(), session);
    return ExitStatus.DONE;
  }

  /** Reads the scenarios; returns whether files that are none are of no account. */
  private boolean read() throws UsageException {
    ScenarioFolders found = ScenarioFolders.of(request.input().files(), session);
    ScenarioInput input = new ScenarioInput(found.files(), request.input().changes(), printer);
    files = input.read(session);
    files.refuseSharedNames();
    Problems problems = new Problems();
    found.others().ifPresent(text -> problems.warning(place("check"), "", text));
    boolean fine =
        printer.accepts(problems, session) & request.failOn().isAccepted(printer, session);
    input.sayWarnings(files.scenarios(), session);
    return fine;
  }

  private static Location place(String what) {
    return new Location(what, 0, 0);
  }

  private Optional<Baseline> baseline() {
    return Baseline.load(request.baseline(), request.updates(), request.input(), session);
  }

  private void judge(Baseline baseline) throws UsageException {
    List<Expectation> failOn = request.failOn().expectations();
    boolean point = request.draws().point();
    List<Expectation> all = new ArrayList<>(failOn);
    for (LoadedScenario scenario : files.scenarios()) {
      all.addAll(scenario.expectations());
      FailOn.validate(failOn, scenario, baseline.isPresent(), point);
      FailOn.validate(scenario.expectations(), scenario, baseline.isPresent(), point);
    }
    Expectations needs = new Expectations(all);
    DrawSettings draws = request.draws().measuring(needs.percentiles());
    List<LoadedScenario> family = new ArrayList<>(files.scenarios());
    baseline.scenario().ifPresent(family::add);
    List<Result> results =
        new ComparedRuns(draws.settings(), point || !needs.needDraws(), session)
            .of(family, needs.metrics(), needs.moments());
    Optional<Result> projected =
        baseline.scenario().isPresent()
            ? Optional.of(results.get(results.size() - 1))
            : Optional.empty();
    List<LoadedScenario> scenarios = List.copyOf(files.scenarios());
    for (int i = 0; i < scenarios.size(); i++) {
      judge(scenarios.get(i), results.get(i), baseline, projected);
    }
    findGone(baseline, results.subList(0, scenarios.size()));
    if (files.invalid().isEmpty()
        && checked.stream().allMatch(scenario -> scenario.checks().isEmpty())) {
      throw new UsageException(
          "check found nothing to check: no expect block, no --fail-on, no --tolerance");
    }
  }

  private void judge(
      LoadedScenario scenario, Result result, Baseline baseline, Optional<Result> projected) {
    Optional<Result> before = baseline.of(result, projected);
    List<Expectation> expectations = new ArrayList<>(scenario.expectations());
    expectations.addAll(request.failOn().expectations());
    if (baseline.isPresent() && before.isEmpty()) {
      expectations.removeIf(Expectations::needsBaseline);
      String text =
          result.name() + " is new, not in " + baseline.file() + ": its changes are not checked";
      if (warn(result.file(), text)) {
        refuse(scenario, text);
        return;
      }
    }
    if (before.isPresent()) {
      Meaning.warning(baseline.file(), before.get(), result, Arrays.asList(Metric.values()))
          .ifPresent(warning -> printer.sayWarnings(List.of(warning), session));
      BaselineExpectations against =
          new BaselineExpectations(result.horizon(), before.get().horizon());
      expectations.addAll(against.within(request.tolerances()));
      if (!request.tolerances().isEmpty()) {
        against.unequalYears().ifPresent(text -> warn(result.file(), text));
      }
    }
    try {
      checked.add(FailOn.check(result, before, expectations));
    } catch (NotMeasuredException e) {
      refuse(scenario, "cannot be checked: " + e.getMessage());
    }
  }

  private void refuse(LoadedScenario scenario, String text) {
    files.refuse(scenario, List.of(new Problem(place(scenario.file()), "", text, "", "")));
  }

  /** Says a warning; returns whether it counts as an error instead. */
  private boolean warn(String file, String text) {
    if (printer.strict()) {
      return true;
    }
    printer.sayWarnings(List.of(file + ": " + text), session);
    return false;
  }

  private void findGone(Baseline baseline, List<Result> results) {
    for (Result saved : baseline.saved()) {
      if (results.stream().noneMatch(result -> result.name().equals(saved.name()))) {
        String text = saved.name() + " is in it and was not checked";
        if (warn(baseline.file(), text)) {
          files.refuse(
              baseline.file(), List.of(new Problem(place(baseline.file()), "", text, "", "")));
        }
      }
    }
  }
}
