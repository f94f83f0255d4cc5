package org.stargatecalc.projection;

/** One equation, or a few that belong together, evaluated at every grid point. */
interface Step {
  /** Returns whether this step fills the row of a metric. */
  boolean fills(Metric metric);

  /**
   * Fills the rows that this step defines from the build-out and rows that earlier steps filled.
   */
  void evaluate(Grid g);
}
