package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.notTwoOf;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.reference;
import static org.stargatecalc.field.JsonSchema.texts;
import static org.stargatecalc.field.JsonSchema.typed;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.catalog.Catalog;
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

  private final Catalog catalog;
  private final ValueSchemas values;

  LevelSchema(Catalog catalog, ValueSchemas values) {
    this.catalog = catalog;
    this.values = values;
  }

  /** Returns the keys of a level. */
  List<Data.Member> properties() {
    List<Data.Member> properties = new ArrayList<>();
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (!PhaseParameter.SHARES.contains(parameter)) {
        properties.add(property(parameter.key(), number(parameter)));
      }
    }
    properties.add(property("capex_split", ValueSchemas.withSteps(ValueSchemas.stated(split()))));
    for (PhaseWord word : PhaseWord.all()) {
      properties.add(property(word.key(), word(word)));
    }
    properties.add(property("milestones", ValueSchemas.stated(milestones())));
    properties.add(property("growth", ValueSchemas.stated(growth())));
    properties.add(
        property(
            "covers",
            ValueSchemas.stated(reference("id", "the phase for which rented capacity stands in"))));
    properties.add(
        property("refresh", ValueSchemas.stated(anyOf(reference("refresh"), refreshes()))));
    return properties;
  }

  private Data number(PhaseParameter parameter) {
    if (parameter.needsUnit()) {
      return ValueSchemas.withDescription(
          ValueSchemas.stated(reference("quantity")),
          parameter.meaning() + "; " + parameter.domain().describe() + "; with its unit");
    }
    return parameter.isDate()
        ? ValueSchemas.stated(reference("when", parameter.meaning()))
        : values.number(parameter);
  }

  private Data word(PhaseWord word) {
    return switch (word.kind()) {
      // an id of the catalogue or of the scenario's own accelerators
      case ACCELERATOR -> ValueSchemas.stated(reference("id", word.meaning() + chips()));
      case ID -> ValueSchemas.stated(reference("id", word.meaning()));
      case CLOSED -> values.word(word.meaning(), word.words(), word.key());
    };
  }

  private String chips() {
    return ", own or of the catalogue: " + String.join(", ", catalog.acceleratorIds());
  }

  private static Data milestones() {
    return JsonSchema.schema()
        .put("type", Data.text("array"))
        .put("minItems", new Data.Whole(1))
        .put("items", reference("milestone"))
        .put("description", Data.text("sizes on dates"))
        .build();
  }

  /** Returns which keys may not stand together. */
  static Data rules() {
    List<String> sizes = new ArrayList<>(PhaseParameter.SIZE_KEYS);
    sizes.addAll(PLANS);
    List<Data> rules = new ArrayList<>(notTwoOf(sizes));
    rules.addAll(notTwoOf(List.of("watts_per_gpu", "chip_tdp")));
    for (String plan : PLANS) {
      for (String ramp : List.of("online", "ramp", "shape")) {
        rules.addAll(notTwoOf(List.of(plan, ramp)));
      }
    }
    // null removes what is inherited, so that a null beside another size is no second one
    List<Data> unlessNull = new ArrayList<>();
    for (Data rule : rules) {
      unlessNull.add(withoutNulls((Data.Members) rule));
    }
    return new Data.Items(unlessNull);
  }

  /** Weakens "not both keys" to "not both keys with a value". */
  private static Data withoutNulls(Data.Members rule) {
    Data.Members not = (Data.Members) rule.members().get(0).value();
    List<Data> keys = ((Data.Items) not.members().get(0).value()).items();
    Data.Builder values = JsonSchema.schema();
    for (Data key : keys) {
      values.put(
          ((Data.Text) key).text(),
          JsonSchema.schema().put("not", typed("a value", "null")).build());
    }
    return JsonSchema.schema()
        .put(
            "not",
            JsonSchema.schema()
                .put("required", new Data.Items(keys))
                .put("properties", values.build())
                .build())
        .build();
  }

  private Data split() {
    List<Data.Member> shares = new ArrayList<>();
    for (PhaseParameter share : PhaseParameter.SHARES) {
      String key = share.key().substring(share.key().indexOf('.') + 1);
      Data rest = JsonSchema.schema().put("const", Data.text("rest")).build();
      Data number = values.number(share);
      shares.add(property(key, ValueSchemas.withDescription(anyOf(number, rest), share.meaning())));
    }
    return closed(List.of(), shares);
  }

  private List<Data.Member> sizes() {
    List<Data.Member> sizes = new ArrayList<>();
    for (PhaseParameter size : PhaseParameter.SIZES) {
      sizes.add(
          property(size.key(), values.number(size.meaning(), size.dimension(), size.domain(), "")));
    }
    return sizes;
  }

  private static Data oneSize() {
    List<Data> one = new ArrayList<>();
    for (PhaseParameter size : PhaseParameter.SIZES) {
      one.add(JsonSchema.schema().put("required", texts(List.of(size.key()))).build());
    }
    return new Data.Items(one);
  }

  /** Returns one milestone, to which the level refers. */
  Data milestone() {
    List<Data.Member> properties = new ArrayList<>(sizes());
    properties.add(
        0, property("by", ValueSchemas.stated(reference("when", "the day it is complete"))));
    return closed(List.of("by"), properties, property("oneOf", oneSize()));
  }

  private static Data refreshes() {
    return JsonSchema.schema()
        .put("type", Data.text("array"))
        .put("minItems", new Data.Whole(1))
        .put("items", reference("refresh"))
        .put("description", Data.text("each replaces the hardware of the one before"))
        .build();
  }

  /** Returns one refresh, to which the level refers. */
  Data refresh() {
    List<Data.Member> properties = new ArrayList<>();
    properties.add(
        property(
            "after",
            values.number(
                "how long the hardware before is there", Dimension.DURATION, Domain.POSITIVE, "")));
    for (PhaseParameter parameter : Refresh.NUMBERS) {
      properties.add(property(parameter.key(), number(parameter)));
    }
    for (PhaseWord word : Refresh.WORDS) {
      properties.add(property(word.key(), word(word)));
    }
    return closed(List.of("after"), properties);
  }

  private Data growth() {
    List<Data.Member> properties = new ArrayList<>(sizes());
    properties.add(property("from", ValueSchemas.stated(reference("when", "the first day"))));
    properties.add(
        property(
            "per_year",
            values.number("growth factor per year", Dimension.RATIO, Domain.AT_LEAST_ONE, "")));
    properties.add(
        property("until", ValueSchemas.stated(reference("when", "the last day of growth"))));
    return closed(List.of("from", "per_year"), properties, property("oneOf", oneSize()));
  }
}
