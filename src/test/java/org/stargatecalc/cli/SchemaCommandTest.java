package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.support.CommandResult;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SchemaCommandTest {
  private static final String PLAN =
      """
      name: plan
      pue: 1.2
      phases:
        first: {it_power: 1 GW, online: 2026-06}
      """;

  @TempDir Path folder;

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(CommandResult.of("schema", name).succeeds().stdout(), InputFormat.JSON);
  }

  private static boolean accepts(String yaml) {
    String json = new YAMLMapper().readTree(yaml).toString();
    return schema("scenario").validate(json, InputFormat.JSON).isEmpty();
  }

  @Test
  void phasesAreAMappingOrTheRelativePathOfATable() throws IOException {
    assertThat(accepts("name: plan\nphases: plans/2026.csv\n")).isTrue();
    for (String wrong : new String[] {"/etc/plan.csv", "plan.txt", "a\\b.csv", "[]", "1"}) {
      assertThat(accepts("name: plan\nphases: " + wrong + "\n")).as(wrong).isFalse();
    }
  }

  @Test
  void theHelpNamesEverySchema() {
    String help = CommandResult.of("help", "schema").succeeds().stdout().replaceAll("\\s+", " ");
    String refused = CommandResult.of("schema", "x").exits(2).stderr();
    String names = refused.substring(refused.indexOf("one of ") + 7).strip();
    assertThat(names.split(", ")).hasSizeGreaterThan(10).allMatch(help::contains);
  }

  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void everyShippedScenarioFollowsTheSchema(Path scenario) throws IOException {
    String json = new YAMLMapper().readTree(Files.readString(scenario)).toString();
    assertThat(schema("scenario").validate(json, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "watts_per_gpu: 1.9 kW to 2.4 kW",
        "watts_per_gpu: {value: 'lognormal(1.9 kW, 2.4 kW)', source: s, confidence: low}",
        "delay: uniform(1 month, 6 months)",
        "capex_per_gpu: $54.4k/GPU",
        "energy_price: 8.3 c/kWh",
        "load_factor: 80%",
        "gpu: h100",
        "capex_split: {training: 0.5, inference: 50%}",
        "horizon: {from: 2025, to: 2029-Q4}",
        "claims: [stargate-1gw-2025, {id: x, metric: gpu_count, at_least: 1M, by: 2027}]",
        "constraints: {grid: {limits: facility_power, available: [{from: 2026, at: 1 GW}]}}",
        "constraints: {chips: {limits: gpu_count, supply: {2025: 1M, 2026: 2M}}}",
        "risks: {queue: {probability: 40%, delay: 6 to 18 months, applies_to: [first]}}",
        "expect: ['gpu_count@2027 > 0', {expr: 'gpu_count@2027 > 0', level: warn, message: m}]",
        "sites: {first: {stage: announced, ownership: offtake, offtake_price: $2/GPU-hour}}",
      })
  void whatTheReaderTakesTheSchemaTakes(String line) throws IOException {
    Path file = folder.resolve("plan.yaml");
    String text = line.startsWith("pue") ? line : PLAN + line + "\n";
    Files.writeString(file, text, StandardCharsets.UTF_8);
    CommandResult.of("validate", file.toString()).exits(0);
    assertThat(accepts(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "watts_per_gpu: -2",
        "watts_per_gpu: 0",
        "watts_per_gpu: lots",
        "watts_per_gpu: 100,000 W",
        "watts_per_gpus: 2 kW",
        "load_factor: 1.5",
        "load_factor: 0",
        "probability: -0.1",
        "delay: -1",
        "shape: steep",
        "ownership: mine",
        "stage: soon",
        "precision: fp3",
        "amortization: never",
        "capex_split: {training: 0.5, serving: 0.5}",
        "capex_split: {training: 1.5}",
        "horizon: {from: 2025-13, to: 2029}",
        "horizon: {from: 2025, until: 2029}",
        "as_of: yesterday",
        "claims: stargate-1gw-2025",
        "claims: [no-such-claim]",
        "claims: [{id: x, metric: gpu_count, by: 2027}]",
        "claims: [{id: x, metric: energy_twh, at_least: 1, by: 2027}]",
        "constraints: {grid: {limits: power, available: [{from: 2026, at: 1 GW}]}}",
        "constraints: {grid: {limits: it_power}}",
        "constraints: {grid: {limits: it_power, available: [{from: 2026}]}}",
        "constraints: {g: {limits: gpu_count, supply: {soon: 1M}}}",
        "risks: {queue: {probability: 1.4, delay: 6 months}}",
        "risks: {queue: {probability: 40%}}",
        "expect: gpu_count@2027 > 0",
        "expect: [{level: warn}]",
        "expect: [{expr: 'gpu_count@2027 > 0', level: fatal}]",
        "phases: {a: {gpu_count: 1, it_power: 1 W, online: 2026}}",
        "phases: {a: {gpu_count: 1, milestones: [{by: 2026, gpu_count: 2}]}}",
        "phases: {a: {milestones: [{by: 2026}]}}",
        "phases: {a: {milestones: [{by: 2026, gpu_count: 1, it_power: 2}]}}",
        "phases: {a: {milestones: [], pue: 1.2}}",
        "phases: {a: {milestones: [{by: 2026, gpu_count: 1}], ramp: 1 month}}",
        "phases: {a: {growth: {from: 2026, gpu_count: 1}}}",
        "phases: {a: {gpu_count: 1, online: 2026, watts_per_gpu: 1, chip_tdp: 1}}",
        "phases: {'a b': {gpu_count: 1, online: 2026}}",
        "phases: {a: [1]}",
        "phases: [a]",
        "nonsense: 1",
      })
  void whatTheReaderRefusesTheSchemaRefuses(String line) throws IOException {
    String text = "name: plan\n" + line + "\n";
    if (!line.startsWith("phases")) {
      text += "phases:\n  first: {it_power: 1 GW, online: 2026-06}\n";
    }
    Path file = folder.resolve("plan.yaml");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    CommandResult.of("validate", file.toString()).exits(3);
    assertThat(accepts(text)).isFalse();
  }

  /** What an editor says and what the program says is the same, whatever it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: 2025",
        "title: true",
        "title: 1.5",
        "title: [a]",
        "title:",
        "description:",
        "description: null",
        "pue:",
        "as_of:",
        "horizon:",
        "claims:",
        "expect: [null]",
        "sources: {a: 2025}",
        "sources: {a: }",
        "site: 5",
        "phases: {a: }",
        "phases: {a: {}}",
        "phases: {a: {}, b: }",
        "phases: {a: {pue: }}",
        "phases: {1: {}}",
        "phases: {}",
        "phases:",
        "sites: {}",
        "risks: {r: }",
        "risks: {r: {probability: 5%, delay: }}",
        "constraints: {c: }",
        "online: Q3 2027",
        "online: 2027 Q3",
        "online: uniform(2026-01, 2026-06)",
        "online: Q3 2027 to Q1 2028",
        "as_of: 2025 to 2026",
        "pue: {value: 1.2, source: 2025}",
        "pue: {value: }",
        "offtake_price: 2.20",
        "offtake_price: $2.20/GPU-hour",
        "name: 2025",
        "name: 1.5",
      })
  void theSchemaAndTheReaderAgree(String line) throws IOException {
    String key = line.substring(0, line.indexOf(':') + 1);
    String plan =
        Stream.of("name: plan", "pue: 1.2", "it_power: 1 GW", "online: 2026-06")
            .filter(l -> !l.startsWith(key))
            .reduce("", (a, b) -> a + b + "\n");
    String text = plan + line + "\n";
    Path file = folder.resolve("plan.yaml");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    boolean read = CommandResult.of("validate", file.toString()).exit() == 0;
    assertThat(accepts(text)).as(text).isEqualTo(read);
  }

  @Test
  void aScenarioNeedsANameOrAParent() {
    assertThat(accepts("pue: 1.2")).isFalse();
    assertThat(accepts("extends: base.yaml\nphases: {old: null}")).isTrue();
  }

  @Test
  void everyParameterIsDescribedWithUnitAndDefault() {
    String schema = CommandResult.of("schema", "scenario").succeeds().stdout();
    for (PhaseParameter parameter : PhaseParameter.all()) {
      assertThat(schema).contains(parameter.meaning());
    }
    assertThat(schema)
        .contains("a bare number is in USD/kWh")
        .contains("default 1.2")
        .contains("default 75%");
  }

  @Test
  void whatIsWrittenFollowsTheSchemas() throws IOException {
    Path plan = folder.resolve("plan.yaml");
    Files.writeString(
        plan, PLAN + "expect: [gpu_count@2027 > 0, claim(stargate-1gw-2025) == late]");
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, PLAN.replace("1.2", "1.3 to 1.4") + "claims: [stargate-5gw-2027]\n");
    String compared =
        CommandResult.of("compare", plan.toString(), other.toString(), "-f", "json").stdout();
    assertThat(schema("compare").validate(compared, InputFormat.JSON)).isEmpty();
    String checked = CommandResult.of("check", plan.toString(), "-f", "json").stdout();
    assertThat(schema("check").validate(checked, InputFormat.JSON)).isEmpty();
    for (Path file : new Path[] {plan, other}) {
      String projected = CommandResult.of("project", file.toString(), "-f", "json").stdout();
      assertThat(schema("result").validate(projected, InputFormat.JSON)).isEmpty();
    }
    assertThat(schema("check").validate(compared, InputFormat.JSON)).isNotEmpty();
    assertThat(schema("compare").validate(checked, InputFormat.JSON)).isNotEmpty();
  }
}
