package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.draws.DrawsWriter;
import org.stargatecalc.draws.PartialResult;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.result.DrawRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Some draws of a run, saved so that {@code merge} can join them with the others. */
final class PartOfRun {
  /** What is said about an answer, which {@code merge} gives. */
  private static final List<String> OF_ANSWERS =
      List.of(
          Options.POINT,
          Options.QUANTILES,
          Options.FROM,
          Options.TO,
          Options.SHOW,
          Options.LAYOUT,
          Options.FORMAT,
          Options.PRECISION,
          Options.EXCEL,
          Gate.FAIL_ON,
          Gate.NO_FAIL);

  private PartOfRun() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
            Options.SHARD,
            "I/N",
            "Save the draws of the I-th of N equal parts to -o FILE; merge joins the parts."));
    spec.addOption(
        Options.value(
            Options.DRAWS,
            "FROM..TO",
            "Save these draws to -o FILE, counted from 0 as in the samples."));
  }

  static boolean isAskedFor(ParseResult line) {
    return Options.has(line, Options.SHARD) || Options.has(line, Options.DRAWS);
  }

  /** Makes the draws of the part and writes them. */
  static ExitStatus write(ParseResult line, ProjectView shape, Session session)
      throws UsageException {
    Draws draws = Draws.ofAllMetrics(line, shape, session);
    DrawRange range = range(line, draws.settings().draws());
    String file = file(line);
    if (Options.operands(line).size() != 1) {
      throw new UsageException(option(line) + " takes one scenario");
    }
    Optional<List<LoadedScenario>> scenarios =
        ProjectCommand.load(Options.operands(line), line, shape, false, session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    LoadedScenario scenario = scenarios.get().get(0);
    if (!scenario.spec().isUncertain()) {
      throw new UsageException(
          option(line) + ": " + scenario.file() + " has no uncertain input, so nothing is drawn");
    }
    try (ProgressLine progress = new ProgressLine(range.size(), session)) {
      PartialResult part = new PartialResult(draws.part(scenario, range, progress));
      return Output.write(new DrawsWriter(part)::writeTo, file, session);
    }
  }

  private static String option(ParseResult line) {
    return Options.has(line, Options.SHARD) ? Options.SHARD : Options.DRAWS;
  }

  private static String file(ParseResult line) throws UsageException {
    for (String option : OF_ANSWERS) {
      if (Options.has(line, option)) {
        throw new UsageException(
            option(line)
                + " saves draws and gives no answer: leave out "
                + option
                + (option.equals(Options.FORMAT) ? ", the form is always the same" : ""));
      }
    }
    List<String> files = Options.texts(line, Options.OUTPUT);
    if (files.size() != 1) {
      throw new UsageException(
          option(line) + " saves draws to one file: expected -o FILE, such as -o part-1.draws");
    }
    Optional<Format> format = Format.ofFile(files.get(0));
    if (format.isPresent()) {
      throw new UsageException(
          option(line)
              + " saves draws, which are no "
              + format.get().id()
              + ": expected another name than '"
              + files.get(0)
              + "', such as part-1.draws");
    }
    return files.get(0);
  }

  private static DrawRange range(ParseResult line, int draws) throws UsageException {
    if (Options.has(line, Options.SHARD) && Options.has(line, Options.DRAWS)) {
      throw new UsageException("--shard and --draws both name draws: leave out one of them");
    }
    return Options.has(line, Options.SHARD)
        ? shard(Options.text(line, Options.SHARD).orElse(""), draws)
        : range(Options.text(line, Options.DRAWS).orElse(""), draws);
  }

  private static DrawRange shard(String text, int draws) throws UsageException {
    String[] numbers = text.split("/", -1);
    if (numbers.length != 2) {
      throw new UsageException("--shard: found '" + text + "'; expected I/N, such as 3/8");
    }
    int parts =
        (int) Options.whole("--shard: N of I/N, of " + draws + " draws", numbers[1], 1, draws);
    int part = (int) Options.whole("--shard: I of I/N", numbers[0], 1, parts);
    return DrawRange.part(part, parts, draws);
  }

  private static DrawRange range(String text, int draws) throws UsageException {
    int dots = text.indexOf("..");
    if (dots < 0) {
      throw new UsageException("--draws: found '" + text + "'; expected FROM..TO, such as 0..4999");
    }
    String of = " of FROM..TO, of " + draws + " draws";
    int from = (int) Options.whole("--draws: FROM" + of, text.substring(0, dots), 0, draws - 1);
    int to = (int) Options.whole("--draws: TO" + of, text.substring(dots + 2), from, draws - 1);
    return new DrawRange(from, to);
  }
}
