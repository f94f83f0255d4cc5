package org.stargatecalc.scenario;

import java.util.Locale;

/** What a phase has between two milestones. */
public enum Between {
  /** The size of the milestone before: each is complete on its day. */
  STEP,
  /** A size that changes evenly from one milestone to the next. */
  LINEAR;

  /** Returns the word that scenarios use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
