package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.Checker;
import org.stargatecalc.analysis.check.Expectations;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.analysis.solve.Idle;
import org.stargatecalc.analysis.solve.Scan;
import org.stargatecalc.analysis.solve.Solution;
import org.stargatecalc.analysis.solve.Solver;
import org.stargatecalc.analysis.solve.Sought;
import org.stargatecalc.analysis.solve.Trial;
import org.stargatecalc.analysis.solve.Trials;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.input.SettableInput;
import org.stargatecalc.input.SettableInputs;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.report.solve.Solved;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.Setting;

/** One run of solve: each trial is the scenario with one parameter set, read and projected. */
final class SolveRun {
  private final SolveCommand.Request request;
  private final Session session;
  private final Expectation goal;
  private final boolean drawn;
  private final ComparedRuns runs;
  private final Expectations needs;
  private final Set<String> claims = new HashSet<>();

  SolveRun(SolveCommand.Request request, Session session) {
    this.request = request;
    this.session = session;
    this.goal = request.goal();
    this.needs = new Expectations(List.of(goal));
    this.drawn = needs.needDraws() && !request.draws().point();
    DrawSettings draws = request.draws().measuring(needs.percentiles());
    this.runs = new ComparedRuns(draws.settings(), !drawn, session);
    for (Expression.Comparison comparison : goal.expression().comparisons()) {
      if (comparison.measure() instanceof Measure.OfVerdict verdict) {
        claims.add(verdict.claim());
      } else if (comparison.measure() instanceof Measure.OfProbability probability) {
        claims.add(probability.claim());
      }
    }
  }

  /** Returns what was found, empty after saying what is wrong with the scenario. */
  Optional<Solved> run() throws UsageException {
    Problems problems = new Problems();
    Optional<OpenScenario> open = request.input().open(session, problems);
    Optional<LoadedScenario> loaded = open.isEmpty() ? Optional.empty() : open.get().read(problems);
    if (!request.input().printer().accepts(problems, session) || loaded.isEmpty()) {
      return Optional.empty();
    }
    LoadedScenario scenario = loaded.get();
    FailOn.validate(List.of(goal), scenario, false, request.draws().point());
    if (!FailOn.isAccepted(Option.GOAL, List.of(goal), request.input().printer(), session)) {
      return Optional.empty();
    }
    SettableInputs inputs = new SettableInputs(open.get(), scenario.spec());
    List<SettableInput> chosen =
        request.path().isEmpty() ? inputs.all() : List.of(one(inputs, request.path().get()));
    if (request.path().isPresent() && !warnOfReach(open.get(), chosen.get(0))) {
      return Optional.empty();
    }
    OpenScenario remembering = open.get().remembering();
    Trial given = trial(scenario).orElseThrow(() -> new UsageException("the goal has no answer"));
    Trials trials = values -> at(remembering, values);
    List<Solution> solutions = solutions(parameters(chosen, scenario), trials, given);
    return Optional.of(
        new Solved(
            scenario.spec().name(),
            scenario.spec().title().orElse(scenario.spec().name()),
            goal.text(),
            given,
            solutions,
            request.path().isPresent(),
            scenario.spec().horizon().end() - scenario.spec().horizon().start()));
  }

  private List<Idle.Parameter> parameters(List<SettableInput> inputs, LoadedScenario scenario)
      throws UsageException {
    List<Idle.Parameter> parameters = new ArrayList<>();
    for (SettableInput input : inputs) {
      Sought sought = sought(input);
      parameters.add(new Idle.Parameter(sought, scan(sought, scenario)));
    }
    return parameters;
  }

  private static Sought sought(SettableInput input) {
    return Sought.of(input.path(), input.text(), input.assumption(), input.domain())
        .of(input.places(), input.alike());
  }

  private List<Solution> solutions(List<Idle.Parameter> parameters, Trials trials, Trial given) {
    boolean isEvery = request.path().isEmpty();
    // draws have threads of their own
    int threads = drawn ? 1 : Math.min(parameters.size(), request.draws().settings().threads());
    try (ProgressLine progress = new ProgressLine(parameters.size(), "inputs tried", session)) {
      Set<Idle.Parameter> idle = isEvery ? idle(parameters, trials, given, threads) : Set.of();
      progress.done(idle.size());
      List<Callable<Solution>> searches = new ArrayList<>();
      for (Idle.Parameter parameter : parameters) {
        if (idle.contains(parameter)) {
          searches.add(() -> Solution.idle(parameter.sought()));
          continue;
        }
        Solver solver = new Solver(parameter.sought(), trials, isEquation());
        searches.add(
            () -> {
              Solution solution = solver.solve(parameter.scan(), given, isEvery);
              progress.done(1);
              return solution;
            });
      }
      return InParallel.all(searches, threads);
    }
  }

  private static Set<Idle.Parameter> idle(
      List<Idle.Parameter> parameters, Trials trials, Trial given, int threads) {
    Map<String, List<Idle.Parameter>> byName = new LinkedHashMap<>();
    for (Idle.Parameter parameter : parameters) {
      byName.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).add(parameter);
    }
    List<Callable<Set<Idle.Parameter>>> questions = new ArrayList<>();
    for (List<Idle.Parameter> alike : byName.values()) {
      questions.add(() -> Idle.among(alike, trials, given));
    }
    Set<Idle.Parameter> idle = new HashSet<>();
    InParallel.all(questions, threads).forEach(idle::addAll);
    return idle;
  }

  /** Says where a value at the path is not seen; returns whether that is let through. */
  private boolean warnOfReach(OpenScenario scenario, SettableInput input) {
    Sought sought = sought(input);
    String text = input.path() + "=" + sought.givenText();
    Problems problems = new Problems();
    scenario.set(new Setting(Option.FOR.word(), text), problems).read(problems);
    Problems reach = new Problems();
    for (Problem warning : problems.warnings()) {
      if (warning.location().file().startsWith(Option.FOR.word())) {
        reach.warning(warning.location(), warning.path(), warning.found());
      }
    }
    return request.input().printer().accepts(reach, session);
  }

  private SettableInput one(SettableInputs inputs, String path) throws UsageException {
    Problems found = new Problems();
    Optional<SettableInput> input = inputs.at(path, new Location(Option.FOR.word(), 0, 0), found);
    if (input.isEmpty()) {
      throw new UsageException(found.errors().get(0).message());
    }
    return input.get();
  }

  private Scan scan(Sought sought, LoadedScenario scenario) throws UsageException {
    if (request.between().isEmpty()) {
      return Scan.of(sought, scenario.spec().horizon());
    }
    SolveCommand.Ends ends = request.between().get();
    try {
      double low = sought.notation().value(ends.low(), false);
      double high = sought.notation().value(ends.high(), true);
      if (low < high) {
        return Scan.between(low, high, sought);
      }
      throw new UsageException(
          Option.BETWEEN + ": found " + ends.low() + " not below " + ends.high());
    } catch (InvalidTextException fault) {
      throw new UsageException(
          Option.BETWEEN + ": found " + fault.found() + "; expected " + fault.expected());
    }
  }

  private boolean isEquation() {
    return goal.expression() instanceof Expression.Comparison comparison
        && comparison.operator() == Operator.EQUAL
        && comparison.word().isEmpty();
  }

  private Optional<Trial> at(OpenScenario scenario, Map<String, String> values) {
    Problems problems = Problems.ofErrors();
    OpenScenario changed = scenario;
    for (Map.Entry<String, String> value : values.entrySet()) {
      changed = changed.set(Setting.of(value.getKey() + "=" + value.getValue()), problems);
    }
    Optional<LoadedScenario> read = problems.isEmpty() ? changed.read(problems) : Optional.empty();
    return read.isEmpty() ? Optional.empty() : trial(read.get());
  }

  private Optional<Trial> trial(LoadedScenario scenario) {
    try {
      Result result = result(scenario);
      Checked checked = new Checker(result, Optional.empty()).check(goal);
      // what holds by less than the error of the draws holds: it is the edge that is sought
      boolean holds =
          checked.outcome() == Checked.Outcome.PASSED
              || checked.outcome() == Checked.Outcome.INCONCLUSIVE;
      List<Trial.Reading> readings = new ArrayList<>();
      for (Finding finding : checked.findings()) {
        readings.add(reading(finding, result));
      }
      boolean isSingle = checked.findings().size() == 1;
      Finding first = checked.findings().get(0);
      return Optional.of(
          new Trial(holds, isSingle ? margin(first, holds, result) : Double.NaN, readings));
    } catch (NotMeasuredException outside) {
      return Optional.empty();
    }
  }

  private double margin(Finding finding, boolean holds, Result result) {
    if (finding.measure() instanceof Measure.OfVerdict verdict) {
      ResultClaim claim = result.claim(verdict.claim()).orElseThrow();
      double distance = Math.abs(claim.shortfall().orElse(Double.NaN));
      return holds ? distance : -distance;
    }
    return isEquation() ? finding.measured() - finding.comparison().bound() : finding.margin();
  }

  /** Only what the goal asks for is projected, and drawn if it asks for draws. */
  private Result result(LoadedScenario scenario) {
    if (drawn && scenario.spec().isUncertain()) {
      return runs.of(List.of(scenario), needs.metrics(), needs.moments()).get(0);
    }
    List<Claim> asked = new ArrayList<>();
    for (Claim claim : scenario.claims()) {
      if (claims.contains(claim.id())) {
        asked.add(claim);
      }
    }
    return Projected.asked(scenario.spec(), asked, scenario.file());
  }

  private static Trial.Reading reading(Finding finding, Result result) {
    Measure measure = finding.measure();
    if (measure instanceof Measure.OfVerdict verdict) {
      ResultClaim claim = result.claim(verdict.claim()).orElseThrow();
      return new Trial.Reading(
          measure.text(),
          claim.value().orElse(Double.NaN),
          claim.metric().unit().symbol(),
          claim.verdict().id());
    }
    String unit = measure.unit().map(MetricUnit::symbol).orElse("");
    return new Trial.Reading(measure.text(), finding.measured(), unit, "");
  }
}
