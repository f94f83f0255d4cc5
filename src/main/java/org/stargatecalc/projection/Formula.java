package org.stargatecalc.projection;

import java.util.List;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;

/**
 * How a metric follows from the states of phases and from other formulas.
 *
 * <p>It is data: the engine evaluates it, others print it as a tree or write it down as cells. A
 * formula that several others use is one object. Sums run over phases in file order.
 */
public sealed interface Formula
    permits Formula.SumOverPhases,
        Formula.LargestGroup,
        Formula.InLargestGroup,
        Formula.SumOf,
        Formula.Scaled,
        Formula.Quotient,
        Formula.RunningTotal,
        Formula.Difference,
        Formula.Shortened,
        Formula.Word,
        Algorithm {

  /**
   * Σ over phases of a state × a quantity per GPU.
   *
   * @param state what is counted of a phase
   * @param perGpu what one GPU contributes
   */
  record SumOverPhases(State state, Quantity perGpu) implements Formula {}

  /**
   * The largest, over groups of phases, of Σ state × quantity per GPU; 0 where there is none.
   *
   * <p>A phase that is spread over n &gt; 1 groups offers 1/n and joins no other.
   *
   * @param grouping which phases are one group
   * @param state what is counted of a phase
   * @param perGpu what one GPU contributes
   */
  record LargestGroup(Grouping grouping, State state, Quantity perGpu) implements Formula {}

  /**
   * Σ state × quantity per GPU in the group that another formula finds largest, the first of the
   * file on a tie; 0 where there is none.
   *
   * @param largest which group
   * @param perGpu what one GPU contributes
   */
  record InLargestGroup(LargestGroup largest, Quantity perGpu) implements Formula {}

  /**
   * The sum of others.
   *
   * @param parts in the order in which they are added
   */
  record SumOf(List<Formula> parts) implements Formula {}

  /**
   * Another times a number.
   *
   * @param of the other
   * @param by the number
   */
  record Scaled(Formula of, Quantity.Constant by) implements Formula {}

  /**
   * One over another, undefined at 0/0.
   *
   * @param over numerator
   * @param under denominator
   */
  record Quotient(Formula over, Formula under) implements Formula {}

  /**
   * The sum of a flow since the horizon began.
   *
   * @param of the flow
   */
  record RunningTotal(Formula of) implements Formula {}

  /**
   * One less another.
   *
   * @param of what is taken from
   * @param less what is taken
   */
  record Difference(Formula of, Formula less) implements Formula {}

  /**
   * A formula that has a shorter form in many scenarios. Both have the same value there.
   *
   * @param of the formula
   * @param where in which scenarios the shorter form will do
   * @param shorter the shorter form
   */
  record Shortened(Formula of, Simplicity where, Formula shorter) implements Formula {
    /** Returns the form that will do for a scenario. */
    public Formula in(Scenario scenario) {
      return where.holds(scenario) ? shorter : of;
    }
  }

  /** What makes formulas short. */
  enum Simplicity {
    /**
     * Nothing that is there ever leaves and no value changes with time: what was added to date is
     * what is installed, at one price.
     */
    CAPACITY_STAYS,
    /** Nothing is paid before it is there: what was paid to date is what was added. */
    PAID_WHEN_ADDED;

    /** Returns whether a scenario is so simple. */
    public boolean holds(Scenario scenario) {
      return this == CAPACITY_STAYS
          ? !scenario.mayFall() && !scenario.mayChange()
          : !scenario.mayLead();
    }
  }

  /**
   * A word, which no arithmetic gives.
   *
   * @param text what it says
   */
  record Word(String text) implements Formula {}

  /** Which phases are one group. */
  enum Grouping {
    /** The phases of one site. */
    SITE("site", PhaseParameter.SITE_COUNT),
    /** The phases of one training system. */
    TRAINING_SYSTEM("training_system", PhaseParameter.SYSTEMS);

    private final String key;
    private final PhaseParameter count;

    Grouping(String key, PhaseParameter count) {
      this.key = key;
      this.count = count;
    }

    /** Returns the scenario key that names the group. */
    public String key() {
      return key;
    }

    /** Returns the parameter that says over how many groups of its own a phase is spread. */
    public PhaseParameter count() {
      return count;
    }
  }

  /**
   * Returns whether values never fall from one point in time to the next.
   *
   * @param capacityStays whether nothing that is there ever leaves
   */
  default boolean neverFalls(boolean capacityStays) {
    if (this instanceof SumOverPhases sum) {
      return sum.state().neverFalls(capacityStays);
    }
    if (this instanceof Shortened shortened) {
      return shortened.of().neverFalls(capacityStays);
    }
    if (this instanceof SumOf sum) {
      boolean neverFalls = true;
      for (int i = 0; i < sum.parts().size(); i++) {
        neverFalls &= sum.parts().get(i).neverFalls(capacityStays);
      }
      return neverFalls;
    }
    return this instanceof LargestGroup largest && largest.state().neverFalls(capacityStays);
  }

  /** Returns Σ over phases of a state × a quantity per GPU. */
  static Formula sum(State state, Quantity perGpu) {
    return new SumOverPhases(state, perGpu);
  }

  /** Returns the sum of others. */
  static Formula sumOf(Formula... parts) {
    return new SumOf(List.of(parts));
  }

  /** Returns this over another. */
  default Formula over(Formula under) {
    return new Quotient(this, under);
  }

  /** Returns this times a number. */
  default Formula times(Quantity.Constant by) {
    return new Scaled(this, by);
  }
}
