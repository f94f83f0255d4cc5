package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.reference;
import static org.stargatecalc.field.JsonSchema.texts;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.scenario.Amortization;
import org.stargatecalc.scenario.ScenarioParameter;
import org.stargatecalc.word.Worded;

/**
 * The JSON Schemas of scenario files and of overlays, from the declarations that their reader
 * follows, so that editors complete and check while somebody types.
 *
 * <p>A file that extends another may hold any part of a scenario, keys that stand for several, and
 * null to remove what it inherits; what is there to be removed and what the whole must have is left
 * to the reader. An overlay is the same without {@code extends}.
 */
public final class ScenarioSchema {
  private final Definitions definitions = new Definitions();
  private final ValueSchemas values = new ValueSchemas(definitions);
  private final KeySchemas keys;
  private final BlockSchemas blocks;
  private final LevelSchema level;

  private ScenarioSchema(Catalog catalog, SiteRecord record) {
    keys = new KeySchemas(catalog, sites(record), definitions, values);
    blocks = new BlockSchemas(catalog, definitions, values, keys);
    level = new LevelSchema(definitions, values, keys);
  }

  /** Returns the schema of a scenario, with the catalogue's ids and defaults in it. */
  public static Data scenario(Catalog catalog, SiteRecord record) {
    return new ScenarioSchema(catalog, record).scenario();
  }

  /** Returns the schema of an overlay. */
  public static Data overlay(Catalog catalog, SiteRecord record) {
    return new ScenarioSchema(catalog, record).overlay();
  }

  private static List<Editor.Word> sites(SiteRecord record) {
    List<Editor.Word> words = new ArrayList<>();
    for (Site site : record.sites().values()) {
      String owner = site.owner().isEmpty() ? "" : " (" + site.owner() + ")";
      // scenarios call it by its short id where it has one
      String id = site.aliases().isEmpty() ? site.id() : site.aliases().get(0);
      words.add(new Editor.Word(id, site.name() + owner));
    }
    return words;
  }

  private Data scenario() {
    Data.Builder root = root("scenario", "Scenario of stargate-calc");
    object(true).members().forEach(member -> root.put(member.key(), member.value()));
    Data any = new Data.Truth(true);
    Data extended =
        JsonSchema.schema()
            .put("properties", JsonSchema.schema().put("extends", any).build())
            .put("required", texts(List.of("extends")))
            .build();
    return root.put("if", extended)
        .put("else", withoutParent())
        .put("defaultSnippets", JsonSchema.items(firstScenario()))
        .put("$defs", definitions.data())
        .build();
  }

  private Data overlay() {
    Data.Builder root = root("overlay", "Overlay of stargate-calc");
    object(false).members().forEach(member -> root.put(member.key(), member.value()));
    return root.put("$defs", definitions.data()).build();
  }

  private static Data.Builder root(String name, String title) {
    return JsonSchema.schema()
        .put("$schema", Data.text(JsonSchema.DRAFT))
        .put("$id", JsonSchema.id("stargate-calc/" + name + "/v1"))
        .put("title", Data.text(title));
  }

  private Data.Members object(boolean mayExtend) {
    List<Data.Member> properties = new ArrayList<>();
    properties.add(property("name", Editor.described("name", "id of the scenario", values.id())));
    properties.add(text("title", "one line that reports show"));
    properties.add(text("description", "free text that reports show"));
    if (mayExtend) {
      properties.add(text("extends", "another scenario, relative to this file, that this changes"));
    }
    properties.add(
        property("as_of", Editor.described("as_of", "date of the information", values.date())));
    properties.add(property("horizon", blocks.horizon()));
    properties.add(parameter(ScenarioParameter.DISCOUNT_RATE));
    properties.add(
        property(
            "amortization",
            keys.closed(
                "amortization",
                "how capital expenditure is spread over years",
                Worded.ids(Amortization.values()))));
    properties.add(parameter(ScenarioParameter.PRICE_PERFORMANCE));
    properties.add(parameter(ScenarioParameter.REFERENCE_RUN));
    properties.addAll(blockProperties());
    properties.addAll(level.properties());
    return (Data.Members)
        closed(
            List.of(),
            properties,
            BlockSchemas.star(),
            property("allOf", JsonSchema.items(level.rules())));
  }

  private static Data.Member text(String key, String meaning) {
    return property(key, ValueSchemas.textOrNull(key, meaning));
  }

  private Data.Member parameter(ScenarioParameter parameter) {
    return property(parameter.key(), keys.of(parameter));
  }

  private List<Data.Member> blockProperties() {
    return List.of(
        list("claims", "claims that it is judged against", blocks.claim()),
        block("accelerators", "chips of the scenario's own, by id", blocks.chip()),
        block("constraints", "what holds the build-out back, by id", blocks.constraint()),
        block("risks", "events that delay phases, by id", blocks.risk()),
        list("correlations", "uncertain inputs that move together", blocks.correlation()),
        list("expect", "what check must find true", BlockSchemas.expectation()),
        block(
            "sources",
            "short names of sources, at the beginning of a source",
            ValueSchemas.textOrNull("source", "full text of a source")),
        block("sites", "parameters of all phases at a site, by its id", levelOnce()),
        property(
            "phases",
            Editor.described("phases", "what is built, by id, in file order; or a table", plan())));
  }

  /** Phases by id, or the path of a table with a row a phase. */
  private Data plan() {
    return JsonSchema.schema()
        .put("type", JsonSchema.types("object", "string", "null"))
        .put("pattern", Data.text("^[^/\\\\][^\\\\]*\\.csv$"))
        .put("patternErrorMessage", Data.text("expected phases, or a path such as plan.csv"))
        .put("propertyNames", values.key())
        .put("additionalProperties", levelOnce())
        .put("defaultSnippets", phaseSnippets())
        .build();
  }

  private Data levelOnce() {
    return definitions.reference(
        "level",
        () ->
            JsonSchema.schema()
                .put("type", JsonSchema.types("object", "null"))
                .put("properties", new Data.Members(level.properties()))
                .put("patternProperties", BlockSchemas.star().value())
                .put("additionalProperties", new Data.Truth(false))
                .put("allOf", JsonSchema.items(level.rules()))
                .build());
  }

  private Data.Member block(String key, String meaning, Data value) {
    return property(key, Editor.described(key, meaning, values.named(value)));
  }

  private static Data.Member list(String key, String meaning, Data item) {
    return property(
        key,
        Editor.described(
            key,
            meaning,
            JsonSchema.schema()
                .put("type", JsonSchema.types("array", "null"))
                .put("items", item)
                .build()));
  }

  private static Data phaseSnippets() {
    return JsonSchema.items(
        Editor.snippet(
            "a phase by GPUs",
            JsonSchema.schema()
                .put(
                    "${1:first}",
                    Editor.body(
                        "site", "${2:my-site}", "gpu_count", "${3:100k}", "online", "${4:2026-06}"))
                .build()),
        Editor.snippet(
            "a phase by power",
            JsonSchema.schema()
                .put(
                    "${1:first}",
                    Editor.body(
                        "site",
                        "${2:my-site}",
                        "facility_power",
                        "${3:1 GW}",
                        "online",
                        "${4:2026-06}",
                        "ramp",
                        "${5:6 months}"))
                .build()));
  }

  private static Data firstScenario() {
    return Editor.snippet(
        "a scenario of one phase",
        JsonSchema.schema()
            .put("name", Data.text("${1:my-plan}"))
            .put("horizon", Editor.body("from", "2025-01", "to", "2030-12"))
            .put("gpu", Data.text("${2:gb200}"))
            .put(
                "phases",
                JsonSchema.schema()
                    .put(
                        "${3:first}",
                        Editor.body("gpu_count", "${4:100k}", "online", "${5:2026-06}"))
                    .build())
            .build());
  }

  /**
   * A file that inherits nothing has a name, whole blocks and nothing for a null or a star to mean;
   * an entry without lines is left out, with a warning.
   */
  private Data withoutParent() {
    Data.Builder properties = JsonSchema.schema();
    properties.put("name", present());
    properties.put("phases", phases());
    properties.put("sites", entries(wholeLevel()));
    properties.put("accelerators", entries(new Data.Truth(true)));
    properties.put("constraints", entries(BlockSchemas.wholeConstraint()));
    properties.put("risks", entries(BlockSchemas.wholeRisk()));
    LevelSchema.whole()
        .members()
        .forEach(key -> properties.put(key.key(), both(present(), key.value())));
    return JsonSchema.schema()
        .put("type", Data.text("object"))
        .put("required", texts(List.of("name")))
        .put("properties", properties.build())
        .put("patternProperties", noStar())
        .put("additionalProperties", present())
        .put("if", hasOwnChips())
        .put("else", shippedChips())
        .build();
  }

  private static Data hasOwnChips() {
    return JsonSchema.schema()
        .put("properties", JsonSchema.schema().put("accelerators", new Data.Truth(true)).build())
        .put("required", texts(List.of("accelerators")))
        .build();
  }

  private Data shippedChips() {
    Data chips = level.shippedChips();
    Data levels =
        JsonSchema.schema()
            .put("type", ValueSchemas.ANY)
            .put("additionalProperties", chips)
            .build();
    return JsonSchema.schema()
        .put("allOf", JsonSchema.items(chips))
        .put("properties", JsonSchema.schema().put("sites", levels).put("phases", levels).build())
        .build();
  }

  private Data wholeLevel() {
    return definitions.reference(
        "whole.level",
        () ->
            JsonSchema.schema()
                .put("type", ValueSchemas.PRESENT)
                .put("properties", LevelSchema.whole())
                .build());
  }

  private static Data both(Data one, Data other) {
    return JsonSchema.schema().put("allOf", JsonSchema.items(one, other)).build();
  }

  private Data phases() {
    Data noneIsLeft =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("additionalProperties", JsonSchema.ofType("null"))
            .build();
    return Editor.with(
        entries(wholeLevel(), "object", "string"),
        property("not", noneIsLeft),
        property("errorMessage", Data.text("expected one phase at least")));
  }

  /** Entries by id, which may lack lines, but hold no null. */
  private Data entries(Data whole) {
    return entries(whole, "object");
  }

  private Data entries(Data whole, String... types) {
    Data entry =
        JsonSchema.schema()
            .put("if", JsonSchema.ofType("null"))
            .put("else", both(present(), whole))
            .build();
    return JsonSchema.schema()
        .put("type", JsonSchema.types(types))
        .put("patternProperties", noStar())
        .put("additionalProperties", entry)
        .build();
  }

  /**
   * Something that holds no null and no star, however deep. Lists have no lists in them, and an
   * editor that follows a schema of items for ever gives up: their items say so of their keys.
   */
  private Data present() {
    return definitions.reference(
        "present",
        () ->
            Editor.with(
                keysPresent(),
                property("errorMessage", Data.text("expected a value: there is nothing to remove")),
                property("items", keysPresent())));
  }

  private static Data keysPresent() {
    return JsonSchema.schema()
        .put("type", ValueSchemas.PRESENT)
        .put("patternProperties", noStar())
        .put("additionalProperties", reference("present"))
        .build();
  }

  /** A key that stands for several means nothing where there is nothing below. */
  private static Data noStar() {
    return JsonSchema.schema().put(ValueSchemas.STAR, new Data.Truth(false)).build();
  }
}
