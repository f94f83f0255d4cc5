package org.stargatecalc.projection;

/** What is counted of a phase at a point in time, or since the point before: the model's code. */
public enum State {
  /** GPUs that are there. */
  INSTALLED("GPUs installed", false, true),
  /** GPUs that came since the point before; at the first, what was there from the start. */
  ADDED("GPUs added", true, false),
  /** ∫ GPUs installed dt since the point before, by the trapezoid between nodes. */
  GPU_DAYS("GPU-days", true, false),
  /** GPUs of the plan, with its delays and without constraints. */
  PLANNED("GPUs planned", false, false),
  /** GPUs planned less those installed. */
  HELD_BACK("GPUs held back", false, false),
  /** ∫ (plan without delays, risks and constraints − installed) dt since the point before. */
  DEFERRED("GPU-hours deferred", true, false);

  private final String label;
  private final boolean isFlow;
  private final boolean neverFalls;

  State(String label, boolean isFlow, boolean neverFalls) {
    this.label = label;
    this.isFlow = isFlow;
    this.neverFalls = neverFalls;
  }

  /** Returns what is counted, as formulas write it. */
  public String label() {
    return label;
  }

  /** Returns whether it is what happened since the point before rather than what is there. */
  public boolean isFlow() {
    return isFlow;
  }

  /** Returns whether it never falls from one point in time to the next. */
  public boolean neverFalls() {
    return neverFalls;
  }
}
