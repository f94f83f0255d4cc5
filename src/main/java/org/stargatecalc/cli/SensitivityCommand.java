package org.stargatecalc.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.sensitivity.RankCorrelation;
import org.stargatecalc.analysis.sensitivity.ScenarioModel;
import org.stargatecalc.analysis.sensitivity.SobolIndices;
import org.stargatecalc.analysis.sensitivity.Target;
import org.stargatecalc.analysis.sensitivity.Tornado;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.sensitivity.SensitivityReport;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.word.Worded;

/** Which uncertain input moves a metric or a claim. */
final class SensitivityCommand extends Command<SensitivityCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input the scenario
   * @param varied what of it is made uncertain
   * @param method how influence is measured
   * @param asked what it is measured on
   * @param draws how draws are made
   * @param output where the answer goes
   */
  record Request(
      ScenarioInput input,
      Optional<VariedInputs> varied,
      Method method,
      Asked asked,
      DrawSettings draws,
      Output output) {}

  /**
   * What a sensitivity is asked about, one of the two.
   *
   * @param target a metric on a date
   * @param claim id of a claim
   */
  private record Asked(Optional<Target> target, Optional<String> claim) {}

  /** How influence is measured. */
  enum Method implements Worded {
    TORNADO,
    RANK,
    SOBOL;
  }

  SensitivityCommand() {
    super(
        "sensitivity",
        "which uncertain input moves a metric or a claim",
        Operands.SCENARIO,
        Format.DRAWN,
        Option.all(
            ScenarioInput.CHANGES,
            List.of(Option.METRIC, Option.CLAIM, Option.METHOD, Option.VARY_INPUTS, Option.INPUTS),
            DrawSettings.OPTIONS,
            Output.OPTIONS));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sensitivity scenarios/base-uncertain.yaml --claim stargate-5gw-2027",
        "sensitivity scenarios/base.yaml --metric cumulative_capex_usd_bn@2028 --vary 10%");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    Output output = Output.of(arguments, formats());
    DrawSettings draws = DrawSettings.of(arguments);
    Method method = arguments.word(Option.METHOD, Method.values()).orElse(Method.TORNADO);
    return new Request(
        ScenarioInput.of(arguments),
        VariedInputs.of(arguments),
        method,
        asked(arguments),
        draws,
        output);
  }

  private static Asked asked(Arguments arguments) throws UsageException {
    Optional<String> metric = arguments.text(Option.METRIC);
    Optional<String> claim = arguments.text(Option.CLAIM);
    if (metric.isPresent() == claim.isPresent()) {
      throw new UsageException(
          "sensitivity asks about --metric METRIC@DATE or about --claim ID, one of them");
    }
    return new Asked(
        metric.isPresent() ? Optional.of(metricTarget(metric.get())) : Optional.empty(), claim);
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Optional<LoadedScenario> loaded =
        request.varied().isPresent()
            ? request.varied().get().load(request.input(), session)
            : request.input().load(session).map(scenarios -> scenarios.get(0));
    if (loaded.isEmpty()) {
      return ExitStatus.INVALID;
    }
    LoadedScenario scenario = loaded.get();
    Target target = target(request.asked(), scenario);
    if (!scenario.spec().isUncertain()) {
      throw new UsageException(
          scenario.file()
              + " has no uncertain input; write one as a range, such as 1.1 to 1.3, or add "
              + Option.VARY_INPUTS
              + " 10%");
    }
    Set<Metric> asked = EnumSet.of(target.metric());
    if (!request.input().printer().accepts(Option.METRIC, asked, session)) {
      return ExitStatus.INVALID;
    }
    Report report = report(request.method(), scenario.spec(), target, request.draws().settings());
    return request.output().write(report, session);
  }

  private static Report report(Method method, ScenarioSpec spec, Target target, Settings settings) {
    DrawPlan plan = DrawPlan.of(List.of(spec), settings.sampling(), settings.seed()).get(0);
    List<UncertainInput> inputs = plan.inputs();
    ScenarioModel model = new ScenarioModel(spec, target);
    SensitivityReport report = new SensitivityReport(spec, target, settings);
    int draws = settings.draws();
    return switch (method) {
      case TORNADO -> report.tornado(Tornado.of(model, inputs));
      case RANK -> report.rank(RankCorrelation.of(model, inputs, plan::write, draws));
      case SOBOL -> {
        int rows = SobolIndices.rows(draws, inputs.size());
        yield report.sobol(SobolIndices.of(model, inputs, rows, settings.seed()), rows);
      }
    };
  }

  private static Target target(Asked asked, LoadedScenario scenario) throws UsageException {
    Target target =
        asked.target().isPresent()
            ? asked.target().get()
            : Target.of(
                Arguments.claim(Option.CLAIM.word(), asked.claim().orElseThrow(), scenario));
    if (!scenario.spec().horizon().contains(target.date().toEpochDay() + 1.0)) {
      throw new UsageException(
          target.date()
              + " is outside the horizon, which ends on "
              + scenario.spec().horizon().to());
    }
    return target;
  }

  private static Target metricTarget(String text) throws UsageException {
    Arguments.MetricOn asked = Arguments.metricOn(Option.METRIC.word(), text, "");
    return new Target(text, asked.metric(), Basis.FACILITY, asked.date());
  }
}
