package org.stargatecalc.projection;

import java.util.Set;

/** One equation, or a few that belong together, evaluated at every grid point. */
interface Step {
  /** Returns whether this step fills the row of a metric. */
  boolean fills(Metric metric);

  /** Returns the metrics whose rows must have been filled by earlier steps. */
  default Set<Metric> buildsOn() {
    return Set.of();
  }

  /** Fills the rows that this step defines from the build-out and the rows that it builds on. */
  void evaluate(Grid g);
}
