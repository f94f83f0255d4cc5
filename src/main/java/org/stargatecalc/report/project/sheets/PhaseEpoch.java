package org.stargatecalc.report.project.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.scenario.Coefficients;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;

/**
 * A phase in a time in which none of its values changes.
 *
 * @param phase which
 * @param epoch of it
 */
record PhaseEpoch(Phase phase, int epoch) {
  /** Returns all of a scenario, in file order and by time. */
  static List<PhaseEpoch> all(Scenario scenario) {
    List<PhaseEpoch> all = new ArrayList<>();
    for (Phase phase : scenario.phases()) {
      for (int epoch = 0; epoch < phase.epochs().count(); epoch++) {
        all.add(new PhaseEpoch(phase, epoch));
      }
    }
    return all;
  }

  /** Returns what the column is headed by: the phase, and from when it speaks. */
  String heading() {
    String id = phase.spec().id();
    if (epoch == 0) {
      return id;
    }
    return id + " from " + LocalDate.ofEpochDay((long) phase.epochs().days()[epoch - 1]);
  }

  /** Returns the value of a quantity. */
  double value(Quantity quantity, Scenario scenario) {
    Coefficients coefficients = scenario.coefficients();
    return coefficients.get(coefficients.cell(quantity, phase, epoch));
  }
}
