package org.stargatecalc.projection;

/** One equation, or a few that belong together, evaluated at every node. */
interface Step {
  /** Fills the rows that this step defines from rows that earlier steps filled. */
  void evaluate(Workings w);
}
