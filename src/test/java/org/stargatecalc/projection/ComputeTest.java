package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stargatecalc.support.ProjectedYaml;

/** Compute: H100 equivalents, peak rate, training runs. */
class ComputeTest {
  @Test
  void anH100IsOneH100Equivalent() {
    assertThat(equivalents("gpu: h100")).isEqualTo(1000);
    assertThat(equivalents("gpu: h100\nprecision: fp8")).isEqualTo(1000);
  }

  @Test
  void equivalentsGoByTheEightBitRateUnlessThePhaseSaysWhatAChipComputes() {
    // 5,000 / 1,979 TFLOP/s
    assertThat(equivalents("gpu: gb200")).isCloseTo(2526.528550, within(1e-6));
    // 1,000 / 989.4 TFLOP/s, the 16-bit rate of an H100
    assertThat(equivalents("gpu: gb200\nflops_per_gpu: 1 PFLOP/s"))
        .isCloseTo(1010.713564, within(1e-6));
  }

  @Test
  void aChipWithoutAnEightBitRateCountsByItsSixteenBitRate() {
    // Maia 100: 800 / 989.4 TFLOP/s
    assertThat(equivalents("gpu: maia100")).isCloseTo(1000 * 800 / 989.4, within(1e-9));
  }

  /** Epoch AI counts TPUs and the A100, which have no fp8 rate or a slow one, by INT8. */
  @Test
  void aChipWithIntegersAtEightBitsCountsByThem() {
    assertThat(equivalents("gpu: a100")).isCloseTo(1000 * 624 / 1979.0, within(1e-9));
    assertThat(equivalents("gpu: tpu_v5e")).isCloseTo(1000 * 393 / 1979.0, within(1e-9));
    assertThat(equivalents("gpu: tpu_v5p")).isCloseTo(463.9, within(0.05));
    assertThat(equivalents("gpu: tpu_v6e")).isCloseTo(927.7, within(0.05));
  }

  @Test
  void aChipWithNeitherRateCountsByTheRateGiven() {
    // vr300 publishes FP4 only
    assertThat(equivalents("gpu: vr300\nflops_per_gpu: 9.894 PFLOP/s"))
        .isCloseTo(10_000, within(1e-6));
    assertThat(equivalents("gpu: vr300\nprecision: fp8\nflops_per_gpu: 19.79 PFLOP/s"))
        .isCloseTo(10_000, within(1e-6));
  }

  private static double equivalents(String gpu) {
    return project(gpu).atEnd(Metric.H100_EQUIVALENTS);
  }

  @Test
  void peakComputeIsTheDenseRateAtThePhasesPrecision() {
    assertThat(project("gpu: h100").atEnd(Metric.PEAK_FLOPS)).isCloseTo(989.4e15, within(1e6));
    assertThat(project("gpu: h100\nprecision: fp8").atEnd(Metric.PEAK_FLOPS))
        .isCloseTo(1979e15, within(1e6));
    assertThat(project("gpu: h100\nflops_per_gpu: 1 PFLOP/s").atEnd(Metric.PEAK_FLOPS))
        .isEqualTo(1e18);
  }

  @Test
  void aRunIsTrainingGpusTimesRateTimesMfuTimesSeconds() {
    String yaml =
        "flops_per_gpu: 1 PFLOP/s\nrun_length: 10 days\ncapex_split: {training: 50%, inference: 50%}\n";
    // 500 × 1e15 × 0.4 × 864,000 s
    assertThat(project(yaml + "mfu: 40%").atEnd(Metric.TRAINING_RUN_FLOP))
        .isCloseTo(1.728e23, within(1e9));
    // the default utilisation depends on the precision: 0.375 and 0.25
    assertThat(project(yaml).atEnd(Metric.TRAINING_RUN_FLOP)).isCloseTo(1.62e23, within(1e9));
    assertThat(project(yaml + "precision: fp8").atEnd(Metric.TRAINING_RUN_FLOP))
        .isCloseTo(1.08e23, within(1e9));
  }

  @Test
  void theLargestSystemByFlopRunsNotTheLargestByPower() {
    ProjectedYaml fleet =
        ProjectedYaml.of(
            """
            name: fleet
            online: 2025-06
            capex_split: {training: 100%}
            mfu: 50%
            run_length: 1 day
            pue: 1
            phases:
              old: {gpu_count: 1000, watts_per_gpu: 2 kW, flops_per_gpu: 1 PFLOP/s}
              new: {gpu_count: 500, watts_per_gpu: 1 kW, flops_per_gpu: 4 PFLOP/s}
            """);
    assertThat(fleet.atEnd(Metric.LARGEST_TRAINING_SYSTEM_GW)).isCloseTo(2e-3, within(1e-15));
    // 500 × 4e15 × 0.5 × 86,400 s
    assertThat(fleet.atEnd(Metric.TRAINING_RUN_FLOP)).isCloseTo(8.64e22, within(1e9));
  }

  @Test
  void aPhaseInSeveralSystemsRunsOnOneOfThem() {
    String yaml =
        "flops_per_gpu: 1 PFLOP/s\nrun_length: 1 day\nmfu: 50%\ncapex_split: {training: 100%}\n";
    // 1,000 × 1e15 × 0.5 × 86,400 s / 4
    assertThat(project(yaml + "systems: 4").atEnd(Metric.TRAINING_RUN_FLOP))
        .isCloseTo(1.08e22, within(1e9));
  }

  private static ProjectedYaml project(String yaml) {
    return ProjectedYaml.of(
        "name: compute\ngpu_count: 1000\nonline: 2025-06\nwatts_per_gpu: 1 kW\n" + yaml + "\n");
  }
}
