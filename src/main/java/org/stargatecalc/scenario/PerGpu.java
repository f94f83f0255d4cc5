package org.stargatecalc.scenario;

import static org.stargatecalc.scenario.PhaseParameter.CAPEX_PER_GPU;
import static org.stargatecalc.scenario.PhaseParameter.CHIP_TDP;
import static org.stargatecalc.scenario.PhaseParameter.COMPUTE_LEAD;
import static org.stargatecalc.scenario.PhaseParameter.COMPUTE_LIFE;
import static org.stargatecalc.scenario.PhaseParameter.ENERGY_PRICE;
import static org.stargatecalc.scenario.PhaseParameter.FACILITY_LEAD;
import static org.stargatecalc.scenario.PhaseParameter.FACILITY_LIFE;
import static org.stargatecalc.scenario.PhaseParameter.GENERATION_CAPEX;
import static org.stargatecalc.scenario.PhaseParameter.GENERATION_LEAD;
import static org.stargatecalc.scenario.PhaseParameter.LOAD_FACTOR;
import static org.stargatecalc.scenario.PhaseParameter.OFFTAKE_PRICE;
import static org.stargatecalc.scenario.PhaseParameter.OPEX;
import static org.stargatecalc.scenario.PhaseParameter.PUE;
import static org.stargatecalc.scenario.PhaseParameter.SHELL_PRICE;
import static org.stargatecalc.scenario.PhaseParameter.SYSTEM_OVERHEAD;
import static org.stargatecalc.scenario.PhaseParameter.WATTS_PER_GPU;

import java.util.List;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.scenario.Quantity.AtPrecision;
import org.stargatecalc.scenario.Quantity.Condition;
import org.stargatecalc.scenario.Quantity.Constant;
import org.stargatecalc.scenario.Quantity.Named;
import org.stargatecalc.scenario.Quantity.Operation;
import org.stargatecalc.scenario.Quantity.Operator;
import org.stargatecalc.scenario.Quantity.PrecisionRate;

/** What follows from the parameters for one GPU (package) of a phase, each declared once. */
public final class PerGpu {
  /** Nothing. */
  public static final Constant NOTHING = new Constant(0, "0");

  /** One. */
  public static final Constant ONE = new Constant(1, "1");

  /** Hours in a day. */
  public static final Constant HOURS_PER_DAY = new Constant(Durations.HOURS_PER_DAY, "24 h");

  /** Hours in a year. */
  public static final Constant HOURS_PER_YEAR = new Constant(Durations.HOURS_PER_YEAR, "8766 h");

  /** Days in a year. */
  public static final Constant DAYS_PER_YEAR = new Constant(Durations.DAYS_PER_YEAR, "365.25");

  /** From W to kW, and from Wh to kWh. */
  public static final Constant KILO = new Constant(1e3, "");

  /** All-in IT power, W. */
  public static final Named IT_WATTS =
      new Named(
          "it_w",
          "W",
          "IT power of one GPU with its share of host, network and storage",
          new Quantity.Case(
              Condition.WATTS_BY_TDP,
              Quantity.of(CHIP_TDP).times(SYSTEM_OVERHEAD),
              Quantity.of(WATTS_PER_GPU)));

  /** Facility power at peak, W. */
  public static final Named FACILITY_WATTS =
      new Named("fac_w", "W", "facility power of one GPU at peak", IT_WATTS.times(PUE));

  /** How much of a system one training run takes: its training share unless told otherwise. */
  public static final Named RUN_SHARE =
      new Named(
          "share_of_run",
          "1",
          "share of a system that one run takes",
          new Quantity.Case(
              Condition.HAS_RUN_SHARE,
              Quantity.of(PhaseParameter.RUN_SHARE),
              Quantity.of(PhaseParameter.TRAINING)));

  /** Annual PUE: where both are drawn, it still never exceeds the peak. */
  public static final Quantity PUE_AVERAGE =
      new Operation(Operator.LEAST, Quantity.of(PhaseParameter.PUE_AVERAGE), Quantity.of(PUE));

  /** Mean facility power, W. */
  public static final Named AVERAGE_WATTS =
      new Named(
          "avg_w",
          "W",
          "mean facility power of one GPU",
          IT_WATTS.times(LOAD_FACTOR).times(PUE_AVERAGE));

  /**
   * How many H100 one package equals: by the rate as given, else by the chip's 8-bit rate, else by
   * its 16-bit rate.
   */
  public static final Quantity H100_EQUIVALENTS =
      new Quantity.Case(
          Condition.FLOPS_ARE_GIVEN,
          Quantity.of(PhaseParameter.FLOPS_PER_GPU)
              .over(new Quantity.Catalogued(Quantity.Rate.H100_FLOPS)),
          new Quantity.Case(
              Condition.HAS_8_BIT,
              new AtPrecision(PrecisionRate.OF_CHIP, Precision.FP8)
                  .over(new Constant(Accelerator.H100_FP8_FLOPS, "1.979e15 FLOP/s")),
              new AtPrecision(PrecisionRate.OF_CHIP, Precision.BF16)
                  .over(new Constant(Accelerator.H100_BF16_FLOPS, "9.894e14 FLOP/s"))));

  /** Compute hardware, whoever pays, USD. */
  public static final Named COMPUTE_PRICE =
      new Named(
          "compute_usd",
          "USD",
          "compute hardware per GPU, whoever pays",
          new Quantity.Case(
              Condition.PRICED_PER_WATT,
              Quantity.of(CAPEX_PER_GPU).times(IT_WATTS),
              Quantity.of(CAPEX_PER_GPU)));

  /** Building and power train, whoever pays, USD. */
  public static final Named BUILDING_PRICE =
      new Named(
          "building_usd",
          "USD",
          "building and power train per GPU, whoever pays",
          Quantity.of(PhaseParameter.FACILITY_CAPEX).times(IT_WATTS));

  /** On-site generation, whoever pays, USD. */
  public static final Named PLANT_PRICE =
      new Named(
          "plant_usd",
          "USD",
          "on-site generation per GPU, whoever pays",
          Quantity.of(GENERATION_CAPEX).times(FACILITY_WATTS));

  /** All of it, whoever pays, USD. */
  public static final Named LIST_PRICE =
      new Named(
          "list_usd",
          "USD",
          "all capital per GPU, whoever pays",
          COMPUTE_PRICE.plus(BUILDING_PRICE).plus(PLANT_PRICE));

  /** Compute capex that counts: none where capacity is rented, USD. */
  public static final Named COMPUTE_CAPEX =
      new Named(
          "paid_compute_usd",
          "USD",
          "compute hardware per GPU that is bought",
          COMPUTE_PRICE.unless(Condition.OFFTAKE));

  /** Facility capex that counts: only an own building, USD. */
  public static final Named BUILDING_CAPEX =
      new Named(
          "paid_building_usd",
          "USD",
          "building and power train per GPU that are built",
          BUILDING_PRICE.where(Condition.OWN));

  /** Generation capex that counts: only an own plant, USD. */
  public static final Named PLANT_CAPEX =
      new Named(
          "paid_plant_usd",
          "USD",
          "on-site generation per GPU that is built",
          PLANT_PRICE.where(Condition.OWN));

  /** Capex that counts, USD. */
  public static final Named CAPEX =
      new Named(
          "paid_usd",
          "USD",
          "all capital per GPU that is paid",
          COMPUTE_CAPEX.plus(BUILDING_CAPEX).plus(PLANT_CAPEX));

  /** Capex that counts, spread over its life, USD per year. */
  public static final Named CAPITAL_PER_YEAR =
      new Named(
          "capital_per_year",
          "USD/year",
          "capital per GPU, spread over its life",
          COMPUTE_CAPEX
              .times(whileBuilding(COMPUTE_LEAD))
              .times(yearlyShare(COMPUTE_LIFE))
              .plus(
                  BUILDING_CAPEX
                      .times(whileBuilding(FACILITY_LEAD))
                      .plus(PLANT_CAPEX.times(whileBuilding(GENERATION_LEAD)))
                      .times(yearlyShare(FACILITY_LIFE))));

  /** Energy; none for rented capacity, whose price includes it, USD per year. */
  public static final Named ENERGY_PER_YEAR =
      new Named(
          "energy_per_year",
          "USD/year",
          "energy per GPU",
          AVERAGE_WATTS
              .over(KILO)
              .times(HOURS_PER_YEAR)
              .times(ENERGY_PRICE)
              .unless(Condition.OFFTAKE));

  /** Running cost but energy, USD per year. */
  public static final Named OPEX_PER_YEAR =
      new Named(
          "opex_per_year",
          "USD/year",
          "running cost but energy per GPU",
          IT_WATTS.times(OPEX).unless(Condition.OFFTAKE));

  /** Rent of a shell, USD per year. */
  public static final Named LEASE_PER_YEAR =
      new Named(
          "lease_per_year",
          "USD/year",
          "rent of the shell per GPU",
          IT_WATTS.times(SHELL_PRICE).where(Condition.LEASE_SHELL));

  /** Rent of capacity, USD per year. */
  public static final Named OFFTAKE_PER_YEAR =
      new Named(
          "offtake_per_year",
          "USD/year",
          "rent of capacity per GPU",
          Quantity.of(OFFTAKE_PRICE)
              .times(
                  new Quantity.Case(
                      Condition.PRICED_PER_GPU_HOUR,
                      HOURS_PER_YEAR,
                      new Quantity.Case(Condition.OFFTAKE_BY_FACILITY, FACILITY_WATTS, IT_WATTS)))
              .where(Condition.OFFTAKE));

  /** What a contract for the shell or the capacity of one GPU is worth when signed, USD. */
  public static final Named CONTRACT =
      new Named(
          "contract_usd",
          "USD",
          "contract per GPU when signed",
          LEASE_PER_YEAR
              .plus(OFFTAKE_PER_YEAR)
              .times(Quantity.of(PhaseParameter.CONTRACT_TERM).over(DAYS_PER_YEAR))
              .where(Condition.HAS_TERM));

  /** All that one installed GPU costs, USD per year. */
  public static final Named COST_PER_YEAR =
      new Named(
          "cost_per_year",
          "USD/year",
          "all that one GPU costs a year",
          CAPITAL_PER_YEAR
              .plus(ENERGY_PER_YEAR)
              .plus(OPEX_PER_YEAR)
              .plus(LEASE_PER_YEAR)
              .plus(OFFTAKE_PER_YEAR));

  /** What has a name, in the order in which one builds on another. */
  public static final List<Named> ALL =
      List.of(
          IT_WATTS,
          FACILITY_WATTS,
          AVERAGE_WATTS,
          RUN_SHARE,
          COMPUTE_PRICE,
          BUILDING_PRICE,
          PLANT_PRICE,
          LIST_PRICE,
          COMPUTE_CAPEX,
          BUILDING_CAPEX,
          PLANT_CAPEX,
          CAPEX,
          CAPITAL_PER_YEAR,
          ENERGY_PER_YEAR,
          OPEX_PER_YEAR,
          LEASE_PER_YEAR,
          OFFTAKE_PER_YEAR,
          CONTRACT,
          COST_PER_YEAR);

  private PerGpu() {}

  private static Quantity whileBuilding(PhaseParameter lead) {
    return new Quantity.WhileBuilding(Quantity.of(lead).over(DAYS_PER_YEAR));
  }

  private static Quantity yearlyShare(PhaseParameter life) {
    return new Quantity.YearlyShare(Quantity.of(life).over(DAYS_PER_YEAR));
  }
}
