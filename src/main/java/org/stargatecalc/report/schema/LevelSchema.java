package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.texts;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Refresh;

/** The keys that stand at the top, at a site and at a phase alike, from their declarations. */
final class LevelSchema {
  private static final List<String> PLANS = List.of("milestones", "growth");
  private static final List<String> RAMP = List.of("online", "ramp", "shape");

  private final Definitions definitions;
  private final ValueSchemas values;
  private final KeySchemas keys;

  LevelSchema(Definitions definitions, ValueSchemas values, KeySchemas keys) {
    this.definitions = definitions;
    this.values = values;
    this.keys = keys;
  }

  /** Returns the keys of a level. */
  List<Data.Member> properties() {
    List<Data.Member> properties = new ArrayList<>();
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (!PhaseParameter.SHARES.contains(parameter)) {
        properties.add(property(parameter.key(), keys.of(parameter)));
      }
    }
    for (PhaseWord word : PhaseWord.all()) {
      properties.add(property(word.key(), keys.of(word)));
    }
    properties.add(property("capex_split", definitions.reference("key.capex_split", this::split)));
    properties.add(
        property("milestones", definitions.reference("key.milestones", this::milestones)));
    properties.add(property("growth", definitions.reference("key.growth", this::growth)));
    properties.add(property("covers", definitions.reference("key.covers", this::covers)));
    properties.add(property("refresh", definitions.reference("key.refresh", this::refreshes)));
    return properties;
  }

  /** Returns which keys may not stand together, in an editor's words. */
  Data rules() {
    return definitions.reference("rules", this::rulesOnce);
  }

  private Data rulesOnce() {
    List<String> sizes = new ArrayList<>(PhaseParameter.SIZE_KEYS);
    sizes.addAll(PLANS);
    List<Data> rules = new ArrayList<>(oneOf(sizes, "a second size"));
    rules.addAll(oneOf(List.of("watts_per_gpu", "chip_tdp"), "a second power of a GPU"));
    for (String plan : PLANS) {
      rules.add(excludes(plan, RAMP, "a date or ramp beside " + plan + ", which has its own"));
    }
    return all(rules);
  }

  private static Data all(List<Data> rules) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types("object", "null"))
        .put("allOf", new Data.Items(rules))
        .build();
  }

  /** Says of each key that none behind it may have a value too. */
  private List<Data> oneOf(List<String> keys, String what) {
    List<Data> rules = new ArrayList<>();
    String message = what + ": one of " + String.join(", ", keys);
    for (int i = 0; i + 1 < keys.size(); i++) {
      rules.add(excludes(keys.get(i), keys.subList(i + 1, keys.size()), message));
    }
    return rules;
  }

  /** Says that no other key has a value where one has; null removes what is inherited. */
  private Data excludes(String key, List<String> others, String message) {
    Data value = JsonSchema.schema().put("not", JsonSchema.ofType("null")).build();
    String name = "no-" + message.replaceAll(":.*|,.*", "").replace(' ', '-');
    Data none =
        definitions.reference(
            name,
            () ->
                JsonSchema.schema()
                    .put("type", Data.text("null"))
                    .put("errorMessage", Data.text("found " + message))
                    .build());
    Data.Builder nothing = JsonSchema.schema();
    others.forEach(other -> nothing.put(other, none));
    return JsonSchema.schema()
        .put(
            "if",
            JsonSchema.schema()
                .put("properties", JsonSchema.schema().put(key, value).build())
                .put("required", texts(List.of(key)))
                .build())
        .put("then", JsonSchema.schema().put("properties", nothing.build()).build())
        .build();
  }

  private Data split() {
    List<Data.Member> shares = new ArrayList<>();
    for (PhaseParameter share : PhaseParameter.SHARES) {
      String key = share.key().substring(share.key().indexOf('.') + 1);
      shares.add(property(key, keys.share(share)));
    }
    Data split =
        definitions.reference(
            "split",
            () ->
                closed(
                    List.of(),
                    shares,
                    Editor.snippets(
                        Editor.snippet(
                            "training and inference",
                            Editor.body("training", "${1:60%}", "inference", "rest")))));
    Data steps =
        closed(
            List.of("steps"),
            withProvenance(
                property(
                    "steps",
                    JsonSchema.schema()
                        .put("type", Data.text("object"))
                        .put("minProperties", new Data.Whole(1))
                        .put("propertyNames", values.stepDate())
                        .put("additionalProperties", values.statedChoice(split))
                        .build())));
    Data stated = values.statedAlone(split);
    return Editor.described(
        "capex_split",
        "shares of the capex, and so of the GPUs, that train, serve and experiment; they sum to"
            + " 100 %, and one may be rest",
        anyOf(split, stated, steps, JsonSchema.ofType("null")));
  }

  private List<Data.Member> withProvenance(Data.Member value) {
    List<Data.Member> properties = new ArrayList<>(List.of(value));
    properties.addAll(values.provenance());
    return properties;
  }

  private List<Data.Member> sizes() {
    List<Data.Member> sizes = new ArrayList<>();
    for (PhaseParameter size : PhaseParameter.SIZES) {
      sizes.add(property(size.key(), keys.of(size)));
    }
    return sizes;
  }

  /** Exactly one size: one at least, and {@link #oneOf} says that there is no second. */
  private static Data.Member oneSize() {
    List<Data> one = new ArrayList<>();
    for (PhaseParameter size : PhaseParameter.SIZES) {
      one.add(
          JsonSchema.schema()
              .put("properties", JsonSchema.schema().put(size.key(), new Data.Truth(true)).build())
              .put("required", texts(List.of(size.key())))
              .build());
    }
    return property("anyOf", new Data.Items(one));
  }

  private Data.Member noSecondSize() {
    Data rule =
        definitions.reference(
            "one-size", () -> all(oneOf(PhaseParameter.SIZE_KEYS, "a second size of one plan")));
    return property("allOf", JsonSchema.items(rule));
  }

  private Data milestones() {
    Data list =
        JsonSchema.schema()
            .put("type", Data.text("array"))
            .put("minItems", new Data.Whole(1))
            .put("items", definitions.reference("milestone", this::milestone))
            .build();
    return keys.described(
        "milestones", "sizes on dates", "a list of {by: DATE, SIZE}", values.statedChoice(list));
  }

  private Data milestone() {
    List<Data.Member> properties = new ArrayList<>(sizes());
    properties.add(
        0,
        property(
            "by", Editor.described("by", "the day on which it is complete", values.statedDate())));
    return closed(
        List.of("by"),
        properties,
        noSecondSize(),
        oneSize(),
        Editor.snippets(
            Editor.snippet(
                "GPUs by a date", Editor.body("by", "${1:2026-06}", "gpu_count", "${2:100k}")),
            Editor.snippet(
                "power by a date",
                Editor.body("by", "${1:2026-06}", "facility_power", "${2:1 GW}"))));
  }

  private Data growth() {
    Data plan = definitions.reference("growth", this::growthPlan);
    Data whole = Editor.with(plan, property("allOf", JsonSchema.items(wholeGrowth())));
    Data stated = values.statedAlone(whole);
    return Editor.described(
        "growth",
        "a size that grows by a factor each year: {from: DATE, SIZE, per_year: FACTOR}",
        anyOf(plan, stated, JsonSchema.ofType("null")));
  }

  private Data growthPlan() {
    List<Data.Member> properties = new ArrayList<>(sizes());
    properties.add(
        property("from", Editor.described("from", "the first day", values.statedDate())));
    properties.add(
        property(
            "per_year",
            Editor.described(
                "per_year",
                "growth factor per year",
                values.statedNumber(Measure.uncertain(Dimension.RATIO, Domain.AT_LEAST_ONE)))));
    properties.add(
        property(
            "until", Editor.described("until", "the last day of growth", values.statedDate())));
    return closed(
        List.of(),
        properties,
        noSecondSize(),
        Editor.snippets(
            Editor.snippet(
                "growth by a factor per year",
                Editor.body(
                    "from", "${1:2026}", "facility_power", "${2:1 GW}", "per_year", "${3:2}"))));
  }

  private static Data wholeGrowth() {
    return object(List.of("from", "per_year"), oneSize());
  }

  private Data covers() {
    return Editor.described(
        "covers", "the phase for which rented capacity stands in", values.statedId());
  }

  private Data refreshes() {
    Data one = definitions.reference("refresh", this::refresh);
    Data list =
        JsonSchema.schema()
            .put("type", Data.text("array"))
            .put("minItems", new Data.Whole(1))
            .put(
                "items",
                Editor.with(one, property("allOf", JsonSchema.items(object(List.of("after"))))))
            .build();
    return Editor.described(
        "refresh",
        "what replaces the hardware in the same power: one, or a list of which each follows the"
            + " one before",
        values.statedChoice(definitions.reference("refreshes", () -> anyOf(one, list))));
  }

  private Data refresh() {
    List<Data.Member> properties = new ArrayList<>();
    properties.add(
        property(
            "after",
            Editor.described(
                "after",
                "how long the hardware before is there",
                values.statedNumber(Measure.uncertain(Dimension.DURATION, Domain.POSITIVE)))));
    for (PhaseParameter parameter : Refresh.NUMBERS) {
      properties.add(property(parameter.key(), keys.of(parameter)));
    }
    for (PhaseWord word : Refresh.WORDS) {
      properties.add(property(word.key(), keys.of(word)));
    }
    return closed(
        List.of(),
        properties,
        Editor.snippets(
            Editor.snippet(
                "another chip after some years",
                Editor.body("after", "${1:4 years}", "gpu", "${2:vr200}"))));
  }

  /** What a level has that inherits nothing: growth and refresh are whole. */
  static Data.Members whole() {
    return JsonSchema.schema()
        .put("growth", unlessStated(wholeGrowth()))
        .put("refresh", unlessStated(object(List.of("after"))))
        .build();
  }

  /** What a level names where the scenario has no chips of its own: those of the catalogue. */
  Data shippedChips() {
    return definitions.reference(
        "shipped-chips",
        () -> {
          Data.Builder keysOfLevel = JsonSchema.schema().put("gpu", keys.shippedChip());
          Data item = mapping(keysOfLevel.build());
          // a refresh is one or a list, alone or with who says so
          Data same = JsonSchema.reference("shipped-chips");
          Data level = mapping(keysOfLevel.put("refresh", same).put("value", same).build());
          return Editor.with(level, property("items", item));
        });
  }

  /** Something whose keys are so, if it has keys. */
  private static Data mapping(Data properties) {
    return JsonSchema.schema().put("type", ValueSchemas.ANY).put("properties", properties).build();
  }

  /** Says what a mapping must have that is not a value with who says so. */
  private static Data unlessStated(Data whole) {
    Data noValue = JsonSchema.schema().put("value", new Data.Truth(false)).build();
    Data bare =
        JsonSchema.schema().put("type", Data.text("object")).put("properties", noValue).build();
    return JsonSchema.schema().put("if", bare).put("then", whole).build();
  }

  private static Data object(List<String> required, Data.Member... more) {
    Data.Builder there = JsonSchema.schema();
    required.forEach(key -> there.put(key, new Data.Truth(true)));
    Data object =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("properties", there.build())
            .put("required", texts(required))
            .build();
    return Editor.with(object, more);
  }
}
