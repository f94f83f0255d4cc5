package org.stargatecalc.analysis.montecarlo;

import java.util.List;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.DrawnRun;
import org.stargatecalc.result.RecordedDraws;

/** Draws as they were recorded, exactly. */
final class RecordedSource implements DrawSource {
  private final RecordedDraws recorded;
  private final List<Metric> metrics;

  /**
   * Creates the source.
   *
   * @param recorded its periods and claims are those that are wanted
   * @param metrics that are wanted, all of them recorded
   */
  RecordedSource(RecordedDraws recorded, List<Metric> metrics) {
    this.recorded = recorded;
    this.metrics = List.copyOf(metrics);
  }

  @Override
  public Reader reader() {
    DrawnRun run = recorded.run();
    double[][] columns = new double[run.columns()][Chunks.SIZE];
    return (from, to, cells, outcomes) -> {
      recorded.read(from, to, columns);
      int periods = run.ends().size();
      int cell = 0;
      for (Metric metric : metrics) {
        for (int period = 0; period < periods; period++) {
          System.arraycopy(columns[run.column(metric) + period], 0, cells[cell++], 0, to - from);
        }
      }
      for (int claim = 0; claim < run.claims().size(); claim++) {
        double[] reached = columns[run.reachedColumn(claim)];
        double[] value = columns[run.valueColumn(claim)];
        for (int draw = from; draw < to; draw++) {
          outcomes.put(claim, draw, reached[draw - from], value[draw - from]);
        }
      }
    };
  }
}
