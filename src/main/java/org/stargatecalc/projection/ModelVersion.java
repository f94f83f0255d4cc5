package org.stargatecalc.projection;

/**
 * The version of the model by which numbers are computed.
 *
 * <p>It rises whenever a metric of one id comes to mean something else, so that a saved number is
 * never held against one that means another thing.
 */
public final class ModelVersion {
  /** The version of this program. */
  public static final int CURRENT = 2;

  /** The version of results that do not say theirs. */
  public static final int FIRST = 1;

  private ModelVersion() {}

  /** Returns the version in which the meaning of a metric last changed. */
  public static int ofMeaning(Metric metric) {
    return switch (metric) {
      // 8-bit rate of the chip, sites of phases with several, losses that gains do not undo
      case H100_EQUIVALENTS, LARGEST_SITE_GW, STRANDED_USD_BN -> 2;
      default -> FIRST;
    };
  }

  /**
   * Returns whether a metric means the same in two versions; what a newer program means is not
   * known here.
   */
  public static boolean isSame(Metric metric, int one, int other) {
    return one == other
        || (Math.max(one, other) <= CURRENT && ofMeaning(metric) <= Math.min(one, other));
  }
}
