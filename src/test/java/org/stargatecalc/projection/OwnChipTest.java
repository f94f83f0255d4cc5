package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.ProjectedYaml;

/** A scenario that gives flops_per_gpu speaks of a chip of its own, whatever gpu it names. */
class OwnChipTest {
  private static double equivalents(String more) {
    return ProjectedYaml.of("name: x\ngpu_count: 100k\nonline: 2026\n" + more)
        .atEnd(Metric.H100_EQUIVALENTS);
  }

  /** By the rate of an H100 at the phase's precision: 989.4 T at 16 bits, 1,979 T at 8. */
  @ParameterizedTest
  @CsvSource({
    "bf16, 0.1 PFLOP/s, 10107.1356377602588",
    "fp8, 0.1 PFLOP/s, 5053.05709954522486",
    "bf16, 989.4 TFLOP/s, 100000",
    "fp8, 1979 TFLOP/s, 100000"
  })
  void itsEquivalentsFollowFromItsOwnRate(String precision, String rate, double expected) {
    String chip = "precision: " + precision + "\nflops_per_gpu: " + rate + "\n";
    assertThat(equivalents(chip)).isCloseTo(expected, within(1e-7));
    assertThat(equivalents("gpu: a100\nwatts_per_gpu: 1 kW\n" + chip))
        .isCloseTo(expected, within(1e-7));
  }

  /** Wherever the rate stands: at the phase, at its site or at the top. */
  @Test
  void theRateMayStandAtAnyLevel() {
    String rate = "flops_per_gpu: 0.1 PFLOP/s";
    double expected = 100_000 * 1e14 / 989.4e12;
    assertThat(equivalents("phases: {a: {" + rate + "}}\n")).isCloseTo(expected, within(1e-7));
    assertThat(equivalents("site: s\nsites: {s: {" + rate + "}}\n"))
        .isCloseTo(expected, within(1e-7));
  }

  /** A catalogued chip keeps its 8-bit rate over the H100's, at whatever precision it trains. */
  @Test
  void aCataloguedChipKeepsItsCataloguedRate() {
    double h100s =
        ProjectedYaml.CATALOG.accelerator("gb200").orElseThrow().h100Equivalents().orElseThrow();
    assertThat(equivalents("gpu: gb200\n")).isEqualTo(100_000 * h100s);
    assertThat(equivalents("gpu: gb200\nprecision: fp8\n")).isEqualTo(100_000 * h100s);
    assertThat(equivalents("gpu: gb200\nmfu: 20%\nwatts_per_gpu: 3 kW\n"))
        .isEqualTo(100_000 * h100s);
  }
}
