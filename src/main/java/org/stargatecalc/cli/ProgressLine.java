package org.stargatecalc.cli;

import java.util.concurrent.atomic.AtomicLong;
import org.stargatecalc.analysis.montecarlo.Progress;

/** Shows on a terminal how far a run of over a second has come; elsewhere it is silent. */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long SECOND = 1_000_000_000L;

  private final int draws;
  private final Session session;
  private final boolean shown;
  private final long started = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong lastShown = new AtomicLong(started);

  ProgressLine(int draws, Session session) {
    this.draws = draws;
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
      session.replaceLine(sum + " of " + draws + " draws");
    }
  }

  @Override
  public void close() {
    if (shown && lastShown.get() != started) {
      session.replaceLine("");
    }
  }
}
