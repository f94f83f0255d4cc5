package org.stargatecalc.analysis.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.DrawRange;
import org.stargatecalc.result.RecordedDraws;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.uncertainty.MeanCollector;
import org.stargatecalc.uncertainty.QuantileCollector;
import org.stargatecalc.uncertainty.QuantileErrors;
import org.stargatecalc.uncertainty.Quantiles;

/**
 * Projects a scenario many times and gathers quantiles, means and odds.
 *
 * <p>Draws are worked in chunks of a fixed size by any number of threads; what is gathered does not
 * depend on which thread worked which chunk, nor on the order.
 */
public final class MonteCarlo {
  /** Draws whose values are all kept, so that they bracket the quantiles of the rest. */
  private static final int FIRST = 64 * Chunks.SIZE;

  /** As many values of first draws are held at once: 192 MB. */
  private static final int MOST_HELD = 24_000_000;

  /** How far the brackets reach; with so many draws less than one in a million misses. */
  private static final double STANDARD_ERRORS = 5;

  private final ScenarioSpec spec;
  private final List<Claim> claims;
  private final List<LocalDate> ends;
  private final List<Metric> metrics;
  private final Settings settings;
  private final DrawPlan plan;
  private final Function<List<Metric>, DrawSource> sources;
  private final Progress progress;

  /** The percentiles, each between two that tell its error. */
  private final double[] asked;

  /**
   * Prepares a run whose draws the engine makes.
   *
   * @param claims judged in every draw
   * @param ends last days of the periods that are reported, inside the horizon
   * @param metrics reported by period; none of them a text
   */
  public MonteCarlo(
      ScenarioSpec spec,
      List<Claim> claims,
      List<LocalDate> ends,
      List<Metric> metrics,
      Settings settings,
      DrawPlan plan,
      Progress progress) {
    this(
        spec,
        claims,
        ends,
        metrics,
        settings,
        plan,
        wanted -> new EngineDraws(spec, claims, ends, wanted, plan),
        progress);
  }

  /**
   * Prepares a run whose draws were made before.
   *
   * @param plan by which they were made
   * @param recorded all draws of the settings for these claims and periods, and at least these
   *     metrics
   */
  public MonteCarlo(
      ScenarioSpec spec,
      List<Claim> claims,
      List<LocalDate> ends,
      List<Metric> metrics,
      Settings settings,
      DrawPlan plan,
      RecordedDraws recorded,
      Progress progress) {
    this(
        spec,
        claims,
        ends,
        metrics,
        settings,
        plan,
        wanted -> new RecordedSource(recorded, wanted),
        progress);
  }

  private MonteCarlo(
      ScenarioSpec spec,
      List<Claim> claims,
      List<LocalDate> ends,
      List<Metric> metrics,
      Settings settings,
      DrawPlan plan,
      Function<List<Metric>, DrawSource> sources,
      Progress progress) {
    this.spec = spec;
    this.claims = List.copyOf(claims);
    this.ends = List.copyOf(ends);
    this.metrics = List.copyOf(metrics);
    this.settings = settings;
    this.plan = plan;
    this.sources = sources;
    this.progress = progress;
    this.asked = QuantileErrors.around(settings.probabilities(), settings.draws());
  }

  /** Makes all draws. */
  public Drawn run() {
    return run(STANDARD_ERRORS, MOST_HELD);
  }

  /**
   * Makes all draws, once for as many metrics as memory holds: an address of a draw gives the same
   * draw again.
   *
   * @param standardErrors width of brackets; where one misses its quantile, wider ones follow
   * @param mostHeld how many values of first draws are held at once, if not those of one metric
   */
  Drawn run(double standardErrors, int mostHeld) {
    long ofMetric = Math.max(1, (long) ends.size() * Math.min(settings.draws(), FIRST));
    int step = (int) Math.max(1, Math.min(metrics.size(), mostHeld / ofMetric));
    Outcomes outcomes = new Outcomes(claims.size(), new DrawRange(0, settings.draws() - 1));
    List<Slice> slices = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(metrics.size(), from + step);
      Slice slice = new Slice(sources.apply(metrics.subList(from, to)), (to - from) * ends.size());
      slice.run(standardErrors, outcomes);
      slices.add(slice);
      from = to;
    } while (from < metrics.size());
    return new Drawn(settings, plan, bands(slices), odds(outcomes), outcomes);
  }

  /** Some of the metrics, in all draws. */
  private final class Slice {
    private final DrawSource source;
    private final int cells;
    private MeanCollector[] means = new MeanCollector[0];
    private double[][] quantiles = new double[0][];

    Slice(DrawSource source, int cells) {
      this.source = source;
      this.cells = cells;
    }

    /** What one thread works with. */
    private final class Worker {
      final DrawSource.Reader reader = source.reader();
      final double[][] ofChunk = new double[cells][Chunks.SIZE];
    }

    /** Makes all draws, again in the rare case that a bracket of this width misses its quantile. */
    void run(double standardErrors, Outcomes outcomes) {
      double[][] kept = firstDraws(outcomes);
      means = new MeanCollector[cells];
      Arrays.setAll(
          means, cell -> MeanCollector.of(kept[cell], kept[cell].length, settings.draws()));
      Optional<double[][]> found =
          settings.draws() <= FIRST
              ? Optional.of(quantilesOf(kept))
              : laterDraws(kept, standardErrors, means, outcomes);
      if (found.isPresent()) {
        quantiles = found.get();
      } else {
        run(4 * standardErrors + 1, outcomes);
      }
    }

    private double[][] firstDraws(Outcomes outcomes) {
      int first = Math.min(settings.draws(), FIRST);
      double[][] kept = new double[cells][first];
      inChunks(
          0,
          first,
          (worker, chunk, from, to) -> {
            worker.reader.read(from, to, worker.ofChunk, outcomes);
            for (int cell = 0; cell < cells; cell++) {
              System.arraycopy(worker.ofChunk[cell], 0, kept[cell], from, to - from);
            }
          });
      return kept;
    }

    private double[][] quantilesOf(double[][] kept) {
      double[][] quantiles = new double[cells][];
      for (int cell = 0; cell < cells; cell++) {
        int defined = definedFirst(kept[cell], kept[cell].length);
        quantiles[cell] = Quantiles.of(kept[cell], defined, asked);
      }
      return quantiles;
    }

    /**
     * Makes the draws after the first ones, which bracket where the quantiles will be.
     *
     * @param kept values of the first draws, let go of one by one
     * @param means of the first draws; all others are added
     * @return the quantiles of all draws, empty if a bracket misses one
     */
    private Optional<double[][]> laterDraws(
        double[][] kept, double standardErrors, MeanCollector[] means, Outcomes outcomes) {
      QuantileCollector[] collectors = new QuantileCollector[cells];
      for (int cell = 0; cell < cells; cell++) {
        collectors[cell] = collector(kept[cell], standardErrors);
        kept[cell] = new double[0];
      }
      double times = (settings.draws() - FIRST) / (double) FIRST / settings.threads();
      Queue<QuantileCollector[]> ofThreads = new ConcurrentLinkedQueue<>();
      ThreadLocal<QuantileCollector[]> own =
          ThreadLocal.withInitial(
              () -> {
                QuantileCollector[] mine = new QuantileCollector[cells];
                Arrays.setAll(mine, cell -> collectors[cell].sibling(times));
                ofThreads.add(mine);
                return mine;
              });
      LaterMeans later = new LaterMeans(means, FIRST / Chunks.SIZE);
      inChunks(
          FIRST,
          settings.draws(),
          (worker, chunk, from, to) -> {
            QuantileCollector[] mine = own.get();
            MeanCollector[] ofChunk = later.part();
            worker.reader.read(from, to, worker.ofChunk, outcomes);
            for (int cell = 0; cell < cells; cell++) {
              double[] values = worker.ofChunk[cell];
              int defined = ofChunk[cell].add(values, from, to - from);
              mine[cell].add(
                  values, defined == to - from ? defined : definedFirst(values, to - from));
            }
            later.add(chunk, ofChunk);
          });
      double[][] quantiles = new double[cells][];
      for (int cell = 0; cell < cells; cell++) {
        for (QuantileCollector[] siblings : ofThreads) {
          collectors[cell].add(siblings[cell]);
          siblings[cell].clear();
        }
        Optional<double[]> found = collectors[cell].quantiles(asked);
        if (found.isEmpty()) {
          return Optional.empty();
        }
        quantiles[cell] = found.get();
        collectors[cell].clear();
      }
      return Optional.of(quantiles);
    }

    private QuantileCollector collector(double[] kept, double standardErrors) {
      int defined = definedFirst(kept, kept.length);
      QuantileCollector collector =
          QuantileCollector.bracketing(
              kept, Math.max(1, defined), standardErrors, settings.probabilities());
      collector.add(kept, defined);
      return collector;
    }

    /** Moves what is defined to the front and returns how much it is. */
    private static int definedFirst(double[] values, int size) {
      int defined = 0;
      for (int i = 0; i < size; i++) {
        double value = values[i];
        values[defined] = value;
        defined += Double.isNaN(value) ? 0 : 1;
      }
      return defined;
    }

    /** Runs a task over chunks of draws on all threads, each with its own worker. */
    private void inChunks(int from, int to, Chunks.Task<Worker> task) {
      Chunks.run(from, to, settings.threads(), progress, Worker::new, task);
    }
  }

  private Bands bands(List<Slice> slices) {
    MeanCollector[] means =
        slices.stream().flatMap(s -> Arrays.stream(s.means)).toArray(MeanCollector[]::new);
    double[][] quantiles =
        slices.stream().flatMap(s -> Arrays.stream(s.quantiles)).toArray(double[][]::new);
    return new Bands(
        ends,
        metrics,
        settings.percentiles(),
        quantiles,
        Arrays.stream(means).mapToDouble(MeanCollector::mean).toArray(),
        Arrays.stream(means).mapToDouble(mean -> mean.standardError(plan.sampling())).toArray());
  }

  private List<ClaimOdds> odds(Outcomes outcomes) {
    List<ClaimOdds> odds = new ArrayList<>();
    for (int c = 0; c < claims.size(); c++) {
      Claim claim = claims.get(c);
      double[] reached = outcomes.instants(c);
      boolean before = claim.deadline() < spec.horizon().start();
      double[] met = Arrays.stream(reached).map(t -> t <= claim.deadline() ? 1 : 0).toArray();
      MeanCollector share = MeanCollector.of(met, met.length, met.length);
      long never = Arrays.stream(reached).filter(Double::isInfinite).count();
      double[] values = outcomes.values(c);
      odds.add(
          new ClaimOdds(
              claim,
              // counted: a mean of ones falls short of 66 % of 200 draws by its rounding
              before ? Double.NaN : Arrays.stream(met).sum() / met.length,
              before ? Double.NaN : share.standardError(plan.sampling()),
              (double) never / reached.length,
              quantiles(values),
              quantiles(reached)));
    }
    return odds;
  }

  private List<ClaimOdds.Quantile> quantiles(double[] values) {
    double[] found = Quantiles.of(values, values.length, asked);
    double[] quantiles = QuantileErrors.values(found);
    double[] errors = QuantileErrors.errors(found);
    return IntStream.range(0, quantiles.length)
        .mapToObj(i -> new ClaimOdds.Quantile(quantiles[i], errors[i]))
        .toList();
  }
}
