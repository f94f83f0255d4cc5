package org.stargatecalc.projection;

import java.util.List;

/** Orders of magnitude of a training run above the scenario's reference run; empty at 0. */
final class Magnitudes extends Algorithm {
  private static final int RUN = 0;

  /**
   * Names what it works with.
   *
   * @param run FLOP
   */
  Magnitudes(Formula run) {
    super("log10(`training_run_flop` / `reference_run`), empty at 0", List.of(run), List.of());
  }

  @Override
  public Way way() {
    return Way.LOGARITHM;
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    double[] flop = inputs.row(g, RUN);
    double reference = g.w.scenario.referenceRun();
    for (int j = 0; j < g.size; j++) {
      row[j] = flop[j] > 0 ? StrictMath.log10(flop[j] / reference) : Double.NaN;
    }
  }
}
