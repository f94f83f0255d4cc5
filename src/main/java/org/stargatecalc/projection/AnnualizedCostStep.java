package org.stargatecalc.projection;

import java.util.Set;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;

/**
 * Yearly cost of what is installed, and per GPU-hour: annualized cost / (8,766 h × GPUs), undefined
 * while there are none.
 */
final class AnnualizedCostStep implements Step {
  @Override
  public boolean fills(Metric metric) {
    return metric == Metric.ANNUALIZED_COST_USD_BN || metric == Metric.COST_PER_GPU_HOUR_USD;
  }

  @Override
  public Set<Metric> buildsOn() {
    return Set.of(Metric.GPU_COUNT);
  }

  @Override
  public void evaluate(Grid g) {
    double[] annualized = g.clear(Metric.ANNUALIZED_COST_USD_BN);
    for (Phase phase : g.phases) {
      g.add(
          annualized,
          g.w.yearly[phase.index()].total() / CapexStep.USD_PER_BILLION,
          g.gpus[phase.index()]);
    }
    double[] perGpuHour = g.row(Metric.COST_PER_GPU_HOUR_USD);
    double[] gpuCount = g.row(Metric.GPU_COUNT);
    for (int j = 0; j < g.size; j++) {
      perGpuHour[j] =
          annualized[j] * CapexStep.USD_PER_BILLION / (Durations.HOURS_PER_YEAR * gpuCount[j]);
    }
  }
}
