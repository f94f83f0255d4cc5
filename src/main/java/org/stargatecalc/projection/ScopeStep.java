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
    double[] siteGw = new double[g.w.scenario.siteCount() * g.size];
    double[] systemGw = new double[g.w.scenario.systemCount() * g.size];
    for (Basis basis : g.bases) {
      Arrays.fill(siteGw, 0);
      Arrays.fill(systemGw, 0);
      double[] largestSite = g.clear(Metric.LARGEST_SITE_GW, basis);
      double[] largestSystem = g.clear(Metric.LARGEST_TRAINING_SYSTEM_GW, basis);
      for (Phase phase : g.phases) {
        double watts = basis == Basis.IT ? phase.itWatts() : phase.facilityWatts();
        double gw = watts / WATTS_PER_GIGAWATT;
        double[] gpus = g.gpus[phase.index()];
        addAt(phase.site(), siteGw, gw, gpus, g.size);
        double systems = phase.get(PhaseParameter.SYSTEMS);
        if (systems > 1) {
          double part = gw * phase.training() / systems;
          for (int j = 0; j < g.size; j++) {
            largestSystem[j] = Math.max(largestSystem[j], part * gpus[j]);
          }
        } else {
          addAt(phase.system(), systemGw, gw * phase.training(), gpus, g.size);
        }
      }
      raiseToLargest(largestSite, siteGw, g.size);
      raiseToLargest(largestSystem, systemGw, g.size);
    }
  }

  /** Adds coefficient × values to the row of a group among rows that lie one after the other. */
  static void addAt(int group, double[] rows, double coefficient, double[] values, int size) {
    int at = group * size;
    for (int j = 0; j < size; j++) {
      rows[at + j] += coefficient * values[j];
    }
  }

  /** Raises each value to the largest that any of the rows has at its point. */
  static void raiseToLargest(double[] largest, double[] rows, int size) {
    for (int at = 0; at < rows.length; at += size) {
      for (int j = 0; j < size; j++) {
        largest[j] = Math.max(largest[j], rows[at + j]);
      }
    }
  }
}
