package org.stargatecalc.claim;

import org.stargatecalc.word.Worded;

/**
 * How likely a claim is met over all draws, in calibrated words.
 *
 * <p>The bounds and words are those of the IPCC's guidance note on uncertainty (2010): very likely
 * from 90 %, likely from 66 %, unlikely below 33 %, very unlikely below 10 %.
 */
public enum Odds implements Worded {
  /** In 90 % of draws or more. */
  VERY_LIKELY(0.90),
  /** In 66 % or more. */
  LIKELY(0.66),
  /** In 33 % or more. */
  AS_LIKELY_AS_NOT(0.33),
  /** In 10 % or more. */
  UNLIKELY(0.10),
  /** In less. */
  VERY_UNLIKELY(0);

  private static final double HALF = 0.5;

  private final double least;

  Odds(double least) {
    this.least = least;
  }

  /**
   * Returns the word for a probability.
   *
   * @param probability 0 to 1
   */
  public static Odds of(double probability) {
    for (Odds odds : values()) {
      if (probability >= odds.least) {
        return odds;
      }
    }
    throw new IllegalArgumentException("probability " + probability + " must be >= 0");
  }

  /** Returns the words as people read them. */
  public String words() {
    return id().replace('_', ' ');
  }

  /** Returns whether a verdict on the central case says the opposite of most draws. */
  public static boolean contradict(Verdict verdict, double probability) {
    return verdict == Verdict.MET ? probability < HALF : probability > HALF;
  }
}
