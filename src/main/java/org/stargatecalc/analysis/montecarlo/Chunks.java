package org.stargatecalc.analysis.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Draws in chunks of a fixed size, which any number of threads work through. */
final class Chunks {
  /** Draws of a chunk; the first begins at draw 0. */
  static final int SIZE = 512;

  private Chunks() {}

  /**
   * Works through a chunk of draws.
   *
   * @param <W> what one thread works with
   */
  interface Task<W> {
    /** Works through the draws of a chunk from one to the one before another. */
    void run(W worker, int chunk, int from, int to);
  }

  /** Returns how many chunks the first so many draws fill. */
  static int count(int draws) {
    return (draws + SIZE - 1) / SIZE;
  }

  /**
   * Runs a task over the chunks of a range of draws, begun in their order, each thread with its own
   * worker.
   */
  static <W> void run(
      int from, int to, int threads, Progress progress, Supplier<W> worker, Task<W> task) {
    int firstChunk = from / SIZE;
    int lastChunk = count(to);
    AtomicInteger next = new AtomicInteger(firstChunk);
    Runnable work =
        () -> {
          W own = worker.get();
          for (int c = next.getAndIncrement(); c < lastChunk; c = next.getAndIncrement()) {
            int start = Math.max(from, c * SIZE);
            int end = Math.min(to, (c + 1) * SIZE);
            task.run(own, c, start, end);
            progress.done(end - start);
          }
        };
    int workers = Math.min(threads, lastChunk - firstChunk);
    if (workers <= 1) {
      work.run();
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        running.add(pool.submit(work));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Throws what a thread ended with if it needs no declaration, else returns it as a cause. */
  static RuntimeException failure(ExecutionException ended) {
    Throwable cause = ended.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException("a draw failed", cause);
  }
}
