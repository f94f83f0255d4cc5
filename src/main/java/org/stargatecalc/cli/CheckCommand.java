package org.stargatecalc.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.check.CheckReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Whether scenarios give what they are expected to. */
final class CheckCommand implements Command {
  private static final Set<Format> FORMATS =
      EnumSet.of(
          Format.TABLE,
          Format.CSV,
          Format.TSV,
          Format.JSON,
          Format.MARKDOWN,
          Format.HTML,
          Format.JUNIT,
          Format.SARIF,
          Format.GITHUB);

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "whether scenarios give what their expect blocks and --fail-on say";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE|DIR")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Scenario files, and folders of them; - is standard input.")
            .build());
    Options.changesOf(spec);
    Gate.declare(spec);
    spec.addOption(
        Options.value(
            Baseline.OPTION,
            "FILE",
            "Saved results, or a scenario, that changes are relative to."));
    spec.addOption(
        Options.values(
            CompareOptions.TOLERANCE,
            "METRIC=SHARE",
            "Fail if a metric at a year's end differs from the baseline by more, such as"
                + " facility_power_gw=5%%; 1%% alone is for every metric."));
    spec.addOption(
        Options.flag("Write the results to the baseline file and check.", Baseline.UPDATE));
    Options.sampling(spec);
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    Output output = Output.of(line, FORMATS);
    CheckRun run = new CheckRun(line, session);
    Optional<List<CheckedScenario>> checked = run.checked();
    if (checked.isEmpty()) {
      return run.failure();
    }
    ExitStatus written = output.write(CheckReport.of(Version.text(), checked.get()), session);
    return written == ExitStatus.DONE ? Gate.status(checked.get(), line) : written;
  }
}
