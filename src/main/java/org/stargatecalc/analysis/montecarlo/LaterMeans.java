package org.stargatecalc.analysis.montecarlo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.stargatecalc.uncertainty.MeanCollector;

/**
 * Means of the draws after the first ones, added chunk by chunk in the order of the chunks,
 * whichever thread finishes first: sums depend on the order of their terms.
 */
final class LaterMeans {
  private final MeanCollector[] means;
  private final Map<Integer, MeanCollector[]> waiting = new HashMap<>();
  private int next;

  /**
   * Begins with the means of the first draws.
   *
   * @param means receive what the chunks give
   * @param firstChunk the chunk to be added first
   */
  LaterMeans(MeanCollector[] means, int firstChunk) {
    this.means = means;
    next = firstChunk;
  }

  /** Returns collectors for the draws of one chunk. */
  MeanCollector[] part() {
    return Arrays.stream(means).map(MeanCollector::sibling).toArray(MeanCollector[]::new);
  }

  /** Adds a chunk as soon as all chunks before it are there. */
  synchronized void add(int chunk, MeanCollector[] part) {
    waiting.put(chunk, part);
    for (MeanCollector[] due = waiting.remove(next); due != null; due = waiting.remove(next)) {
      for (int cell = 0; cell < means.length; cell++) {
        means[cell].add(due[cell]);
      }
      next++;
    }
  }
}
