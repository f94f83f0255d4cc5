package org.stargatecalc.analysis.backtest;

import java.util.Locale;

/** What a recorded point can say about a projection. */
public enum PointSet {
  /** It happened. */
  HAPPENED,
  /** The record's authors expect it, or it is dated after the day up to which points count. */
  FORECAST,
  /** A builder announced it; it is shown and never scored. */
  ANNOUNCED;

  /** Returns the word that reports use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
