package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.texts;
import static org.stargatecalc.field.JsonSchema.typed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.ChipParameter;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.word.Worded;

/** The schemas of what stands under a scenario's own keys: horizon, claims, constraints, risks … */
final class BlockSchemas {
  private static final String YEAR = "^(19[7-9]\\d|2[01]\\d\\d)$";

  private final Catalog catalog;
  private final Definitions definitions;
  private final ValueSchemas values;
  private final KeySchemas keys;

  BlockSchemas(Catalog catalog, Definitions definitions, ValueSchemas values, KeySchemas keys) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.values = values;
    this.keys = keys;
  }

  Data horizon() {
    Data horizon =
        ValueSchemas.orNull(
            closed(
                List.of(),
                List.of(
                    property(
                        "from",
                        keys.described("horizon.from", "first day", "a date", values.date())),
                    property(
                        "to", keys.described("horizon.to", "last day", "a date", values.date()))),
                Editor.snippets(
                    Editor.snippet(
                        "from and to",
                        Editor.body("from", "${1:2025-01}", "to", "${2:2030-12}")))));
    return Editor.described("horizon", "first and last day of the projection", horizon);
  }

  Data constraint() {
    return definitions.reference("constraint", this::constraintOnce);
  }

  private Data constraintOnce() {
    Data amount =
        definitions.reference("stated.quantity", () -> values.statedChoice(values.quantity()));
    Data level =
        closed(
            List.of("from", "at"),
            List.of(
                property(
                    "from",
                    Editor.described("from", "first day of the level", values.statedDate())),
                property("at", Editor.described("at", "the level, with its unit", amount))));
    Data supply =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put(
                "patternProperties",
                JsonSchema.schema().put(YEAR, amount).put(ValueSchemas.STAR, amount).build())
            .put("additionalProperties", new Data.Truth(false))
            .build();
    Data available =
        JsonSchema.schema().put("type", Data.text("array")).put("items", level).build();
    Data supplyOnce = definitions.reference("supply", () -> supply);
    Data availableOnce = definitions.reference("available", () -> available);
    return ValueSchemas.orNull(
        closed(
            List.of(),
            List.of(
                property("limits", limits()),
                property("applies_to", appliesTo()),
                property(
                    "available",
                    Editor.described(
                        "available",
                        "levels from a date on; 0 before the first",
                        values.statedChoice(availableOnce))),
                property(
                    "supply",
                    Editor.described(
                        "supply",
                        "an amount for each calendar year; unused supply is kept",
                        values.statedChoice(supplyOnce)))),
            star(),
            Editor.snippets(
                Editor.snippet(
                    "a level from a date on",
                    JsonSchema.schema()
                        .put("limits", Data.text("facility_power"))
                        .put(
                            "available",
                            JsonSchema.items(Editor.body("from", "${1:2026}", "at", "${2:1 GW}")))
                        .build()),
                Editor.snippet(
                    "a supply by year",
                    JsonSchema.schema()
                        .put("limits", Data.text("gpu_count"))
                        .put("supply", Editor.body("${1:2026}", "${2:1M}"))
                        .build()))));
  }

  /** What a constraint has that inherits nothing. */
  static Data wholeConstraint() {
    Data any = new Data.Truth(true);
    return JsonSchema.schema()
        .put("type", JsonSchema.types("object", "null"))
        .put(
            "properties",
            JsonSchema.schema().put("limits", any).put("supply", any).put("available", any).build())
        .put("required", texts(List.of("limits")))
        .put(
            "if",
            JsonSchema.schema()
                .put(
                    "properties",
                    JsonSchema.schema().put("available", new Data.Truth(false)).build())
                .build())
        .put(
            "then",
            JsonSchema.schema()
                .put("properties", JsonSchema.schema().put("supply", any).build())
                .put("required", texts(List.of("supply")))
                .build())
        .put(
            "else",
            JsonSchema.schema()
                .put("properties", JsonSchema.schema().put("supply", new Data.Truth(false)).build())
                .build())
        .build();
  }

  /** What a risk has that inherits nothing. */
  static Data wholeRisk() {
    Data any = new Data.Truth(true);
    return JsonSchema.schema()
        .put("type", JsonSchema.types("object", "null"))
        .put("properties", JsonSchema.schema().put("probability", any).put("delay", any).build())
        .put("required", texts(List.of("probability", "delay")))
        .build();
  }

  private static Data limits() {
    return Editor.described(
        "limits",
        "what is limited: " + String.join(", ", PhaseParameter.SIZE_KEYS),
        JsonSchema.schema().put("enum", texts(PhaseParameter.SIZE_KEYS)).build());
  }

  private Data appliesTo() {
    Data list =
        JsonSchema.schema()
            .put("type", JsonSchema.types("array", "null"))
            .put("items", values.id())
            .build();
    return Editor.described("applies_to", "ids of sites or phases; all if absent", list);
  }

  /** In a patch a key may stand for several. */
  static Data.Member star() {
    return property(
        "patternProperties",
        JsonSchema.schema().put(ValueSchemas.STAR, new Data.Truth(true)).build());
  }

  /** A chip that the scenario defines. */
  Data chip() {
    List<Data.Member> properties = new ArrayList<>();
    for (ChipParameter parameter : ChipParameter.all()) {
      properties.add(property(parameter.key(), keys.of(parameter.key(), parameter.gives())));
    }
    for (String text : List.of("title", "vendor", "note")) {
      properties.add(property(text, ValueSchemas.textOrNull(text, "of the chip, for reports")));
    }
    properties.add(
        property(
            "available_from",
            Editor.described("available_from", "when it can be had", values.date())));
    properties.addAll(values.provenance());
    return ValueSchemas.orNull(
        closed(
            List.of(),
            properties,
            star(),
            Editor.snippets(
                Editor.snippet(
                    "a chip with watts, price and rate",
                    Editor.body(
                        "it_watts",
                        "${1:1.4 kW}",
                        "capex_per_gpu",
                        "${2:$30k}",
                        "bf16_flops",
                        "${3:1 PFLOP/s}",
                        "source",
                        "$4",
                        "confidence",
                        "${5|low,medium,high|}")))));
  }

  Data risk() {
    return definitions.reference("risk", this::riskOnce);
  }

  private Data riskOnce() {
    return ValueSchemas.orNull(
        closed(
            List.of(),
            List.of(
                property(
                    "probability",
                    Editor.described(
                        "probability",
                        "chance that it happens, such as 40%",
                        values.statedNumber(Measure.known(Dimension.SHARE, Domain.SHARE)))),
                property(
                    "delay",
                    Editor.described(
                        "delay",
                        "what it delays by, such as 6 to 18 months",
                        values.statedNumber(Measure.of(PhaseParameter.DELAY)))),
                property("applies_to", appliesTo())),
            star(),
            Editor.snippets(
                Editor.snippet(
                    "a delay that may happen",
                    Editor.body("probability", "${1:40%}", "delay", "${2:6 to 18 months}")))));
  }

  Data correlation() {
    Data path = typed("path of an uncertain input; * stands for any part of it", "string");
    Data paths =
        JsonSchema.schema()
            .put("type", Data.text("array"))
            .put("items", path)
            .put("minItems", new Data.Whole(1))
            .build();
    Data rho = values.number(Measure.known(Dimension.RATIO, new Domain(-1, true, 1)));
    return closed(
        List.of("between", "rho"),
        List.of(
            property("between", Editor.described("between", "uncertain inputs, by path", paths)),
            property("rho", Editor.described("rho", "rank correlation, -1 to 1", rho))));
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
                    Editor.described(
                        "level",
                        "how bad it is if not; error if absent",
                        JsonSchema.schema()
                            .put("enum", texts(Worded.ids(Expectation.Severity.values())))
                            .build())),
                property("message", ValueSchemas.text("message", "why it matters")))));
  }

  Data claim() {
    List<Editor.Word> shipped = new ArrayList<>();
    for (ClaimRecord claim : catalog.claims().values()) {
      String text = claim.title() + " (" + claim.author() + ", " + claim.statedOn() + ")";
      shipped.add(new Editor.Word(claim.id(), text));
    }
    return anyOf(
        definitions.reference(
            "claim",
            () ->
                Editor.words(
                    shipped,
                    "expected an id of the catalogue, which 'stargate-calc claims' lists, or a"
                        + " claim of one's own")),
        ownClaim());
  }

  private Data ownClaim() {
    List<Editor.Word> metrics =
        Arrays.stream(Metric.values())
            .filter(Metric::canBeClaimed)
            .map(metric -> new Editor.Word(metric.id(), metric.label()))
            .toList();
    return closed(
        List.of("id", "metric", "at_least", "by"),
        List.of(
            property("id", values.id()),
            property("title", ValueSchemas.text("title", "what is claimed")),
            property(
                "metric",
                Editor.described(
                    "metric",
                    "a stock, which carries the scope",
                    Editor.words(metrics, "expected the id of a metric that is a stock"))),
            property(
                "basis",
                Editor.described(
                    "basis",
                    "power basis, for power metrics only",
                    JsonSchema.schema().put("enum", texts(Worded.ids(Basis.values()))).build())),
            property("at_least", Editor.described("at_least", "with its unit", values.quantity())),
            property("by", Editor.described("by", "the last day", values.date())),
            property("scope", ValueSchemas.text("scope", "what it is about and leaves open")),
            property("statement", ValueSchemas.text("statement", "what was said")),
            property("source", ValueSchemas.text("source", "who says so"))),
        Editor.snippets(
            Editor.snippet(
                "a claim of one's own",
                Editor.body(
                    "id",
                    "${1:my-claim}",
                    "metric",
                    "${2:facility_power_gw}",
                    "at_least",
                    "${3:1 GW}",
                    "by",
                    "${4:2027}"))));
  }
}
