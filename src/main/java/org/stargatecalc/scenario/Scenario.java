package org.stargatecalc.scenario;

import java.util.List;
import org.stargatecalc.calendar.Horizon;

/**
 * A resolved scenario: plain numbers, the central case or one draw.
 *
 * <p>All numbers lie in one array so that a draw overwrites only what is uncertain and allocates
 * nothing. Obtain one from {@link ScenarioResolver}; it is not safe for use by several threads.
 */
public final class Scenario {
  private final ScenarioSpec spec;
  private final double[] store;
  private final List<Phase> phases;
  private final List<Constraint> constraints;
  private final int siteCount;
  private final Coefficients coefficients;
  private final boolean mayFall;
  private final boolean mayLead;

  Scenario(
      ScenarioSpec spec,
      double[] store,
      List<Phase> phases,
      List<Constraint> constraints,
      int siteCount,
      Coefficients coefficients) {
    this.spec = spec;
    this.store = store;
    this.phases = List.copyOf(phases);
    this.constraints = List.copyOf(constraints);
    this.siteCount = siteCount;
    this.coefficients = coefficients;
    boolean falls = false;
    for (int i = 0; i < phases.size(); i++) {
      falls |= phases.get(i).mayFall();
    }
    this.mayFall = falls;
    boolean leads = false;
    for (int i = 0; i < phases.size(); i++) {
      leads |= phases.get(i).spec().mayLead();
    }
    this.mayLead = leads;
  }

  /** Returns whether a value of any phase changes with time. */
  public boolean mayChange() {
    for (int p = 0; p < phases.size(); p++) {
      if (phases.get(p).epochs().count() > 1) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether in some draw something is paid before it is there. */
  public boolean mayLead() {
    return mayLead;
  }

  /** Returns the longest time over which anything is paid before it is there, days. */
  public double longestLead() {
    double longest = 0;
    for (int p = 0; mayLead && p < phases.size(); p++) {
      for (int l = 0; l < PhaseParameter.LEADS.size(); l++) {
        longest = Math.max(longest, phases.get(p).get(PhaseParameter.LEADS.get(l)));
      }
    }
    return longest;
  }

  /** Returns whether in some draw something is there and then no longer is. */
  public boolean mayFall() {
    return mayFall;
  }

  /** Returns the time that the scenario covers. */
  public Horizon horizon() {
    return spec.horizon();
  }

  /** Returns the phases in file order. */
  public List<Phase> phases() {
    return phases;
  }

  /** Returns the constraints in file order. */
  public List<Constraint> constraints() {
    return constraints;
  }

  /** Returns how many different sites the phases have. */
  public int siteCount() {
    return siteCount;
  }

  /** Returns how capital expenditure is spread over years. */
  public Amortization amortization() {
    return spec.amortization();
  }

  /** Returns the discount rate per year. */
  public double discountRate() {
    return store[StoreLayout.DISCOUNT_RATE];
  }

  /** Returns the yearly growth factor of FLOP/s per dollar. */
  public double pricePerformance() {
    return store[StoreLayout.PRICE_PERFORMANCE];
  }

  /** Returns the training run that others are held against, FLOP. */
  public double referenceRun() {
    return store[StoreLayout.REFERENCE_RUN];
  }

  /** Returns the phases' quantities per GPU as numbers. */
  public Coefficients coefficients() {
    return coefficients;
  }

  /** Computes what follows from the numbers in the store. */
  void derive() {
    for (int i = 0; i < phases.size(); i++) {
      phases.get(i).deriveShares();
    }
    coefficients.evaluate();
    for (int i = 0; i < phases.size(); i++) {
      phases.get(i).derive();
    }
  }

  double[] store() {
    return store;
  }
}
