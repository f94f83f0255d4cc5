package org.stargatecalc.scenario;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.scenario.curve.Curve;

/**
 * A resolved phase: plain numbers, and the plan as a function of time.
 *
 * <p>Powers are in W, money in USD, times in days. Everything that follows from the parameters is
 * computed once per draw by {@link #derive()}.
 */
public final class Phase {
  private static final int[] SHARES = ordinals(PhaseParameter.SHARES);
  private static final int RATES = Quantity.PrecisionRate.values().length;

  /** How many places rates take behind the parameters. */
  static final int RATE_SLOTS = RATES * Precision.values().length;

  private final PhaseSpec spec;
  private final int index;
  private final int site;
  private final int system;
  private final double[] store;
  private final int offset;
  private final PlanCurves.Slots slots;
  private final boolean datesAreCertain;
  private final Coefficients coefficients;
  private final Epochs epochs;

  /** Shares of later steps that are what the others leave: its place, then those of the others. */
  private final List<int[]> laterRests;

  private final int itWattsCell;
  private final int facilityWattsCell;

  /** By epoch. */
  private final int[] capexCells;

  /** By epoch. */
  private final int[] computeCells;

  private final int listPriceCell;

  /** Which share is what the others leave, −1 if all are given. */
  private final int rest;

  private double itWatts;
  private double facilityWatts;
  private double delay;
  private boolean built;

  /** The first of its generations, itself if it is never refreshed. */
  private final Phase root;

  private final boolean isCovered;
  private final PlanCurves curves;

  Phase(
      PhaseSpec spec,
      int index,
      int site,
      int system,
      double[] store,
      int offset,
      PlanCurves.Slots slots,
      boolean datesAreCertain,
      Coefficients coefficients,
      Epochs epochs,
      List<int[]> laterRests,
      @Nullable Phase root,
      boolean isCovered) {
    this.epochs = epochs;
    this.laterRests = laterRests;
    this.isCovered = isCovered;
    this.root = root == null ? this : root;
    this.datesAreCertain = datesAreCertain;
    this.spec = spec;
    this.index = index;
    this.site = site;
    this.system = system;
    this.store = store;
    this.offset = offset;
    this.slots = slots;
    this.curves = new PlanCurves(this, store, slots, root == null ? null : root.curves);
    this.rest = spec.restShare().isPresent() ? spec.restShare().get().ordinal() : -1;
    this.coefficients = coefficients;
    deriveShares();
    itWattsCell = coefficients.cell(PerGpu.IT_WATTS, this);
    facilityWattsCell = coefficients.cell(PerGpu.FACILITY_WATTS, this);
    capexCells = new int[epochs.count()];
    computeCells = new int[epochs.count()];
    for (int epoch = 0; epoch < capexCells.length; epoch++) {
      capexCells[epoch] = coefficients.cell(PerGpu.CAPEX, this, epoch);
      computeCells[epoch] = coefficients.cell(PerGpu.COMPUTE_CAPEX, this, epoch);
    }
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
    for (int i = 0; i < laterRests.size(); i++) {
      int[] places = laterRests.get(i);
      double left = 1;
      for (int other = 1; other < places.length; other++) {
        left -= store[places[other]];
      }
      store[places[0]] = left;
    }
  }

  /** Computes counts and the dates of the plan from the parameters and the coefficients. */
  void derive() {
    itWatts = coefficients.get(itWattsCell);
    facilityWatts = coefficients.get(facilityWattsCell);
    if (root == this) {
      delay = get(PhaseParameter.DELAY);
      for (int risk : slots.risks) {
        delay += store[risk] * store[risk + 1];
      }
      built = store[slots.built] > 0;
    } else {
      delay = root.delay;
      built = root.built;
    }
    curves.derive();
  }

  /** Returns the first of its generations, itself if it is never refreshed. */
  public Phase root() {
    return root;
  }

  /**
   * Returns how many GPUs of it were replaced by newer ones up to an instant, if all were built.
   */
  public double replaced(double instant) {
    return built ? curves.replaced(instant) : 0;
  }

  /** Returns the first of the places that say after which time each generation is replaced. */
  int firstAfter() {
    return slots.afters;
  }

  /** Returns how many GPUs are a size of a kind. */
  double count(double size, PhaseParameter kind) {
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

  /** Returns a parameter in its base unit as it is in an epoch, NaN where the phase has none. */
  public double get(PhaseParameter parameter, int epoch) {
    return store[slot(parameter, epoch)];
  }

  /** Returns what one GPU has or costs. */
  public double get(Quantity quantity) {
    return coefficients.get(coefficients.cell(quantity, this));
  }

  /** Returns what one GPU that came in an epoch has or costs. */
  public double get(Quantity quantity, int epoch) {
    return coefficients.get(coefficients.cell(quantity, this, epoch));
  }

  /** Returns the place of a parameter in the store, as it is in an epoch. */
  int slot(PhaseParameter parameter, int epoch) {
    return epochs.slot(parameter, epoch, offset + parameter.ordinal());
  }

  /** Returns the spans of time in which none of its values changes. */
  public Epochs epochs() {
    return epochs;
  }

  /** Returns the place of what it computes at a precision in the store. */
  int slot(Quantity.AtPrecision at) {
    return offset + PhaseParameter.all().size() + rateSlot(at.rate(), at.precision());
  }

  /** Returns the place of a rate behind the parameters. */
  static int rateSlot(Quantity.PrecisionRate rate, Precision precision) {
    return precision.ordinal() * RATES + rate.ordinal();
  }

  /** Returns the all-in IT power per GPU, W. */
  public double itWatts() {
    return itWatts;
  }

  /** Returns the facility power per GPU at peak, W: IT power × PUE. */
  public double facilityWatts() {
    return facilityWatts;
  }

  /**
   * Returns how much of a limited thing one GPU takes, in the base unit of the size parameter; of
   * money, what it costs first.
   */
  public double need(PhaseParameter limited) {
    return need(limited, 0);
  }

  /** Returns how much of a limited thing one GPU takes that is added in an epoch. */
  public double need(PhaseParameter limited, int epoch) {
    return switch (limited) {
      case GPU_COUNT -> 1;
      case IT_POWER -> itWatts;
      case FACILITY_POWER -> facilityWatts;
      case CAPEX -> coefficients.get(capexCells[epoch]);
      default -> throw new IllegalArgumentException(limited + " is not a size");
    };
  }

  /**
   * Returns how much of a limited thing one GPU takes that stands where another stood: as {@link
   * #need}, but of money the hardware alone.
   */
  public double needOfHardware(PhaseParameter limited, int epoch) {
    return limited == PhaseParameter.CAPEX
        ? coefficients.get(computeCells[epoch])
        : need(limited, epoch);
  }

  /** Returns whether dates are moved at all. */
  public boolean isDelayed() {
    return delay > 0;
  }

  /** Returns by how much every date is moved, delay and risks together, days. */
  public double delay() {
    return delay;
  }

  /**
   * Returns whether every draw has the same dates, so that its plan always bends at the same
   * instants.
   */
  public boolean datesAreCertain() {
    return datesAreCertain;
  }

  /** Returns whether the phase is built in this draw. */
  public boolean isBuilt() {
    return built;
  }

  /** Returns the number of GPUs that are planned, with delays; none if it is not built. */
  public Curve plan() {
    return built ? planIfBuilt() : Curve.NOTHING;
  }

  /** Returns the number of GPUs that would be planned without delays; none if it is not built. */
  public Curve undelayed() {
    return built ? curves.undelayed() : Curve.NOTHING;
  }

  /** Returns the plan with its delays as if it were built: its bends are the same in every draw. */
  public Curve planIfBuilt() {
    return curves.planned();
  }

  /** Returns the id of the phase that this one covers, empty if it has a plan of its own. */
  public Optional<String> covers() {
    return spec.plan() instanceof Plan.Covering covering
        ? Optional.of(covering.phase())
        : Optional.empty();
  }

  /** Returns how many instants {@link #nodes} writes. */
  public int nodeCount() {
    return planIfBuilt().kinkCount() + (isCovered ? curves.stated().kinkCount() : 0);
  }

  /**
   * Writes the instants at which its plan bends, and where it is covered those of the plan without
   * delays.
   *
   * @return the index after the last one written
   */
  public int nodes(double[] target, int at) {
    int next = planIfBuilt().kinks(target, at, 0);
    return isCovered ? curves.stated().kinks(target, next, 0) : next;
  }

  /** Returns whether its plan may fall in some draw. */
  public boolean mayFall() {
    return slots.ends || spec.mayFallBeforeItsEnd();
  }
}
