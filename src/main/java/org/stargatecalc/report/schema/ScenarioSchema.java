package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.items;
import static org.stargatecalc.field.JsonSchema.list;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.reference;
import static org.stargatecalc.field.JsonSchema.texts;
import static org.stargatecalc.field.JsonSchema.typed;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.scenario.Amortization;
import org.stargatecalc.scenario.ScenarioParameter;
import org.stargatecalc.word.Worded;

/**
 * The JSON Schema of scenario files, from the declarations that their reader follows, so that
 * editors complete and check while somebody types.
 *
 * <p>A file that extends another may hold any part of a scenario, and null to remove what it
 * inherits; what is there to be removed and what the whole must have is left to the reader.
 */
public final class ScenarioSchema {
  private static final Data EXTENDS =
      JsonSchema.schema().put("required", texts(List.of("extends"))).build();

  private final ValueSchemas values;
  private final BlockSchemas blocks;
  private final LevelSchema level;

  private ScenarioSchema(Catalog catalog) {
    this.values = new ValueSchemas(catalog);
    this.blocks = new BlockSchemas(catalog, values);
    this.level = new LevelSchema(catalog, values);
  }

  /** Returns the schema, with the catalogue's ids and defaults in it. */
  public static Data schema(Catalog catalog) {
    return new ScenarioSchema(catalog).scenario();
  }

  private Data scenario() {
    List<Data.Member> properties = new ArrayList<>();
    properties.add(property("name", reference("id", "id of the scenario")));
    properties.add(property("title", ValueSchemas.textOrNull("one line")));
    properties.add(property("description", ValueSchemas.textOrNull("free text")));
    properties.add(
        property("extends", ValueSchemas.textOrNull("another scenario, relative to this file")));
    properties.add(property("as_of", reference("date", "date of the information")));
    properties.add(property("horizon", blocks.horizon()));
    parameter(properties, ScenarioParameter.DISCOUNT_RATE);
    properties.add(
        property(
            "amortization",
            values.word(
                "how capital expenditure is spread over years",
                Worded.ids(Amortization.values()),
                "amortization")));
    parameter(properties, ScenarioParameter.PRICE_PERFORMANCE);
    parameter(properties, ScenarioParameter.REFERENCE_RUN);
    properties.addAll(blockProperties());
    properties.addAll(level.properties());
    Data.Members scenario =
        (Data.Members) closed(List.of(), properties, property("allOf", LevelSchema.rules()));
    Data.Builder root =
        JsonSchema.schema()
            .put("$schema", Data.text(JsonSchema.DRAFT))
            .put("$id", JsonSchema.id("stargate-calc/scenario/v1"))
            .put("title", Data.text("Scenario of stargate-calc"));
    scenario.members().forEach(member -> root.put(member.key(), member.value()));
    return root.put(
            "anyOf",
            items(JsonSchema.schema().put("required", texts(List.of("name"))).build(), EXTENDS))
        .put("if", JsonSchema.schema().put("not", EXTENDS).build())
        .put("then", withoutParent())
        .put("$defs", definitions())
        .build();
  }

  private List<Data.Member> blockProperties() {
    List<Data.Member> properties = new ArrayList<>();
    properties.add(
        property(
            "claims",
            ValueSchemas.orNull(list(blocks.claim(), "claims that it is judged against"))));
    properties.add(
        property("accelerators", ValueSchemas.named(blocks.chip(), "chips of the scenario's own")));
    properties.add(
        property(
            "constraints",
            ValueSchemas.named(reference("constraint"), "what holds the build-out back")));
    properties.add(
        property("risks", ValueSchemas.named(reference("risk"), "events that delay phases")));
    properties.add(
        property(
            "correlations",
            ValueSchemas.orNull(list(BlockSchemas.correlation(), "of uncertain inputs"))));
    properties.add(
        property(
            "expect",
            ValueSchemas.orNull(list(BlockSchemas.expectation(), "what check must find true"))));
    properties.add(
        property(
            "sources",
            ValueSchemas.named(
                ValueSchemas.textOrNull("full text of a source"), "short names of sources")));
    properties.add(
        property(
            "sites", ValueSchemas.named(reference("level"), "parameters of all phases at a site")));
    properties.add(
        property(
            "phases",
            anyOf(
                ValueSchemas.named(reference("level"), "what is built, in file order"), table())));
    return properties;
  }

  private static Data table() {
    return JsonSchema.schema()
        .put("type", Data.text("string"))
        .put("pattern", Data.text("^[^/\\\\][^\\\\]*\\.csv$"))
        .put("description", Data.text("a table with a row a phase, relative to this file"))
        .build();
  }

  /**
   * A file that inherits nothing has nothing for a null to remove; an entry without lines is left
   * out, with a warning.
   */
  private static Data withoutParent() {
    Data named =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("additionalProperties", reference("entry"))
            .build();
    Data noneIsLeft =
        JsonSchema.schema().put("additionalProperties", typed("no lines", "null")).build();
    Data phases =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("additionalProperties", reference("entry"))
            .put("not", noneIsLeft)
            .build();
    Data.Builder properties = JsonSchema.schema().put("phases", anyOf(phases, table()));
    for (String key : List.of("sites", "constraints", "risks")) {
      properties.put(key, named);
    }
    return JsonSchema.schema()
        .put("properties", properties.build())
        .put("additionalProperties", reference("present"))
        .build();
  }

  /** Something that holds no null, however deep. */
  private static Data present() {
    return JsonSchema.schema()
        .put("not", typed("nothing", "null"))
        .put("additionalProperties", reference("present"))
        .put("items", reference("present"))
        .build();
  }

  private void parameter(List<Data.Member> properties, ScenarioParameter parameter) {
    properties.add(
        property(
            parameter.key(),
            values.number(
                parameter.meaning(), parameter.dimension(), parameter.domain(), parameter.key())));
  }

  private Data definitions() {
    Data.Builder defs = JsonSchema.schema();
    ValueSchemas.definitions().forEach(value -> defs.put(value.key(), value.value()));
    defs.put(
        "level",
        ValueSchemas.orNull(
            closed(List.of(), level.properties(), property("allOf", LevelSchema.rules()))));
    defs.put("milestone", level.milestone());
    defs.put("refresh", level.refresh());
    defs.put("constraint", blocks.constraint());
    defs.put("risk", blocks.risk());
    defs.put("present", present());
    defs.put("entry", anyOf(typed("no lines", "null"), reference("present")));
    return defs.build();
  }
}
