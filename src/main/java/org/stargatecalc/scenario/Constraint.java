package org.stargatecalc.scenario;

import java.time.LocalDate;

/** A resolved limit on what phases may install together. */
public final class Constraint {
  private final ConstraintSpec spec;
  private final boolean[] applies;
  private final double[] store;
  private final int first;
  private final int entries;

  Constraint(ConstraintSpec spec, boolean[] applies, double[] store, int first, int entries) {
    this.spec = spec;
    this.applies = applies;
    this.store = store;
    this.first = first;
    this.entries = entries;
  }

  /** Returns the stated constraint that this one resolves. */
  public ConstraintSpec spec() {
    return spec;
  }

  /** Returns whether a phase, by its index, shares the limit. */
  public boolean appliesTo(int phase) {
    return applies[phase];
  }

  /** Returns whether what leaves makes room again: a level is freed, a supply stays used. */
  public boolean isFreedByWhatLeaves() {
    return spec.availability() instanceof ConstraintSpec.Levels;
  }

  /**
   * Returns how much may be in use at an instant, in the base unit of the limited size.
   *
   * <p>A level steps up evenly over its day, 0 before the first; a supply accrues evenly over its
   * calendar year.
   */
  public double availableAt(double instant) {
    double available = 0;
    if (spec.availability() instanceof ConstraintSpec.Supply supply) {
      for (int i = 0; i < entries; i++) {
        int year = supply.years().get(i).year();
        double from = LocalDate.of(year, 1, 1).toEpochDay();
        double days = LocalDate.of(year + 1, 1, 1).toEpochDay() - from;
        double share = (instant - from) / days;
        available += store[first + i] * (share <= 0 ? 0 : share >= 1 ? 1 : share);
      }
      return available;
    }
    for (int i = 0; i < entries; i++) {
      double day = store[first + 2 * i];
      double level = store[first + 2 * i + 1];
      if (instant >= day + 1) {
        available = level;
      } else if (instant > day) {
        return available + (level - available) * (instant - day);
      }
    }
    return available;
  }

  /** Returns how many instants {@link #nodes} writes. */
  public int nodeCount() {
    return spec.availability() instanceof ConstraintSpec.Supply ? 2 * entries + 2 : 2 * entries;
  }

  /**
   * Writes the instants at which the limit changes, and the days after them.
   *
   * @return the index after the last one written
   */
  public int nodes(double[] target, int at) {
    int next = at;
    if (spec.availability() instanceof ConstraintSpec.Supply supply) {
      for (ConstraintSpec.YearlyAmount year : supply.years()) {
        target[next++] = LocalDate.of(year.year(), 1, 1).toEpochDay();
        target[next++] = LocalDate.of(year.year() + 1, 1, 1).toEpochDay();
      }
      return next;
    }
    for (int i = 0; i < entries; i++) {
      target[next++] = store[first + 2 * i];
      target[next++] = store[first + 2 * i] + 1;
    }
    return next;
  }
}
