package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.UsualRange;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.ScenarioParameter;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProjectedYaml;

/** Slips of a thousand and units that were meant but not written do not pass without a word. */
class UsualRangeTest {
  private static final String GOOD = "name: good\ngpu_count: 1k\nonline: 2026-01\n";

  /** The numeric parameters but shares and chances, whose domain says enough. */
  static Stream<PhaseParameter> parameters() {
    return PhaseParameter.all().stream()
        .filter(p -> !PhaseParameter.SHARES.contains(p))
        .filter(p -> !p.isDate() && p != PhaseParameter.PROBABILITY);
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void everyNumericKeyHasAUsualRangeWithASource(PhaseParameter parameter)
      throws InvalidTextException {
    UsualRange usual = ProjectedYaml.CATALOG.usualRange(parameter.key()).orElseThrow();
    double low = QuantityParser.parse(usual.low(), parameter.dimension());
    double high = QuantityParser.parse(usual.high(), parameter.dimension());
    assertThat(low).isLessThan(high);
    assertThat(parameter.domain().contains(high)).isTrue();
    assertThat(usual.provenance().source()).isPresent();
    String value = byDefault(parameter);
    if (!value.isEmpty() && !value.startsWith("$0/")) {
      Dimension dimension = parameter.dimension();
      if (parameter == PhaseParameter.CAPEX_PER_GPU) {
        dimension = Dimension.MONEY_PER_POWER;
        usual = ProjectedYaml.CATALOG.usualRange("capex_per_gpu.per_watt").orElseThrow();
        low = QuantityParser.parse(usual.low(), dimension);
        high = QuantityParser.parse(usual.high(), dimension);
      }
      assertThat(QuantityParser.parse(value, dimension)).isBetween(low, high);
    }
  }

  private static String byDefault(PhaseParameter parameter) {
    return ProjectedYaml.CATALOG.defaults().containsKey(parameter.key())
        ? ProjectedYaml.CATALOG.defaultValue(parameter.key()).value()
        : "";
  }

  @Test
  void soHaveThoseOfTheScenario() {
    for (ScenarioParameter parameter : ScenarioParameter.values()) {
      assertThat(ProjectedYaml.CATALOG.usualRange(parameter.key())).isPresent();
    }
    assertThat(ProjectedYaml.CATALOG.usualRange("growth.per_year")).isPresent();
    assertThat(ProjectedYaml.CATALOG.usualRange("offtake_price.per_gpu_hour")).isPresent();
  }

  @Test
  void nothingInTheCatalogueOfAcceleratorsIsUnusual() {
    List<String> unusual = new ArrayList<>();
    for (Accelerator chip : ProjectedYaml.CATALOG.accelerators().values()) {
      StringBuilder yaml = new StringBuilder(GOOD).append("gpu: ").append(chip.id()).append('\n');
      chip.itWatts().ifPresent(w -> yaml.append("watts_per_gpu: ").append(w).append('\n'));
      chip.capexPerGpuUsd().ifPresent(c -> yaml.append("capex_per_gpu: ").append(c).append('\n'));
      yaml.append("flops_per_gpu: ")
          .append(chip.bf16Flops().orElse(chip.fp8Flops().orElse(1e15)))
          .append('\n');
      if (chip.itWatts().isPresent()) {
        unusual.addAll(ProjectedYaml.warnings(yaml.toString()));
      }
    }
    assertThat(unusual).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          discount_rate: 6.5 | discount_rate: '6.5', without a unit, is far above what is usual, -2% to 30%; the default is …; write 6.5% if that is meant
          energy_price: 47 | energy_price: '47' (read as USD/kWh) is far above what is usual, 0.5 c/kWh to $1/kWh; the default is …; write $47/MWh or 47 c/kWh if that is meant
          energy_price: $47/kWh | energy_price: '$47/kWh' is far above what is usual, 0.5 c/kWh to $1/kWh; the default is …; write $47/MWh or 47 c/kWh if that is meant
          watts_per_gpu: 1.2 | watts_per_gpu: '1.2' (read as W) is far below what is usual, 100 W to 30 kW; write 1.2 kW if that is meant
          watts_per_gpu: 2.09 MW | watts_per_gpu: '2.09 MW' is far above what is usual, 100 W to 30 kW; write 2.09 kW if that is meant
          watts_per_gpu: 1.9 to 2.4 | watts_per_gpu: '1.9 to 2.4' is far below what is usual, 100 W to 30 kW; write 1.9 kW to 2.4 kW if that is meant
          energy_price: uniform(47, 83) | energy_price: 'uniform(47, 83)' is far above what is usual, 0.5 c/kWh to $1/kWh; the default is …; write uniform($47/MWh, $83/MWh) or uniform(47 c/kWh, 83 c/kWh) if that is meant
          pue: 120 | pue: '120', without a unit, is far above what is usual, 1 to 3; the default is …; write 120% if that is meant
          pue: 'choice(1.2: 50%, 12: 50%)' | pue: 'choice(1.2: 50%, 12: 50%)' is far above what is usual, 1 to 3; the default is …
          compute_life: 1825 | compute_life: '1825' (read as years) is far above what is usual, 1 year to 20 years; the default is …; write 1825 days if that is meant
          capex_per_gpu: 26 | capex_per_gpu: '26' (read as USD/GPU) is far below what is usual, $1k/GPU to $1M/GPU; the default is …; write $26k/GPU or $26/W if that is meant
          capex_per_gpu: $54k/W | capex_per_gpu: '$54k/W' is far above what is usual, $2/W to $300/W; the default is …; write $54k/GPU if that is meant
          flops_per_gpu: 2.5 | flops_per_gpu: '2.5' (read as FLOP/s) is far below what is usual, 10 TFLOP/s to 1 EFLOP/s; write 2.5 PFLOP/s if that is meant
          facility_capex: $12.28M/W | facility_capex: '$12.28M/W' is far above what is usual, $1/W to $120/W; the default is …; write $12.28M/MW if that is meant
          shell_price: 2 | shell_price: '2' (read as USD/W-year) is fine
          opex: $300/W-year | opex: '$300/W-year' is far above what is usual, $0.01bn/GW-year to $10bn/GW-year; the default is …; write $300/kW-year or $300/kW-month if that is meant
          mfu: 0.38% | mfu: '0.38%' is far below what is usual, 3% to 85%
          price_performance: 38% | price_performance: '38%' is far below what is usual, 0.9 to 4; the default is …
          delay: 6 | delay: '6' (read as days) may be meant in months; write 6 months or 6 days
          delay: 6 days | delay: '6 days' is fine
          ramp: 24 | ramp: '24' (read as days) may be meant in months; write 24 months or 24 days
          facility_lead: 25 | facility_lead: '25' is fine
          contract_term: 5 | contract_term: '5' is fine
          risks: {r: {probability: 10%, delay: 6}} | risks.r.delay: '6' (read as days) may be meant in months; write 6 months or 6 days
          risks: {r: {probability: 10%, delay: 6000}} | risks.r.delay: '6000' (read as days) is fine
          risks: {r: {probability: 10%, delay: 60_000}} | risks.r.delay: '60_000' (read as days) is far above what is usual, 0 days to 20 years; the default is …
          constraints: {c: {limits: it_power, available: [{from: 2026, at: 0.5}]}} | constraints.c.available[0].at: '0.5' (read as W) is far below what is usual, 100 kW to 1 TW; write 0.5 GW or 0.5 MW if that is meant
          """)
  void aNumberFarFromWhatIsUsualIsWarnedOf(String line, String message) {
    List<String> warnings = ProjectedYaml.warnings(GOOD + line + "\n");
    if (message.endsWith("is fine")) {
      assertThat(warnings).isEmpty();
    } else {
      assertThat(warnings)
          .singleElement()
          .extracting(w -> w.replaceFirst("the default is [^;]*", "the default is …"))
          .asString()
          .endsWith(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu_count: 100", "facility_power: 0.9", "it_power: 900", "capex: 80"})
  void sizesAreLookedAtInEveryPlan(String size) {
    String slip = size.replace("gpu_count: 100", "gpu_count: 99");
    String key = slip.substring(0, slip.indexOf(':'));
    assertThat(ProjectedYaml.warnings("name: x\nonline: 2026\n" + slip + "\n"))
        .singleElement()
        .asString()
        .contains(key + ": ")
        .contains("is far below what is usual");
    assertThat(ProjectedYaml.warnings("name: x\nmilestones: [{by: 2026, " + slip + "}]\n"))
        .singleElement()
        .asString()
        .contains("milestones[0]." + key + ": ");
    assertThat(ProjectedYaml.warnings("name: x\ngrowth: {from: 2026, per_year: 2, " + slip + "}\n"))
        .singleElement()
        .asString()
        .contains("growth." + key + ": ");
  }

  /** 0 says that there is none: no energy is paid, nothing is held back. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "energy_price: 0",
        "opex: $0/W-year",
        "delay: 0",
        "discount_rate: 0",
        "generation_capex: 0",
        "constraints: {c: {limits: gpu_count, supply: {2025: 0, 2026: 1k, 2027: 1k, 2028: 1k, 2029: 1k, 2030: 1k}}}"
      })
  void nothingIsNeverUnusual(String line) {
    assertThat(ProjectedYaml.warnings(GOOD + line + "\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.20", "1e9", "0"})
  void whereTwoDimensionsArePossibleAUnitIsDemanded(String price) {
    assertThat(ProjectedYaml.errors(GOOD + "offtake_price: " + price + "\n"))
        .containsExactly(
            "scenario.yaml:4:16: offtake_price: found '"
                + price
                + "' without a unit; expected an amount of money per power and year, such as"
                + " $0.30/W-year or $10bn/GW-year, or an amount of money per GPU-hour, such as"
                + " $2.20/GPU-hour");
  }

  @Test
  void strictRefusesWhatIsUnusual() {
    String slip = "discount_rate=6.5";
    CommandResult.of("validate", "scenarios/minimal.yaml", "--set", slip).exits(0);
    assertThat(
            CommandResult.of("validate", "--strict", "scenarios/minimal.yaml", "--set", slip)
                .exits(3)
                .stderr())
        .contains("write 6.5%");
  }
}
