package org.stargatecalc.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a phase's size comes online. */
public sealed interface Plan {
  /** Returns the size parameter in which the plan is stated. */
  PhaseParameter size();

  /**
   * Returns the day on which the first capacity is usable, without delays.
   *
   * @param parameters of the phase
   */
  default Optional<Assumption> firstDay(Map<PhaseParameter, Assumption> parameters) {
    if (this instanceof Milestones milestones) {
      return Optional.of(milestones.steps().get(0).by());
    }
    return this instanceof Growth growth
        ? Optional.of(growth.from())
        : Optional.ofNullable(parameters.get(PhaseParameter.ONLINE));
  }

  /**
   * From nothing to full size, starting at {@code online} and lasting {@code ramp}.
   *
   * @param size which of the size parameters is given
   */
  record Ramped(PhaseParameter size) implements Plan {}

  /**
   * Sizes on dates.
   *
   * @param size the size parameter in which all steps are given
   * @param steps in order of date
   * @param linear whether the size grows evenly between steps rather than on their days
   */
  record Milestones(PhaseParameter size, List<Step> steps, boolean linear) implements Plan {
    /** Copies the steps. */
    public Milestones {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("milestones need at least one step");
      }
    }

    /** Returns for each step whether its size as stated lies below the one before. */
    public boolean[] falls() {
      boolean[] falls = new boolean[steps.size()];
      for (int i = 1; i < falls.length; i++) {
        falls[i] = steps.get(i).size().median() < steps.get(i - 1).size().median();
      }
      return falls;
    }

    /** Returns whether any size lies below the one before. */
    public boolean mayFall() {
      for (boolean falls : falls()) {
        if (falls) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Rented capacity that stands in while another phase is late.
   *
   * @param phase id of the phase that it covers
   */
  record Covering(String phase) implements Plan {
    /** A gap is one of IT power. */
    @Override
    public PhaseParameter size() {
      return PhaseParameter.IT_POWER;
    }
  }

  /**
   * One milestone.
   *
   * @param by the day, as the instant at which it begins
   * @param size cumulative size
   */
  record Step(Assumption by, Assumption size) {}

  /**
   * Exponential growth: size × per_year^((t − from) / 365.25).
   *
   * @param size the size parameter in which the amount is given
   * @param from the first day
   * @param amount the size that the curve has at {@code from}
   * @param perYear growth factor per year
   * @param until the last day of growth, empty for growth to the end of the horizon
   */
  record Growth(
      PhaseParameter size,
      Assumption from,
      Assumption amount,
      Assumption perYear,
      Optional<Assumption> until)
      implements Plan {}
}
