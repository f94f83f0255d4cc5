package org.stargatecalc.scenario;

import org.stargatecalc.word.Worded;

/** How capital expenditure is spread over the years of a life. */
public enum Amortization implements Worded {
  /** Equal yearly payments with interest: r / (1 − (1 + r)^−n), and 1/n at r = 0. */
  ANNUITY {
    @Override
    public double perYear(double rate, double years) {
      // expm1 and log1p keep the digits that 1 - (1 + r)^-n loses at a small rate
      return rate == 0 ? 1 / years : rate / -StrictMath.expm1(-years * StrictMath.log1p(rate));
    }
  },
  /** Equal parts without interest: 1/n. */
  STRAIGHT_LINE {
    @Override
    public double perYear(double rate, double years) {
      return 1 / years;
    }
  };

  /**
   * Returns the yearly cost of one dollar.
   *
   * @param rate discount rate per year, above −1
   * @param years life, above 0
   */
  public abstract double perYear(double rate, double years);
}
