package org.stargatecalc.projection;

import static org.stargatecalc.projection.Formula.sum;
import static org.stargatecalc.projection.State.ADDED;
import static org.stargatecalc.projection.State.ADDED_TO_DATE;
import static org.stargatecalc.projection.State.COMPUTE_PAID;
import static org.stargatecalc.projection.State.COMPUTE_PAID_TO_DATE;
import static org.stargatecalc.projection.State.FACILITY_PAID;
import static org.stargatecalc.projection.State.FACILITY_PAID_TO_DATE;
import static org.stargatecalc.projection.State.GENERATION_PAID;
import static org.stargatecalc.projection.State.GENERATION_PAID_TO_DATE;
import static org.stargatecalc.projection.State.GPU_DAYS;
import static org.stargatecalc.projection.State.HOUSED;
import static org.stargatecalc.projection.State.HOUSED_TO_DATE;
import static org.stargatecalc.projection.State.INSTALLED;
import static org.stargatecalc.scenario.PerGpu.AVERAGE_WATTS;
import static org.stargatecalc.scenario.PerGpu.DAYS_PER_YEAR;
import static org.stargatecalc.scenario.PerGpu.HOURS_PER_DAY;
import static org.stargatecalc.scenario.PerGpu.KILO;
import static org.stargatecalc.scenario.PhaseParameter.ENERGY_PRICE;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.projection.Formula.Simplicity;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Quantity.AtPrecision;
import org.stargatecalc.scenario.Quantity.Condition;
import org.stargatecalc.scenario.Quantity.Constant;
import org.stargatecalc.scenario.Quantity.PrecisionRate;

/** The formulas that more than one metric uses, and how formulas of one kind are made. */
final class Formulas {
  /** From W to GW, from USD to USD bn. */
  static final Constant GIGA = new Constant(1e9, "");

  /** From Wh to TWh. */
  static final Constant TERA = new Constant(1e12, "");

  /** From days to seconds. */
  static final Constant SECONDS_PER_DAY = new Constant(Durations.SECONDS_PER_DAY, "");

  /** Capex per GPU that counts, USD bn. */
  static final Quantity CAPEX_BN = PerGpu.CAPEX.over(GIGA);

  static final Formula COMPUTE_CAPEX = sum(ADDED, PerGpu.COMPUTE_CAPEX.over(GIGA));
  static final Formula FACILITY_CAPEX = sum(HOUSED, PerGpu.BUILDING_CAPEX.over(GIGA));
  static final Formula GENERATION_CAPEX = sum(HOUSED, PerGpu.PLANT_CAPEX.over(GIGA));
  static final Formula CAPEX = Formula.sumOf(COMPUTE_CAPEX, FACILITY_CAPEX, GENERATION_CAPEX);

  /** Capex to date. */
  static final Formula CUMULATIVE_CAPEX = capexToDate(PerGpu.ONE);

  /** What is paid in the period, whenever what it pays for is there. */
  static final Formula SPEND = paidEarlier(COMPUTE_PAID, FACILITY_PAID, GENERATION_PAID, CAPEX);

  static final Formula CUMULATIVE_SPEND =
      paidEarlier(
          COMPUTE_PAID_TO_DATE, FACILITY_PAID_TO_DATE, GENERATION_PAID_TO_DATE, CUMULATIVE_CAPEX);

  static final Formula CONSTRUCTION_IN_PROGRESS =
      new Formula.Difference(CUMULATIVE_SPEND, CUMULATIVE_CAPEX);

  static final Formula ENERGY_COST =
      sum(
          GPU_DAYS,
          AVERAGE_WATTS
              .times(HOURS_PER_DAY)
              .over(KILO)
              .times(ENERGY_PRICE)
              .over(GIGA)
              .unless(Condition.OFFTAKE));
  static final Formula OPEX = overTime(PerGpu.OPEX_PER_YEAR);
  static final Formula LEASE_COST = overTime(PerGpu.LEASE_PER_YEAR);
  static final Formula OFFTAKE_COST = overTime(PerGpu.OFFTAKE_PER_YEAR);
  static final Formula TOTAL_COST =
      Formula.sumOf(SPEND, ENERGY_COST, OPEX, LEASE_COST, OFFTAKE_COST);

  static final Formula ANNUALIZED_COST = sum(INSTALLED, PerGpu.COST_PER_YEAR.over(GIGA));

  static final Formula PRESENT_VALUE =
      new PresentValue(
          PerGpu.COMPUTE_CAPEX.over(GIGA),
          PerGpu.BUILDING_CAPEX.over(GIGA),
          PerGpu.PLANT_CAPEX.over(GIGA),
          CAPEX_BN,
          PerGpu.COST_PER_YEAR.minus(PerGpu.CAPITAL_PER_YEAR).over(DAYS_PER_YEAR).over(GIGA));

  /** What was paid for what is installed, where building and hardware are bought. */
  static final Formula OWN_CAPEX =
      new Formula.Shortened(
          Formula.sumOf(
              sum(State.HELD, PerGpu.COMPUTE_CAPEX.over(GIGA).where(Condition.OWN)),
              sum(INSTALLED, PerGpu.BUILDING_CAPEX.plus(PerGpu.PLANT_CAPEX).over(GIGA))),
          Simplicity.CAPACITY_STAYS,
          sum(INSTALLED, CAPEX_BN.where(Condition.OWN)));

  static final Formula BOOK_VALUE = BookValue.ofCompute(PerGpu.COMPUTE_CAPEX.over(GIGA));
  static final Formula REPLACEMENT_VALUE = new ReplacementValue(PerGpu.COMPUTE_CAPEX.over(GIGA));

  static final Formula PEAK_FLOPS = sum(INSTALLED, Quantity.of(PhaseParameter.FLOPS_PER_GPU));

  static final Formula.LargestGroup TRAINING_RUN =
      run(Quantity.of(PhaseParameter.FLOPS_PER_GPU), Quantity.of(PhaseParameter.MFU));

  static final Formula TRAINING_RUN_COST =
      new Formula.InLargestGroup(
          TRAINING_RUN,
          PerGpu.RUN_SHARE
              .times(Quantity.of(PhaseParameter.RUN_LENGTH).times(HOURS_PER_DAY))
              .times(PerGpu.COST_PER_YEAR)
              .over(PerGpu.HOURS_PER_YEAR)
              .over(GIGA));

  /** What is left of all that was bought, and what is spent on what is not there yet. */
  static final Formula RESIDUAL_VALUE =
      BookValue.ofAll(
          BOOK_VALUE,
          CONSTRUCTION_IN_PROGRESS,
          PerGpu.BUILDING_CAPEX.plus(PerGpu.PLANT_CAPEX).over(GIGA));

  static final Formula NET_PRESENT_COST = new NetPresentCost(PRESENT_VALUE, RESIDUAL_VALUE);

  static final Formula PROGRAMME_CAPEX = programmeCapex();

  static final Formula STRANDED = new Stranded(PerGpu.COMPUTE_CAPEX.over(GIGA));

  private Formulas() {}

  /** Peak compute with every chip at one precision. */
  static Formula peakFlops(Precision precision) {
    return sum(INSTALLED, new AtPrecision(PrecisionRate.FLOPS, precision));
  }

  /** One run on the largest system with every chip at one precision. */
  static Formula trainingRun(Precision precision) {
    return run(
        new AtPrecision(PrecisionRate.FLOPS, precision),
        new AtPrecision(PrecisionRate.MFU, precision));
  }

  private static Formula.LargestGroup run(Quantity flops, Quantity mfu) {
    return new Formula.LargestGroup(
        Formula.Grouping.TRAINING_SYSTEM,
        INSTALLED,
        PerGpu.RUN_SHARE
            .times(flops)
            .times(mfu)
            .times(Quantity.of(PhaseParameter.RUN_LENGTH))
            .times(SECONDS_PER_DAY));
  }

  /** Capex to date × a share: of hardware for all that came, of buildings for the most so far. */
  static Formula capexToDate(Quantity share) {
    boolean isWhole = share == PerGpu.ONE;
    Quantity compute = PerGpu.COMPUTE_CAPEX.over(GIGA);
    Quantity building = PerGpu.BUILDING_CAPEX.plus(PerGpu.PLANT_CAPEX).over(GIGA);
    return new Formula.Shortened(
        Formula.sumOf(
            sum(ADDED_TO_DATE, isWhole ? compute : compute.times(share)),
            sum(HOUSED_TO_DATE, isWhole ? building : building.times(share))),
        Simplicity.CAPACITY_STAYS,
        sum(INSTALLED, isWhole ? CAPEX_BN : CAPEX_BN.times(share)));
  }

  /** All parts to date, whoever pays. */
  private static Formula programmeCapex() {
    return new Formula.Shortened(
        Formula.sumOf(
            sum(ADDED_TO_DATE, PerGpu.COMPUTE_PRICE.over(GIGA)),
            sum(HOUSED_TO_DATE, PerGpu.BUILDING_PRICE.plus(PerGpu.PLANT_PRICE).over(GIGA))),
        Simplicity.CAPACITY_STAYS,
        sum(INSTALLED, PerGpu.LIST_PRICE.over(GIGA)));
  }

  /** What the three parts of capex cost, paid before they are there. */
  private static Formula paidEarlier(
      State compute, State facility, State generation, Formula whereTheyAreNot) {
    return new Formula.Shortened(
        Formula.sumOf(
            sum(compute, PerGpu.COMPUTE_CAPEX.over(GIGA)),
            sum(facility, PerGpu.BUILDING_CAPEX.over(GIGA)),
            sum(generation, PerGpu.PLANT_CAPEX.over(GIGA))),
        Simplicity.PAID_WHEN_ADDED,
        whereTheyAreNot);
  }

  /** What costs so much a year, for as long as a GPU is installed. */
  private static Formula overTime(Quantity usdPerYear) {
    return sum(GPU_DAYS, usdPerYear.over(DAYS_PER_YEAR).over(GIGA));
  }
}
