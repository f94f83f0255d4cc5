package org.stargatecalc.scenario;

import org.stargatecalc.word.Worded;

/** What a phase has between two milestones. */
public enum Between implements Worded {
  /** The size of the milestone before: each is complete on its day. */
  STEP,
  /** A size that changes evenly from one milestone to the next. */
  LINEAR
}
