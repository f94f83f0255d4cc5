package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.ProjectedYaml;

/** What delays and constraints cost. */
class DelayTest {
  private static final String HEAD = "name: late\nhorizon: {from: 2025-01, to: 2026-12}\n";

  @ParameterizedTest
  @CsvSource({"2025-06-10", "2025-06-01", "2025-06-30", "2025-02-14"})
  void aThousandGpusThirtyDaysLateDefer720ThousandGpuHours(String online) {
    // the plan and what is built have the same shape 30 days apart: 1,000 × 30 × 24 h
    ProjectedYaml late =
        ProjectedYaml.of(HEAD + "gpu_count: 1000\ndelay: 30 days\nonline: " + online + "\n");
    assertThat(late.sum(Metric.DEFERRED_GPU_HOURS)).isCloseTo(720_000, within(1e-6));
  }

  @Test
  void theLengthOfARampDoesNotMatterOnceItIsOver() {
    ProjectedYaml late =
        ProjectedYaml.of(
            HEAD + "gpu_count: 1000\nonline: 2025-06-10\nramp: 100 days\ndelay: 30 days\n");
    assertThat(late.sum(Metric.DEFERRED_GPU_HOURS)).isCloseTo(720_000, within(1e-6));
  }

  @Test
  void everyMilestoneIsDeferred() {
    ProjectedYaml late =
        ProjectedYaml.of(
            HEAD
                + "delay: 30 days\n"
                + "milestones: [{by: 2025-03-15, gpu_count: 400}, {by: 2025-08-20, gpu_count: 1000}]\n");
    // 400 × 30 days and 600 × 30 days
    assertThat(late.sum(Metric.DEFERRED_GPU_HOURS)).isCloseTo(720_000, within(1e-6));
  }

  @Test
  void deferralFallsInTheTimeInWhichItIsMissed() {
    ProjectedYaml late =
        ProjectedYaml.of(HEAD + "gpu_count: 1000\nonline: 2025-06-30\ndelay: 61 days\n");
    // missing half of 30 June (it would have grown that day), July, and half of 30 August
    assertThat(late.sum(Metric.DEFERRED_GPU_HOURS, "2025-05-31", "2025-06-30"))
        .isCloseTo(1000 * 24 * 0.5, within(1e-6));
    assertThat(late.sum(Metric.DEFERRED_GPU_HOURS, "2025-06-30", "2025-07-31"))
        .isCloseTo(1000 * 24 * 31, within(1e-6));
    assertThat(late.sum(Metric.DEFERRED_GPU_HOURS, "2025-08-31", "2026-12-31")).isZero();
  }

  @Test
  void aConstraintDefersLikeADelay() {
    // nothing available until the day 31 January, 30 days after the plan's day
    ProjectedYaml held =
        ProjectedYaml.of(
            HEAD
                + "gpu_count: 1000\nonline: 2025-01-01\n"
                + "constraints: {chips: {limits: gpu_count, available: [{from: 2025-01-31, at: 1000}]}}\n");
    assertThat(held.sum(Metric.DEFERRED_GPU_HOURS)).isCloseTo(720_000, within(1e-6));
  }

  @Test
  void delayAndRiskAndConstraintAddUp() {
    String late =
        HEAD
            + "gpu_count: 1000\nonline: 2025-01-01\ndelay: 10 days\n"
            + "risks: {queue: {probability: 60%, delay: 5 days}}\n";
    assertThat(ProjectedYaml.of(late).sum(Metric.DEFERRED_GPU_HOURS))
        .isCloseTo(1000 * 15 * 24, within(1e-6));
    // room from 31 January on, so the delay of 15 days is included in 30
    String constraint =
        "constraints: {chips: {limits: gpu_count, available: [{from: 2025-01-31, at: 1000}]}}\n";
    assertThat(ProjectedYaml.of(late + constraint).sum(Metric.DEFERRED_GPU_HOURS))
        .isCloseTo(720_000, within(1e-6));
  }

  @Test
  void aDelayCostsItsGpuHoursAtTheAnnualizedCostPerGpuHour() {
    ProjectedYaml late =
        ProjectedYaml.of(
            HEAD
                + "gpu_count: 1000\nonline: 2025-06-10\ndelay: 30 days\n"
                + "ownership: offtake\nofftake_price: $2/GPU-hour\n");
    assertThat(late.sum(Metric.DELAY_COST_USD_BN)).isCloseTo(720_000 * 2e-9, within(1e-15));
  }

  @Test
  void whatIsOnTimeDefersNothingAtAll() {
    ProjectedYaml onTime =
        ProjectedYaml.of(
            HEAD + "gpu_count: 1000\nonline: 2025-06-10\nramp: 5 months\nshape: s_curve\n");
    assertThat(onTime.sum(Metric.DEFERRED_GPU_HOURS)).isZero();
    assertThat(onTime.sum(Metric.DELAY_COST_USD_BN)).isZero();
  }

  @Test
  void aDelayPastTheEndOfTheHorizonDefersToItsEnd() {
    ProjectedYaml never =
        ProjectedYaml.of(HEAD + "gpu_count: 1000\nonline: 2026-12-01\ndelay: 3 years\n");
    // half of 1 December and the 30 days after it
    assertThat(never.sum(Metric.DEFERRED_GPU_HOURS)).isCloseTo(1000 * 24 * 30.5, within(1e-6));
  }
}
