package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.analysis.check.BaselineClaims;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Coverage;
import org.stargatecalc.analysis.check.Expectations;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.result.Meaning;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;

/** One run of check: scenarios, their expectations, a baseline if there is one. */
final class CheckRun {
  private final CheckCommand.Request request;
  private final Session session;
  private final ProblemPrinter printer;
  private final List<CheckedScenario> checked = new ArrayList<>();
  private final Map<String, List<Checked>> ages = new HashMap<>();
  private LoadedFiles files = new LoadedFiles();

  /** A scenario with what it can be asked. */
  private record Asked(
      LoadedScenario scenario, List<Expectation> expectations, ToleratedChanges tolerated) {}

  CheckRun(CheckCommand.Request request, Session session) {
    this.request = request;
    this.session = session;
    this.printer = request.input().printer();
  }

  /** Returns the scenarios that were judged, as they count. */
  List<CheckedScenario> checked() {
    return request.failOn().counted(checked);
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
    if (!read() || !judgeAges()) {
      printer.print(files.problems(), session);
      return ExitStatus.INVALID;
    }
    Baseline baseline = baseline();
    if (request.updates() && files.invalid().isEmpty() && baseline.problems().isEmpty()) {
      ExitStatus written = new BaselineWriter(request, session).write(files.scenarios(), baseline);
      if (written != ExitStatus.DONE) {
        return written;
      }
      baseline = baseline();
    }
    if (!baseline.problems().isEmpty()) {
      files.refuse(baseline.file(), baseline.problems());
    }
    judge(baseline);
    printer.print(files.problems(), session);
    return ExitStatus.DONE;
  }

  /** Reads the scenarios; returns whether what is asked of them may be asked. */
  private boolean read() throws UsageException {
    ScenarioFolders found = ScenarioFolders.of(request.input().files(), session);
    ScenarioInput input = new ScenarioInput(found.files(), request.input().changes(), printer);
    files = input.read(session);
    for (Problem unseen : found.problems()) {
      files.refuse(unseen.location().file(), List.of(unseen));
    }
    files.refuseSharedNames();
    if (printer.strict()) {
      found.notJudged().forEach(this::refuseOther);
    } else {
      found.others().ifPresent(text -> printer.sayWarnings(List.of("check: " + text), session));
    }
    boolean areOptionsFine = request.failOn().isAccepted(printer, session);
    boolean areTolerancesFine =
        printer.accepts(Option.TOLERANCE, request.tolerances().keySet(), session);
    input.sayWarnings(files.scenarios(), session);
    return areOptionsFine && areTolerancesFine;
  }

  private void refuseOther(String file) {
    Problem neither =
        new Problem(place(file), "", "found neither name nor extends", "a scenario", "");
    files.refuse(file, List.of(neither));
  }

  /** Finds which values are old, where that is asked; returns whether the record can be read. */
  private boolean judgeAges() {
    if (request.fresh().isEmpty()) {
      return true;
    }
    FreshValues fresh = request.fresh().get();
    Optional<SiteRecord> record = fresh.record(session);
    if (record.isEmpty()) {
      return false;
    }
    for (LoadedScenario scenario : List.copyOf(files.scenarios())) {
      List<Problem> found = fresh.of(scenario, record.get());
      if (printer.strict() && !found.isEmpty()) {
        files.refuse(scenario, found);
      }
      ages.put(scenario.file(), FreshValues.checked(found));
    }
    return true;
  }

  private static Location place(String what) {
    return new Location(what, 0, 0);
  }

  private Baseline baseline() {
    return Baseline.load(request.baseline(), request.updates(), session);
  }

  private void judge(Baseline baseline) throws UsageException {
    boolean point = request.draws().point();
    for (LoadedScenario scenario : files.scenarios()) {
      for (Expectation expectation : expectationsOf(scenario)) {
        FailOn.requireMeans(expectation, scenario, baseline.isPresent(), point);
      }
    }
    List<Asked> asked = asked(baseline);
    requireUse(baseline, asked);
    List<Expectation> all = new ArrayList<>();
    asked.forEach(one -> all.addAll(one.expectations()));
    asked.forEach(one -> all.addAll(one.tolerated().expectations()));
    Expectations needs = new Expectations(all);
    DrawSettings draws = request.draws().measuring(needs.percentiles());
    List<Result> results =
        results(
            baseline,
            needs,
            new ComparedRuns(draws.settings(), point || !needs.needDraws(), session));
    Optional<Result> projected =
        baseline.scenario().isPresent()
            ? Optional.of(results.get(results.size() - 1))
            : Optional.empty();
    for (int i = 0; i < asked.size(); i++) {
      judge(asked.get(i), results.get(i), baseline, projected);
    }
    findGone(baseline, results.subList(0, asked.size()));
    if (files.invalid().isEmpty()
        && checked.stream().allMatch(scenario -> scenario.checks().isEmpty())) {
      throw new UsageException(
          "check found nothing to check: no expect block, no --fail-on, no --tolerance, no"
              + " --fresh");
    }
  }

  /** A baseline with which nothing is compared would look like one that nothing differs from. */
  private void requireUse(Baseline baseline, List<Asked> asked) throws UsageException {
    boolean isUsed = request.updates() || !request.tolerances().isEmpty();
    for (Asked one : asked) {
      isUsed |= one.expectations().stream().anyMatch(Expectations::needsBaseline);
    }
    if (baseline.isPresent() && !isUsed && files.invalid().isEmpty()) {
      throw new UsageException(
          Option.BASELINE
              + ": nothing is compared with it; add "
              + Option.TOLERANCE
              + " SHARE, or expect a delta(...)");
    }
  }

  /** Projects the scenarios: beside a scenario they share its draws, else each is drawn alone. */
  private List<Result> results(Baseline baseline, Expectations needs, ComparedRuns runs) {
    List<LoadedScenario> family = new ArrayList<>(files.scenarios());
    if (baseline.scenario().isPresent()) {
      family.add(baseline.scenario().get());
      return runs.of(family, needs.metrics(), needs.moments());
    }
    List<Result> results = new ArrayList<>();
    for (LoadedScenario scenario : family) {
      results.addAll(runs.of(List.of(scenario), needs.metrics(), needs.moments()));
    }
    return results;
  }

  private List<Expectation> expectationsOf(LoadedScenario scenario) {
    List<Expectation> all = new ArrayList<>(scenario.expectations());
    all.addAll(request.failOn().expectations());
    return all;
  }

  /**
   * Returns what each scenario can be asked; the rest is a fault of that scenario alone.
   *
   * @throws UsageException if none of them can be asked what an option says
   */
  private List<Asked> asked(Baseline baseline) throws UsageException {
    for (Expectation option : request.failOn().expectations()) {
      List<Optional<String>> wrong =
          files.scenarios().stream().map(scenario -> FailOn.wrong(option, scenario)).toList();
      if (!wrong.isEmpty() && wrong.stream().allMatch(Optional::isPresent)) {
        throw new UsageException(FailOn.where(option) + wrong.get(0).orElseThrow());
      }
    }
    return files.scenarios().stream()
        .map(s -> new Asked(s, askable(s), tolerated(s, baseline)))
        .toList();
  }

  private ToleratedChanges tolerated(LoadedScenario scenario, Baseline baseline) {
    return ToleratedChanges.of(
        scenario, baseline, request.tolerances(), request.dates(), request.draws());
  }

  private List<Expectation> askable(LoadedScenario scenario) {
    List<Expectation> askable = new ArrayList<>();
    List<Problem> faults = new ArrayList<>();
    for (Expectation expectation : expectationsOf(scenario)) {
      Optional<String> wrong = FailOn.wrong(expectation, scenario);
      if (wrong.isEmpty()) {
        askable.add(expectation);
      } else {
        faults.add(fault(scenario, expectation, wrong.get()));
      }
    }
    if (!faults.isEmpty()) {
      files.refuse(scenario.file(), faults);
    }
    return askable;
  }

  private static Problem fault(LoadedScenario scenario, Expectation expectation, String wrong) {
    Expectation.Place place = expectation.origin();
    return place.line() > 0
        ? new Problem(
            new Location(place.file(), place.line(), place.column()), "expect", wrong, "", "")
        : new Problem(place(scenario.file()), "", FailOn.where(expectation) + wrong, "", "");
  }

  private void judge(Asked asked, Result result, Baseline baseline, Optional<Result> projected) {
    LoadedScenario scenario = asked.scenario();
    Optional<Result> before = baseline.of(result, projected);
    List<Expectation> expectations = new ArrayList<>(asked.expectations());
    List<Checked> uncovered = new ArrayList<>();
    List<Checked> ages = this.ages.getOrDefault(scenario.file(), List.of());
    if (!baseline.problems().isEmpty()) {
      expectations.removeIf(Expectations::needsBaseline);
    } else if (baseline.isPresent() && before.isEmpty()) {
      expectations.removeIf(Expectations::needsBaseline);
      uncovered.add(Coverage.added(result.name(), baseline.saved().isEmpty()));
    }
    for (String flow : new Expectations(expectations).cutShort(result.horizon())) {
      String text = flow + " begins with the horizon, on " + result.horizon().from();
      if (warn(result.file(), text)) {
        refuse(scenario, text);
        return;
      }
    }
    if (before.isPresent()) {
      Meaning.warning(baseline.file(), before.get(), result, Arrays.asList(Metric.values()))
          .ifPresent(warning -> printer.sayWarnings(List.of(warning), session));
      expectations.addAll(asked.tolerated().expectations());
      uncovered.addAll(asked.tolerated().uncovered());
      asked.tolerated().unequalYears().ifPresent(text -> warn(result.file(), text));
    }
    try {
      if (before.isPresent()) {
        uncovered.addAll(new BaselineClaims(result, before.get(), request.tolerances()).check());
      }
      checked.add(FailOn.check(result, before, expectations).with(uncovered).with(ages));
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
    for (Result saved : baseline.gone(results)) {
      checked.add(
          new CheckedScenario(
              saved.name(),
              baseline.file(),
              saved.samples(),
              List.of(Coverage.gone(saved.name()))));
    }
  }
}
