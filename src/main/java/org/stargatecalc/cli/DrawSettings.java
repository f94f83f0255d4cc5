package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.result.DrawnRun;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.uncertainty.Sampling;

/**
 * How draws are made, if any are.
 *
 * @param settings how
 * @param point whether none is: only the central case is asked for
 */
record DrawSettings(Settings settings, boolean point) {
  private static final List<Integer> USUAL_PERCENTILES = List.of(5, 50, 95);
  private static final int USUAL_DRAWS = 10_000;

  /** The options that say what is read off draws. */
  static final List<Option> READING = List.of(Option.QUANTILES, Option.THREADS);

  /** The options that say how draws are made, and what is read off them. */
  static final List<Option> OPTIONS =
      List.of(
          Option.SAMPLES,
          Option.SEED,
          Option.SAMPLING,
          Option.QUANTILES,
          Option.THREADS,
          Option.POINT);

  static DrawSettings of(Arguments arguments) throws UsageException {
    Settings settings =
        new Settings(
            (int) arguments.whole(Option.SAMPLES, USUAL_DRAWS, 1, DrawnRun.MOST_DRAWS),
            arguments.whole(Option.SEED, 1, 0, Long.MAX_VALUE),
            arguments.word(Option.SAMPLING, Sampling.values()).orElse(Sampling.SOBOL),
            percentiles(arguments),
            (int)
                arguments.whole(
                    Option.THREADS, Runtime.getRuntime().availableProcessors(), 1, 1024));
    return new DrawSettings(settings, arguments.has(Option.POINT));
  }

  private static List<Integer> percentiles(Arguments arguments) throws UsageException {
    if (!arguments.has(Option.QUANTILES)) {
      return USUAL_PERCENTILES;
    }
    Set<Integer> percentiles = new TreeSet<>();
    for (String percentile : arguments.commaSeparated(Option.QUANTILES)) {
      percentiles.add((int) Arguments.whole(Option.QUANTILES.word(), percentile, 1, 99));
    }
    return new ArrayList<>(percentiles);
  }

  /** Returns the same with certain percentiles besides the usual ones. */
  DrawSettings measuring(List<Integer> more) {
    Set<Integer> percentiles = new TreeSet<>(USUAL_PERCENTILES);
    percentiles.addAll(more);
    return new DrawSettings(
        new Settings(
            settings.draws(),
            settings.seed(),
            settings.sampling(),
            new ArrayList<>(percentiles),
            settings.threads()),
        point);
  }

  /** Returns whether a scenario is drawn. */
  boolean draws(ScenarioSpec scenario) {
    return !point && scenario.isUncertain();
  }
}
