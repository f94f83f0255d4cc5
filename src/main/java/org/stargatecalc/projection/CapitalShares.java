package org.stargatecalc.projection;

import org.stargatecalc.scenario.Amortization;

/** Yearly shares of capital by rate and life, the last few kept: phases and draws often agree. */
final class CapitalShares {
  private static final int KEPT = 4;

  private final Amortization amortization;
  private final double[] rates = new double[KEPT];
  private final double[] lives = new double[KEPT];
  private final double[] shares = new double[KEPT];
  private int next;

  CapitalShares(Amortization amortization) {
    this.amortization = amortization;
  }

  /**
   * Returns the yearly cost of one dollar.
   *
   * @param rate discount rate per year, above −1
   * @param years life, above 0
   */
  double perYear(double rate, double years) {
    for (int i = 0; i < KEPT; i++) {
      if (lives[i] == years && rates[i] == rate) {
        return shares[i];
      }
    }
    rates[next] = rate;
    lives[next] = years;
    shares[next] = amortization.perYear(rate, years);
    double share = shares[next];
    next = (next + 1) % KEPT;
    return share;
  }
}
