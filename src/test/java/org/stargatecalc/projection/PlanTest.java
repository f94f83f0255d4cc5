package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.support.ProjectedYaml;

/** How many GPUs stand on which day: ramps, milestones, growth and delays, without constraints. */
class PlanTest {
  @Test
  void capacityIsCompleteAtTheEndOfTheDayItComesOnline() {
    ProjectedYaml plan = plan("gpu_count: 1000\nonline: 2025-06-10");
    assertGpus(plan, "2025-06-09", 0);
    assertGpus(plan, "2025-06-10", 1000);
    assertGpus(plan, "2027-12-31", 1000);
  }

  @Test
  void aMonthIsItsLastDayAndSoIsAYear() {
    assertGpus(plan("gpu_count: 1000\nonline: 2025-06"), "2025-06-29", 0);
    assertGpus(plan("gpu_count: 1000\nonline: 2025-06"), "2025-06-30", 1000);
    assertGpus(plan("gpu_count: 1000\nonline: 2025"), "2025-12-30", 0);
    assertGpus(plan("gpu_count: 1000\nonline: 2025"), "2025-12-31", 1000);
  }

  @Test
  void aLinearRampGrowsEvenlyFromTheStartOfItsFirstDay() {
    ProjectedYaml plan = plan("gpu_count: 1000\nonline: 2025-06-10\nramp: 10 days");
    // from the start of 10 June: 1 of 10 days is over at its end, all 10 at the end of 19 June
    assertGpus(plan, "2025-06-09", 0);
    assertGpus(plan, "2025-06-10", 100);
    assertGpus(plan, "2025-06-14", 500);
    assertGpus(plan, "2025-06-19", 1000);
  }

  @Test
  void aRampOfLessThanADayTakesADay() {
    assertGpus(plan("gpu_count: 1000\nonline: 2025-06-10\nramp: 1 hour"), "2025-06-10", 1000);
    ProjectedYaml plan = plan("gpu_count: 1000\nonline: 2025-06-10\nramp: 0");
    assertThat(plan.projection().at(Metric.GPU_COUNT, Basis.FACILITY, 20249.5))
        .as("at noon of 2025-06-10, day 20,249 since 1970") // linear over the day
        .isCloseTo(500, within(1e-9));
  }

  @Test
  void anSCurveIsSlowAtBothEnds() {
    // 1 April to 1 October is 183 days; the nodes at month starts lie at 30/183, 61/183, …
    ProjectedYaml plan =
        plan("gpu_count: 1000\nonline: 2025-04-01\nramp: 183 days\nshape: s_curve");
    assertGpus(plan, "2025-04-30", 1000 * sCurve(30.0 / 183));
    assertGpus(plan, "2025-06-30", 1000 * sCurve(91.0 / 183));
    assertGpus(plan, "2025-08-31", 1000 * sCurve(153.0 / 183));
    assertGpus(plan, "2025-09-30", 1000);
  }

  private static double sCurve(double x) {
    return x * x * (3 - 2 * x);
  }

  @Test
  void milestonesAreOneDayStepsToCumulativeSizes() {
    ProjectedYaml plan =
        plan("milestones: [{by: 2025-03-31, gpu_count: 100}, {by: 2025-04-30, gpu_count: 400}]");
    assertGpus(plan, "2025-03-30", 0);
    assertGpus(plan, "2025-03-31", 100);
    assertGpus(plan, "2025-04-29", 100);
    assertGpus(plan, "2025-04-30", 400);
    assertGpus(plan, "2027-12-31", 400);
  }

  @Test
  void linearMilestonesGrowFromTheEndOfOneDayToTheEndOfTheNext() {
    ProjectedYaml plan =
        plan(
            "between: linear\n"
                + "milestones: [{by: 2025-03-31, gpu_count: 100}, {by: 2025-04-30, gpu_count: 400}]");
    // the first is a one-day step; then 300 GPUs in the 30 days of April
    assertGpus(plan, "2025-03-30", 0);
    assertGpus(plan, "2025-03-31", 100);
    assertGpus(plan, "2025-04-01", 110);
    assertGpus(plan, "2025-04-10", 200);
    assertGpus(plan, "2025-04-30", 400);
    assertGpus(plan, "2025-05-31", 400);
  }

  @Test
  void aSingleLinearMilestoneIsAStep() {
    ProjectedYaml plan = plan("between: linear\nmilestones: [{by: 2025-03-31, gpu_count: 100}]");
    assertGpus(plan, "2025-03-30", 0);
    assertGpus(plan, "2025-03-31", 100);
  }

  @Test
  void growthReachesTheCurveOnItsFirstDayAndFollowsIt() {
    ProjectedYaml plan = plan("growth: {from: 2025-03-01, gpu_count: 1000, per_year: 2}");
    assertGpus(plan, "2025-02-28", 0);
    // one day after the start of 1 March
    assertGpus(plan, "2025-03-01", 1000 * StrictMath.pow(2, 1 / 365.25));
    // 31 days after it; the end of March is a node, so the value is exact
    assertGpus(plan, "2025-03-31", 1000 * StrictMath.pow(2, 31 / 365.25));
    // 365 days after it: not quite doubled in a year of 365.25 days
    assertGpus(plan, "2026-02-28", 1000 * StrictMath.pow(2, 365 / 365.25));
  }

  @Test
  void growthStaysLevelAfterTheEndOfItsLastDay() {
    ProjectedYaml plan =
        plan("growth: {from: 2025-03-01, gpu_count: 1000, per_year: 2, until: 2025-08-31}");
    // 1 March to 31 August, both included, are 184 days
    double level = 1000 * StrictMath.pow(2, 184 / 365.25);
    assertGpus(plan, "2025-08-31", level);
    assertGpus(plan, "2025-09-01", level);
    assertGpus(plan, "2027-12-31", level);
  }

  @Test
  void growthOfOneIsAStep() {
    ProjectedYaml plan = plan("growth: {from: 2025-03-01, gpu_count: 1000, per_year: 1}");
    assertGpus(plan, "2025-02-28", 0);
    assertGpus(plan, "2025-03-01", 1000);
    assertGpus(plan, "2027-12-31", 1000);
  }

  @Test
  void aDelayMovesEveryDate() {
    ProjectedYaml ramp = plan("gpu_count: 1000\nonline: 2025-06-10\nramp: 10 days\ndelay: 5 days");
    assertGpus(ramp, "2025-06-14", 0);
    assertGpus(ramp, "2025-06-15", 100);
    assertGpus(ramp, "2025-06-24", 1000);
    ProjectedYaml steps =
        plan(
            "delay: 30 days\n"
                + "milestones: [{by: 2025-03-01, gpu_count: 100}, {by: 2025-03-31, gpu_count: 400}]");
    assertGpus(steps, "2025-03-30", 0);
    assertGpus(steps, "2025-03-31", 100);
    assertGpus(steps, "2025-04-30", 400);
    ProjectedYaml growth =
        plan(
            "delay: 31 days\n"
                + "growth: {from: 2025-03-01, gpu_count: 1000, per_year: 2, until: 2025-03-31}");
    assertGpus(growth, "2025-03-31", 0);
    assertGpus(growth, "2025-05-01", 1000 * StrictMath.pow(2, 31 / 365.25));
    assertGpus(growth, "2025-05-31", 1000 * StrictMath.pow(2, 31 / 365.25));
  }

  /** The end of a ramp is a node; what rounding leaves of it must not come a month later. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.7, 2026-02-24",
    "0.3, 0.7, 2026-03-02",
    "0.9, 0.7, 2026-03-20",
    "1.3, 0.7, 2026-04-01",
    "0.3, 0.1, 2026-02-12"
  })
  void aPhaseIsCompleteWhenItsRampEnds(double ramp, double delay, LocalDate complete) {
    ProjectedYaml plan =
        plan(
            "gpu_count: 1000\nonline: 2026-01-31\nramp: %s months\ndelay: %s months"
                .formatted(ramp, delay));
    // the start of 31 January is day 20,484
    double end = 20484 + (ramp + delay) * 30.4375;
    assertThat(Instants.dateEndingAt(end)).isEqualTo(complete);
    assertThat(plan.projection().dateOfLastAddition(0)).contains(complete);
  }

  @Test
  void aPhaseThatIsImprobableIsNotBuilt() {
    assertGpus(plan("gpu_count: 1000\nonline: 2025-06\nprobability: 49%"), "2027-12-31", 0);
    assertGpus(plan("gpu_count: 1000\nonline: 2025-06\nprobability: 50%"), "2027-12-31", 1000);
  }

  @Test
  void anImprobableRiskDelaysNothing() {
    String risk =
        "gpu_count: 1000\nonline: 2025-06-10\n"
            + "risks: {queue: {probability: %s, delay: 10 days}}";
    assertGpus(plan(risk.formatted("49%")), "2025-06-10", 1000);
    assertGpus(plan(risk.formatted("50%")), "2025-06-19", 0);
    assertGpus(plan(risk.formatted("50%")), "2025-06-20", 1000);
  }

  @Test
  void everySizeComesToTheSameCount() {
    // 1 kW and PUE 1.5; $30,000 + 1 kW × $10/W + 1.5 kW × $2/W = $43,000 a GPU
    String per =
        "online: 2025-06\nwatts_per_gpu: 1 kW\npue: 1.5\ncapex_per_gpu: $30k/GPU\n"
            + "facility_capex: $10/W\ngeneration_capex: $2/W\n";
    assertGpus(plan(per + "gpu_count: 1000"), "2025-06-30", 1000);
    assertGpus(plan(per + "it_power: 1 MW"), "2025-06-30", 1000);
    assertGpus(plan(per + "facility_power: 1.5 MW"), "2025-06-30", 1000);
    assertGpus(plan(per + "capex: $43M"), "2025-06-30", 1000);
  }

  /** What is taken down is a milestone like another. */
  @Test
  void aMilestoneMayFallToNothingAndRiseAgain() {
    ProjectedYaml plan =
        plan(
            "gpu: gb200\nmilestones: [{by: 2025-03-31, gpu_count: 100}, {by: 2025-06-30, gpu_count: 0},"
                + " {by: 2025-09-30, gpu_count: 50}]");
    assertGpus(plan, "2025-06-29", 100);
    assertGpus(plan, "2025-06-30", 0);
    assertGpus(plan, "2025-09-30", 50);
    assertThat(plan.at(Metric.BOOK_VALUE_USD_BN, "2025-07-01")).isZero();
    double first = plan.at(Metric.CUMULATIVE_COMPUTE_CAPEX_USD_BN, "2025-03-31");
    assertThat(plan.atEnd(Metric.CUMULATIVE_COMPUTE_CAPEX_USD_BN))
        .isCloseTo(first * 1.5, within(1e-9 * first));
    assertThat(ProjectedYaml.errors("name: a\ngrowth: {from: 2025, gpu_count: 0, per_year: 2}\n"))
        .singleElement()
        .asString()
        .contains("growth.gpu_count: found '0'");
  }

  @Test
  void aCountIsNeverRounded() {
    // 1 MW / 3 kW
    ProjectedYaml plan = plan("it_power: 1 MW\nwatts_per_gpu: 3 kW\nonline: 2025-06");
    assertGpus(plan, "2025-06-30", 1000.0 / 3);
    assertThat(plan.atEnd(Metric.IT_POWER_GW)).isCloseTo(0.001, within(1e-18));
  }

  private static ProjectedYaml plan(String yaml) {
    return ProjectedYaml.of("name: plan\nhorizon: {from: 2025-01, to: 2027-12}\n" + yaml + "\n");
  }

  private static void assertGpus(ProjectedYaml plan, String endOf, double expected) {
    assertThat(plan.at(Metric.GPU_COUNT, endOf))
        .as("GPUs at the end of %s", endOf)
        .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
  }
}
