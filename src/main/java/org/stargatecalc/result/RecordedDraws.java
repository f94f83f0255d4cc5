package org.stargatecalc.result;

/** All draws of a run as they were recorded; any number of threads may read. */
public interface RecordedDraws {
  /** Returns the run whose draws these are. */
  DrawnRun run();

  /**
   * Reads draws.
   *
   * @param from the first
   * @param to the draw after the last
   * @param columns receives the value of a draw at {@code [column][draw - from]}
   * @throws UnreadableDrawsException if the record is damaged
   */
  void read(int from, int to, double[][] columns);
}
