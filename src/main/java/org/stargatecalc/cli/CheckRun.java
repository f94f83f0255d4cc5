package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.analysis.check.BaselineExpectations;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Expectations;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.project.ProjectReport;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.report.project.ProjectedScenario;
import org.stargatecalc.result.Meaning;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;

/** One run of check: scenarios, their expectations, a baseline if there is one. */
final class CheckRun {
  private final CheckCommand.Request request;
  private final Session session;
  private ExitStatus failure = ExitStatus.INVALID;

  CheckRun(CheckCommand.Request request, Session session) {
    this.request = request;
    this.session = session;
  }

  /** Returns why there is nothing to report. */
  ExitStatus failure() {
    return failure;
  }

  /** Returns the checked scenarios, empty after saying what prevents a check. */
  Optional<List<CheckedScenario>> checked() throws UsageException {
    ScenarioInput input =
        new ScenarioInput(files(), request.input().changes(), request.input().printer());
    Optional<Baseline> baseline = baseline();
    Optional<List<LoadedScenario>> scenarios = input.load(session);
    if (baseline.isEmpty() || scenarios.isEmpty()) {
      return Optional.empty();
    }
    input.sayWarnings(scenarios.get(), session);
    return request.updates()
        ? updated(scenarios.get(), baseline.get())
        : against(scenarios.get(), baseline.get());
  }

  private Optional<Baseline> baseline() {
    return Baseline.load(request.baseline(), request.updates(), request.input(), session);
  }

  private Optional<List<CheckedScenario>> against(List<LoadedScenario> scenarios, Baseline baseline)
      throws UsageException {
    List<Expectation> failOn = request.failOn().expectations();
    boolean point = request.draws().point();
    List<Expectation> all = new ArrayList<>(failOn);
    for (LoadedScenario scenario : scenarios) {
      all.addAll(scenario.expectations());
      FailOn.validate(failOn, scenario, baseline.isPresent(), point);
      FailOn.validate(scenario.expectations(), scenario, baseline.isPresent(), point);
    }
    Expectations needs = new Expectations(all);
    DrawSettings draws = request.draws().measuring(needs.percentiles());
    List<LoadedScenario> family = new ArrayList<>(scenarios);
    baseline.scenario().ifPresent(family::add);
    List<Result> results =
        new ComparedRuns(draws.settings(), point || !needs.needDraws(), session)
            .of(family, needs.metrics(), needs.moments());
    Optional<Result> projected =
        baseline.scenario().isPresent()
            ? Optional.of(results.get(results.size() - 1))
            : Optional.empty();
    List<CheckedScenario> checked = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      Result result = results.get(i);
      Optional<Result> before = baseline.of(result, projected);
      List<Expectation> expectations = new ArrayList<>(scenarios.get(i).expectations());
      expectations.addAll(failOn);
      if (baseline.isPresent() && before.isEmpty()) {
        session.say(
            result.file()
                + ": "
                + result.name()
                + " is new, not in "
                + baseline.file()
                + ": its changes are not checked");
        expectations.removeIf(Expectations::needsBaseline);
      }
      before
          .flatMap(b -> Meaning.warning(baseline.file(), b, result, Arrays.asList(Metric.values())))
          .ifPresent(warning -> session.say("warning: " + warning));
      before.ifPresent(
          b ->
              expectations.addAll(
                  BaselineExpectations.of(request.tolerances(), result.horizon(), b.horizon())));
      try {
        checked.add(FailOn.check(result, before, expectations));
      } catch (NotMeasuredException e) {
        session.say(result.file() + ": cannot be checked: " + e.getMessage());
        return Optional.empty();
      }
    }
    sayGone(baseline, results);
    if (checked.stream().allMatch(scenario -> scenario.checks().isEmpty())) {
      throw new UsageException(
          "check found nothing to check: no expect block, no --fail-on, no --tolerance");
    }
    return Optional.of(checked);
  }

  private void sayGone(Baseline baseline, List<Result> results) {
    for (Result saved : baseline.saved()) {
      if (results.stream().noneMatch(result -> result.name().equals(saved.name()))) {
        session.say(baseline.file() + ": " + saved.name() + " is in it and was not checked");
      }
    }
  }

  /** Writes the baseline, then checks against what was written. */
  private Optional<List<CheckedScenario>> updated(List<LoadedScenario> scenarios, Baseline baseline)
      throws UsageException {
    Output file = Output.toFile(Format.JSON, baseline.file());
    Draws draws = new Draws(request.draws(), ProjectView.WHOLE, true, session);
    List<ProjectedScenario> projected =
        scenarios.stream()
            .map(scenario -> ProjectCommand.projected(scenario, draws.of(scenario)))
            .toList();
    List<Result> fresh = new ArrayList<>();
    for (ProjectedScenario one : projected) {
      Result central = one.projected().result(one.file());
      fresh.add(
          central.withDraws(
              one.drawn().map(d -> d.settings().seed()).orElse(1L),
              one.drawn().map(d -> (long) d.settings().draws()).orElse(0L),
              central.claims(),
              central.measures()));
    }
    Optional<String> refusal = baseline.refusal(fresh);
    if (refusal.isPresent()) {
      throw new UsageException(
          Option.UPDATE_BASELINE + ": " + baseline.file() + ": " + refusal.get());
    }
    ExitStatus written =
        file.write(new ProjectReport(Version.text(), ProjectView.WHOLE).of(projected), session);
    if (written != ExitStatus.DONE) {
      failure = written;
      return Optional.empty();
    }
    session.say(baseline.file() + ": written");
    Optional<Baseline> reread = baseline();
    return reread.isEmpty() ? Optional.empty() : against(scenarios, reread.get());
  }

  private List<String> files() throws UsageException {
    List<String> files = new ArrayList<>();
    for (String operand : request.input().files()) {
      try {
        Path path = Paths.get(operand);
        if (!operand.equals("-") && !GitReference.isOne(operand) && Files.isDirectory(path)) {
          files.addAll(scenariosIn(path, operand));
        } else {
          files.add(operand);
        }
      } catch (InvalidPathException | IOException e) {
        throw new UsageException(operand + ": cannot be read: " + e.getMessage());
      }
    }
    return files;
  }

  private static List<String> scenariosIn(Path folder, String operand)
      throws IOException, UsageException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<String> found =
          walk.filter(Files::isRegularFile)
              .map(path -> path.toString().replace('\\', '/'))
              .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new UsageException(operand + ": holds no scenario (*.yaml)");
      }
      return found;
    }
  }
}
