package org.stargatecalc.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.sensitivity.RankCorrelation;
import org.stargatecalc.analysis.sensitivity.ScenarioModel;
import org.stargatecalc.analysis.sensitivity.SobolIndices;
import org.stargatecalc.analysis.sensitivity.Target;
import org.stargatecalc.analysis.sensitivity.Tornado;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.sensitivity.SensitivityReport;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.tree.NearestWord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which uncertain input moves a metric or a claim. */
final class SensitivityCommand implements Command {
  /** How influence is measured. */
  private enum Method {
    TORNADO,
    RANK,
    SOBOL;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String name() {
    return "sensitivity";
  }

  @Override
  public String summary() {
    return "which uncertain input moves a metric or a claim";
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.input(spec);
    Options.target(spec);
    Options.sampling(spec);
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    Output output = Output.of(line);
    Settings settings = Options.settings(line);
    Method method =
        Options.word(line, Options.METHOD, Method.values(), Method::id).orElse(Method.TORNADO);
    if (Options.operands(line).size() != 1) {
      throw new UsageException("sensitivity takes one scenario");
    }
    Optional<List<LoadedScenario>> scenarios = Scenarios.load(line, session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    LoadedScenario scenario = scenarios.get().get(0);
    Target target = target(line, scenario);
    if (!scenario.spec().isUncertain()) {
      throw new UsageException(
          scenario.file() + " has no uncertain input; write one as a range, such as 1.1 to 1.3");
    }
    return output.write(report(method, scenario.spec(), target, settings), session);
  }

  private static Report report(Method method, ScenarioSpec spec, Target target, Settings settings) {
    DrawPlan plan = DrawPlan.of(List.of(spec), settings.sampling(), settings.seed()).get(0);
    List<UncertainInput> inputs = plan.inputs();
    ScenarioModel model = new ScenarioModel(spec, target);
    SensitivityReport report = new SensitivityReport(spec, target);
    int draws = settings.draws();
    return switch (method) {
      case TORNADO -> report.tornado(Tornado.of(model, inputs));
      case RANK -> report.rank(RankCorrelation.of(model, inputs, plan::write, draws), draws);
      case SOBOL -> {
        int rows = SobolIndices.rows(draws, inputs.size());
        yield report.sobol(SobolIndices.of(model, inputs, rows, settings.seed()), rows);
      }
    };
  }

  private static Target target(ParseResult line, LoadedScenario scenario) throws UsageException {
    Optional<String> metric = Options.text(line, Options.METRIC);
    Optional<String> claim = Options.text(line, Options.CLAIM);
    if (metric.isPresent() == claim.isPresent()) {
      throw new UsageException(
          "sensitivity asks about --metric METRIC@DATE or about --claim ID, one of them");
    }
    Target target =
        metric.isPresent()
            ? metricTarget(metric.get())
            : Target.of(claim(claim.orElseThrow(), scenario));
    if (!scenario.spec().horizon().contains(target.date().toEpochDay() + 1.0)) {
      throw new UsageException(
          target.date()
              + " is outside the horizon, which ends on "
              + scenario.spec().horizon().to());
    }
    return target;
  }

  private static Target metricTarget(String text) throws UsageException {
    int at = text.indexOf('@');
    if (at < 0) {
      throw new UsageException(
          "--metric: found '" + text + "'; expected METRIC@DATE, such as facility_power_gw@2027");
    }
    Metric metric = Options.metric(Options.METRIC, text.substring(0, at));
    try {
      return new Target(
          text, metric, Basis.FACILITY, PartialDate.parse(text.substring(at + 1)).last());
    } catch (InvalidTextException fault) {
      throw new UsageException(
          "--metric: found " + fault.found() + "; expected " + fault.expected());
    }
  }

  private static Claim claim(String id, LoadedScenario scenario) throws UsageException {
    List<String> ids = scenario.claims().stream().map(Claim::id).toList();
    for (Claim claim : scenario.claims()) {
      if (claim.id().equals(id)) {
        return claim;
      }
    }
    String nearest = NearestWord.of(id, ids);
    throw new UsageException(
        "--claim: the scenario is not asked '"
            + id
            + "'; expected one of "
            + String.join(", ", ids)
            + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)"));
  }
}
