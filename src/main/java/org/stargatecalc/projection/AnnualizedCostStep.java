package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;

/**
 * Yearly cost of what is installed, and per GPU-hour: annualized cost / (8,766 h × GPUs), undefined
 * while there are none.
 */
final class AnnualizedCostStep implements Step {
  @Override
  public void evaluate(Workings w) {
    double[] annualized = w.clear(Metric.ANNUALIZED_COST_USD_BN);
    for (Phase phase : w.scenario.phases()) {
      w.addInstalled(
          annualized,
          phase.index(),
          YearlyCost.of(phase, w.scenario).total() / CapexStep.USD_PER_BILLION);
    }
    double[] perGpuHour = w.row(Metric.COST_PER_GPU_HOUR_USD);
    double[] gpuCount = w.row(Metric.GPU_COUNT);
    for (int k = 0; k < w.nodes; k++) {
      perGpuHour[k] =
          annualized[k] * CapexStep.USD_PER_BILLION / (Durations.HOURS_PER_YEAR * gpuCount[k]);
    }
  }
}
