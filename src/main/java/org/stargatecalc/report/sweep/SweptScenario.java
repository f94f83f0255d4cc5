package org.stargatecalc.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.AxisUnit;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * A sweep and what it is of.
 *
 * @param file the scenario as the user named it
 * @param spec the scenario with the values of one row
 * @param sweep its rows
 * @param units of the axes, in their order
 */
public record SweptScenario(String file, ScenarioSpec spec, Sweep sweep, List<AxisUnit> units) {
  /** Copies the units. */
  public SweptScenario {
    units = List.copyOf(units);
  }

  /** Returns a sweep with the units of its axes. */
  public static SweptScenario of(String file, ScenarioSpec spec, Sweep sweep) {
    List<AxisUnit> units = new ArrayList<>();
    for (Axis axis : sweep.combinations().axes()) {
      units.add(AxisUnit.of(axis, spec));
    }
    return new SweptScenario(file, spec, sweep, units);
  }
}
