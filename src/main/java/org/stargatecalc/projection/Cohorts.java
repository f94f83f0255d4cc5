package org.stargatecalc.projection;

/**
 * What is left of the additions of a phase, of which the oldest leave first.
 *
 * <p>An addition begins to leave when all before it have left: of an addition up to which A GPUs
 * were added, {@code A − R} are left once R were given back, none at least and the whole at most.
 */
final class Cohorts {
  private Cohorts() {}

  /**
   * Returns how many GPUs of an addition are left later.
   *
   * @param phase of the addition
   * @param node at which they were added
   * @param gpus how many they were
   * @param later a node, the same or a later one
   */
  static double left(Workings w, int phase, int node, double gpus, int later) {
    if (!w.falls(phase)) {
      return gpus;
    }
    double[] givenBack = w.givenBack[phase];
    double addedToDate = w.installed[phase][node] + givenBack[node];
    double left = Math.min(gpus, addedToDate - givenBack[later]);
    return Math.max(0, Math.min(left, w.installed[phase][later]));
  }
}
