package org.stargatecalc.report.project.sheets;

import java.util.Optional;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.workbook.Expression;

/**
 * What the number of a phase's GPUs is proportional to, where nothing constrains it: the size of
 * its ramp, one over the power or the price of a GPU, or the size of the phase that it replaces or
 * covers.
 */
final class SizeCells {
  private final Scenario scenario;
  private final AssumptionSheet assumptions;
  private final PerGpuSheet perGpu;

  /**
   * A size.
   *
   * @param formula of cells
   * @param gpus what it gives now
   */
  record Size(Expression formula, double gpus) {}

  SizeCells(Scenario scenario, AssumptionSheet assumptions, PerGpuSheet perGpu) {
    this.scenario = scenario;
    this.assumptions = assumptions;
    this.perGpu = perGpu;
  }

  /** Returns whether a constraint decides what of a phase is built, or of one it depends on. */
  boolean isConstrained(Phase phase) {
    Phase root = phase.root();
    for (Phase other : scenario.phases()) {
      boolean counts =
          other.root() == root
              || (root.covers().isPresent()
                  && other.root().spec().id().equals(root.covers().get()));
      for (Constraint constraint : scenario.constraints()) {
        if (counts && constraint.appliesTo(other.index())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the size of a phase, whose quantities stand in a column; empty if it has none. */
  Optional<Size> size(Phase phase, int column) {
    if (isConstrained(phase)) {
      return Optional.empty();
    }
    if (phase.root() != phase) {
      return replaced(phase.root(), column);
    }
    if (phase.spec().plan() instanceof Plan.Covering covering) {
      for (Phase other : scenario.phases()) {
        if (other.spec().id().equals(covering.phase())) {
          return replaced(other, column);
        }
      }
    }
    return ofPlan(phase, column);
  }

  /** As many watts as another phase has. */
  private Optional<Size> replaced(Phase other, int column) {
    int there = 0;
    while (perGpu.columns().get(there).phase() != other) {
      there++;
    }
    int from = there;
    Expression watts = perGpu.cell(PerGpu.IT_WATTS, from);
    double ratio = perGpu.value(PerGpu.IT_WATTS, from) / perGpu.value(PerGpu.IT_WATTS, column);
    return ofPlan(other, from)
        .map(
            size ->
                new Size(
                    size.formula().times(watts).over(perGpu.cell(PerGpu.IT_WATTS, column)),
                    size.gpus() * ratio));
  }

  private Optional<Size> ofPlan(Phase phase, int column) {
    Plan plan = phase.spec().plan();
    PhaseParameter kind = plan.size();
    Expression size = Expression.of(1);
    double number = 1;
    Assumption stated = phase.spec().parameters().get(kind);
    if (plan instanceof Plan.Ramped && stated != null) {
      number = phase.get(kind);
      size = assumptions.cell(stated, number);
    }
    Quantity need =
        switch (kind) {
          case IT_POWER -> PerGpu.IT_WATTS;
          case FACILITY_POWER -> PerGpu.FACILITY_WATTS;
          case CAPEX -> PerGpu.LIST_PRICE;
          default -> PerGpu.ONE;
        };
    return Optional.of(
        new Size(size.over(perGpu.cell(need, column)), number / perGpu.value(need, column)));
  }
}
