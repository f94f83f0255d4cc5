package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.Phase;

/**
 * The largest training system: the most training power that one system has, on either basis.
 *
 * <p>Training capacity with one system id is one system. A phase cut into n &gt; 1 systems offers
 * 1/n of its training power and joins no other.
 */
final class LargestTrainingSystemStep implements Step {
  @Override
  public boolean fills(Metric metric) {
    return metric == Metric.LARGEST_TRAINING_SYSTEM_GW;
  }

  @Override
  public void evaluate(Grid g) {
    double[] systemGw = new double[g.w.scenario.systemCount() * g.size];
    for (Basis basis : g.bases) {
      Arrays.fill(systemGw, 0);
      double[] largest = g.clear(Metric.LARGEST_TRAINING_SYSTEM_GW, basis);
      for (Phase phase : g.phases) {
        double watts = basis.wattsPerGpu(phase);
        g.addToSystem(
            largest, systemGw, watts / PowerStep.WATTS_PER_GIGAWATT * phase.training(), phase);
      }
      g.raiseToLargest(largest, systemGw);
    }
  }
}
