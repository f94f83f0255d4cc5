package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.analysis.check.BaselineExpectations;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.project.ProjectReport;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.report.project.ProjectedScenario;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import picocli.CommandLine.ParseResult;

/** One run of check: scenarios, their expectations, a baseline if there is one. */
final class CheckRun {
  private final ParseResult line;
  private final Session session;
  private final List<Expectation> failOn;
  private final Map<Metric, Double> tolerances;
  private final boolean point;
  private ExitStatus failure = ExitStatus.INVALID;

  CheckRun(ParseResult line, Session session) throws UsageException {
    this.line = line;
    this.session = session;
    this.failOn = Gate.failOn(line);
    this.tolerances = tolerances(line);
    this.point = Options.has(line, Options.POINT);
    if (!tolerances.isEmpty() && Options.text(line, Baseline.OPTION).isEmpty()) {
      throw new UsageException("--tolerance needs --baseline FILE");
    }
  }

  /** Returns why there is nothing to report. */
  ExitStatus failure() {
    return failure;
  }

  /** Returns the checked scenarios, empty after saying what prevents a check. */
  Optional<List<CheckedScenario>> checked() throws UsageException {
    Optional<Baseline> baseline = Baseline.load(line, session);
    Optional<List<LoadedScenario>> scenarios = Scenarios.load(files(), line, session);
    if (baseline.isEmpty() || scenarios.isEmpty()) {
      return Optional.empty();
    }
    if (!Options.has(line, Options.QUIET)) {
      scenarios.get().forEach(s -> s.warnings().forEach(w -> session.say("warning: " + w)));
    }
    return Options.has(line, Baseline.UPDATE)
        ? updated(scenarios.get(), baseline.get())
        : against(scenarios.get(), baseline.get());
  }

  private Optional<List<CheckedScenario>> against(List<LoadedScenario> scenarios, Baseline baseline)
      throws UsageException {
    List<Expectation> all = new ArrayList<>(failOn);
    for (LoadedScenario scenario : scenarios) {
      all.addAll(scenario.expectations());
      Gate.validate(failOn, scenario, baseline.isPresent(), point);
      Gate.validate(scenario.expectations(), scenario, baseline.isPresent(), point);
    }
    boolean drawn = !point && all.stream().anyMatch(Gate::needsDraws);
    List<LoadedScenario> family = new ArrayList<>(scenarios);
    baseline.scenario().ifPresent(family::add);
    List<Result> results =
        new Answers(Options.settings(line, Gate.percentiles(all)), !drawn, session)
            .of(family, Gate.metrics(all), Gate.moments(all));
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
        expectations.removeIf(Gate::needsBaseline);
      }
      before.ifPresent(
          b ->
              expectations.addAll(
                  BaselineExpectations.of(tolerances, result.horizon(), b.horizon())));
      try {
        checked.add(Gate.check(result, before, expectations));
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
    ProjectView shape =
        new ProjectView(
            Period.QUARTER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            ProjectView.Layout.WIDE);
    Output file = Output.toFile(Format.JSON, baseline.file());
    Draws draws = Draws.of(line, shape, file, session);
    List<ProjectedScenario> projected =
        scenarios.stream()
            .map(
                s ->
                    new ProjectedScenario(
                        s.file(),
                        s.sha256(),
                        s.warnings(),
                        Projected.of(s.spec(), s.claims()),
                        draws.of(s)))
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
      throw new UsageException(Baseline.UPDATE + ": " + baseline.file() + ": " + refusal.get());
    }
    ExitStatus written =
        file.write(new ProjectReport(Version.text(), shape).of(projected), session);
    if (written != ExitStatus.DONE) {
      failure = written;
      return Optional.empty();
    }
    session.say(baseline.file() + ": written");
    Optional<Baseline> reread = Baseline.load(line, session);
    return reread.isEmpty() ? Optional.empty() : against(scenarios, reread.get());
  }

  private List<String> files() throws UsageException {
    List<String> files = new ArrayList<>();
    for (String operand : Options.operands(line)) {
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

  private static Map<Metric, Double> tolerances(ParseResult line) throws UsageException {
    Tolerance tolerance = CompareOptions.tolerance(line);
    boolean general =
        Options.texts(line, CompareOptions.TOLERANCE).stream().anyMatch(t -> !t.contains("="));
    Map<Metric, Double> shares = new EnumMap<>(Metric.class);
    Arrays.stream(Metric.values())
        .filter(metric -> metric.kind() != Metric.Kind.TEXT)
        .filter(metric -> general || tolerance.byMetric().containsKey(metric))
        .forEach(metric -> shares.put(metric, tolerance.of(metric)));
    return shares;
  }
}
