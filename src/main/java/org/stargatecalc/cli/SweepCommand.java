package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.sweep.Combinations;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.sweep.SweepReport;
import org.stargatecalc.report.sweep.SweptScenario;
import org.stargatecalc.result.DrawRange;

/** One row for each combination of values. */
final class SweepCommand extends Command<SweepCommand.Request> {
  /** The most combinations that people are shown. */
  private static final int MOST_SHOWN = 2500;

  /** The most combinations that are drawn: so many are kept, and a plot has no room for more. */
  private static final int MOST_DRAWN = 10_000;

  /**
   * What is asked for.
   *
   * @param input the scenario
   * @param combinations what is laid over it, row by row
   * @param rows which of them
   * @param metrics told of each; empty for those of the claims
   * @param at when, empty for the end of the horizon
   * @param draws how draws are made
   * @param folding whether people are shown long lists whole
   * @param output where the answer goes
   */
  record Request(
      ScenarioInput input,
      Combinations combinations,
      DrawRange rows,
      List<Metric> metrics,
      Optional<LocalDate> at,
      DrawSettings draws,
      Folding folding,
      Output output) {}

  SweepCommand() {
    super(
        "sweep",
        "one row for each combination of values of some parameters",
        Operands.SCENARIO,
        Format.DRAWN,
        Option.all(
            List.of(
                Option.VARY,
                Option.TOGETHER,
                Option.SAMPLE,
                Option.SHARD_OF_ROWS,
                Option.METRICS,
                Option.AT_END),
            ScenarioInput.CHANGES,
            DrawSettings.OPTIONS,
            Output.OPTIONS,
            List.of(Option.NO_HEADER)));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sweep plan.yaml --vary pue='1.1..1.5 by 0.1'",
        "sweep plan.yaml --vary pue=1.1,1.3 --vary 'mfu=30%..50% in 5'",
        "sweep plan.yaml --vary 'online=2026-06..2027-06 by 3 months'",
        "sweep plan.yaml --vary 'pue=1.1..1.5 in 9' --vary 'mfu=30%..50% in 5' -o map.svg",
        "sweep plan.yaml --vary pue=1.1..1.4 --sample 1000 -o rows.csv");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    Output output = Output.of(arguments, formats());
    DrawSettings draws = DrawSettings.of(arguments);
    Combinations combinations = SweptAxes.of(arguments, draws.settings().seed());
    boolean isSpreadsheet =
        !output.isForAnother(Format.Audience.SPREADSHEET) && !output.isFor(Format.Audience.VIEWER);
    for (Option option : List.of(Option.SHARD_OF_ROWS, Option.NO_HEADER)) {
      if (arguments.has(option) && !isSpreadsheet) {
        throw new UsageException(option + " is for csv and tsv: add -f csv, or -o FILE.csv");
      }
    }
    DrawRange rows = SweptAxes.rows(arguments, combinations.rows());
    limit(rows.size(), output, Format.Audience.PEOPLE, "tables for people show", MOST_SHOWN);
    limit(rows.size(), output, Format.Audience.VIEWER, "pictures show", MOST_DRAWN);
    return new Request(
        ScenarioInput.of(arguments),
        combinations,
        rows,
        arguments.metrics(),
        arguments.lastDay(Option.AT_END),
        draws,
        arguments.folding(),
        output);
  }

  private static void limit(
      int rows, Output output, Format.Audience audience, String show, int most)
      throws UsageException {
    if (rows > most && output.isFor(audience)) {
      throw new UsageException(
          "found "
              + rows
              + " combinations; "
              + show
              + " at most "
              + most
              + ": add -f csv, tsv or json");
    }
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    if (!request
        .input()
        .printer()
        .accepts(Option.METRICS, Set.copyOf(request.metrics()), session)) {
      return ExitStatus.INVALID;
    }
    SweptVariants variants = new SweptVariants(request.input(), session);
    Optional<SweptVariants.Example> example = variants.example(request.combinations());
    if (example.isEmpty()) {
      return ExitStatus.INVALID;
    }
    Question question = question(request, example.get());
    DrawRange rows = request.rows();
    ExitStatus written;
    int invalid;
    try (ProgressLine progress = new ProgressLine(rows.size(), "combinations", session);
        Sweep sweep =
            new Sweep(
                request.combinations(),
                question,
                rows.first(),
                rows.size(),
                request.draws().settings().threads(),
                variants::source,
                new SweptDraws(request.draws())::of,
                progress::done)) {
      SweptScenario swept =
          SweptScenario.of(request.input().files().get(0), example.get().stated().spec(), sweep);
      SweepReport report = new SweepReport(request.folding(), request.metrics());
      written = request.output().write(report.of(swept), session);
      invalid = sweep.invalid();
    }
    if (written != ExitStatus.DONE || invalid == 0) {
      return written;
    }
    session.say(
        invalid
            + " of "
            + rows.size()
            + " combinations cannot be projected: the rest is; each has its error");
    return ExitStatus.INVALID;
  }

  private static Question question(Request request, SweptVariants.Example example)
      throws UsageException {
    List<Claim> claims = example.stated().claims();
    Set<Metric> metrics = new LinkedHashSet<>(request.metrics());
    if (metrics.isEmpty()) {
      claims.forEach(claim -> metrics.add(claim.metric()));
    }
    Horizon horizon = example.stated().spec().horizon();
    LocalDate at = request.at().orElse(horizon.to());
    if (at.isBefore(horizon.from()) || at.isAfter(horizon.to())) {
      throw new UsageException(
          "--at: " + at + " is outside the horizon, " + horizon.from() + " to " + horizon.to());
    }
    return new Question(
        claims,
        List.copyOf(metrics),
        at,
        example.isUncertain() && !request.draws().point()
            ? Optional.of(request.draws().settings().percentiles())
            : Optional.empty());
  }
}
