package org.stargatecalc.projection;

import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.word.Worded;

/** Everything that a projection reports, declared once: unit, kind and label. */
public enum Metric {
  /** Σ installed. */
  GPU_COUNT(MetricUnit.GPU, Kind.STOCK, "GPUs installed", "count"),
  /** Σ installed × IT power per GPU. */
  IT_POWER_GW(MetricUnit.GW, Kind.STOCK, "IT power", "IT"),
  /** Σ installed × IT power per GPU × PUE. */
  FACILITY_POWER_GW(MetricUnit.GW, Kind.STOCK, "facility power", "facility"),
  /** Facility power × training share. */
  TRAINING_POWER_GW(MetricUnit.GW, Kind.STOCK, "training power"),
  /** Facility power × inference share. */
  INFERENCE_POWER_GW(MetricUnit.GW, Kind.STOCK, "inference power"),
  /** Facility power × research share. */
  RESEARCH_POWER_GW(MetricUnit.GW, Kind.STOCK, "research power"),
  /** Largest facility power of a site. */
  LARGEST_SITE_GW(MetricUnit.GW, Kind.STOCK, "largest site", "largest site"),
  /** Largest training facility power of a system. */
  LARGEST_TRAINING_SYSTEM_GW(
      MetricUnit.GW, Kind.STOCK, "largest training system", "largest training system"),
  /** Σ installed × IT power × load factor × average PUE. */
  AVERAGE_POWER_GW(MetricUnit.GW, Kind.STOCK, "average facility power"),
  /** Σ installed × dense FP8 rate over that of one H100. */
  H100_EQUIVALENTS(
      MetricUnit.H100E, Kind.STOCK, "H100 equivalents (dense FP8 / 1,979 TFLOP/s)", "count"),
  /** Σ installed × dense rate at the phase's precision. */
  PEAK_FLOPS(MetricUnit.FLOPS, Kind.STOCK, "peak compute, dense"),
  /** Training GPUs × rate × MFU × run length of the largest system. */
  TRAINING_RUN_FLOP(MetricUnit.FLOP, Kind.STOCK, "one training run on the largest system"),
  /** All capital expenditure of the period. */
  CAPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "capex"),
  /** Compute hardware bought. */
  COMPUTE_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "compute capex"),
  /** Shell, power train and cooling built. */
  FACILITY_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "facility capex"),
  /** On-site generation built. */
  GENERATION_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "generation capex"),
  /** Energy bought for own and leased-shell phases. */
  ENERGY_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "energy cost"),
  /** Running cost but energy, own and leased-shell phases. */
  OPEX_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "opex without energy"),
  /** Rent of shells. */
  LEASE_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "shell lease"),
  /** Rent of capacity. */
  OFFTAKE_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "offtake"),
  /** ∫ average power. */
  ENERGY_TWH(MetricUnit.TWH, Kind.FLOW, "energy", "energy in period"),
  /** Capex, energy, opex, lease and offtake. */
  TOTAL_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "total cost"),
  /** Capex to date. */
  CUMULATIVE_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "cumulative capex", "capex to date"),
  /** Total cost to date. */
  CUMULATIVE_COST_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "cumulative cost"),
  /** Total cost to date, discounted to the start of the horizon. */
  PRESENT_VALUE_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "present value of cost"),
  /** Capex to date × training share. */
  TRAINING_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "cumulative training capex"),
  /** Capex to date × inference share. */
  INFERENCE_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "cumulative inference capex"),
  /** Capex to date × research share. */
  RESEARCH_CAPEX_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "cumulative research capex"),
  /** Capex to date spread over its life, plus running cost at what is installed. */
  ANNUALIZED_COST_USD_BN(
      MetricUnit.USD_BN_PER_YEAR, Kind.STOCK, "annualized cost", "annualized cost"),
  /** Annualized cost over 8,766 h × GPUs. */
  COST_PER_GPU_HOUR_USD(MetricUnit.USD_PER_GPU_HOUR, Kind.RATIO, "annualized cost per GPU-hour"),
  /** Capex to date over own facility power. */
  CAPEX_PER_FACILITY_GW_USD_BN(
      MetricUnit.USD_BN_PER_GW,
      Kind.RATIO,
      "cumulative capex per GW of facility power that capex built"),
  /** Capex to date over own IT power. */
  CAPEX_PER_IT_GW_USD_BN(
      MetricUnit.USD_BN_PER_GW, Kind.RATIO, "cumulative capex per GW of IT power that capex built"),
  /** Compute capex less straight-line depreciation. */
  BOOK_VALUE_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "book value of compute"),
  /** What equal compute would cost now. */
  REPLACEMENT_VALUE_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "replacement value of compute"),
  /** Book value above replacement value. */
  STRANDED_USD_BN(MetricUnit.USD_BN, Kind.STOCK, "book value above replacement value"),
  /** Facility power of the plan, with delays and without constraints. */
  PLANNED_FACILITY_POWER_GW(MetricUnit.GW, Kind.STOCK, "planned facility power"),
  /** Planned minus installed facility power. */
  SHORTFALL_GW(MetricUnit.GW, Kind.STOCK, "planned but held back"),
  /** The constraint that holds back most facility power. */
  BINDING_CONSTRAINT(MetricUnit.WORD, Kind.TEXT, "binding constraint"),
  /** ∫ (plan without delays − installed) × 24. */
  DEFERRED_GPU_HOURS(
      MetricUnit.GPU_HOUR, Kind.FLOW, "GPU-hours deferred by delays and constraints"),
  /** Deferred GPU-hours × the phase's annualized cost per GPU-hour. */
  DELAY_COST_USD_BN(MetricUnit.USD_BN, Kind.FLOW, "cost of delay");

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

  Metric(MetricUnit unit, Kind kind, String label) {
    this(unit, kind, label, label);
  }

  Metric(MetricUnit unit, Kind kind, String label, String heading) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.heading = heading;
    this.unit = unit;
    this.kind = kind;
    this.label = label;
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
    return switch (this) {
      case FACILITY_POWER_GW,
          TRAINING_POWER_GW,
          INFERENCE_POWER_GW,
          RESEARCH_POWER_GW,
          LARGEST_SITE_GW,
          LARGEST_TRAINING_SYSTEM_GW ->
          true;
      default -> false;
    };
  }

  /**
   * Returns whether the metric at an instant depends on nothing but what is installed then, so that
   * it never falls: nothing is ever removed.
   */
  public boolean followsInstalled() {
    return switch (this) {
      case GPU_COUNT,
          IT_POWER_GW,
          FACILITY_POWER_GW,
          TRAINING_POWER_GW,
          INFERENCE_POWER_GW,
          RESEARCH_POWER_GW,
          LARGEST_SITE_GW,
          LARGEST_TRAINING_SYSTEM_GW,
          AVERAGE_POWER_GW,
          H100_EQUIVALENTS,
          PEAK_FLOPS,
          TRAINING_RUN_FLOP,
          CUMULATIVE_CAPEX_USD_BN,
          TRAINING_CAPEX_USD_BN,
          INFERENCE_CAPEX_USD_BN,
          RESEARCH_CAPEX_USD_BN ->
          true;
      default -> false;
    };
  }

  /** Returns whether a claim can be made about the metric: a stock, so that it has a date. */
  public boolean canBeClaimed() {
    return kind == Kind.STOCK;
  }
}
