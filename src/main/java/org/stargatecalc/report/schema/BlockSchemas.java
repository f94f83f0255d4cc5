package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.items;
import static org.stargatecalc.field.JsonSchema.list;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.reference;
import static org.stargatecalc.field.JsonSchema.texts;
import static org.stargatecalc.field.JsonSchema.typed;
import static org.stargatecalc.field.JsonSchema.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.ChipParameter;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.word.Worded;

/** The schemas of what stands under a scenario's own keys: horizon, claims, constraints, risks … */
final class BlockSchemas {
  private final Catalog catalog;
  private final ValueSchemas values;

  BlockSchemas(Catalog catalog, ValueSchemas values) {
    this.catalog = catalog;
    this.values = values;
  }

  Data horizon() {
    return ValueSchemas.orNull(
        closed(
            List.of(),
            List.of(
                property("from", reference("date", "first day" + values.defaultOf("horizon.from"))),
                property("to", reference("date", "last day" + values.defaultOf("horizon.to"))))));
  }

  Data constraint() {
    Data amount =
        anyOf(
            reference("quantity"),
            JsonSchema.schema()
                .put("type", Data.text("number"))
                .put("minimum", new Data.Whole(0))
                .build());
    Data level =
        closed(
            List.of("from", "at"),
            List.of(
                property("from", ValueSchemas.stated(reference("when", "first day of the level"))),
                property("at", ValueSchemas.stated(amount))));
    Data supply =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("propertyNames", ValueSchemas.pattern("^(19[7-9]\\d|2[01]\\d\\d)$"))
            .put("additionalProperties", ValueSchemas.stated(amount))
            .put("description", Data.text("amount of each calendar year"))
            .build();
    return ValueSchemas.orNull(
        closed(
            List.of("limits"),
            List.of(
                property("limits", words("what is limited", PhaseParameter.SIZE_KEYS)),
                property("applies_to", list(reference("id"), "sites or phases; all if absent")),
                property("available", ValueSchemas.stated(list(level, "levels that step up"))),
                property("supply", ValueSchemas.stated(supply))),
            property(
                "oneOf",
                items(
                    JsonSchema.schema().put("required", texts(List.of("available"))).build(),
                    JsonSchema.schema().put("required", texts(List.of("supply"))).build()))));
  }

  /** A chip that the scenario defines. */
  Data chip() {
    List<Data.Member> properties = new ArrayList<>();
    for (ChipParameter parameter : ChipParameter.all()) {
      PhaseParameter gives = parameter.gives();
      properties.add(
          property(
              parameter.key(),
              values.number(gives.meaning(), gives.dimension(), gives.domain(), "")));
    }
    for (String text : List.of("title", "vendor", "note", "source")) {
      properties.add(property(text, typed("said of the chip", "string", "null")));
    }
    properties.add(property("available_from", reference("date", "when it can be had")));
    properties.add(property("as_of", reference("date", "date of the information")));
    properties.add(
        property(
            "confidence",
            words(
                "how sure that is",
                Arrays.stream(Confidence.values()).map(Confidence::id).toList())));
    return ValueSchemas.orNull(closed(List.of(), properties));
  }

  Data risk() {
    return ValueSchemas.orNull(
        closed(
            List.of("probability", "delay"),
            List.of(
                property(
                    "probability",
                    values.number("chance that it happens", Dimension.SHARE, Domain.SHARE, "")),
                property(
                    "delay",
                    values.number(
                        "what it delays by", Dimension.DURATION, Domain.NOT_NEGATIVE, "")),
                property("applies_to", list(reference("id"), "sites or phases; all if absent")))));
  }

  static Data correlation() {
    Data path = typed("path of an uncertain input; * stands for any part of it", "string");
    Data paths =
        JsonSchema.schema()
            .put("type", Data.text("array"))
            .put("items", path)
            .put("minItems", new Data.Whole(1))
            .build();
    Data rho =
        anyOf(
            reference("quantity"),
            JsonSchema.schema()
                .put("type", Data.text("number"))
                .put("minimum", new Data.Whole(-1))
                .put("maximum", new Data.Whole(1))
                .build());
    return closed(
        List.of("between", "rho"), List.of(property("between", paths), property("rho", rho)));
  }

  static Data expectation() {
    Data expression =
        typed("such as facility_power_gw@2027-12-31 >= 2 GW; true if all is well", "string");
    return anyOf(
        expression,
        closed(
            List.of("expr"),
            List.of(
                property("expr", expression),
                property(
                    "level",
                    words(
                        "how bad it is if not; error if absent",
                        Worded.ids(Expectation.Severity.values()))),
                property("message", ValueSchemas.text("why it matters")))));
  }

  Data claim() {
    List<String> metrics =
        Arrays.stream(Metric.values()).filter(Metric::canBeClaimed).map(Metric::id).toList();
    Data bound =
        anyOf(
            reference("quantity"),
            JsonSchema.schema()
                .put("type", Data.text("number"))
                .put("exclusiveMinimum", new Data.Whole(0))
                .build());
    return anyOf(
        words("a claim of the catalogue", List.copyOf(catalog.claimIds())),
        closed(
            List.of("id", "metric", "at_least", "by"),
            List.of(
                property("id", reference("id")),
                property("title", ValueSchemas.text("what is claimed")),
                property("metric", words("a stock, which carries the scope", metrics)),
                property("basis", words("power basis", Worded.ids(Basis.values()))),
                property("at_least", bound),
                property("by", reference("date", "the last day")),
                property("scope", ValueSchemas.text("what it is about and leaves open")),
                property("statement", ValueSchemas.text("what was said")),
                property("source", ValueSchemas.text("who says so")))));
  }
}
