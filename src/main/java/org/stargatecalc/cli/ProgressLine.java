package org.stargatecalc.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.stargatecalc.analysis.montecarlo.Progress;

/**
 * Shows on a terminal how much of a run of over a second is done and how long the rest will take;
 * elsewhere it is silent.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long SECOND = 1_000_000_000L;

  private final long all;
  private final String what;
  private final Session session;
  private final boolean shown;
  private final long started = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong lastShown = new AtomicLong(started);

  /**
   * Creates it.
   *
   * @param all how many there are
   * @param what they are, such as draws
   */
  ProgressLine(long all, String what, Session session) {
    this.all = all;
    this.what = what;
    this.session = session;
    this.shown = session.isTerminal(2);
  }

  @Override
  public void done(int more) {
    long sum = done.addAndGet(more);
    if (!shown) {
      return;
    }
    long now = System.nanoTime();
    long last = lastShown.get();
    if (now - last > SECOND && lastShown.compareAndSet(last, now)) {
      session.replaceLine(line(sum, all, what, now - started));
    }
  }

  /** Returns how far it is, and the time left if it goes on like this. */
  static String line(long done, long all, String what, long nanos) {
    long left = Math.round((double) nanos / SECOND * (all - done) / Math.max(1, done));
    String time = left < 120 ? left + " s" : left < 7200 ? left / 60 + " min" : left / 3600 + " h";
    return String.format(
        Locale.ROOT, "%d %% of %,d %s, %s left", 100 * done / Math.max(1, all), all, what, time);
  }

  @Override
  public void close() {
    if (shown && lastShown.get() != started) {
      session.replaceLine("");
    }
  }
}
