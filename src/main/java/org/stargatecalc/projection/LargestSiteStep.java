package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.Phase;

/** The largest site: the most power that the phases of one site have together, on either basis. */
final class LargestSiteStep implements Step {
  @Override
  public boolean fills(Metric metric) {
    return metric == Metric.LARGEST_SITE_GW;
  }

  @Override
  public void evaluate(Grid g) {
    double[] siteGw = new double[g.w.scenario.siteCount() * g.size];
    for (Basis basis : g.bases) {
      Arrays.fill(siteGw, 0);
      for (Phase phase : g.phases) {
        double watts = basis.wattsPerGpu(phase);
        g.addTo(phase.site(), siteGw, watts / PowerStep.WATTS_PER_GIGAWATT, phase);
      }
      g.raiseToLargest(g.clear(Metric.LARGEST_SITE_GW, basis), siteGw);
    }
  }
}
