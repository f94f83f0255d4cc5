package org.stargatecalc.projection;

import static org.stargatecalc.projection.Formula.Grouping.SITE;
import static org.stargatecalc.projection.Formula.Grouping.TRAINING_SYSTEM;
import static org.stargatecalc.projection.Formula.sum;
import static org.stargatecalc.projection.Formulas.GIGA;
import static org.stargatecalc.projection.Formulas.TERA;
import static org.stargatecalc.projection.State.ADDED_TO_DATE;
import static org.stargatecalc.projection.State.DEFERRED;
import static org.stargatecalc.projection.State.GPU_DAYS;
import static org.stargatecalc.projection.State.HELD_BACK;
import static org.stargatecalc.projection.State.HOUSED_TO_DATE;
import static org.stargatecalc.projection.State.INSTALLED;
import static org.stargatecalc.projection.State.PLANNED;
import static org.stargatecalc.scenario.PerGpu.AVERAGE_WATTS;
import static org.stargatecalc.scenario.PerGpu.FACILITY_WATTS;
import static org.stargatecalc.scenario.PerGpu.HOURS_PER_DAY;
import static org.stargatecalc.scenario.PerGpu.HOURS_PER_YEAR;
import static org.stargatecalc.scenario.PerGpu.IT_WATTS;
import static org.stargatecalc.scenario.PerGpu.ONE;
import static org.stargatecalc.scenario.PerGpu.RUN_SHARE;
import static org.stargatecalc.scenario.PhaseParameter.INFERENCE;
import static org.stargatecalc.scenario.PhaseParameter.RESEARCH;
import static org.stargatecalc.scenario.PhaseParameter.TRAINING;

import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.projection.Formula.RunningTotal;
import org.stargatecalc.projection.Formula.Word;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Quantity.Condition;
import org.stargatecalc.word.Worded;

/** Everything that a projection reports, declared once: unit, kind, label and formula. */
public enum Metric {
  /** Σ installed. */
  GPU_COUNT(MetricUnit.GPU, Kind.STOCK, "GPUs installed", "GPUs", sum(INSTALLED, ONE)),
  /** Σ installed × IT power per GPU. */
  IT_POWER_GW(MetricUnit.GW, Kind.STOCK, "IT power", "IT", sum(INSTALLED, IT_WATTS.over(GIGA))),
  /** Σ installed × IT power per GPU × PUE. */
  FACILITY_POWER_GW(MetricUnit.GW, Kind.STOCK, "facility power", "facility", Readings.power()),
  /** Facility power × training share. */
  TRAINING_POWER_GW(MetricUnit.GW, Kind.STOCK, "training power", Readings.power(TRAINING)),
  /** Facility power × inference share. */
  INFERENCE_POWER_GW(MetricUnit.GW, Kind.STOCK, "inference power", Readings.power(INFERENCE)),
  /** Facility power × research share. */
  RESEARCH_POWER_GW(MetricUnit.GW, Kind.STOCK, "research power", Readings.power(RESEARCH)),
  /** Largest facility power of a site. */
  LARGEST_SITE_GW(MetricUnit.GW, Kind.STOCK, "largest site", Readings.largest(SITE, ONE)),
  /** Largest facility power of a system that one run may take. */
  LARGEST_TRAINING_SYSTEM_GW(
      MetricUnit.GW,
      Kind.STOCK,
      "largest training system",
      Readings.largest(TRAINING_SYSTEM, RUN_SHARE)),
  /** Σ installed × IT power × load factor × average PUE. */
  AVERAGE_POWER_GW(
      MetricUnit.GW,
      Kind.STOCK,
      "average facility power",
      sum(INSTALLED, AVERAGE_WATTS.over(GIGA))),
  /** Σ installed × dense FP8 rate over that of one H100. */
  H100_EQUIVALENTS(
      MetricUnit.H100E,
      Kind.STOCK,
      "H100 equivalents (dense FP8 / 1,979 TFLOP/s)",
      "H100e",
      sum(INSTALLED, PerGpu.H100_EQUIVALENTS)),
  /** Σ installed × dense rate at the phase's precision. */
  PEAK_FLOPS(MetricUnit.FLOPS, Kind.STOCK, "peak compute, dense", Readings.PEAK_FLOPS),
  /** GPUs of one run × rate × MFU × run length of the largest system. */
  TRAINING_RUN_FLOP(
      MetricUnit.FLOP, Kind.STOCK, "one training run on the largest system", Readings.TRAINING_RUN),
  /** All capital expenditure of the period. */
  CAPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "capex", Formulas.CAPEX),
  /** Compute hardware bought. */
  COMPUTE_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "compute capex", Formulas.COMPUTE_CAPEX),
  /** Shell, power train and cooling built. */
  FACILITY_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "facility capex", Formulas.FACILITY_CAPEX),
  /** On-site generation built. */
  GENERATION_CAPEX_USD_BN(
      MetricUnit.USD_BN, Kind.FLOW, "generation capex", Formulas.GENERATION_CAPEX),
  /** Cash spent on capex, whenever what it pays for is there. */
  SPEND_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "spend on capex", Formulas.SPEND),
  /** Energy bought for own and leased-shell phases. */
  ENERGY_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "energy cost", Formulas.ENERGY_COST),
  /** Running cost but energy, own and leased-shell phases. */
  OPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "opex without energy", Formulas.OPEX),
  /** Rent of shells. */
  LEASE_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "shell lease", Formulas.LEASE_COST),
  /** Rent of capacity. */
  OFFTAKE_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "offtake", Formulas.OFFTAKE_COST),
  /** ∫ average power. */
  ENERGY_TWH(
      MetricUnit.TWH,
      Kind.FLOW,
      "energy",
      "energy in period",
      sum(GPU_DAYS, AVERAGE_WATTS.times(HOURS_PER_DAY).over(TERA))),
  /** Spend, energy, opex, lease and offtake. */
  TOTAL_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "total cost", Formulas.TOTAL_COST),
  /** Capex to date. */
  CUMULATIVE_CAPEX_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cumulative capex",
      "capex to date",
      Formulas.CUMULATIVE_CAPEX),
  /** Hardware to date. */
  CUMULATIVE_COMPUTE_CAPEX_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cumulative compute capex",
      sum(ADDED_TO_DATE, PerGpu.COMPUTE_CAPEX.over(GIGA))),
  /** Buildings and generation to date. */
  CUMULATIVE_FACILITY_CAPEX_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cumulative facility and generation capex",
      sum(HOUSED_TO_DATE, PerGpu.BUILDING_CAPEX.plus(PerGpu.PLANT_CAPEX).over(GIGA))),
  /** Hardware, buildings and generation to date, whoever pays. */
  PROGRAMME_CAPEX_USD_BN(
      MetricUnit.USD_BN, Kind.STOCK, "cumulative capex, whoever pays", Formulas.PROGRAMME_CAPEX),
  /** Contracts for shells and capacity to date. */
  CONTRACT_VALUE_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "value of contracts signed",
      sum(ADDED_TO_DATE, PerGpu.CONTRACT.over(GIGA))),
  /** Cash spent on capex to date. */
  CUMULATIVE_SPEND_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cumulative spend on capex",
      "spend to date",
      Formulas.CUMULATIVE_SPEND),
  /** Spent on what is not there yet. */
  CONSTRUCTION_IN_PROGRESS_USD_BN(
      MetricUnit.USD_BN, Kind.STOCK, "construction in progress", Formulas.CONSTRUCTION_IN_PROGRESS),
  /** Total cost to date. */
  CUMULATIVE_COST_USD_BN(
      MetricUnit.USD_BN, Kind.STOCK, "cumulative cost", new RunningTotal(Formulas.TOTAL_COST)),
  /** Total cost to date, discounted to the start of the horizon. */
  PRESENT_VALUE_USD_BN(
      MetricUnit.USD_BN, Kind.STOCK, "present value of cost", Formulas.PRESENT_VALUE),
  /** Present value of cost less what is left. */
  NET_PRESENT_COST_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "present value of cost less residual value",
      "net present cost",
      Formulas.NET_PRESENT_COST),
  /** Capex to date × training share. */
  TRAINING_CAPEX_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cumulative training capex",
      Formulas.capexToDate(Quantity.of(TRAINING))),
  /** Capex to date × inference share. */
  INFERENCE_CAPEX_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cumulative inference capex",
      Formulas.capexToDate(Quantity.of(INFERENCE))),
  /** Capex to date × research share. */
  RESEARCH_CAPEX_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cumulative research capex",
      Formulas.capexToDate(Quantity.of(RESEARCH))),
  /** Capex to date spread over its life, plus running cost at what is installed. */
  ANNUALIZED_COST_USD_BN(
      MetricUnit.USD_BN_PER_YEAR, Kind.STOCK, "annualized cost", Formulas.ANNUALIZED_COST),
  /** Annualized cost over 8,766 h × GPUs. */
  COST_PER_GPU_HOUR_USD(
      MetricUnit.USD_PER_GPU_HOUR,
      Kind.RATIO,
      "annualized cost per GPU-hour",
      Formulas.ANNUALIZED_COST.times(GIGA).over(sum(INSTALLED, ONE).times(HOURS_PER_YEAR))),
  /** Capex to date over own facility power. */
  CAPEX_PER_FACILITY_GW_USD_BN(
      MetricUnit.USD_BN_PER_GW,
      Kind.RATIO,
      "cumulative capex per GW of facility power that capex built",
      Formulas.OWN_CAPEX.over(sum(INSTALLED, FACILITY_WATTS.over(GIGA).where(Condition.OWN)))),
  /** Capex to date over own IT power. */
  CAPEX_PER_IT_GW_USD_BN(
      MetricUnit.USD_BN_PER_GW,
      Kind.RATIO,
      "cumulative capex per GW of IT power that capex built",
      Formulas.OWN_CAPEX.over(sum(INSTALLED, IT_WATTS.over(GIGA).where(Condition.OWN)))),
  /** What one run on the largest system costs. */
  TRAINING_RUN_COST_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "cost of one training run on the largest system",
      Formulas.TRAINING_RUN_COST),
  /** Orders of magnitude of that run above the reference. */
  TRAINING_RUN_OOM(
      MetricUnit.OOM,
      Kind.RATIO,
      "orders of magnitude of that run above reference_run",
      new Magnitudes(Formulas.TRAINING_RUN)),
  /** Compute capex less straight-line depreciation. */
  BOOK_VALUE_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "book value of compute", Formulas.BOOK_VALUE),
  /** What equal compute would cost now. */
  REPLACEMENT_VALUE_USD_BN(
      MetricUnit.USD_BN, Kind.STOCK, "replacement value of compute", Formulas.REPLACEMENT_VALUE),
  /** Book value above replacement value, for each addition by itself. */
  STRANDED_USD_BN(
      MetricUnit.USD_BN, Kind.STOCK, "book value above replacement value", Formulas.STRANDED),
  /** What is left of capex at its age, and construction in progress. */
  RESIDUAL_VALUE_USD_BN(
      MetricUnit.USD_BN,
      Kind.STOCK,
      "residual value of what was bought",
      "residual value",
      Formulas.RESIDUAL_VALUE),
  /** Facility power of the plan, with delays and without constraints. */
  PLANNED_FACILITY_POWER_GW(
      MetricUnit.GW, Kind.STOCK, "planned facility power", sum(PLANNED, FACILITY_WATTS.over(GIGA))),
  /** Planned minus installed facility power. */
  SHORTFALL_GW(
      MetricUnit.GW,
      Kind.STOCK,
      "planned but held back",
      sum(HELD_BACK, FACILITY_WATTS.over(GIGA))),
  /** The constraint that holds back most facility power. */
  BINDING_CONSTRAINT(
      MetricUnit.WORD,
      Kind.TEXT,
      "binding constraint",
      new Word("the constraint that holds back most facility power")),
  /** ∫ (plan without delays − installed) × 24. */
  DEFERRED_GPU_HOURS(
      MetricUnit.GPU_HOUR,
      Kind.FLOW,
      "GPU-hours deferred by delays and constraints",
      sum(DEFERRED, ONE)),
  /** Deferred GPU-hours × the phase's annualized cost per GPU-hour. */
  DELAY_COST_USD_BN(
      MetricUnit.USD_BN,
      Kind.FLOW,
      "cost of delay",
      sum(DEFERRED, PerGpu.COST_PER_YEAR.over(HOURS_PER_YEAR).over(GIGA)));

  /** How a metric relates to a period. */
  public enum Kind implements Worded {
    /** The value at the period's end. */
    STOCK,
    /** The sum over the period. */
    FLOW,
    /** A quotient of stocks at the period's end; undefined at 0/0. */
    RATIO,
    /** A word at the period's end. */
    TEXT
  }

  private final String id;
  private final MetricUnit unit;
  private final Kind kind;
  private final String label;
  private final String heading;
  private final Readings readings;

  Metric(MetricUnit unit, Kind kind, String label, Formula formula) {
    this(unit, kind, label, label, Readings.only(formula));
  }

  Metric(MetricUnit unit, Kind kind, String label, String heading, Formula formula) {
    this(unit, kind, label, heading, Readings.only(formula));
  }

  Metric(MetricUnit unit, Kind kind, String label, Readings readings) {
    this(unit, kind, label, label, readings);
  }

  Metric(MetricUnit unit, Kind kind, String label, String heading, Readings readings) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.unit = unit;
    this.kind = kind;
    this.label = label;
    this.heading = heading;
    this.readings = readings;
  }

  /** Returns the metric of an id. */
  public static Optional<Metric> of(String id) {
    for (Metric metric : values()) {
      if (metric.id.equals(id)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }

  /** Returns the id, which is also the column and the JSON key. */
  public String id() {
    return id;
  }

  /** Returns the unit in which values are held. */
  public MetricUnit unit() {
    return unit;
  }

  /** Returns how the metric relates to a period. */
  public Kind kind() {
    return kind;
  }

  /** Returns what the metric is, in a few words. */
  public String label() {
    return label;
  }

  /** Returns the label as the head of a column has it, among columns of its kind. */
  public String heading() {
    return heading;
  }

  /** Returns whether the metric is a power that can be read on either basis. */
  public boolean hasBasis() {
    return readings.hasBasis();
  }

  /** Returns whether the metric can be read with every chip at one precision. */
  public boolean hasPrecision() {
    return readings.hasPrecision();
  }

  /**
   * Returns how the metric follows with every chip at one precision.
   *
   * @throws IllegalArgumentException if it has no such reading
   */
  Formula formula(Precision precision) {
    return readings.at(precision);
  }

  /** Returns how the metric follows; without a basis it is the same on both. */
  public Formula formula(Basis basis) {
    return basis == Basis.IT ? readings.onItBasis() : readings.formula();
  }

  /** Returns how the metric follows, powers at the facility. */
  public Formula formula() {
    return readings.formula();
  }

  /**
   * Returns whether values never fall from one point in time to the next.
   *
   * @param capacityStays whether nothing that is there ever leaves
   */
  public boolean neverFalls(boolean capacityStays) {
    return formula().neverFalls(capacityStays);
  }

  /** Returns whether a claim can be made about the metric: a stock, so that it has a date. */
  public boolean canBeClaimed() {
    return kind == Kind.STOCK;
  }
}
