package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.draws.DrawsWriter;
import org.stargatecalc.draws.PartialResult;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Format;
import org.stargatecalc.result.DrawRange;

/**
 * Some draws of a run, saved so that {@code merge} can join them with the others.
 *
 * @param option that asks for them
 * @param range which draws
 * @param file where they are saved
 */
record PartOfRun(Option option, DrawRange range, String file) {
  /** The options that ask for a part. */
  static final List<Option> OPTIONS = List.of(Option.SHARD, Option.DRAWS);

  /** What is said about an answer, which {@code merge} gives. */
  private static final List<Option> OF_ANSWERS =
      List.of(
          Option.POINT,
          Option.QUANTILES,
          Option.FROM,
          Option.TO,
          Option.SHOW,
          Option.LAYOUT,
          Option.FORMAT,
          Option.CHART,
          Option.PRECISION,
          Option.EXCEL,
          Option.FAIL_ON,
          Option.NO_FAIL);

  /**
   * Returns the part that is asked for, if one is.
   *
   * @param draws number of draws of the whole run
   */
  static Optional<PartOfRun> of(Arguments arguments, int draws) throws UsageException {
    if (!arguments.has(Option.SHARD) && !arguments.has(Option.DRAWS)) {
      return Optional.empty();
    }
    Option option = arguments.has(Option.SHARD) ? Option.SHARD : Option.DRAWS;
    DrawRange range = range(arguments, draws);
    String file = file(arguments, option);
    if (arguments.operands().size() != 1) {
      throw new UsageException(option + " takes one scenario");
    }
    return Optional.of(new PartOfRun(option, range, file));
  }

  /** Makes the draws of the part and writes them. */
  ExitStatus write(ProjectCommand.Request request, Session session) throws UsageException {
    Optional<List<LoadedScenario>> scenarios =
        ProjectCommand.load(request.input(), request.view(), false, session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    LoadedScenario scenario = scenarios.get().get(0);
    if (!scenario.spec().isUncertain()) {
      throw new UsageException(
          option + ": " + scenario.file() + " has no uncertain input, so nothing is drawn");
    }
    Draws draws = new Draws(request.draws(), request.view(), true, session);
    try (ProgressLine progress = new ProgressLine(range.size(), "draws", session)) {
      PartialResult part = new PartialResult(draws.part(scenario, range, progress));
      return Output.write(new DrawsWriter(part)::writeTo, file, session);
    }
  }

  private static String file(Arguments arguments, Option option) throws UsageException {
    for (Option other : OF_ANSWERS) {
      if (arguments.has(other)) {
        throw new UsageException(
            option
                + " saves draws and gives no answer: leave out "
                + other
                + (other == Option.FORMAT ? ", the form is always the same" : ""));
      }
    }
    List<String> files = arguments.texts(Option.OUTPUT);
    if (files.size() != 1) {
      throw new UsageException(
          option + " saves draws to one file: expected -o FILE, such as -o part-1.draws");
    }
    Optional<Format> format = Format.ofFile(files.get(0));
    if (format.isPresent()) {
      throw new UsageException(
          option
              + " saves draws, which are no "
              + format.get().id()
              + ": expected another name than '"
              + files.get(0)
              + "', such as part-1.draws");
    }
    return files.get(0);
  }

  private static DrawRange range(Arguments arguments, int draws) throws UsageException {
    Optional<String> shard = arguments.text(Option.SHARD);
    Optional<String> range = arguments.text(Option.DRAWS);
    if (shard.isPresent() && range.isPresent()) {
      throw new UsageException("--shard and --draws both name draws: leave out one of them");
    }
    return shard.isPresent() ? shard(shard.get(), draws, "draws") : range(range.orElse(""), draws);
  }

  /**
   * Reads which of several nearly equal parts of a run is meant.
   *
   * @param all how many draws or rows the run has
   * @param what they are
   */
  static DrawRange shard(String text, int all, String what) throws UsageException {
    String[] numbers = text.split("/", -1);
    if (numbers.length != 2) {
      throw new UsageException("--shard: found '" + text + "'; expected I/N, such as 3/8");
    }
    int parts =
        (int) Arguments.whole("--shard: N of I/N, of " + all + " " + what, numbers[1], 1, all);
    int part = (int) Arguments.whole("--shard: I of I/N", numbers[0], 1, parts);
    return DrawRange.part(part, parts, all);
  }

  private static DrawRange range(String text, int draws) throws UsageException {
    int dots = text.indexOf("..");
    if (dots < 0) {
      throw new UsageException("--draws: found '" + text + "'; expected FROM..TO, such as 0..4999");
    }
    String of = " of FROM..TO, of " + draws + " draws";
    int from = (int) Arguments.whole("--draws: FROM" + of, text.substring(0, dots), 0, draws - 1);
    int to = (int) Arguments.whole("--draws: TO" + of, text.substring(dots + 2), from, draws - 1);
    return new DrawRange(from, to);
  }
}
