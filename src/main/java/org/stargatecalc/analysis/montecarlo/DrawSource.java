package org.stargatecalc.analysis.montecarlo;

/** Where the values of draws come from: the engine that makes them, or a record of them. */
interface DrawSource {
  /** Returns what one thread gets draws from; no other thread uses it. */
  Reader reader();

  /** Gives draws to one thread. */
  interface Reader {
    /**
     * Gives the draws of a chunk.
     *
     * @param from the first draw
     * @param to the draw after the last, at most {@value Chunks#SIZE} later
     * @param cells receives the value of a draw in a cell at {@code [cell][draw - from]}, NaN where
     *     undefined; the periods of a metric follow one another
     * @param outcomes receives what each of the draws gives for each claim
     */
    void read(int from, int to, double[][] cells, Outcomes outcomes);
  }
}
