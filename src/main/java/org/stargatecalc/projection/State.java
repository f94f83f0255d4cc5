package org.stargatecalc.projection;

import java.util.Optional;
import org.stargatecalc.scenario.PhaseParameter;

/** What is counted of a phase at a point in time, or since the point before: the model's code. */
public enum State {
  /** GPUs that are there. */
  INSTALLED("GPUs installed", false, Falls.WHERE_CAPACITY_LEAVES),
  /** GPUs that are there, each at the value of its purchase. */
  HELD("GPUs installed, as bought", false, Falls.WHERE_CAPACITY_LEAVES),
  /** GPUs that came since the point before; at the first, what was there from the start. */
  ADDED("GPUs added", true, Falls.OFTEN),
  /** GPUs that came so far, those that left since included. */
  ADDED_TO_DATE("GPUs added to date", false, Falls.NEVER),
  /** GPUs that came since the point before and were more than the phase ever had. */
  HOUSED("GPUs added above the most so far", true, Falls.OFTEN),
  /** The most GPUs that there were so far. */
  HOUSED_TO_DATE("most GPUs to date", false, Falls.NEVER),
  /** GPUs whose hardware was paid so far: those of later count for the part of it paid by then. */
  COMPUTE_PAID_TO_DATE("GPUs whose compute is paid to date", false, Falls.NEVER),
  /** GPUs whose facility was paid so far. */
  FACILITY_PAID_TO_DATE("GPUs whose facility is paid to date", false, Falls.NEVER),
  /** GPUs whose on-site generation was paid so far. */
  GENERATION_PAID_TO_DATE("GPUs whose generation is paid to date", false, Falls.NEVER),
  /** GPUs whose hardware was paid since the point before. */
  COMPUTE_PAID("GPUs whose compute is paid", true, Falls.OFTEN),
  /** GPUs whose facility was paid since the point before. */
  FACILITY_PAID("GPUs whose facility is paid", true, Falls.OFTEN),
  /** GPUs whose on-site generation was paid since the point before. */
  GENERATION_PAID("GPUs whose generation is paid", true, Falls.OFTEN),
  /** ∫ GPUs installed dt since the point before, by the trapezoid between nodes. */
  GPU_DAYS("GPU-days", true, Falls.OFTEN),
  /** GPUs of the plan, with its delays and without constraints. */
  PLANNED("GPUs planned", false, Falls.OFTEN),
  /** GPUs planned less those installed. */
  HELD_BACK("GPUs held back", false, Falls.OFTEN),
  /** ∫ (plan without delays, risks and constraints − installed) dt since the point before. */
  DEFERRED("GPU-hours deferred", true, Falls.OFTEN);

  private final String label;
  private final boolean isFlow;
  private final Falls falls;

  /** Whether a state may fall from one point in time to the next. */
  private enum Falls {
    NEVER,
    WHERE_CAPACITY_LEAVES,
    OFTEN
  }

  State(String label, boolean isFlow, Falls falls) {
    this.label = label;
    this.isFlow = isFlow;
    this.falls = falls;
  }

  /** Returns what is counted, as formulas write it. */
  public String label() {
    return label;
  }

  /** Returns whether it is what happened since the point before rather than what is there. */
  public boolean isFlow() {
    return isFlow;
  }

  /**
   * Returns whether it never falls from one point in time to the next.
   *
   * @param capacityStays whether nothing that is there ever leaves
   */
  public boolean neverFalls(boolean capacityStays) {
    return falls == Falls.NEVER || (falls == Falls.WHERE_CAPACITY_LEAVES && capacityStays);
  }

  /** Returns the state that is the same wherever nothing that is there ever leaves. */
  State whereCapacityStays() {
    return switch (this) {
      case HELD, ADDED_TO_DATE, HOUSED_TO_DATE -> INSTALLED;
      case HOUSED -> ADDED;
      default -> this;
    };
  }

  /** Returns how long before it is there what this state counts is paid; empty if it is no such. */
  public Optional<PhaseParameter> lead() {
    return switch (this) {
      case COMPUTE_PAID, COMPUTE_PAID_TO_DATE -> Optional.of(PhaseParameter.COMPUTE_LEAD);
      case FACILITY_PAID, FACILITY_PAID_TO_DATE -> Optional.of(PhaseParameter.FACILITY_LEAD);
      case GENERATION_PAID, GENERATION_PAID_TO_DATE -> Optional.of(PhaseParameter.GENERATION_LEAD);
      default -> Optional.empty();
    };
  }
}
