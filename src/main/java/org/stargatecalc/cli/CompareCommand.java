package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.Comparer;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.CompareReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a change to scenarios does. */
final class CompareCommand implements Command {
  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "what changed in the assumptions, then what changed in the results";
  }

  @Override
  public void declare(CommandSpec spec) {
    CompareOptions.declare(spec);
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    List<Metric> metrics = CompareOptions.metrics(line);
    Tolerance tolerance = CompareOptions.tolerance(line);
    Moments moments = Moments.of(line);
    Output output = Output.of(line, CompareOptions.FORMATS);
    Optional<List<Side>> sides = Sides.load(line, session);
    if (sides.isEmpty()) {
      return ExitStatus.INVALID;
    }
    Side base = sides.get().get(0);
    List<Side> others = sides.get().subList(1, sides.get().size());
    Comparison comparison =
        new Comparer(metrics, moments.within(sides.get()), tolerance).compare(base, others);
    ExitStatus written = output.write(CompareReport.of(Version.text(), comparison), session);
    boolean tells = Options.has(line, CompareOptions.EXIT_CODE) && comparison.isDifferent();
    return written == ExitStatus.DONE && tells ? ExitStatus.DIFFERENT : written;
  }
}
