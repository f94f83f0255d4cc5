package org.stargatecalc.analysis.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.DrawRange;
import org.stargatecalc.result.RecordedDraws;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.uncertainty.QuantileCollector;
import org.stargatecalc.uncertainty.Quantiles;
import org.stargatecalc.uncertainty.Sampling;
import org.stargatecalc.uncertainty.UniformSource;

/**
 * Projects a scenario many times and gathers quantiles, means and odds.
 *
 * <p>Draws are worked in chunks of a fixed size by any number of threads; what is gathered does not
 * depend on which thread worked which chunk, nor on the order.
 */
public final class MonteCarlo {
  /** Draws whose values are all kept, so that they bracket the quantiles of the rest. */
  private static final int FIRST = 20 * Chunks.SIZE;

  private final ScenarioSpec spec;
  private final List<Claim> claims;
  private final List<LocalDate> ends;
  private final List<Metric> metrics;
  private final Settings settings;
  private final DrawPlan plan;
  private final DrawSource source;
  private final Progress progress;
  private final int cells;

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
        new EngineDraws(spec, claims, ends, metrics, plan),
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
        new RecordedSource(recorded, metrics),
        progress);
  }

  private MonteCarlo(
      ScenarioSpec spec,
      List<Claim> claims,
      List<LocalDate> ends,
      List<Metric> metrics,
      Settings settings,
      DrawPlan plan,
      DrawSource source,
      Progress progress) {
    this.spec = spec;
    this.claims = List.copyOf(claims);
    this.ends = List.copyOf(ends);
    this.metrics = List.copyOf(metrics);
    this.settings = settings;
    this.plan = plan;
    this.source = source;
    this.progress = progress;
    this.cells = this.metrics.size() * this.ends.size();
  }

  /** Sums of one chunk; kept apart so that they are added in one order. */
  private static final class ChunkSums {
    final double[] sum;
    final double[] squares;
    final int[] defined;

    ChunkSums(int cells) {
      sum = new double[cells];
      squares = new double[cells];
      defined = new int[cells];
    }
  }

  /** What one thread works with. */
  private final class Worker {
    final DrawSource.Reader reader = source.reader();
    final double[][] ofChunk = new double[cells][Chunks.SIZE];
  }

  /** Makes all draws. */
  public Drawn run() {
    int draws = settings.draws();
    int first = Math.min(draws, FIRST);
    Outcomes outcomes = new Outcomes(claims.size(), new DrawRange(0, draws - 1));
    ChunkSums[] sums = new ChunkSums[Chunks.count(draws)];
    double[][] kept = new double[cells][first];
    inChunks(
        0,
        first,
        (worker, chunk, from, to) -> {
          sums[chunk] = new ChunkSums(cells);
          worker.reader.read(from, to, worker.ofChunk, outcomes);
          for (int cell = 0; cell < cells; cell++) {
            System.arraycopy(worker.ofChunk[cell], 0, kept[cell], from, to - from);
            int defined = definedFirst(worker.ofChunk[cell], to - from);
            add(worker.ofChunk[cell], defined, sums[chunk], cell);
          }
        });
    double[][] quantiles =
        draws == first ? quantilesOf(kept) : quantilesBeyond(kept, sums, outcomes);
    return new Drawn(settings, plan, bands(sums, quantiles), odds(outcomes), outcomes);
  }

  private double[][] quantilesOf(double[][] kept) {
    double[][] quantiles = new double[cells][];
    for (int cell = 0; cell < cells; cell++) {
      int defined = definedFirst(kept[cell], kept[cell].length);
      quantiles[cell] = Quantiles.of(kept[cell], defined, settings.probabilities());
    }
    return quantiles;
  }

  /** Makes the draws after the first ones, which bracket where the quantiles will be. */
  private double[][] quantilesBeyond(double[][] kept, ChunkSums[] sums, Outcomes outcomes) {
    QuantileCollector[] collectors = new QuantileCollector[cells];
    for (int cell = 0; cell < cells; cell++) {
      collectors[cell] = collector(kept[cell]);
    }
    List<QuantileCollector[]> byThread = new ArrayList<>();
    double share = (settings.draws() - FIRST) / (double) FIRST / settings.threads();
    ThreadLocal<QuantileCollector[]> own =
        ThreadLocal.withInitial(() -> siblings(collectors, byThread, share));
    inChunks(
        kept.length == 0 ? FIRST : kept[0].length,
        settings.draws(),
        (worker, chunk, from, to) -> {
          sums[chunk] = new ChunkSums(cells);
          QuantileCollector[] mine = own.get();
          worker.reader.read(from, to, worker.ofChunk, outcomes);
          for (int cell = 0; cell < cells; cell++) {
            int defined = definedFirst(worker.ofChunk[cell], to - from);
            add(worker.ofChunk[cell], defined, sums[chunk], cell);
            mine[cell].add(worker.ofChunk[cell], defined);
          }
        });
    double[][] quantiles = new double[cells][];
    for (int cell = 0; cell < cells; cell++) {
      QuantileCollector collector = collectors[cell].sibling();
      collector.add(collectors[cell]);
      for (QuantileCollector[] siblings : byThread) {
        collector.add(siblings[cell]);
        siblings[cell].clear();
      }
      collectors[cell].clear();
      long defined = 0;
      for (ChunkSums chunk : sums) {
        defined += chunk.defined[cell];
      }
      quantiles[cell] = collector.quantiles(defined);
    }
    return quantiles;
  }

  private static QuantileCollector[] siblings(
      QuantileCollector[] collectors, List<QuantileCollector[]> byThread, double share) {
    QuantileCollector[] siblings = new QuantileCollector[collectors.length];
    for (int cell = 0; cell < siblings.length; cell++) {
      siblings[cell] = collectors[cell].sibling(share);
    }
    synchronized (byThread) {
      byThread.add(siblings);
    }
    return siblings;
  }

  private QuantileCollector collector(double[] kept) {
    int defined = definedFirst(kept, kept.length);
    QuantileCollector collector =
        QuantileCollector.bracketing(kept, Math.max(1, defined), settings.probabilities());
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

  private static void add(double[] values, int size, ChunkSums sums, int cell) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
      squares += values[i] * values[i];
    }
    sums.sum[cell] = sum;
    sums.squares[cell] = squares;
    sums.defined[cell] = size;
  }

  /** Runs a task over chunks of draws on all threads, each with its own worker. */
  private void inChunks(int from, int to, Chunks.Task<Worker> task) {
    Chunks.run(from, to, settings.threads(), progress, Worker::new, task);
  }

  private Bands bands(ChunkSums[] sums, double[][] quantiles) {
    double[] means = new double[cells];
    double[] errors = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      double sum = 0;
      double squares = 0;
      long defined = 0;
      for (ChunkSums chunk : sums) {
        sum += chunk.sum[cell];
        squares += chunk.squares[cell];
        defined += chunk.defined[cell];
      }
      means[cell] = sum / defined;
      double variance = Math.max(0, squares / defined - means[cell] * means[cell]);
      errors[cell] = Math.sqrt(variance / Math.max(1, defined - 1));
    }
    return new Bands(ends, metrics, settings.percentiles(), quantiles, means, errors);
  }

  private List<ClaimOdds> odds(Outcomes outcomes) {
    double[] probabilities = settings.probabilities();
    List<ClaimOdds> odds = new ArrayList<>();
    for (int c = 0; c < claims.size(); c++) {
      Claim claim = claims.get(c);
      double[] reached = outcomes.instants(c);
      boolean before = claim.deadline() < spec.horizon().start();
      long met = Arrays.stream(reached).filter(t -> t <= claim.deadline()).count();
      long never = Arrays.stream(reached).filter(Double::isInfinite).count();
      double share = (double) met / reached.length;
      double error = standardError(reached, claim.deadline(), share);
      Arrays.sort(reached);
      double[] values = outcomes.values(c);
      Arrays.sort(values);
      odds.add(
          new ClaimOdds(
              claim,
              before ? Double.NaN : share,
              before ? Double.NaN : error,
              (double) never / reached.length,
              Arrays.stream(probabilities).mapToObj(p -> Quantiles.ofSorted(values, p)).toList(),
              Arrays.stream(probabilities).mapToObj(p -> Quantiles.ofSorted(reached, p)).toList()));
    }
    return odds;
  }

  /**
   * Returns the standard error of a share: binomial for independent draws; for Sobol points from
   * the spread of the independent scrambles.
   */
  private double standardError(double[] reached, double deadline, double share) {
    int n = reached.length;
    double binomial = Math.sqrt(share * (1 - share) / n);
    if (settings.sampling() == Sampling.RANDOM || n < 4 * UniformSource.SCRAMBLES) {
      return binomial;
    }
    double[] hits = new double[UniformSource.SCRAMBLES];
    int[] counts = new int[UniformSource.SCRAMBLES];
    for (int draw = 0; draw < n; draw++) {
      int scramble = draw % UniformSource.SCRAMBLES;
      counts[scramble]++;
      hits[scramble] += reached[draw] <= deadline ? 1 : 0;
    }
    double squares = 0;
    for (int s = 0; s < hits.length; s++) {
      double difference = hits[s] / counts[s] - share;
      squares += difference * difference;
    }
    return Math.sqrt(squares / (hits.length - 1) / hits.length);
  }
}
