package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * The largest site and the largest training system, on either basis.
 *
 * <p>Training capacity with one system id is one system. A phase cut into n &gt; 1 systems offers
 * 1/n of its training power and joins no other.
 */
final class ScopeStep implements Step {
  private static final double WATTS_PER_GIGAWATT = 1e9;

  @Override
  public boolean fills(Metric metric) {
    return metric == Metric.LARGEST_SITE_GW || metric == Metric.LARGEST_TRAINING_SYSTEM_GW;
  }

  @Override
  public void evaluate(Grid g) {
    double[] siteWatts = new double[g.w.scenario.siteCount()];
    double[] systemWatts = new double[g.w.scenario.systemCount()];
    for (Basis basis : Basis.values()) {
      double[] site = g.clear(Metric.LARGEST_SITE_GW, basis);
      double[] system = g.clear(Metric.LARGEST_TRAINING_SYSTEM_GW, basis);
      for (int j = 0; j < g.size; j++) {
        Arrays.fill(siteWatts, 0);
        Arrays.fill(systemWatts, 0);
        double largestPart = 0;
        for (Phase phase : g.phases) {
          double watts =
              g.gpus[phase.index()][j]
                  * (basis == Basis.IT ? phase.itWatts() : phase.facilityWatts());
          siteWatts[phase.site()] += watts;
          double systems = phase.get(PhaseParameter.SYSTEMS);
          if (systems > 1) {
            largestPart = Math.max(largestPart, watts * phase.training() / systems);
          } else {
            systemWatts[phase.system()] += watts * phase.training();
          }
        }
        site[j] = largest(siteWatts, 0) / WATTS_PER_GIGAWATT;
        system[j] = largest(systemWatts, largestPart) / WATTS_PER_GIGAWATT;
      }
    }
  }

  static double largest(double[] values, double atLeast) {
    double largest = atLeast;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }
}
