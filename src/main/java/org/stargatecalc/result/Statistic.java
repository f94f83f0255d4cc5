package org.stargatecalc.result;

import java.util.Locale;
import org.stargatecalc.word.Worded;

/**
 * Which number of an uncertain metric is meant.
 *
 * @param kind the central case, the mean of the draws or a quantile of them
 * @param level for a quantile, in (0, 1); 0 otherwise
 */
public record Statistic(Kind kind, double level) {
  /** Every uncertain input at its median. */
  public static final Statistic CENTRAL = new Statistic(Kind.CENTRAL, 0);

  /** The mean of the draws. */
  public static final Statistic MEAN = new Statistic(Kind.MEAN, 0);

  /** What kind of number. */
  public enum Kind implements Worded {
    /** Every uncertain input at its median. */
    CENTRAL,
    /** The mean of the draws. */
    MEAN,
    /** A quantile of the draws. */
    QUANTILE
  }

  /** Checks the level. */
  public Statistic {
    if (kind == Kind.QUANTILE && !(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " must be > 0 and < 1");
    }
  }

  /** Returns the quantile of a percentage from 1 to 99. */
  public static Statistic percentile(int percent) {
    return new Statistic(Kind.QUANTILE, percent / 100.0);
  }

  /** Returns the word that columns and expressions use: central, mean, p05. */
  public String id() {
    return kind == Kind.QUANTILE
        ? String.format(Locale.ROOT, "p%02d", Math.round(level * 100))
        : kind.id();
  }
}
