package org.stargatecalc.projection;

/** Remembers powers, since most intervals between nodes are months and come back in every draw. */
final class PowerCache {
  private static final int SIZE = 1 << 10;

  private final double[] bases = new double[SIZE];
  private final double[] exponents = new double[SIZE];
  private final double[] values = new double[SIZE];

  /** Returns base^exponent as StrictMath has it. */
  double pow(double base, double exponent) {
    long bits = Double.doubleToRawLongBits(exponent) * 0x9E3779B97F4A7C15L;
    int slot = (int) (bits >>> 54);
    if (exponents[slot] != exponent || bases[slot] != base) {
      exponents[slot] = exponent;
      bases[slot] = base;
      values[slot] = StrictMath.pow(base, exponent);
    }
    return values[slot];
  }
}
