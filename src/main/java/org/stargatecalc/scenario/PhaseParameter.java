package org.stargatecalc.scenario;

import static org.stargatecalc.quantity.Dimension.COMPUTE_RATE;
import static org.stargatecalc.quantity.Dimension.COUNT;
import static org.stargatecalc.quantity.Dimension.DURATION;
import static org.stargatecalc.quantity.Dimension.MONEY;
import static org.stargatecalc.quantity.Dimension.MONEY_PER_COUNT;
import static org.stargatecalc.quantity.Dimension.MONEY_PER_ENERGY;
import static org.stargatecalc.quantity.Dimension.MONEY_PER_POWER;
import static org.stargatecalc.quantity.Dimension.MONEY_PER_POWER_TIME;
import static org.stargatecalc.quantity.Dimension.POWER;
import static org.stargatecalc.quantity.Dimension.RATIO;
import static org.stargatecalc.quantity.Dimension.SHARE;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;

/** A numeric parameter of a phase, declared once: key, dimension, domain and meaning. */
public enum PhaseParameter {
  /** Size as a number of packages. */
  GPU_COUNT("gpu_count", COUNT, Domain.POSITIVE, "size: accelerator packages"),
  /** Size as IT power. */
  IT_POWER("it_power", POWER, Domain.POSITIVE, "size: IT power"),
  /** Size as facility power. */
  FACILITY_POWER("facility_power", POWER, Domain.POSITIVE, "size: facility power at peak"),
  /** Size as money. */
  CAPEX("capex", MONEY, Domain.POSITIVE, "size: capital expenditure"),
  /** IT power per package. */
  WATTS_PER_GPU(
      "watts_per_gpu",
      POWER,
      Domain.POSITIVE,
      "all-in IT power per GPU: chip, host, network and storage share"),
  /** Power of the chip alone. */
  CHIP_TDP("chip_tdp", POWER, Domain.POSITIVE, "thermal design power of the chip alone"),
  /** IT power over chip power. */
  SYSTEM_OVERHEAD("system_overhead", RATIO, Domain.AT_LEAST_ONE, "IT power per GPU over chip_tdp"),
  /** Facility power over IT power at peak. */
  PUE("pue", RATIO, Domain.AT_LEAST_ONE, "facility power / IT power, peak design"),
  /** Facility energy over IT energy in a year. */
  PUE_AVERAGE("pue_average", RATIO, Domain.AT_LEAST_ONE, "facility energy / IT energy, annual"),
  /** Mean IT draw over IT power. */
  LOAD_FACTOR("load_factor", SHARE, Domain.POSITIVE_SHARE, "mean IT draw / IT power"),
  /** Share of the capex, and so of the GPUs, that trains. */
  TRAINING("capex_split.training", SHARE, Domain.SHARE, "share of capex for training"),
  /** Share that serves. */
  INFERENCE("capex_split.inference", SHARE, Domain.SHARE, "share of capex for inference"),
  /** Share for experiments. */
  RESEARCH("capex_split.research", SHARE, Domain.SHARE, "share of capex for research"),
  /** Over how many sites the phase is spread. */
  SITE_COUNT("site_count", RATIO, Domain.AT_LEAST_ONE, "equal sites over which it is spread"),
  /** Into how many unconnected systems the training part is cut. */
  SYSTEMS("systems", RATIO, Domain.AT_LEAST_ONE, "equal, unconnected training systems"),
  /** How much of a system one run may take. */
  RUN_SHARE(
      "run_share",
      SHARE,
      Domain.POSITIVE_SHARE,
      "share of a system that a single training run may take at once"),
  /** First usable day, as the instant at which it begins. */
  ONLINE("online", DURATION, Domain.ANY, "date on which the first capacity is usable"),
  /** From first to full. */
  RAMP("ramp", DURATION, Domain.NOT_NEGATIVE, "duration from first to full capacity"),
  /** Added to every date. */
  DELAY("delay", DURATION, Domain.NOT_NEGATIVE, "duration added to every date of the phase"),
  /** Last day, as the instant at which it begins. */
  UNTIL("until", DURATION, Domain.ANY, "last day on which the capacity is there; not delayed"),
  /** Part of a gap that a hedge fills. */
  COVER_SHARE("cover_share", SHARE, Domain.SHARE, "share of the gap that a covering phase fills"),
  /** Chance of being built. */
  PROBABILITY("probability", SHARE, Domain.SHARE, "chance that the phase is ever built"),
  /** Compute hardware per package. */
  CAPEX_PER_GPU(
      "capex_per_gpu",
      MONEY_PER_COUNT,
      Domain.POSITIVE,
      "all compute hardware per GPU: accelerator, host, network, storage"),
  /** Building and power train. */
  FACILITY_CAPEX(
      "facility_capex",
      MONEY_PER_POWER,
      Domain.NOT_NEGATIVE,
      "shell, power train and cooling per watt of IT power"),
  /** On-site generation. */
  GENERATION_CAPEX(
      "generation_capex",
      MONEY_PER_POWER,
      Domain.NOT_NEGATIVE,
      "on-site generation per watt of facility power"),
  /** How long hardware is paid before it is there. */
  COMPUTE_LEAD(
      "compute_lead",
      DURATION,
      Domain.NOT_NEGATIVE,
      "time before installation over which compute hardware is paid evenly"),
  /** How long a building is paid before it is there. */
  FACILITY_LEAD(
      "facility_lead",
      DURATION,
      Domain.NOT_NEGATIVE,
      "time before installation over which the facility is paid evenly"),
  /** How long on-site generation is paid before it is there. */
  GENERATION_LEAD(
      "generation_lead",
      DURATION,
      Domain.NOT_NEGATIVE,
      "time before installation over which on-site generation is paid evenly"),
  /** Price of energy. */
  ENERGY_PRICE("energy_price", MONEY_PER_ENERGY, Domain.NOT_NEGATIVE, "price of energy"),
  /** Running cost but energy. */
  OPEX(
      "opex",
      MONEY_PER_POWER_TIME,
      Domain.NOT_NEGATIVE,
      "everything but energy, per watt of IT power and year"),
  /** Rent of a shell. */
  SHELL_PRICE(
      "shell_price",
      MONEY_PER_POWER_TIME,
      Domain.NOT_NEGATIVE,
      "rent per watt of IT power and year, with ownership lease_shell"),
  /** Price of rented capacity, in USD/W-year or, if so written, USD/GPU-hour. */
  OFFTAKE_PRICE(
      "offtake_price",
      MONEY_PER_POWER_TIME,
      Domain.NOT_NEGATIVE,
      "take-or-pay price per watt of IT power and year, or per GPU-hour, with ownership offtake"),
  /** How long a contract for a shell or for capacity runs. */
  CONTRACT_TERM(
      "contract_term",
      DURATION,
      Domain.POSITIVE,
      "term of the contract of a leased shell or of rented capacity"),
  /** Life of the hardware. */
  COMPUTE_LIFE("compute_life", DURATION, Domain.POSITIVE, "economic life of compute hardware"),
  /** Life of the building. */
  FACILITY_LIFE(
      "facility_life", DURATION, Domain.POSITIVE, "economic life of facility and generation"),
  /** Dense compute rate. */
  FLOPS_PER_GPU(
      "flops_per_gpu", COMPUTE_RATE, Domain.POSITIVE, "dense FLOP/s per GPU at the precision"),
  /** Model FLOP utilisation. */
  MFU("mfu", SHARE, Domain.POSITIVE_SHARE, "model FLOP utilisation of a training run"),
  /** Length of a run. */
  RUN_LENGTH("run_length", DURATION, Domain.POSITIVE, "duration of one training run");

  /** The ways to state a size, of which a phase has exactly one. */
  public static final List<PhaseParameter> SIZES =
      List.of(GPU_COUNT, IT_POWER, FACILITY_POWER, CAPEX);

  /** Their keys. */
  public static final List<String> SIZE_KEYS =
      List.of(GPU_COUNT.key, IT_POWER.key, FACILITY_POWER.key, CAPEX.key);

  /** The shares of a capex split, which sum to one. */
  public static final List<PhaseParameter> SHARES = List.of(TRAINING, INFERENCE, RESEARCH);

  /** How long before installation each part of capex is paid. */
  public static final List<PhaseParameter> LEADS =
      List.of(COMPUTE_LEAD, FACILITY_LEAD, GENERATION_LEAD);

  private static final List<PhaseParameter> ALL = List.of(values());

  private final String key;
  private final Dimension dimension;
  private final Domain domain;
  private final String meaning;

  PhaseParameter(String key, Dimension dimension, Domain domain, String meaning) {
    this.key = key;
    this.dimension = dimension;
    this.domain = domain;
    this.meaning = meaning;
  }

  /** Returns all parameters in their order. */
  public static List<PhaseParameter> all() {
    return ALL;
  }

  /** Returns the parameter that is written at a dotted path, wherever that begins. */
  public static Optional<PhaseParameter> ofPath(String path) {
    for (PhaseParameter parameter : ALL) {
      if (path.equals(parameter.key) || path.endsWith("." + parameter.key)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  /** Returns the scenario key, dotted for a share of the capex split. */
  public String key() {
    return key;
  }

  /**
   * Returns what the parameter measures, if its unit says nothing else; a date is measured in days
   * since 1970-01-01.
   */
  public Dimension dimension() {
    return dimension;
  }

  /**
   * Returns what the parameter may measure too, as its unit says: rented capacity is priced per GPU
   * and hour, hardware per watt.
   */
  public Optional<Dimension> alternative() {
    return this == OFFTAKE_PRICE
        ? Optional.of(Dimension.MONEY_PER_COUNT_TIME)
        : this == CAPEX_PER_GPU ? Optional.of(MONEY_PER_POWER) : Optional.empty();
  }

  /** Returns whether a number without a unit could mean one as well as the other dimension. */
  public boolean needsUnit() {
    return this == OFFTAKE_PRICE;
  }

  /** Returns which values are allowed, in the base unit. */
  public Domain domain() {
    return domain;
  }

  /** Returns what the parameter means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Returns whether the value is a number of things, which is whole and known. */
  public boolean isWhole() {
    return this == SITE_COUNT || this == SYSTEMS;
  }

  /** Returns whether the value may change with time, in steps. */
  public boolean changesInSteps() {
    return switch (this) {
      case ENERGY_PRICE,
          LOAD_FACTOR,
          OPEX,
          SHELL_PRICE,
          OFFTAKE_PRICE,
          CAPEX_PER_GPU,
          TRAINING,
          INFERENCE,
          RESEARCH ->
          true;
      default -> false;
    };
  }

  /** Returns whether the value is a date. */
  public boolean isDate() {
    return this == ONLINE || this == UNTIL;
  }

  /**
   * Returns how many days a bare number of this parameter counts: lives and terms are given in
   * years.
   */
  public double daysPerBareNumber() {
    return this == COMPUTE_LIFE || this == FACILITY_LIFE || this == CONTRACT_TERM
        ? Durations.DAYS_PER_YEAR
        : 1;
  }
}
