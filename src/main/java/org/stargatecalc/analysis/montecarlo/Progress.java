package org.stargatecalc.analysis.montecarlo;

/** Hears how far a long run has come; may be called from any thread. */
public interface Progress {
  /** Hears nothing. */
  Progress NONE = done -> {};

  /** Says that so many more draws are done. */
  void done(int draws);
}
