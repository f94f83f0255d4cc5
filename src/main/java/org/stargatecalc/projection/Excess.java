package org.stargatecalc.projection;

import java.util.List;

/** How far one formula lies above another: max(0, a − b). */
final class Excess extends Algorithm {
  Excess(String text, Formula of, Formula over) {
    super(text, List.of(of, over), List.of());
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    double[] of = inputs.row(g, 0);
    double[] over = inputs.row(g, 1);
    for (int j = 0; j < g.size; j++) {
      row[j] = Math.max(0, of[j] - over[j]);
    }
  }
}
