package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import tools.jackson.databind.JsonNode;

/** Which changed input carries how much of a change. */
class CompareExplainTest {
  private static final String PLAN =
      """
      name: plan
      horizon: {from: 2026-01, to: 2027-12}
      gpu_count: 100k
      watts_per_gpu: 1 kW
      pue: 1.2
      capex_split: {training: 60%, inference: 40%}
      online: 2026-06
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  private static JsonNode explained(String base, String other) {
    CommandResult call =
        CommandResult.of("compare", base, other, "--explain", "--point", "-f", "json").exits(0);
    return JsonOutput.in(call).get("attribution");
  }

  private static JsonNode change(JsonNode attribution, String metric) {
    for (JsonNode change : attribution.get("changes")) {
      if (change.get("metric").asString().equals(metric)) {
        return change;
      }
    }
    throw new AssertionError(metric + " did not change");
  }

  /**
   * 100k × 1 kW × 1.2 = 0.12 GW becomes 120k × 1 kW × 1.5 = 0.18: the count alone gives 0.024, the
   * PUE alone 100k × 1 kW × 0.3 = 0.03, and both together 20k × 1 kW × 0.3 = 0.006 more.
   */
  @Test
  void eachInputAloneAndTheRestTogether() throws IOException {
    String base = file("base.yaml", PLAN);
    String other = file("other.yaml", PLAN.replace("100k", "120k").replace("pue: 1.2", "pue: 1.5"));
    JsonNode attribution = explained(base, other);
    assertThat(attribution.get("inputs").asInt()).isEqualTo(2);
    JsonNode power = change(attribution, "facility_power_gw");
    assertThat(power.get("change").asDouble()).isEqualTo(0.06, within(1e-12));
    assertThat(power.at("/parts/0/path").asString()).isEqualTo("pue");
    assertThat(power.at("/parts/0/effect").asDouble()).isEqualTo(0.03, within(1e-12));
    assertThat(power.at("/parts/1/path").asString()).isEqualTo("gpu_count");
    assertThat(power.at("/parts/1/effect").asDouble()).isEqualTo(0.024, within(1e-12));
    assertThat(power.get("interaction").asDouble()).isEqualTo(0.006, within(1e-12));
    // the count does not depend on the PUE
    JsonNode count = change(attribution, "gpu_count");
    assertThat(count.get("parts")).hasSize(1);
    assertThat(count.get("interaction").asDouble()).isZero();
    assertThat(CommandResult.of("compare", base, other, "--explain").exits(0).stdout())
        .contains("WHAT CARRIES THE CHANGE", "together", "By 2 changed inputs");
    assertThat(CommandResult.of("compare", base, other, "--explain", "-f", "csv").exits(0).stdout())
        .contains(",part,facility_power_gw,2027-12-31,pue,GW,,,0.03,25,")
        .contains(",part,facility_power_gw,2027-12-31,interaction,GW,,,0.006,5,");
  }

  @Test
  void whatIsNoScenarioAloneIsNamed() throws IOException {
    String base = file("base.yaml", PLAN);
    String other = file("other.yaml", PLAN.replace("gpu_count: 100k", "it_power: 200 MW"));
    JsonNode attribution = explained(base, other);
    assertThat(attribution.get("only_together").toString()).contains("gpu_count", "it_power");
    assertThat(change(attribution, "it_power_gw").get("interaction").asDouble())
        .isEqualTo(0.1, within(1e-12));
  }

  @Test
  void aSavedResultHasNoInputs() throws IOException {
    String base = file("base.yaml", PLAN);
    String saved = folder.resolve("saved.json").toString();
    CommandResult.of("project", base, "-o", saved).succeeds();
    assertThat(CommandResult.of("compare", saved, base, "--explain").exits(2).stderr())
        .contains("is a saved result, which has no inputs");
    CommandResult.of("compare", base, base, base, "--explain").exits(2);
  }

  /** The parts and the interaction are the change; one input alone carries all of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"power-late", "second-phase-six-months-late", "base-record-price", "slower-pace"})
  void partsAddUpToTheChange(String other) {
    JsonNode attribution = explained("scenarios/base.yaml", "scenarios/" + other + ".yaml");
    assertThat(attribution.get("changes")).isNotEmpty();
    List<Double> errors = new ArrayList<>();
    for (JsonNode change : attribution.get("changes")) {
      double sum = change.get("interaction").asDouble();
      for (JsonNode part : change.get("parts")) {
        sum += part.get("effect").asDouble();
      }
      double whole = change.get("change").asDouble();
      errors.add(Math.abs(sum - whole) / Math.abs(whole));
      if (attribution.get("inputs").asInt() == 1) {
        assertThat(change.get("interaction").asDouble()).isZero();
      }
    }
    assertThat(errors).allSatisfy(error -> assertThat(error).isLessThan(1e-6));
  }
}
