package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.Phase;

/**
 * Where the counts of phases lie: all phases in file order, then, for each phase of which a value
 * changes with time, once more by epoch.
 */
final class EpochLayout {
  /** Phase of each count. */
  final int[] phaseOf;

  /** Position of the first epoch of each phase; of no meaning where no value changes. */
  final int[] firstEpoch;

  EpochLayout(List<Phase> phases) {
    firstEpoch = new int[phases.size()];
    int counts = phases.size();
    for (int p = 0; p < phases.size(); p++) {
      firstEpoch[p] = counts;
      counts += changes(phases.get(p)) ? phases.get(p).epochs().count() : 0;
    }
    phaseOf = new int[counts];
    for (int p = 0; p < phases.size(); p++) {
      phaseOf[p] = p;
      if (changes(phases.get(p))) {
        Arrays.fill(phaseOf, firstEpoch[p], firstEpoch[p] + phases.get(p).epochs().count(), p);
      }
    }
  }

  /** Returns whether a value of a phase changes with time. */
  static boolean changes(Phase phase) {
    return phase.epochs().count() > 1;
  }

  /** Returns the dates at which values change, and the days after. */
  static double[] nodes(Phase[] phases) {
    double[] nodes = new double[0];
    for (Phase phase : phases) {
      for (double day : phase.epochs().days()) {
        nodes = Arrays.copyOf(nodes, nodes.length + 2);
        nodes[nodes.length - 2] = day;
        nodes[nodes.length - 1] = day + 1;
      }
    }
    return nodes;
  }

  /** Returns whether a value of any phase changes with time. */
  boolean anyChanges() {
    return phaseOf.length > firstEpoch.length;
  }
}
