package org.stargatecalc.scenario;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.RampShape;

/**
 * A resolved phase: plain numbers, and the plan as a function of time.
 *
 * <p>Powers are in W, money in USD, times in days. Everything that follows from the parameters is
 * computed once per draw by {@link #derive()}.
 */
public final class Phase {
  private static final int[] SHARES = ordinals(PhaseParameter.SHARES);
  private final PhaseSpec spec;
  private final int index;
  private final int site;
  private final int system;
  private final double[] store;
  private final int offset;
  private final PlanSlots slots;
  private final boolean datesAreCertain;
  private final Coefficients coefficients;
  private final int itWattsCell;
  private final int facilityWattsCell;
  private final int capexCell;
  private final int listPriceCell;

  /** Which share is what the others leave, −1 if all are given. */
  private final int rest;

  private double itWatts;
  private double facilityWatts;
  private double count;
  private double start;
  private double rampDays;
  private double delay;
  private boolean built;
  private final double[] stepDates;
  private final double[] stepCounts;
  private double growthFrom;
  private double growthUntil;
  private double growthCount;
  private double growthPerYear;

  /** Where the numbers of a phase that are no parameters lie in the store. */
  static final class PlanSlots {
    /** First slot of the plan. */
    final int first;

    /** Number of milestones; two slots each, date then size. */
    final int steps;

    /** Whether a growth ends before the horizon does. */
    final boolean hasUntil;

    /** Slot that says whether the phase is built. */
    final int built;

    /** First slots of the risks that apply: whether it happens, then its delay. */
    final int[] risks;

    PlanSlots(int first, int steps, boolean hasUntil, int built, int[] risks) {
      this.first = first;
      this.steps = steps;
      this.hasUntil = hasUntil;
      this.built = built;
      this.risks = risks;
    }
  }

  Phase(
      PhaseSpec spec,
      int index,
      int site,
      int system,
      double[] store,
      int offset,
      PlanSlots slots,
      boolean datesAreCertain,
      Coefficients coefficients) {
    this.datesAreCertain = datesAreCertain;
    this.spec = spec;
    this.index = index;
    this.site = site;
    this.system = system;
    this.store = store;
    this.offset = offset;
    this.slots = slots;
    this.stepDates = new double[slots.steps];
    this.stepCounts = new double[slots.steps];
    this.rest = spec.restShare().isPresent() ? spec.restShare().get().ordinal() : -1;
    this.coefficients = coefficients;
    deriveShares();
    itWattsCell = coefficients.cell(PerGpu.IT_WATTS, this);
    facilityWattsCell = coefficients.cell(PerGpu.FACILITY_WATTS, this);
    capexCell = coefficients.cell(PerGpu.CAPEX, this);
    listPriceCell = coefficients.cell(PerGpu.LIST_PRICE, this);
  }

  private static int[] ordinals(List<PhaseParameter> parameters) {
    int[] ordinals = new int[parameters.size()];
    for (int i = 0; i < ordinals.length; i++) {
      ordinals[i] = parameters.get(i).ordinal();
    }
    return ordinals;
  }

  /** Gives the share that is what the others leave its number. */
  void deriveShares() {
    if (rest >= 0) {
      double others = 0;
      for (int share : SHARES) {
        others += share == rest ? 0 : store[offset + share];
      }
      store[offset + rest] = 1 - others;
    }
  }

  /** Computes counts and the dates of the plan from the parameters and the coefficients. */
  void derive() {
    itWatts = coefficients.get(itWattsCell);
    facilityWatts = coefficients.get(facilityWattsCell);
    delay = get(PhaseParameter.DELAY);
    for (int risk : slots.risks) {
      delay += store[risk] * store[risk + 1];
    }
    built = store[slots.built] > 0;
    if (spec.plan() instanceof Plan.Ramped ramped) {
      count = count(get(ramped.size()), ramped.size());
      start = get(PhaseParameter.ONLINE);
      rampDays = Math.max(get(PhaseParameter.RAMP), 1);
    } else if (spec.plan() instanceof Plan.Milestones milestones) {
      for (int i = 0; i < slots.steps; i++) {
        double date = store[slots.first + 2 * i];
        double size = count(store[slots.first + 2 * i + 1], milestones.size());
        // Milestones are cumulative: one that is drawn before or below its predecessor adds
        // nothing.
        stepDates[i] = i == 0 ? date : Math.max(date, stepDates[i - 1]);
        stepCounts[i] = i == 0 ? size : Math.max(size, stepCounts[i - 1]);
      }
    } else if (spec.plan() instanceof Plan.Growth growth) {
      growthFrom = store[slots.first];
      growthCount = count(store[slots.first + 1], growth.size());
      growthPerYear = store[slots.first + 2];
      growthUntil = slots.hasUntil ? store[slots.first + 3] + 1 : Double.POSITIVE_INFINITY;
    }
  }

  private double count(double size, PhaseParameter kind) {
    return switch (kind) {
      case GPU_COUNT -> size;
      case IT_POWER -> size / itWatts;
      case FACILITY_POWER -> size / facilityWatts;
      case CAPEX -> size / coefficients.get(listPriceCell);
      default -> throw new IllegalArgumentException(kind + " is not a size");
    };
  }

  /** Returns the stated phase that this one resolves. */
  public PhaseSpec spec() {
    return spec;
  }

  /** Returns the position of the phase in file order. */
  public int index() {
    return index;
  }

  /** Returns the number of its site among the scenario's sites. */
  public int site() {
    return site;
  }

  /** Returns the number of its training system among the scenario's systems. */
  public int system() {
    return system;
  }

  /** Returns a parameter in its base unit, NaN where the phase has none. */
  public double get(PhaseParameter parameter) {
    return store[offset + parameter.ordinal()];
  }

  /** Returns what one GPU has or costs. */
  public double get(Quantity quantity) {
    return coefficients.get(coefficients.cell(quantity, this));
  }

  /** Returns the place of a parameter in the store. */
  int slot(PhaseParameter parameter) {
    return offset + parameter.ordinal();
  }

  /** Returns the all-in IT power per GPU, W. */
  public double itWatts() {
    return itWatts;
  }

  /** Returns the facility power per GPU at peak, W: IT power × PUE. */
  public double facilityWatts() {
    return facilityWatts;
  }

  /** Returns how much of a limited thing one GPU takes, in the base unit of the size parameter. */
  public double need(PhaseParameter limited) {
    return switch (limited) {
      case GPU_COUNT -> 1;
      case IT_POWER -> itWatts;
      case FACILITY_POWER -> facilityWatts;
      case CAPEX -> coefficients.get(capexCell);
      default -> throw new IllegalArgumentException(limited + " is not a size");
    };
  }

  /** Returns whether dates are moved at all. */
  public boolean isDelayed() {
    return delay > 0;
  }

  /** Returns by how much every date is moved, delay and risks together, days. */
  public double delay() {
    return delay;
  }

  /** Returns whether every draw has the same dates, so that {@link #kinks} are always the same. */
  public boolean datesAreCertain() {
    return datesAreCertain;
  }

  /** Returns whether the phase is built in this draw. */
  public boolean isBuilt() {
    return built;
  }

  /**
   * Returns the number of GPUs that the plan without delays has at an instant; 0 for a phase that
   * is not built.
   */
  public double undelayed(double instant) {
    if (!built) {
      return 0;
    }
    if (spec.plan() instanceof Plan.Ramped) {
      return count * spec.shape().fraction((instant - start) / rampDays);
    }
    return slots.steps > 0 ? milestones(instant) : growth(instant);
  }

  /**
   * Returns how many of ascending instants come before the plan has any GPU.
   *
   * @param instants days since 1970-01-01
   * @param size how many of them count
   * @param shift by how much the plan is moved: {@link #delay()}, or 0 for the plan without delays
   */
  public int countBefore(double[] instants, int size, double shift) {
    if (!built) {
      return size;
    }
    double first = start;
    if (slots.steps > 0) {
      first = stepDates[0];
    } else if (spec.plan() instanceof Plan.Growth) {
      first = growthFrom;
    }
    int k = 0;
    while (k < size && instants[k] - shift <= first) {
      k++;
    }
    return k;
  }

  /**
   * Writes the number of GPUs planned at ascending instants.
   *
   * @param instants days since 1970-01-01
   * @param from the first of them to write, none of those before has any GPU
   * @param size how many of them count
   * @param shift by how much the plan is moved: {@link #delay()}, or 0 for the plan without delays
   * @param target receives one number an instant
   * @return the index from which on the number stays the same
   */
  public int write(double[] instants, int from, int size, double shift, double[] target) {
    double last = Double.POSITIVE_INFINITY;
    if (spec.plan() instanceof Plan.Ramped) {
      last = start + rampDays;
    } else if (slots.steps > 0) {
      last = stepDates[slots.steps - 1] + 1;
    }
    int k = from;
    // one day more than enough, since rounding may end the plan a trifle later
    while (k < size && instants[k] - shift <= last + 1) {
      target[k] = undelayed(instants[k] - shift);
      k++;
    }
    if (k < size) {
      Arrays.fill(target, k, size, undelayed(last + 1));
    }
    return k;
  }

  private double milestones(double instant) {
    boolean linear = ((Plan.Milestones) spec.plan()).linear();
    double reached = 0;
    double previousEnd = Double.NaN;
    for (int i = 0; i < stepDates.length; i++) {
      double from = linear && i > 0 ? previousEnd : stepDates[i];
      double to = stepDates[i] + 1;
      if (instant < to) {
        // 0·count before the step; between, the part of the difference that has come online
        double x = (instant - from) / (to - from);
        return reached + (stepCounts[i] - reached) * RampShape.LINEAR.fraction(x);
      }
      reached = stepCounts[i];
      previousEnd = to;
    }
    return reached;
  }

  private double growth(double instant) {
    if (instant <= growthFrom) {
      return 0;
    }
    double day = Math.min(instant, growthUntil) - growthFrom;
    if (day < 1) {
      return day * growthCount * StrictMath.pow(growthPerYear, 1 / Durations.DAYS_PER_YEAR);
    }
    return growthCount * StrictMath.pow(growthPerYear, day / Durations.DAYS_PER_YEAR);
  }

  /**
   * Returns how many instants {@link #kinks} writes: where the plan without delays changes its
   * slope.
   */
  public int kinkCount() {
    if (slots.steps > 0) {
      return 2 * slots.steps;
    }
    return spec.plan() instanceof Plan.Growth ? 3 : 2;
  }

  /**
   * Writes the instants at which the plan without delays changes its slope.
   *
   * @param target receives them
   * @param at first index to write
   * @param shift added to each instant
   * @return the index after the last one written
   */
  public int kinks(double[] target, int at, double shift) {
    int next = at;
    if (spec.plan() instanceof Plan.Ramped) {
      target[next++] = start + shift;
      target[next++] = start + shift + rampDays;
    } else if (slots.steps > 0) {
      for (double date : stepDates) {
        target[next++] = date + shift;
        target[next++] = date + 1 + shift;
      }
    } else {
      target[next++] = growthFrom + shift;
      target[next++] = growthFrom + 1 + shift;
      target[next++] = growthUntil + shift;
    }
    return next;
  }
}
