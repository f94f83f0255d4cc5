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

    @Override
    public double whileBuilding(double rate, double years) {
      double growth = years * StrictMath.log1p(rate);
      return growth == 0 ? 1 : StrictMath.expm1(growth) / growth;
    }
  },
  /** Equal parts without interest: 1/n. */
  STRAIGHT_LINE {
    @Override
    public double perYear(double rate, double years) {
      return 1 / years;
    }

    @Override
    public double whileBuilding(double rate, double years) {
      return 1;
    }
  };

  /**
   * Returns the yearly cost of one dollar.
   *
   * @param rate discount rate per year, above −1
   * @param years life, above 0
   */
  public abstract double perYear(double rate, double years);

  /**
   * Returns what a dollar that is paid evenly over the years before has become when the thing paid
   * for is there: ((1 + r)^L − 1) / (L ln(1 + r)), and 1 at L = 0, at r = 0 and without interest.
   *
   * @param rate discount rate per year, above −1
   * @param years over which it is paid, 0 or more
   */
  public abstract double whileBuilding(double rate, double years);
}
