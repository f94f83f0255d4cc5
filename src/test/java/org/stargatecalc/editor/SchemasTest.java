package org.stargatecalc.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schemas themselves: what they are, how large, and what they say of every key. */
class SchemasTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Every keyword of the standard that is used, and those of editors. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$ref",
          "title",
          "description",
          "type",
          "enum",
          "const",
          "properties",
          "patternProperties",
          "additionalProperties",
          "propertyNames",
          "required",
          "minProperties",
          "dependentSchemas",
          "items",
          "minItems",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else");

  static List<String> names() {
    return Schemas.names();
  }

  private static final Map<String, String> TEXTS = new HashMap<>();
  private static final Map<String, Schema> READ = new HashMap<>();

  private static String text(String name) {
    return TEXTS.computeIfAbsent(
        name, schema -> CommandResult.of("schema", schema).succeeds().stdout());
  }

  private static boolean accepts(String schema, String yaml) {
    String json = new YAMLMapper().readTree(yaml).toString();
    return READ.computeIfAbsent(schema, name -> REGISTRY.getSchema(text(name), InputFormat.JSON))
        .validate(json, InputFormat.JSON)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isDraft2020WithIdAndTitle(String name) {
    String text = text(name);
    Schema draft =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(draft.validate(text, InputFormat.JSON)).isEmpty();
    JsonNode schema = MAPPER.readTree(text);
    assertThat(schema.get("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").asString()).isEqualTo("urn:stargate-calc:" + name + ":v1");
    assertThat(schema.get("title").asString()).isNotBlank();
    Set<String> unknown = new TreeSet<>();
    Set<String> known = new HashSet<>(KEYWORDS);
    known.addAll(Schemas.KEYWORDS_OF_EDITORS);
    keywords(schema, known, unknown);
    assertThat(unknown).isEmpty();
  }

  /** Collects keywords that nobody knows. */
  private static void keywords(JsonNode schema, Set<String> known, Set<String> unknown) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode value = keyword.getValue();
      switch (keyword.getKey()) {
        case "properties", "patternProperties", "$defs", "dependentSchemas" ->
            value.properties().forEach(inner -> keywords(inner.getValue(), known, unknown));
        case "allOf", "anyOf", "oneOf" -> value.forEach(inner -> keywords(inner, known, unknown));
        case "items", "additionalProperties", "propertyNames", "not", "if", "then", "else" ->
            keywords(value, known, unknown);
        default -> {
          if (!known.contains(keyword.getKey())) {
            unknown.add(keyword.getKey());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scenario", "overlay", "record"})
  void isSmallEnoughForAnEditor(String name) {
    assertThat(text(name).getBytes(StandardCharsets.UTF_8).length).isLessThan(150_000);
  }

  /** Titles and texts stand at the key or at what it refers to. */
  @ParameterizedTest
  @ValueSource(strings = {"scenario", "overlay", "record"})
  void everyKeyHasATitleAndAText(String name) {
    JsonNode schema = MAPPER.readTree(text(name));
    Set<String> silent = new TreeSet<>();
    described(schema, schema, "", silent);
    schema
        .get("$defs")
        .properties()
        .forEach(d -> described(schema, d.getValue(), d.getKey(), silent));
    assertThat(silent).isEmpty();
  }

  private static void described(JsonNode root, JsonNode schema, String path, Set<String> silent) {
    if (!schema.path("additionalProperties").isBoolean()) {
      return;
    }
    for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
      JsonNode said = key.getValue();
      String at = path + "." + key.getKey();
      if (said.has("$ref") && !said.has("description")) {
        said = root.at(said.get("$ref").asString().substring(1));
      }
      // a value is what its key is, and is said there
      boolean isValue = Set.of("value", "steps").contains(key.getKey()) || said.isBoolean();
      if (!isValue && !(said.has("title") && said.has("description"))) {
        silent.add(at);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phases: {second: {delay: 6 months}}",
        "phases: {second: null}",
        "sites: {'*': {pue: 1.3}}",
        "sites: {west-*: {pue: 1.3}}",
        "'**.pue': 1.3",
        "'**': {pue: 1.3}",
        "sites.*.pue: 1.3",
        "constraints: {grid: {available: [{from: 2026, at: 1 GW}]}}",
        "constraints: {grid: {available: null, supply: {2026: 1M}}}",
        "risks: {queue: {delay: 6 months}}",
        "growth: {per_year: 3}",
        "refresh: {gpu: vr300}",
        "accelerators: {mine: {capex_per_gpu: $30k}}",
        "gpu_count: null",
        "title: 2025",
        "description:",
      })
  void anOverlayMayHoldAnyPart(String yaml) {
    assertThat(accepts("overlay", yaml)).as("overlay").isTrue();
    assertThat(accepts("scenario", "extends: base.yaml\n" + yaml)).as("extends").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extends: base.yaml",
        "peu: 1.2",
        "pue: 0.9",
        "pue: 1 GW",
        "phases: {a: {gpu_count: 1k, it_power: 1 GW}}",
        "sites: {'a b': {pue: 1.2}}",
      })
  void anOverlayHoldsNothingElse(String yaml) {
    assertThat(accepts("overlay", yaml)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sites: {'*': {pue: 1.3}}",
        "'**.pue': 1.3",
        "phases: {a: {growth: {per_year: 3, gpu_count: 1k}}}",
        "phases: {a: {gpu_count: 1k, refresh: {gpu: vr300}}}",
        "phases: {a: {'*': 1}}",
      })
  void whatStandsForSeveralOrIsAPartNeedsAParent(String yaml) {
    assertThat(accepts("scenario", "name: a\n" + yaml)).isFalse();
  }

  /** At every place of a chip: an editor and the reader refuse what neither list has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpu: CHIP",
        "gpu: {value: CHIP, source: me}",
        "sites: {s: {gpu: CHIP}}",
        "phases: {a: {gpu_count: 1k, online: 2026, site: s, gpu: CHIP}}",
        "refresh: {after: 4 years, gpu: CHIP}",
        "refresh: {value: {after: 4 years, gpu: CHIP}, source: me}",
        "sites: {s: {refresh: [{after: 1 year}, {after: 4 years, gpu: {value: CHIP}}]}}",
        "refresh: {value: [{after: 4 years, gpu: CHIP}], source: me}",
      })
  void aChipIsOneOfTheCatalogueOrOfTheScenario(String place, @TempDir Path folder)
      throws IOException {
    String plan =
        "name: a\nhorizon: {from: 2025, to: 2030}\n"
            + (place.contains("phases")
                ? ""
                : "phases: {a: {gpu_count: 1k, online: 2026, site: s}}\n")
            + (place.startsWith("gpu:") ? "" : "gpu: h100\n")
            + place
            + "\n";
    Path file = folder.resolve("plan.yaml");
    for (String chip : List.of("gb200", "gb2000")) {
      String yaml = plan.replace("CHIP", chip);
      boolean shipped = chip.equals("gb200");
      assertThat(accepts("scenario", yaml)).as(yaml).isEqualTo(shipped);
      Files.writeString(file, yaml);
      CommandResult.of("validate", file.toString()).exits(shipped ? 0 : 3);
    }
    String own = plan.replace("CHIP", "gb2000");
    String chips = "accelerators: {gb2000: {it_watts: 2 kW, capex_per_gpu: $30k}}\n";
    assertThat(accepts("scenario", own + chips)).as("its own").isTrue();
    assertThat(accepts("scenario", "extends: base.yaml\n" + own)).as("a parent's").isTrue();
    assertThat(accepts("overlay", "gpu: gb2000")).as("whatever it is laid over").isTrue();
  }

  @Test
  void aRecordFileIsWhatItsPageSays() {
    String yaml =
        """
        points: add
        sites:
          stargate-abilene:
            as_of: 2026-11-20
            stage: operational
            capacity:
              - {date: 2026-11-15, it_power: 843 MW, h100_equivalents: 1018696, capex: $31.9bn}
              - {date: 2027-06-30, facility_power: 1.5 GW, kind: forecast}
            chips:
              - {date: 2026-11-15, type: B300, count: 302400, known: estimate}
          old-name: {rename: new-name}
          gone: null
        """;
    assertThat(accepts("record", yaml)).isTrue();
    for (String[] wrong :
        new String[][] {
          {"points: add", "points: both"},
          {"843 MW", "843 MWh"},
          {"date: 2026-11-15, it", "dat: 2026-11-15, it"},
          {"facility_power: 1.5 GW, ", ""},
          {"kind: forecast", "kind: hoped"},
          {"stage: operational", "stage: announced"},
          {"302400", "some"},
          {"gone: null", "gone: 5"},
        }) {
      assertThat(accepts("record", yaml.replace(wrong[0], wrong[1]))).as(wrong[1]).isFalse();
    }
    assertThat(accepts("record", "points: add")).isFalse();
  }

  /** Those of the page for programs. */
  @Test
  void theExamplesFollowTheirSchemas() throws IOException {
    assertThat(accepts("scenario", Files.readString(Path.of("src/site/examples/own.yaml"))))
        .isTrue();
    assertThat(accepts("record", Files.readString(Path.of("src/site/examples/own-record.yaml"))))
        .isTrue();
  }
}
