package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.ProjectedYaml;

/**
 * Money: capex by part and owner, running cost, annualized cost, present and book value.
 *
 * <p>Most cases have 1,000 GPUs of 1 kW from the start of the horizon on, so that $1/W is $1M.
 */
class CostTest {
  private static final String THERE_AT_START =
      """
      name: cost
      horizon: {from: 2026-01, to: 2028-12}
      online: 2025-06
      gpu_count: 1000
      watts_per_gpu: 1 kW
      pue: 1.5
      capex_per_gpu: $30k/GPU
      facility_capex: $10/W
      generation_capex: $2/W
      energy_price: $0.10/kWh
      opex: $0.5/W-year
      shell_price: $1.5/W-year
      offtake_price: $10/W-year
      load_factor: 50%
      pue_average: 1.2
      discount_rate: 10%
      compute_life: 4 years
      facility_life: 20 years
      """;

  private static final double CENT = 1e-11; // of a dollar, in billions

  // ---- capex ----

  @Test
  void anOwnPhaseBuysComputeFacilityAndGeneration() {
    ProjectedYaml own = ProjectedYaml.of(THERE_AT_START);
    // $30k × 1,000; 1 MW of IT × $10/W; 1.5 MW of facility × $2/W
    assertThat(own.sum(Metric.COMPUTE_CAPEX_USD_BN)).isCloseTo(0.030, within(CENT));
    assertThat(own.sum(Metric.FACILITY_CAPEX_USD_BN)).isCloseTo(0.010, within(CENT));
    assertThat(own.sum(Metric.GENERATION_CAPEX_USD_BN)).isCloseTo(0.003, within(CENT));
    assertThat(own.sum(Metric.CAPEX_USD_BN)).isCloseTo(0.043, within(CENT));
    assertThat(own.sum(Metric.LEASE_COST_USD_BN)).isZero();
    assertThat(own.sum(Metric.OFFTAKE_COST_USD_BN)).isZero();
  }

  @Test
  void capexBeforeTheHorizonFallsInItsFirstPeriod() {
    ProjectedYaml own = ProjectedYaml.of(THERE_AT_START);
    assertThat(own.sum(Metric.CAPEX_USD_BN, "2025-12-31", "2026-01-31"))
        .isCloseTo(0.043, within(CENT));
    assertThat(own.sum(Metric.CAPEX_USD_BN, "2026-01-31", "2028-12-31")).isZero();
    assertThat(own.at(Metric.CUMULATIVE_CAPEX_USD_BN, "2026-01-31")).isCloseTo(0.043, within(CENT));
  }

  @Test
  void aLeasedShellBuysComputeOnlyAndPaysRent() {
    ProjectedYaml leased = ProjectedYaml.of(THERE_AT_START + "ownership: lease_shell\n");
    assertThat(leased.sum(Metric.CAPEX_USD_BN)).isCloseTo(0.030, within(CENT));
    assertThat(leased.sum(Metric.FACILITY_CAPEX_USD_BN)).isZero();
    assertThat(leased.sum(Metric.GENERATION_CAPEX_USD_BN)).isZero();
    // 1 MW × $1.5/W-year over the 365 days of 2026
    assertThat(in2026(leased, Metric.LEASE_COST_USD_BN))
        .isCloseTo(0.0015 * 365 / 365.25, within(CENT));
    assertThat(in2026(leased, Metric.ENERGY_COST_USD_BN)).isPositive();
    assertThat(in2026(leased, Metric.OPEX_USD_BN)).isPositive();
  }

  @Test
  void offtakeByPowerIsRentAndNothingElse() {
    ProjectedYaml rented = ProjectedYaml.of(THERE_AT_START + "ownership: offtake\n");
    // 1 MW × $10/W-year over 365 days, whatever the load: take or pay
    assertThat(in2026(rented, Metric.OFFTAKE_COST_USD_BN))
        .isCloseTo(0.010 * 365 / 365.25, within(CENT));
    assertThat(rented.sum(Metric.CAPEX_USD_BN)).isZero();
    assertThat(rented.sum(Metric.ENERGY_COST_USD_BN)).isZero();
    assertThat(rented.sum(Metric.OPEX_USD_BN)).isZero();
    assertThat(rented.sum(Metric.LEASE_COST_USD_BN)).isZero();
    assertThat(rented.sum(Metric.TOTAL_COST_USD_BN))
        .isCloseTo(rented.sum(Metric.OFFTAKE_COST_USD_BN), within(CENT));
    // the energy is used all the same
    assertThat(in2026(rented, Metric.ENERGY_TWH)).isPositive();
  }

  @Test
  void offtakeByGpuHourCountsEveryHour() {
    ProjectedYaml rented =
        ProjectedYaml.of(
            THERE_AT_START.replace("$10/W-year", "$2/GPU-hour") + "ownership: offtake\n");
    // 1,000 × 8,760 h × $2
    assertThat(in2026(rented, Metric.OFFTAKE_COST_USD_BN)).isCloseTo(0.01752, within(CENT));
    assertThat(rented.atEnd(Metric.COST_PER_GPU_HOUR_USD)).isCloseTo(2, within(1e-12));
  }

  @Test
  void capexIsSplitByTheSharesOfThePhase() {
    ProjectedYaml own =
        ProjectedYaml.of(
            THERE_AT_START + "capex_split: {training: 50%, inference: 30%, research: 20%}\n");
    assertThat(own.atEnd(Metric.TRAINING_CAPEX_USD_BN)).isCloseTo(0.0215, within(CENT));
    assertThat(own.atEnd(Metric.INFERENCE_CAPEX_USD_BN)).isCloseTo(0.0129, within(CENT));
    assertThat(own.atEnd(Metric.RESEARCH_CAPEX_USD_BN)).isCloseTo(0.0086, within(CENT));
  }

  @Test
  void capexPerGigawattIsThatOfOwnPhasesOverTheirPower() {
    ProjectedYaml mixed =
        ProjectedYaml.of(
            THERE_AT_START.replace("gpu_count: 1000\n", "")
                + """
                phases:
                  own: {gpu_count: 1000}
                  leased: {gpu_count: 5000, ownership: lease_shell}
                  rented: {gpu_count: 7000, ownership: offtake}
                """);
    // $43M over 1.5 MW, and over 1 MW
    assertThat(mixed.atEnd(Metric.CAPEX_PER_FACILITY_GW_USD_BN)).isCloseTo(43 / 1.5, within(1e-9));
    assertThat(mixed.atEnd(Metric.CAPEX_PER_IT_GW_USD_BN)).isCloseTo(43, within(1e-9));
  }

  @Test
  void aRatioOfNothingIsUndefined() {
    ProjectedYaml later = ProjectedYaml.of(THERE_AT_START.replace("2025-06", "2027-06"));
    for (Metric ratio :
        new Metric[] {
          Metric.COST_PER_GPU_HOUR_USD,
          Metric.CAPEX_PER_FACILITY_GW_USD_BN,
          Metric.CAPEX_PER_IT_GW_USD_BN
        }) {
      assertThat(later.at(ratio, "2026-12-31")).as(ratio.id()).isNaN();
      assertThat(later.at(ratio, "2027-06-30")).as(ratio.id()).isPositive();
    }
    ProjectedYaml rented = ProjectedYaml.of(THERE_AT_START + "ownership: offtake\n");
    assertThat(rented.atEnd(Metric.CAPEX_PER_IT_GW_USD_BN)).isNaN();
  }

  // ---- running cost ----

  @Test
  void energyIsTheIntegralOfAveragePower() {
    ProjectedYaml own = ProjectedYaml.of(THERE_AT_START);
    // 1 MW × 0.5 × 1.2 × 8,760 h = 5,256 MWh, at $0.10/kWh
    assertThat(in2026(own, Metric.ENERGY_TWH)).isCloseTo(5.256e-3, within(1e-15));
    assertThat(in2026(own, Metric.ENERGY_COST_USD_BN)).isCloseTo(0.0005256, within(CENT));
  }

  @Test
  void energyOfARampIsHalfThatOfFullPower() {
    ProjectedYaml ramp =
        ProjectedYaml.of(
            THERE_AT_START.replace("online: 2025-06", "online: 2026-01-01\nramp: 365 days"));
    assertThat(in2026(ramp, Metric.ENERGY_TWH)).isCloseTo(5.256e-3 / 2, within(1e-15));
    assertThat(in2026(ramp, Metric.OPEX_USD_BN)).isCloseTo(0.0005 * 365 / 365.25 / 2, within(CENT));
  }

  @Test
  void opexIsPerWattOfItPowerAndYear() {
    ProjectedYaml own = ProjectedYaml.of(THERE_AT_START);
    assertThat(in2026(own, Metric.OPEX_USD_BN)).isCloseTo(0.0005 * 365 / 365.25, within(CENT));
  }

  private static double in2026(ProjectedYaml scenario, Metric flow) {
    return scenario.sum(flow, "2026-01-01", "2026-12-31")
        + scenario.sum(flow, "2025-12-31", "2026-01-01");
  }

  // ---- annualized cost ----

  @Test
  void annualizedCostSpreadsCapexAsAnAnnuity() {
    ProjectedYaml own = ProjectedYaml.of(THERE_AT_START);
    // r / (1 − 1.1^−4) = 0.315470804, r / (1 − 1.1^−20) = 0.117459625
    double capital = 0.030 * 0.3154708037 + 0.013 * 0.1174596248;
    // 1 MW × 0.5 × 1.2 × 8,766 h × $0.10 + 1 MW × $0.5
    double running = 0.00052596 + 0.0005;
    assertThat(own.atEnd(Metric.ANNUALIZED_COST_USD_BN))
        .isCloseTo(capital + running, within(1e-10));
    assertThat(own.atEnd(Metric.COST_PER_GPU_HOUR_USD))
        .isCloseTo((capital + running) * 1e9 / (8766 * 1000), within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"amortization: straight_line\n", "discount_rate: 0\n"})
  void straightLineIsAnAnnuityWithoutInterest(String how) {
    String yaml = THERE_AT_START;
    if (how.startsWith("discount")) {
      yaml = yaml.replace("discount_rate: 10%\n", "");
    }
    // 30 / 4 + 13 / 20, in $M, plus running cost
    assertThat(ProjectedYaml.of(yaml + how).atEnd(Metric.ANNUALIZED_COST_USD_BN))
        .isCloseTo(0.0075 + 0.00065 + 0.00052596 + 0.0005, within(CENT));
  }

  /** (1 + r)^−n is 1 in doubles when r is small: the difference to 1 needs another formula. */
  @ParameterizedTest
  @ValueSource(strings = {"1e-9", "1e-13", "1e-17", "-1e-12", "1e-300"})
  void anAnnuityOfATinyRateIsTheStraightLine(String rate) {
    String yaml = THERE_AT_START.replace("discount_rate: 10%", "discount_rate: " + rate);
    assertThat(ProjectedYaml.of(yaml).atEnd(Metric.ANNUALIZED_COST_USD_BN))
        .isCloseTo(0.0075 + 0.00065 + 0.00052596 + 0.0005, within(1e-10));
  }

  @Test
  void annualizedCostOfRentIsTheRent() {
    ProjectedYaml leased = ProjectedYaml.of(THERE_AT_START + "ownership: lease_shell\n");
    assertThat(leased.atEnd(Metric.ANNUALIZED_COST_USD_BN))
        .isCloseTo(0.030 * 0.3154708037 + 0.00052596 + 0.0005 + 0.0015, within(1e-10));
    ProjectedYaml rented = ProjectedYaml.of(THERE_AT_START + "ownership: offtake\n");
    assertThat(rented.atEnd(Metric.ANNUALIZED_COST_USD_BN)).isCloseTo(0.010, within(CENT));
  }

  // ---- present value ----

  @Test
  void whatWasThereAtTheStartIsNotDiscounted() {
    ProjectedYaml own = ProjectedYaml.of(withoutRunningCost());
    assertThat(own.atEnd(Metric.PRESENT_VALUE_USD_BN)).isCloseTo(0.043, within(CENT));
  }

  @Test
  void aFlowIsDiscountedFromTheMiddleOfItsInterval() {
    // bought evenly over 1 January 2027, a node interval: 365.5 days after the start
    ProjectedYaml later = ProjectedYaml.of(withoutRunningCost().replace("2025-06", "2027-01-01"));
    assertThat(later.atEnd(Metric.CUMULATIVE_COST_USD_BN)).isCloseTo(0.043, within(CENT));
    assertThat(later.atEnd(Metric.PRESENT_VALUE_USD_BN))
        .isCloseTo(0.043 * StrictMath.pow(1.1, -365.5 / 365.25), within(CENT));
  }

  @Test
  void withoutARateThePresentValueIsTheSum() {
    ProjectedYaml own = ProjectedYaml.of(THERE_AT_START.replace("10%", "0%"));
    assertThat(own.atEnd(Metric.PRESENT_VALUE_USD_BN))
        .isCloseTo(own.atEnd(Metric.CUMULATIVE_COST_USD_BN), within(CENT));
  }

  private static String withoutRunningCost() {
    return THERE_AT_START.replace("$0.10/kWh", "$0/kWh").replace("$0.5/W-year", "$0/W-year");
  }

  // ---- book and replacement value ----

  @Test
  void bookValueFallsEvenlyOverTheLifeAndReplacementValueWithProgress() {
    ProjectedYaml own =
        ProjectedYaml.of(
            THERE_AT_START.replace("compute_life: 4 years", "compute_life: 1000 days")
                + "price_performance: 2\n");
    // $30M of compute, at the start: nothing depreciated; the building is not compute
    assertThat(own.projection().atNode(Metric.BOOK_VALUE_USD_BN, Basis.FACILITY, 0))
        .isCloseTo(0.030, within(CENT));
    assertThat(own.projection().atNode(Metric.REPLACEMENT_VALUE_USD_BN, Basis.FACILITY, 0))
        .isCloseTo(0.030, within(CENT));
    // 365 days on: 1 − 0.365 is left, and 2^(−365/365.25) of the price buys the same
    double book = 0.030 * 0.635;
    double replacement = 0.030 * StrictMath.pow(2, -365 / 365.25);
    assertThat(own.at(Metric.BOOK_VALUE_USD_BN, "2026-12-31")).isCloseTo(book, within(CENT));
    assertThat(own.at(Metric.REPLACEMENT_VALUE_USD_BN, "2026-12-31"))
        .isCloseTo(replacement, within(CENT));
    assertThat(own.at(Metric.STRANDED_USD_BN, "2026-12-31"))
        .isCloseTo(book - replacement, within(CENT));
    // 1,000 days are over on 2028-09-27
    assertThat(own.at(Metric.BOOK_VALUE_USD_BN, "2028-09-30")).isZero();
    assertThat(own.at(Metric.REPLACEMENT_VALUE_USD_BN, "2028-09-30")).isPositive();
    assertThat(own.at(Metric.STRANDED_USD_BN, "2028-09-30")).isZero();
  }

  @Test
  void everyAdditionAgesByItself() {
    ProjectedYaml steps =
        ProjectedYaml.of(
            """
            name: ages
            horizon: {from: 2026-01, to: 2027-12}
            capex_per_gpu: $30k/GPU
            compute_life: 1000 days
            price_performance: 1
            milestones: [{by: 2025-06, gpu_count: 1000}, {by: 2026-12-31, gpu_count: 3000}]
            """);
    // at the end of 2027: $30M is 730 days old, $60M 365 days
    assertThat(steps.atEnd(Metric.BOOK_VALUE_USD_BN))
        .isCloseTo(0.030 * 0.270 + 0.060 * 0.635, within(CENT));
    // without progress the same chips cost the same
    assertThat(steps.atEnd(Metric.REPLACEMENT_VALUE_USD_BN)).isCloseTo(0.090, within(CENT));
    assertThat(steps.atEnd(Metric.STRANDED_USD_BN)).isZero();
  }

  @Test
  void rentedCapacityHasNoBookValue() {
    ProjectedYaml rented = ProjectedYaml.of(THERE_AT_START + "ownership: offtake\n");
    assertThat(rented.atEnd(Metric.BOOK_VALUE_USD_BN)).isZero();
    assertThat(rented.atEnd(Metric.REPLACEMENT_VALUE_USD_BN)).isZero();
  }
}
