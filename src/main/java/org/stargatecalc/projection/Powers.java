package org.stargatecalc.projection;

import java.util.Arrays;

/** Powers of one base with many exponents, most of which are months and come back in every draw. */
final class Powers {
  private static final int SIZE = 1 << 9;

  private final double[] exponents = new double[SIZE];
  private final double[] values = new double[SIZE];
  private double base = 1;
  private double logOfBase;

  Powers() {
    Arrays.fill(values, 1);
  }

  /** Sets the base, above 0. */
  void of(double newBase) {
    if (base != newBase) {
      base = newBase;
      logOfBase = StrictMath.log(newBase);
      Arrays.fill(exponents, 0);
      Arrays.fill(values, 1);
    }
  }

  /** Returns base^exponent as exp(exponent · ln base): the same bytes everywhere. */
  double pow(double exponent) {
    long bits = Double.doubleToRawLongBits(exponent) * 0x9E3779B97F4A7C15L;
    int slot = (int) (bits >>> 55);
    if (exponents[slot] != exponent) {
      exponents[slot] = exponent;
      values[slot] = StrictMath.exp(exponent * logOfBase);
    }
    return values[slot];
  }
}
