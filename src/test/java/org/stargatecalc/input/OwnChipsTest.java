package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProjectedYaml;

/** Chips that a scenario defines. */
class OwnChipsTest {
  private static final String TWO =
      """
      name: own
      accelerators:
        asic: {it_watts: 1.4 kW, capex_per_gpu: $20k/GPU, bf16_flops: 1 PFLOP/s, source: mine}
        slow: {it_watts: 1 kW, fp8_flops: 1 PFLOP/s, confidence: low}
      phases:
        a: {gpu: asic, gpu_count: 100k, online: 2026-01}
        b: {gpu: %s, gpu_count: 50k, online: 2027-01}
      """;

  @Test
  void areInstalledLikeThoseOfTheCatalogue() {
    ProjectedYaml own = ProjectedYaml.of(TWO.formatted("asic"));
    assertThat(own.atEnd(Metric.IT_POWER_GW)).isCloseTo(0.21, within(1e-12));
    assertThat(own.atEnd(Metric.CUMULATIVE_COMPUTE_CAPEX_USD_BN)).isCloseTo(3, within(1e-12));
    assertThat(own.atEnd(Metric.PEAK_FLOPS)).isCloseTo(1.5e20, within(1e8));
    assertThat(own.atEnd(Metric.H100_EQUIVALENTS)).isCloseTo(1.5e20 / 989.4e12, within(1e-6));
  }

  @Test
  void whatIsNotKnownIsEmptyWhileItIsInstalled() {
    ProjectedYaml own = ProjectedYaml.of(TWO.formatted("slow"));
    assertThat(own.atEnd(Metric.PEAK_FLOPS)).isNaN();
    assertThat(own.atEnd(Metric.TRAINING_RUN_FLOP)).isNaN();
    assertThat(own.atEnd(Metric.TRAINING_RUN_OOM)).isNaN();
    assertThat(own.atEnd(Metric.H100_EQUIVALENTS))
        .isCloseTo(1e20 / 989.4e12 + 5e19 / 1979e12, within(1e-6));
    assertThat(own.at(Metric.PEAK_FLOPS, "2026-06-30")).isCloseTo(1e20, within(1e8));
    assertThat(ProjectedYaml.warnings(TWO.formatted("slow")))
        .anyMatch(
            warning ->
                warning.contains("slow has no bf16 rate")
                    && warning.contains("accelerators.slow.bf16_flops"));
  }

  @Test
  void aClaimOrAMetricThatNeedsWhatIsNotKnownSaysWhatToAdd() {
    String yaml = TWO.formatted("slow");
    assertThat(
            ProjectedYaml.errors(
                yaml + "claims: [{id: c, metric: peak_flops, at_least: 1e20 FLOP/s, by: 2028}]\n"))
        .singleElement()
        .asString()
        .contains(
            "claims[0]: found peak_flops, for which nothing is known of slow in phase b",
            "expected accelerators.slow.bf16_flops, or flops_per_gpu");
    CommandResult asked =
        CommandResult.with(yaml, Map.of(), "project", "-", "--metrics", "training_run_oom");
    assertThat(asked.toString()).contains("add accelerators.slow.bf16_flops");
    CommandResult checked =
        CommandResult.with(yaml, Map.of(), "check", "-", "--fail-on", "peak_flops@2028 < 1 FLOP/s");
    assertThat(checked.toString()).contains("add accelerators.slow.bf16_flops");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {it_wats: 1 kW} | found the unknown key 'it_wats'; expected a known key (did you mean it_watts?)
          {it_watts: 0} | found '0'; expected a power > 0
          {bf16_flops: 1 kW} | found a power (1 kW); expected a compute rate
          {fp8_flops: 1 PFLOP/s} | found no stated IT watts for x; expected accelerators.x.it_watts, watts_per_gpu
          """)
  void mistakesAreNamed(String chip, String message) {
    List<String> errors =
        ProjectedYaml.errors(
            "name: a\naccelerators: {x: " + chip + "}\ngpu: x\ngpu_count: 1k\nonline: 2026\n");
    assertThat(errors).anyMatch(error -> error.contains(message));
  }

  /** Phases with one chip share its draw, under its own path. */
  @Test
  void theirNumbersMayBeUncertain() {
    ScenarioSpec spec =
        ProjectedYaml.load(
                """
                name: own
                accelerators: {asic: {it_watts: 1.3 to 1.5 kW, bf16_flops: 1 PFLOP/s}}
                gpu: asic
                phases:
                  a: {gpu_count: 100k, online: 2026-01}
                  b: {gpu_count: 50k, online: 2027-01}
                """)
            .spec();
    assertThat(new ScenarioResolver(spec).inputs())
        .extracting(UncertainInput::path)
        .containsExactly("accelerators.asic.it_watts");
  }

  @Test
  void anIdOfTheCatalogueIsRedefinedVisibly() {
    String yaml =
        """
        name: own
        accelerators: {gb200: {it_watts: 1 kW, bf16_flops: 1 PFLOP/s}}
        gpu_count: 100k
        online: 2026-01
        """;
    assertThat(ProjectedYaml.of(yaml).atEnd(Metric.IT_POWER_GW)).isCloseTo(0.1, within(1e-12));
    assertThat(CommandResult.with(yaml, Map.of(), "project", "-").toString())
        .contains("gb200, in place of the catalogue's");
  }
}
