package org.stargatecalc.analysis.backtest;

import org.stargatecalc.word.Worded;

/** What a recorded point can say about a projection. */
public enum PointSet implements Worded {
  /** It happened. */
  HAPPENED,
  /** The record's authors expect it, or it is dated after the day up to which points count. */
  FORECAST,
  /** A builder announced it; it is shown and never scored. */
  ANNOUNCED;
}
