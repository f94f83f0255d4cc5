package org.stargatecalc.analysis.montecarlo;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.result.DrawRange;
import org.stargatecalc.result.DrawnRun;
import org.stargatecalc.scenario.ScenarioSpec;

/** Some draws of a run, to be recorded and joined with the others of the run. */
public final class PartialRun {
  /** Chunks a thread may be ahead of what is handed over. */
  private static final int AHEAD = 2;

  private final DrawnRun run;
  private final DrawRange range;
  private final int threads;
  private final DrawSource source;
  private final Progress progress;

  /** Takes draws. */
  public interface Taker {
    /**
     * Takes draws that follow those taken before.
     *
     * @param range which these are
     * @param columns the value of a draw at {@code [column][draw - first]}, perhaps more behind
     */
    void take(DrawRange range, double[][] columns);
  }

  /**
   * Prepares it.
   *
   * @param claims those of the run
   * @param plan that of the whole run
   * @param range the draws to be made
   * @param threads how many may work at once
   */
  public PartialRun(
      DrawnRun run,
      ScenarioSpec spec,
      List<Claim> claims,
      DrawPlan plan,
      DrawRange range,
      int threads,
      Progress progress) {
    this.run = run;
    this.range = range;
    this.threads = threads;
    this.source = new EngineDraws(spec, claims, run.ends(), run.metrics(), plan);
    this.progress = progress;
  }

  /** Returns the run that it is a part of. */
  public DrawnRun run() {
    return run;
  }

  /** Returns which draws it makes. */
  public DrawRange range() {
    return range;
  }

  /** Makes the draws and hands them over in their order, a chunk at a time, in this thread. */
  public void forEach(Taker taker) {
    Taker counted =
        (made, columns) -> {
          taker.take(made, columns);
          progress.done(made.size());
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      ThreadLocal<DrawSource.Reader> own = ThreadLocal.withInitial(source::reader);
      Queue<Future<Consumer<Taker>>> pending = new ArrayDeque<>();
      for (int from = range.first(); from <= range.last(); ) {
        int to = (int) Math.min(range.last() + 1L, (from / Chunks.SIZE + 1L) * Chunks.SIZE);
        DrawRange chunk = new DrawRange(from, to - 1);
        if (pending.size() == AHEAD * threads) {
          handOver(pending.remove(), counted);
        }
        pending.add(pool.submit(() -> make(chunk, own.get())));
        from = to;
      }
      while (!pending.isEmpty()) {
        handOver(pending.remove(), counted);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Makes draws and returns how they are handed over when it is their turn. */
  private Consumer<Taker> make(DrawRange chunk, DrawSource.Reader reader) {
    double[][] columns = new double[run.columns()][chunk.size()];
    Outcomes outcomes = new Outcomes(run.claims().size(), chunk);
    reader.read(chunk.first(), chunk.last() + 1, columns, outcomes);
    for (int claim = 0; claim < run.claims().size(); claim++) {
      for (int i = 0; i < chunk.size(); i++) {
        columns[run.reachedColumn(claim)][i] = outcomes.reached(claim, chunk.first() + i);
        columns[run.valueColumn(claim)][i] = outcomes.value(claim, chunk.first() + i);
      }
    }
    return taker -> taker.take(chunk, columns);
  }

  private static void handOver(Future<Consumer<Taker>> made, Taker taker) {
    try {
      made.get().accept(taker);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw Chunks.failure(e);
    }
  }
}
