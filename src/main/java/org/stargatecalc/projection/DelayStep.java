package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.scenario.Phase;

/**
 * What delays and constraints cost: ∫ (plan without delays − installed) × 24 h, and that times the
 * phase's annualized cost per GPU-hour.
 *
 * <p>The plan without delays may bend between nodes, so each interval is cut at its bends; a plan
 * that is on time gives exactly 0.
 */
final class DelayStep implements Step {
  @Override
  public boolean fills(Metric metric) {
    return metric == Metric.DEFERRED_GPU_HOURS || metric == Metric.DELAY_COST_USD_BN;
  }

  @Override
  public void evaluate(Grid g) {
    Workings w = g.w;
    double[] gpuHours = g.clear(Metric.DEFERRED_GPU_HOURS);
    double[] costUsdBn = g.clear(Metric.DELAY_COST_USD_BN);
    for (Phase phase : g.phases) {
      int p = phase.index();
      double[] planned = w.planned[p];
      double[] installed = w.installed[p];
      if (!phase.isDelayed() && Arrays.equals(planned, 0, w.nodes, installed, 0, w.nodes)) {
        continue;
      }
      double usdBnPerGpuHour =
          w.yearly[p].total() / Durations.HOURS_PER_YEAR / CapexStep.USD_PER_BILLION;
      double[] bends = new double[phase.isDelayed() ? phase.kinkCount() : 0];
      if (phase.isDelayed()) {
        phase.kinks(bends, 0, 0);
        Arrays.sort(bends);
      }
      double[] undelayed = w.scratch;
      int first = phase.countBefore(w.time, w.nodes, 0);
      Arrays.fill(undelayed, 0, first, 0);
      phase.write(w.time, first, w.nodes, 0, undelayed);
      // Before the plan begins and once it is installed whole, nothing is deferred.
      int last = installed[w.nodes - 1] == undelayed[w.nodes - 1] ? w.last[p] : w.nodes - 1;
      int k = Math.max(1, first);
      for (int j = 0; j < g.size; j++) {
        for (int end = Math.min(last, g.node[j]); k <= end; k++) {
          double deferred =
              Durations.HOURS_PER_DAY * deferredGpuDays(w, phase, k, undelayed, bends);
          gpuHours[j] += deferred;
          costUsdBn[j] += deferred * usdBnPerGpuHour;
        }
      }
    }
  }

  private static double deferredGpuDays(
      Workings w, Phase phase, int k, double[] undelayed, double[] bends) {
    double from = w.time[k - 1];
    double to = w.time[k];
    double[] installed = w.installed[phase.index()];
    double planned = 0;
    double left = from;
    double leftCount = undelayed[k - 1];
    for (double bend : bends) {
      if (bend > left && bend < to) {
        double count = phase.undelayed(bend);
        planned += (bend - left) * (leftCount + count) / 2;
        left = bend;
        leftCount = count;
      }
    }
    planned += (to - left) * (leftCount + undelayed[k]) / 2;
    return planned - (to - from) * (installed[k - 1] + installed[k]) / 2;
  }
}
