package org.stargatecalc.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The rows of a sweep, projected when they are asked for.
 *
 * <p>Some rows are worked at once, by any number of threads, and the last of them kept; asked for
 * in their order, each is projected once and a million of them need no more memory than a few. What
 * a row says does not depend on threads, nor on which rows are asked for. To be used by one thread.
 */
public final class Sweep implements AutoCloseable {
  /** Rows that are worked at once, per thread. */
  private static final int AT_ONCE = 256;

  /** Rows that a thread takes at a time: neighbours, which have most changes in common. */
  private static final int SLICE = 32;

  /** The most rows that are all kept, for reports that look at them again. */
  private static final int KEPT = 10_000;

  private final Combinations combinations;
  private final Question question;
  private final int first;
  private final int size;
  private final List<RowProjector> projectors = new ArrayList<>();
  private final ExecutorService pool;
  private final IntConsumer progress;
  private final int chunk;
  private final SweepRow[] rows;
  private int from;
  private int to;
  private int invalid;

  /**
   * Creates it; nothing is projected yet.
   *
   * @param first number of the first row
   * @param size how many rows
   * @param variants makes the source of variants of each thread
   * @param draws draws a variant that is uncertain; may be called from several threads
   * @param progress hears how many more rows are done
   */
  public Sweep(
      Combinations combinations,
      Question question,
      int first,
      int size,
      int threads,
      Supplier<Variant.Source> variants,
      BiFunction<Variant.Stated, Question, SweepRow.Spread> draws,
      IntConsumer progress) {
    this.combinations = combinations;
    this.question = question;
    this.first = first;
    this.size = size;
    this.progress = progress;
    int workers = Math.max(1, Math.min(threads, (size + SLICE - 1) / SLICE));
    for (int worker = 0; worker < workers; worker++) {
      projectors.add(new RowProjector(combinations, question, variants.get(), draws));
    }
    pool =
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "sweep");
              thread.setDaemon(true);
              return thread;
            });
    chunk = size <= KEPT ? Math.max(1, size) : AT_ONCE * workers;
    rows = new SweepRow[chunk];
  }

  /** Returns which values go together. */
  public Combinations combinations() {
    return combinations;
  }

  /** Returns what every row is asked. */
  public Question question() {
    return question;
  }

  /** Returns how many rows there are. */
  public int size() {
    return size;
  }

  /** Returns how many of the rows that were asked for cannot be projected. */
  public int invalid() {
    return invalid;
  }

  /**
   * Returns a row.
   *
   * @param place from 0, counted from the first row
   */
  public SweepRow row(int place) {
    if (place < from || place >= to) {
      work(place - place % chunk);
    }
    return rows[place - from];
  }

  private void work(int start) {
    from = start;
    to = Math.min(size, start + chunk);
    AtomicInteger next = new AtomicInteger(from);
    List<Future<?>> running = new ArrayList<>();
    for (RowProjector projector : projectors) {
      running.add(pool.submit(() -> slices(projector, next)));
    }
    finish(running);
    if (from == 0) {
      invalid = 0;
    }
    for (int place = from; place < to; place++) {
      invalid += rows[place - from].isValid() ? 0 : 1;
    }
  }

  private void slices(RowProjector projector, AtomicInteger next) {
    for (int slice = next.getAndAdd(SLICE); slice < to; slice = next.getAndAdd(SLICE)) {
      int end = Math.min(to, slice + SLICE);
      for (int place = slice; place < end; place++) {
        rows[place - from] = projector.row(first + place);
      }
      progress.accept(end - slice);
    }
  }

  private static void finish(List<Future<?>> running) {
    try {
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
