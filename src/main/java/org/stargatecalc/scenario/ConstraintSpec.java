package org.stargatecalc.scenario;

import java.util.List;
import java.util.Set;

/**
 * A limit on what phases may install together.
 *
 * @param id its id
 * @param limits what it limits: one of the size parameters
 * @param appliesTo ids of the phases that share it, in file order
 * @param availability how much there is
 */
public record ConstraintSpec(
    String id, PhaseParameter limits, Set<String> appliesTo, Availability availability) {
  /** Copies the ids. */
  public ConstraintSpec {
    appliesTo = Set.copyOf(appliesTo);
  }

  /** How much of the limited thing there is over time. */
  public sealed interface Availability {}

  /**
   * A level that steps up on given days.
   *
   * @param steps day and level, in order of date
   */
  public record Levels(List<Plan.Step> steps) implements Availability {
    /** Copies the steps. */
    public Levels {
      steps = List.copyOf(steps);
    }
  }

  /**
   * An amount per calendar year that accrues evenly and is kept when unused.
   *
   * @param years amounts by year, in order
   */
  public record Supply(List<YearlyAmount> years) implements Availability {
    /** Copies the years. */
    public Supply {
      years = List.copyOf(years);
    }
  }

  /**
   * What one calendar year supplies.
   *
   * @param year the calendar year
   * @param amount what accrues in it
   */
  public record YearlyAmount(int year, Assumption amount) {}
}
