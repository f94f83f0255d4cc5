package org.stargatecalc.scenario;

import java.util.List;

/**
 * The place of a phase in a row of phases of which each replaces the hardware of the one before.
 *
 * @param family id of the first of them, which states the plan
 * @param generation how many came before
 * @param afters how long each is there until the next replaces it, in their order; empty for a
 *     phase that is never refreshed
 */
public record Refresh(String family, int generation, List<Assumption> afters) {
  /** What can be said of the new hardware as numbers. */
  public static final List<PhaseParameter> NUMBERS =
      List.of(
          PhaseParameter.WATTS_PER_GPU,
          PhaseParameter.CHIP_TDP,
          PhaseParameter.SYSTEM_OVERHEAD,
          PhaseParameter.CAPEX_PER_GPU,
          PhaseParameter.COMPUTE_LIFE,
          PhaseParameter.FLOPS_PER_GPU,
          PhaseParameter.MFU);

  /** What can be said of the new hardware as words. */
  public static final List<PhaseWord> WORDS = List.of(PhaseWord.GPU, PhaseWord.PRECISION);

  /** Copies the list. */
  public Refresh {
    afters = List.copyOf(afters);
  }

  /** Returns the place of a phase that is never refreshed. */
  public static Refresh never(String id) {
    return new Refresh(id, 0, List.of());
  }
}
