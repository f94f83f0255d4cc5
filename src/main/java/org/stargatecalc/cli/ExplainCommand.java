package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.explain.Asked;
import org.stargatecalc.analysis.explain.ClaimExplanation;
import org.stargatecalc.analysis.explain.Explanation;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.input.EffectiveScenario;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Unknown;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.explain.ClaimReport;
import org.stargatecalc.report.explain.ExplainReport;
import org.stargatecalc.report.explain.Place;
import org.stargatecalc.tree.Places;

/** How a number comes about. */
final class ExplainCommand extends Command<ExplainCommand.Request> {
  private static final int DEEPEST = 99;

  /**
   * What is asked for.
   *
   * @param input the scenario
   * @param asked the number; empty for a verdict and for the filled-in scenario
   * @param claim id of the claim whose verdict is asked about
   * @param phase id of the phase whose part alone is shown
   * @param view how much is shown
   * @param output where the answer goes
   * @param file where the filled-in scenario goes
   */
  record Request(
      ScenarioInput input,
      Optional<Asked> asked,
      Optional<String> claim,
      Optional<String> phase,
      ExplainReport.View view,
      Output output,
      String file) {}

  ExplainCommand() {
    super(
        "explain",
        "how a number comes about, down to the inputs that carry it",
        Operands.atLeast(
            1,
            "SCENARIO METRIC@DATE|claim(ID)",
            "A scenario file, and the number: cumulative_capex_usd_bn@2028. A flow is the sum since"
                + " the horizon's start. Or a claim, whose verdict is explained. With --effective"
                + " neither."),
        Format.USUAL,
        Option.all(
            ScenarioInput.CHANGES,
            List.of(Option.PHASE, Option.DEPTH, Option.EFFECTIVE),
            Output.OPTIONS));
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    if (before.isEmpty()) {
      return Candidates.FILES;
    }
    Candidates claims = ScenarioWords.of(before, session).claims().between("claim(", ")");
    return ScenarioWords.metrics().between("", "@").and(claims);
  }

  @Override
  public List<String> examples() {
    return List.of(
        "explain scenarios/base.yaml cumulative_capex_usd_bn@2028",
        "explain scenarios/base.yaml facility_power_gw@2027-06 --phase shackelford",
        "explain scenarios/base.yaml 'claim(stargate-10gw-2029)'",
        "explain scenarios/base.yaml present_value_usd_bn@2030 -o why.html",
        "explain scenarios/power-late.yaml --effective -o whole.yaml");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    if (arguments.has(Option.EFFECTIVE)) {
      return effective(arguments);
    }
    Output output = Output.of(arguments, formats());
    if (arguments.operands().size() != 2) {
      throw new UsageException("explain takes one scenario, and METRIC@DATE or 'claim(ID)'");
    }
    String asked = arguments.operands().get(1);
    Optional<String> claim = claim(asked);
    Optional<Integer> depth =
        arguments.has(Option.DEPTH)
            ? Optional.of((int) arguments.whole(Option.DEPTH, 0, 0, DEEPEST))
            : Optional.empty();
    return new Request(
        ScenarioInput.of(arguments.operands().subList(0, 1), arguments),
        claim.isPresent() ? Optional.empty() : Optional.of(asked(asked)),
        claim,
        arguments.text(Option.PHASE),
        new ExplainReport.View(depth, arguments.folding()),
        output,
        "-");
  }

  private static Request effective(Arguments arguments) throws UsageException {
    List<String> files = arguments.texts(Option.OUTPUT);
    boolean hasMore =
        arguments.has(Option.FORMAT) || arguments.has(Option.PHASE) || arguments.has(Option.DEPTH);
    if (arguments.operands().size() != 1 || hasMore || files.size() > 1) {
      throw new UsageException(
          Option.EFFECTIVE + " takes one scenario, and -o FILE: it is written as YAML");
    }
    return new Request(
        ScenarioInput.of(arguments),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new ExplainReport.View(Optional.empty(), arguments.folding()),
        Output.toStandardOutput(Format.TABLE),
        files.isEmpty() ? "-" : files.get(0));
  }

  private static Optional<String> claim(String text) {
    return text.startsWith("claim(") && text.endsWith(")")
        ? Optional.of(text.substring("claim(".length(), text.length() - 1).strip())
        : Optional.empty();
  }

  private static Asked asked(String text) throws UsageException {
    Arguments.MetricOn asked = Arguments.metricOn("explain", text, ", or 'claim(ID)'");
    Metric metric = asked.metric();
    if (metric.kind() == Metric.Kind.TEXT) {
      throw new UsageException(
          "explain: " + metric.id() + " is a word; expected a number, such as shortfall_gw");
    }
    return new Asked(metric, Basis.FACILITY, asked.date());
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Optional<List<LoadedScenario>> scenarios = request.input().load(session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    LoadedScenario scenario = scenarios.get().get(0);
    if (request.claim().isPresent()) {
      Report report = verdict(request, request.claim().get(), scenario);
      request.input().sayWarnings(scenarios.get(), session);
      return request.output().write(report, session);
    }
    if (request.asked().isEmpty()) {
      String text = EffectiveScenario.text(scenario, session.catalog());
      return Output.write(text, request.file(), session);
    }
    Asked asked = request.asked().get();
    check(asked, request.phase(), scenario);
    request.input().sayWarnings(scenarios.get(), session);
    Explanation explanation =
        Explanation.of(scenario.spec(), scenario.claims(), asked).onlyOf(request.phase());
    Report report = ExplainReport.of(explanation, places(scenario), request.view());
    return request.output().write(report, session);
  }

  private static Report verdict(Request request, String id, LoadedScenario scenario)
      throws UsageException {
    Claim claim = Arguments.claim("explain", id, scenario);
    if (claim.deadline() < scenario.spec().horizon().start()) {
      throw new UsageException("explain: the deadline of " + claim.id() + " is before the horizon");
    }
    return ClaimReport.of(
        ClaimExplanation.of(scenario.spec(), scenario.claims(), claim),
        places(scenario),
        request.view());
  }

  private static Place.Finder places(LoadedScenario scenario) {
    Places places = new Places(scenario.tree());
    return path -> places.of(path).map(place -> new Place(place.file(), place.line()));
  }

  private static void check(Asked asked, Optional<String> phase, LoadedScenario scenario)
      throws UsageException {
    if (!scenario.spec().horizon().contains(asked.instant())) {
      throw new UsageException(
          asked.date()
              + " is outside the horizon, "
              + scenario.spec().horizon().from()
              + " to "
              + scenario.spec().horizon().to());
    }
    Optional<Unknown> unknown = Unknown.of(asked.metric(), scenario.spec());
    if (unknown.isPresent()) {
      throw new UsageException(
          "explain: " + unknown.get().found() + "; expected " + unknown.get().expected());
    }
    List<String> ids = scenario.spec().phases().stream().map(p -> p.id()).toList();
    if (phase.isPresent() && !ids.contains(phase.get())) {
      throw Arguments.unknown(Option.PHASE + ": found", phase.get(), ids);
    }
  }
}
