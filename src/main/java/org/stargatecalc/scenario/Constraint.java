package org.stargatecalc.scenario;

import java.time.LocalDate;

/** A resolved limit on what phases may install together. */
public final class Constraint {
  private final ConstraintSpec spec;
  private final boolean[] applies;
  private final double[] store;
  private final int first;
  private final int entries;

  /** First instants of the years of a supply, each with that of the year after; none of levels. */
  private final double[] years;

  Constraint(ConstraintSpec spec, boolean[] applies, double[] store, int first, int entries) {
    this.spec = spec;
    this.applies = applies;
    this.store = store;
    this.first = first;
    this.entries = entries;
    this.years =
        spec.availability() instanceof ConstraintSpec.Supply supply
            ? boundsOf(supply)
            : new double[0];
  }

  private static double[] boundsOf(ConstraintSpec.Supply supply) {
    double[] bounds = new double[2 * supply.years().size()];
    for (int i = 0; i < supply.years().size(); i++) {
      int year = supply.years().get(i).year();
      bounds[2 * i] = LocalDate.of(year, 1, 1).toEpochDay();
      bounds[2 * i + 1] = LocalDate.of(year + 1, 1, 1).toEpochDay();
    }
    return bounds;
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
    if (years.length > 0) {
      for (int i = 0; i < entries; i++) {
        double from = years[2 * i];
        double days = years[2 * i + 1] - from;
        double passed = Math.max(0, Math.min(days, instant - from));
        available += passed == days ? store[first + i] : store[first + i] * (passed / days);
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

  /**
   * Writes how much may be in use at ascending instants, as {@link #availableAt} has it.
   *
   * @param size how many of the instants count
   */
  public void available(double[] instants, int size, double[] target) {
    if (years.length > 0) {
      supplied(instants, size, target);
      return;
    }
    boolean ascends = true;
    for (int i = 1; i < entries && ascends; i++) {
      ascends = store[first + 2 * i] >= store[first + 2 * i - 2];
    }
    int next = 0;
    double available = 0;
    for (int k = 0; k < size; k++) {
      if (!ascends) {
        target[k] = availableAt(instants[k]);
        continue;
      }
      while (next < entries && instants[k] >= store[first + 2 * next] + 1) {
        available = store[first + 2 * next + 1];
        next++;
      }
      boolean steps = next < entries && instants[k] > store[first + 2 * next];
      target[k] = steps ? availableAt(instants[k]) : available;
    }
  }

  private void supplied(double[] instants, int size, double[] target) {
    int year = 0;
    double whole = 0;
    for (int k = 0; k < size; k++) {
      while (year < entries && instants[k] >= years[2 * year + 1]) {
        whole += store[first + year++];
      }
      double passed = year < entries ? instants[k] - years[2 * year] : 0;
      target[k] =
          passed > 0
              ? whole + store[first + year] * (passed / (years[2 * year + 1] - years[2 * year]))
              : whole;
    }
  }

  /** Returns how many instants {@link #nodes} writes. */
  public int nodeCount() {
    return 2 * entries;
  }

  /**
   * Writes the instants at which the limit changes, and the days after them.
   *
   * @return the index after the last one written
   */
  public int nodes(double[] target, int at) {
    int next = at;
    if (years.length > 0) {
      System.arraycopy(years, 0, target, at, years.length);
      return at + years.length;
    }
    for (int i = 0; i < entries; i++) {
      target[next++] = store[first + 2 * i];
      target[next++] = store[first + 2 * i] + 1;
    }
    return next;
  }
}
