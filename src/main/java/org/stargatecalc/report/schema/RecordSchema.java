package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.word.Worded;

/** The JSON Schema of record files, which change the record of sites. */
public final class RecordSchema {
  /** Texts of a site and what they say. */
  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("name", "its name, by which tables may call it");
    TEXTS.put("aliases", "shorter ids, with spaces between, that scenarios use for it");
    TEXTS.put("owner", "who owns it");
    TEXTS.put("users", "who computes there");
    TEXTS.put("chip_types", "what is installed, in words");
    TEXTS.put("country", "where it is");
    TEXTS.put("note", "what to know about its figures");
    TEXTS.put("source", "who says so");
  }

  private final Definitions definitions = new Definitions();
  private final ValueSchemas values = new ValueSchemas(definitions);
  private final SiteRecord record;

  private RecordSchema(SiteRecord record) {
    this.record = record;
  }

  /**
   * Returns the schema.
   *
   * @param record whose sites an editor proposes
   */
  public static Data schema(SiteRecord record) {
    return new RecordSchema(record).file();
  }

  private Data file() {
    Data site = definitions.reference("site", () -> ValueSchemas.orNull(site()));
    Data.Builder known = JsonSchema.schema();
    for (Site recorded : record.sites().values()) {
      known.put(
          recorded.id(),
          JsonSchema.schema()
              .put("description", Data.text(recorded.name() + " (" + recorded.owner() + ")"))
              .put("$ref", Data.text("#/$defs/site"))
              .build());
    }
    Data sites =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("propertyNames", values.id())
            .put("properties", known.build())
            .put("additionalProperties", site)
            .build();
    Data points =
        Editor.described(
            "points",
            "add: capacity stands beside older vintages; replace, as without it: it takes the"
                + " newest one's place",
            JsonSchema.schema().put("enum", texts(List.of("add", "replace"))).build());
    Data.Builder root =
        JsonSchema.schema()
            .put("$schema", Data.text(JsonSchema.DRAFT))
            .put("$id", JsonSchema.id("stargate-calc/record/v1"))
            .put("title", Data.text("Record file of stargate-calc"));
    Data sitesKey =
        Editor.described("sites", "what changes, by the id of a site; null deletes it", sites);
    ((Data.Members)
            closed(
                List.of("sites"), List.of(property("points", points), property("sites", sitesKey))))
        .members()
        .forEach(member -> root.put(member.key(), member.value()));
    return root.put("$defs", definitions.data()).build();
  }

  private Data site() {
    List<Data.Member> properties = new ArrayList<>();
    TEXTS.forEach((key, meaning) -> properties.add(property(key, ValueSchemas.text(key, meaning))));
    properties.add(
        property("rename", Editor.described("rename", "another id for the site", values.id())));
    properties.add(property("as_of", Editor.described("as_of", "the vintage", day())));
    properties.add(
        property(
            "stage",
            Editor.described(
                "stage",
                "how far it has come",
                JsonSchema.schema().put("enum", texts(STAGES)).build())));
    properties.add(values.provenance().get(1));
    properties.add(
        property("capacity", list("capacity", "dated power, compute and cost", point())));
    properties.add(property("chips", list("chips", "counted chips", chips())));
    return closed(
        List.of(),
        properties,
        Editor.snippets(
            Editor.snippet(
                "power on a date",
                JsonSchema.schema()
                    .put("as_of", Data.text("${1:2026-11-20}"))
                    .put(
                        "capacity",
                        JsonSchema.items(
                            Editor.body("date", "${2:2026-11-15}", "facility_power", "${3:1 GW}")))
                    .build())));
  }

  private static final List<String> STAGES =
      List.of("operational", "under_construction", "planned");

  private static Data list(String key, String meaning, Data item) {
    return Editor.described(
        key,
        meaning,
        JsonSchema.schema().put("type", Data.text("array")).put("items", item).build());
  }

  private Data point() {
    Data it = number("it_power", "IT power", Dimension.POWER);
    Data facility = number("facility_power", "facility power at peak", Dimension.POWER);
    Data either = JsonSchema.items(required("it_power"), required("facility_power"));
    return closed(
        List.of("date"),
        List.of(
            property("date", Editor.described("date", "the day", day())),
            property("it_power", it),
            property("facility_power", facility),
            property(
                "h100_equivalents", number("h100_equivalents", "compute in H100", Dimension.COUNT)),
            property("capex", number("capex", "capital cost so far", Dimension.MONEY)),
            property(
                "kind",
                Editor.described(
                    "kind",
                    "how it is known; estimated if absent",
                    JsonSchema.schema()
                        .put("enum", texts(Worded.ids(SiteCapacity.Kind.values())))
                        .build()))),
        property("anyOf", either));
  }

  private static Data required(String key) {
    return JsonSchema.schema()
        .put("properties", JsonSchema.schema().put(key, new Data.Truth(true)).build())
        .put("required", texts(List.of(key)))
        .build();
  }

  private Data chips() {
    return closed(
        List.of("date", "type", "count"),
        List.of(
            property("date", Editor.described("date", "the day", day())),
            property("type", ValueSchemas.text("type", "the chip in words")),
            property("count", number("count", "how many", Dimension.COUNT)),
            property("known", ValueSchemas.text("known", "how it is known, in words"))));
  }

  private Data number(String key, String meaning, Dimension dimension) {
    Measure measure = Measure.known(dimension, Domain.NOT_NEGATIVE);
    return Editor.described(key, meaning + "; " + measure.words(), values.number(measure));
  }

  private Data day() {
    return values.day();
  }
}
