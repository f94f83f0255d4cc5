package org.stargatecalc.projection;

/** What an algorithm works with of one phase: the GPUs of all others cost nothing. */
final class OnePhase implements Algorithm.Inputs {
  private final Algorithm.Inputs all;
  private final int only;

  OnePhase(Algorithm.Inputs all, int only) {
    this.all = all;
    this.only = only;
  }

  @Override
  public double[] row(Grid g, int from) {
    return new double[g.node.length];
  }

  @Override
  public double perGpu(int quantity, int phase) {
    return phase == only ? all.perGpu(quantity, phase) : 0;
  }

  @Override
  public boolean changes(int quantity, int phase) {
    return phase == only && all.changes(quantity, phase);
  }

  @Override
  public double inEpoch(int quantity, int phase, int epoch) {
    return phase == only ? all.inEpoch(quantity, phase, epoch) : 0;
  }

  @Override
  public double perGpu(Workings w, int quantity, int phase, int node) {
    return phase == only ? all.perGpu(w, quantity, phase, node) : 0;
  }
}
