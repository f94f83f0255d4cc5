package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.analysis.compare.Comparer;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.compare.CompareReport;
import org.stargatecalc.result.Moment;
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
    Options.sampling(spec);
    Options.output(spec);
    Gate.declare(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    List<Metric> metrics = CompareOptions.metrics(line);
    Tolerance tolerance = CompareOptions.tolerance(line);
    Moments moments = Moments.of(line);
    Output output = Output.of(line, CompareOptions.FORMATS);
    List<Expectation> failOn = Gate.failOn(line);
    boolean point = Options.has(line, Options.POINT);
    Answers answers = new Answers(Options.settings(line, Gate.percentiles(failOn)), point, session);
    Optional<Sides> loaded = Sides.load(line, session);
    if (loaded.isEmpty()) {
      return ExitStatus.INVALID;
    }
    List<Moment> at = moments.within(loaded.get().horizons());
    loaded.get().validate(failOn, point);
    List<Side> sides =
        loaded
            .get()
            .project(
                answers, joined(metrics, Gate.metrics(failOn)), joined(at, Gate.moments(failOn)));
    Comparison comparison =
        new Comparer(metrics, at, tolerance).compare(sides.get(0), sides.subList(1, sides.size()));
    ExitStatus written = output.write(CompareReport.of(Version.text(), comparison), session);
    ExitStatus gate =
        failOn.isEmpty() || written != ExitStatus.DONE
            ? written
            : Gate.beside(
                sides.subList(1, sides.size()).stream()
                    .flatMap(side -> side.result().stream())
                    .toList(),
                sides.get(0).result(),
                failOn,
                line,
                session);
    boolean tells = Options.has(line, CompareOptions.EXIT_CODE) && comparison.isDifferent();
    return gate == ExitStatus.DONE && tells ? ExitStatus.DIFFERENT : gate;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
