package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;

/** What matters of a scenario without ranges. */
class VariedInputsTest {
  /** 1000 GPUs of 1 kW at 1.2: 1.2 MW. */
  private static final String PLAN =
      """
      name: plan
      horizon: {from: 2026-01, to: 2028-12}
      gpu_count: 1000
      watts_per_gpu: {value: 1 kW, confidence: low}
      capex_split: {value: {training: 60%, inference: 40%}, confidence: low}
      online: 2026-06
      sites:
        a: {pue: 1.2}
        b: {pue: {value: 1.5, confidence: low}}
      phases:
        one: {site: a}
        two: {site: b}
      """;

  @TempDir Path folder;

  private CommandResult sensitivity(String text, String... more) throws IOException {
    Path plan = folder.resolve("plan.yaml");
    Files.writeString(plan, text);
    List<String> all =
        new ArrayList<>(
            List.of("sensitivity", plan.toString(), "--metric", "facility_power_gw@2027"));
    all.addAll(Arrays.asList(more));
    return CommandResult.of(all.toArray(String[]::new));
  }

  @Test
  void whatIsNamedMovesByTheShareAndTheAnswerWithIt() throws IOException {
    CommandResult call =
        sensitivity(PLAN, "--vary", "10%", "--inputs", "sites.*.pue", "-f", "json").succeeds();
    JsonNode inputs = JsonOutput.in(call).get("inputs");
    assertThat(inputs).hasSize(2);
    // 1000 GPUs at b take 1.5 MW of 2.7: a tenth of that is 0.15 MW to each side
    JsonNode b = inputs.get(0);
    assertThat(b.get("input").asString()).isEqualTo("sites.b.pue");
    assertThat(b.get("input_p10").asDouble()).isEqualTo(1.35, within(1e-12));
    assertThat(b.get("input_p90").asDouble()).isEqualTo(1.65, within(1e-12));
    assertThat(b.get("low").asDouble()).isEqualTo(0.00255, within(1e-12));
    assertThat(b.get("high").asDouble()).isEqualTo(0.00285, within(1e-12));
  }

  @Test
  void withoutNamesEveryNumberOfLowConfidenceMoves() throws IOException {
    CommandResult call = sensitivity(PLAN, "--vary", "20%", "-f", "csv").exits(0);
    assertThat(call.stdout())
        .contains(",watts_per_gpu,", ",sites.b.pue,")
        .doesNotContain("sites.a.pue", "gpu_count");
    assertThat(call.stderr()).contains("not varied").contains("capex_split.training");
  }

  @Test
  void aRangeOverABoundIsNamedAndLeftOrRefused() throws IOException {
    String plan = PLAN + "run_share: {value: 100%, confidence: low}\n";
    assertThat(sensitivity(plan, "--vary", "10%").exits(0).stderr())
        .contains("too near to a bound: ")
        .contains("run_share");
    assertThat(sensitivity(plan, "--vary", "10%", "--inputs", "run_share").exits(3).stderr())
        .contains("outside the domain");
  }

  @Test
  void aTableWithoutRowsIsLeftOut() throws IOException {
    StringBuilder phases = new StringBuilder("name: p\npue: 1.2\nphases:\n");
    for (int i = 0; i < 12; i++) {
      phases.append("  p" + i + ": {facility_power: 1 GW, online: 2026, watts_per_gpu: 2 kW}\n");
    }
    String[] asked = {"--vary", "10%", "--inputs", "phases.*.watts_per_gpu"};
    assertThat(sensitivity(phases.toString(), asked).exits(0).stdout())
        .contains("12 inputs do not move it")
        .doesNotContain("p10");
  }

  @Test
  void whatCannotBeVariedIsSaid() throws IOException {
    assertThat(sensitivity(PLAN).exits(2).stderr()).contains("add --vary 10%");
    sensitivity(PLAN, "--inputs", "pue").exits(2);
    for (String share : List.of("10", "0%", "80%", "x")) {
      assertThat(sensitivity(PLAN, "--vary", share).exits(2).stderr()).contains("such as 10%");
    }
    assertThat(sensitivity(PLAN, "--vary", "10%", "--inputs", "puee").exits(3).stderr())
        .contains("--inputs puee=10%");
    assertThat(sensitivity(PLAN, "--vary", "10%", "--inputs", "online").exits(3).stderr())
        .contains("cannot be multiplied");
  }
}
