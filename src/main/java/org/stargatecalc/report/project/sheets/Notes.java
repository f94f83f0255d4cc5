package org.stargatecalc.report.project.sheets;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.projection.Metric;

/** What a reader of the workbook is told about its formulas. */
final class Notes {
  private final List<Metric> values;
  private final List<String> claims;
  private final List<String> phases;

  /**
   * Keeps what there is to tell of.
   *
   * @param values metrics that no formula gives
   * @param claims whose value no formula gives
   * @param phases of which the build-out follows no assumption
   */
  Notes(List<Metric> values, List<String> claims, List<String> phases) {
    this.values = values;
    this.claims = claims;
    this.phases = phases;
  }

  List<List<String>> all() {
    List<List<String>> notes = new ArrayList<>();
    notes.add(
        List.of(
            "formulas",
            "Blue numbers on the sheet assumptions, and thresholds of claims, feed formulas: change one, and power, compute,"
                + " capex, energy, opex, rents, annuities, the cost per GPU-hour and each claim's"
                + " value follow, as with project --set. A value stands once, on the level where"
                + " it was written, for all phases that inherit it."));
    notes.add(
        List.of(
            "values",
            "Columns with a grey, slanted heading are values: what gives them is an algorithm"
                + " (when what is installed, when a claim is reached, draws, book value, present"
                + " value). Run the program again to change them."));
    if (!values.isEmpty()) {
      notes.add(List.of("metrics that are values", ids(values)));
    }
    if (!claims.isEmpty()) {
      notes.add(List.of("claims whose value is a value", String.join(", ", claims)));
    }
    notes.add(
        List.of(
            "build-out",
            "When GPUs come and go is values; how many they are follows the size of a ramp, and"
                + " the power or price of a GPU where the plan is sized by it. Dates, milestones,"
                + " constraints and leads need a new run."));
    if (!phases.isEmpty()) {
      notes.add(
          List.of(
              "phases whose build-out is values, under constraints", String.join(", ", phases)));
    }
    return notes;
  }

  private static String ids(List<Metric> metrics) {
    List<String> ids = new ArrayList<>();
    for (Metric metric : metrics) {
      ids.add(metric.id());
    }
    return String.join(", ", ids);
  }
}
