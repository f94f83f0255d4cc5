package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.uncertainty.Distribution;

/** What a distribution loses where its key does not allow all of it, and where that is too much. */
class OutsideTheDomainTest {
  private static final String GOOD = "name: good\ngpu_count: 1k\nonline: 2026-01\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pue | 0.9 to 1.3 | 0.9
          pue | uniform(0.5, 1.1) | 0.5
          pue | triangular(0.9, 1.1, 1.4) | 0.9
          pue | pert(0.9, 1.1, 1.4) | 0.9
          pue | normal(0.5, 0.1) | 0.5
          pue | lognormal(0.9, 1.3) | 0.9
          pue | choice(0.5: 50%, 1.2: 50%) | 0.5
          watts_per_gpu | choice(0 kW: 50%, 2 kW: 50%) | 0 kW
          load_factor | 50% to 150% | 150%
          mfu | 30 to 43 | 30
          delay | -1 to 6 months | -1 months
          energy_price | $-5/MWh to $80/MWh | $-5/MWh
          """)
  void aStatedEndOutsideIsAnError(String key, String value, String end) {
    assertThat(ProjectedYaml.errors(GOOD + key + ": '" + value + "'\n"))
        .singleElement()
        .asString()
        .contains(key + ": found '" + value + "', whose " + end + " is outside the domain; ");
  }

  @Test
  void mostOfTheMassOutsideIsAnError() {
    assertThat(ProjectedYaml.errors(GOOD + "pue: beta(2, 3)\n"))
        .containsExactly(
            "scenario.yaml:4:6: pue: found 'beta(2, 3)', most of which is outside the domain;"
                + " expected a ratio ≥ 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          watts_per_gpu | 0 to 3 kW | 5% of it lies below 0 and is left out; the stated 90% interval does not hold: it is 318 W to 3020 W
          delay | 0 to 6 months | 5% of it lies below 0 and is left out; the stated 90% interval does not hold: it is 19.4 days to 184 days
          load_factor | 60% to 95% | 2.2% of it lies above 1 and is left out; the stated 90% interval does not hold: it is 0.599 to 0.927
          pue | normal(1.2, 0.1) | 2.3% of it lies below 1 and is left out
          pue | normal(1, 0.1) | 50% of it lies below 1 and is left out
          mfu | normal(0.5, 0.25) | 2.3% of it lies below 0 and 2.3% above 1 and is left out
          """)
  void someOfTheMassOutsideIsAWarningWithTheShare(String key, String value, String message) {
    String yaml = GOOD + key + ": " + value + "\n";
    assertThat(ProjectedYaml.errors(yaml)).isEmpty();
    assertThat(ProjectedYaml.warnings(yaml))
        .containsExactly(
            "scenario.yaml:4:" + (key.length() + 3) + ": " + key + ": '" + value + "': " + message);
  }

  /** The first words of a warning say what is true: the quantile of what is drawn. */
  @Test
  void theIntervalThatIsNamedIsTheOneThatIsDrawn() {
    PhaseParameter key = PhaseParameter.WATTS_PER_GPU;
    AssumedValue value =
        ProjectedYaml.load(GOOD + "watts_per_gpu: 0 to 3 kW\n")
            .spec()
            .phases()
            .get(0)
            .parameters()
            .get(key)
            .value();
    Distribution drawn = ((AssumedValue.Measured) value).distribution();
    assertThat(drawn.quantile(0.05)).isBetween(317.5, 318.5);
    assertThat(drawn.quantile(0.95)).isBetween(3015.0, 3025.0);
    assertThat(drawn.quantile(1e-9)).isGreaterThan(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pue: 1.1 to 1.3",
        "pue: uniform(1, 1.3)",
        "mfu: 30% to 43%",
        "load_factor: beta(20, 10)",
        "load_factor: uniform(0, 1)",
        "watts_per_gpu: 1.9 to 2.4 kW",
        "delay: uniform(0 days, 6 months)"
      })
  void nothingIsSaidWhereNothingIsLost(String line) {
    assertThat(ProjectedYaml.warnings(GOOD + line + "\n")).isEmpty();
    assertThat(ProjectedYaml.errors(GOOD + line + "\n")).isEmpty();
  }

  @Test
  void anUncertainShareGivesWayToWhatTheOthersTake() {
    List<String> warnings =
        ProjectedYaml.warnings(
            GOOD
                + "capex_split: {training: \"uniform(40%, 80%)\", research: 30%, inference: rest}\n");
    assertThat(warnings)
        .containsExactly(
            "scenario.yaml:4:14: capex_split: capex_split.training: 25% of it lies above 0.7 and"
                + " is left out");
  }

  @ParameterizedTest
  @CsvSource({
    "compute_life, 1e-300",
    "facility_life, 1e-30 days",
    "watts_per_gpu, 1e-25 W",
    "mfu, 1e-200",
    "load_factor, 1e-99",
    "capex_per_gpu, $1e-30/GPU"
  })
  void whatIsTooSmallForAQuotientIsAnError(String key, String value) {
    assertThat(ProjectedYaml.errors(GOOD + key + ": " + value + "\n"))
        .singleElement()
        .asString()
        .contains(key + ": found '" + value + "', which is too small; expected ");
  }

  private static final String FAR = "name: far\nhorizon: {from: 2025, to: 2110}\nonline: 2026\n";

  /** No Infinity comes out where finite numbers go in: the input that is to blame is named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          gpu_count: 1k, price_performance: 1e-9 | price_performance: found '1e-9', with which replacement_value_usd_bn is beyond what can be computed; expected a value from 0.9 to 4
          gpu_count: 1k, discount_rate: -99.9% | discount_rate: found '-99.9%', with which present_value_usd_bn is beyond what can be computed; expected a value from -2% to 30%
          gpu_count: 1k, price_performance: lognormal(1e-9 1e9) | price_performance: found 'lognormal(1e-9, 1e9)', with which replacement_value_usd_bn is beyond what can be computed; expected a value from 0.9 to 4
          """)
  void whatIsBeyondComputingNamesItsInput(String lines, String message) {
    assertThat(
            ProjectedYaml.errors(FAR + lines.replace(", ", "\n").replace("9 1e9", "9, 1e9") + "\n"))
        .singleElement()
        .asString()
        .endsWith(message);
  }

  @Test
  void extremesThatCanBeComputedAreComputed() {
    String yaml = "gpu_count: 1e24\nwatts_per_gpu: 1e24\nrun_length: 1e20 years\n";
    assertThat(ProjectedYaml.errors("name: x\nonline: 2026\n" + yaml)).isEmpty();
  }
}
