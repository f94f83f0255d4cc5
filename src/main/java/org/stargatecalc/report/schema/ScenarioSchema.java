package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.items;
import static org.stargatecalc.field.JsonSchema.list;
import static org.stargatecalc.field.JsonSchema.notTwoOf;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.reference;
import static org.stargatecalc.field.JsonSchema.texts;
import static org.stargatecalc.field.JsonSchema.typed;
import static org.stargatecalc.field.JsonSchema.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Amortization;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.Stage;

/**
 * The JSON Schema of scenario files, from the declarations that their reader follows, so that
 * editors complete and check while somebody types.
 *
 * <p>A file that extends another may hold any part of a scenario, and null to remove what it
 * inherits; only what the whole file must have is left to the reader.
 */
public final class ScenarioSchema {
  private static final String ID = "^[A-Za-z0-9_.-]{1,100}$";
  private static final String ONE_DATE =
      "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?|-[Qq][1-4]|-[Hh][12])?";
  private static final String FUNCTIONS =
      "(normal|lognormal|uniform|triangular|pert|beta|choice)\\s*\\(";

  /** A number with an optional sign, currency and unit, without commas; or a distribution. */
  private static final String QUANTITY =
      "^\\s*(" + FUNCTIONS + "|(?!.*\\d,\\d)[-+]?\\s*(US\\$|USD|\\$)?\\s*[-+]?(\\d|\\.\\d))";

  private static final List<String> PLANS = List.of("milestones", "growth");

  private final Catalog catalog;

  private ScenarioSchema(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Returns the schema, with the catalogue's ids and defaults in it. */
  public static Data schema(Catalog catalog) {
    return new ScenarioSchema(catalog).scenario();
  }

  private Data scenario() {
    List<Data.Member> properties = new ArrayList<>();
    properties.add(property("name", described("id", "id of the scenario")));
    properties.add(property("title", typed("one line", "string", "null")));
    properties.add(property("description", typed("free text", "string", "null")));
    properties.add(
        property("extends", typed("another scenario, relative to this file", "string", "null")));
    properties.add(property("as_of", reference("date", "date of the information")));
    properties.add(property("horizon", horizon()));
    properties.add(property("discount_rate", number("per year", Dimension.SHARE, "discount_rate")));
    properties.add(
        property(
            "amortization",
            word(
                "how capital expenditure is spread over years",
                Arrays.stream(Amortization.values()).map(Amortization::id).toList(),
                "amortization")));
    properties.add(
        property(
            "price_performance",
            number(
                "yearly growth factor of FLOP/s per dollar",
                Dimension.RATIO,
                "price_performance")));
    properties.add(property("claims", orNull(list(claim(), "claims that it is judged against"))));
    properties.add(
        property("constraints", named(reference("constraint"), "what holds the build-out back")));
    properties.add(property("risks", named(reference("risk"), "events that delay phases")));
    properties.add(property("correlations", orNull(list(correlation(), "of uncertain inputs"))));
    properties.add(property("expect", orNull(list(expectation(), "what check must find true"))));
    properties.add(
        property(
            "sources",
            named(typed("full text of a source", "string", "null"), "short names of sources")));
    properties.add(
        property("sites", named(reference("level"), "parameters of all phases at a site")));
    properties.add(property("phases", named(reference("level"), "what is built, in file order")));
    properties.addAll(levelProperties());
    Data.Members scenario =
        (Data.Members) closed(List.of(), properties, property("allOf", levelRules()));
    Data.Builder root =
        JsonSchema.schema()
            .put("$schema", Data.text(JsonSchema.DRAFT))
            .put("$id", JsonSchema.id("stargate-calc/scenario/v1"))
            .put("title", Data.text("Scenario of stargate-calc"));
    scenario.members().forEach(member -> root.put(member.key(), member.value()));
    return root.put(
            "anyOf",
            items(
                JsonSchema.schema().put("required", texts(List.of("name"))).build(),
                JsonSchema.schema().put("required", texts(List.of("extends"))).build()))
        .put("$defs", definitions())
        .build();
  }

  private Data definitions() {
    Data.Builder defs = JsonSchema.schema();
    defs.put("id", pattern(ID, "string"));
    defs.put(
        "date",
        JsonSchema.schema()
            .put("type", JsonSchema.types("string", "integer", "null"))
            .put("pattern", Data.text("^\\s*" + ONE_DATE + "(\\s+to\\s+" + ONE_DATE + ")?\\s*$"))
            .put("minimum", new Data.Whole(1970))
            .put("maximum", new Data.Whole(2199))
            .build());
    defs.put("quantity", pattern(QUANTITY, "string"));
    defs.put(
        "level", orNull(closed(List.of(), levelProperties(), property("allOf", levelRules()))));
    defs.put("milestone", milestone());
    defs.put("constraint", constraint());
    defs.put("risk", risk());
    return defs.build();
  }

  private static Data pattern(String pattern, String type) {
    return JsonSchema.schema()
        .put("type", Data.text(type))
        .put("pattern", Data.text(pattern))
        .build();
  }

  private static Data described(String definition, String description) {
    return reference(definition, description);
  }

  private static Data orNull(Data schema) {
    return anyOf(schema, typed("removes what is inherited", "null"));
  }

  /** Values by id. */
  private static Data named(Data value, String description) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types("object", "null"))
        .put("description", Data.text(description))
        .put("propertyNames", reference("id"))
        .put("additionalProperties", value)
        .build();
  }

  private Data horizon() {
    return orNull(
        closed(
            List.of(),
            List.of(
                property("from", reference("date", "first day" + defaultOf("horizon.from"))),
                property("to", reference("date", "last day" + defaultOf("horizon.to"))))));
  }

  private List<Data.Member> levelProperties() {
    List<Data.Member> properties = new ArrayList<>();
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (PhaseParameter.SHARES.contains(parameter)) {
        continue;
      }
      properties.add(
          property(
              parameter.key(),
              parameter.isDate()
                  ? stated(reference("date", parameter.meaning()))
                  : number(
                      parameter.meaning(),
                      parameter.dimension(),
                      parameter.domain(),
                      parameter.key())));
    }
    properties.add(property("capex_split", stated(split())));
    properties.add(
        property("gpu", word("accelerator", List.copyOf(catalog.acceleratorIds()), "gpu")));
    properties.add(property("site", stated(described("id", "place; the phase's id if absent"))));
    properties.add(
        property(
            "training_system",
            stated(described("id", "training capacity with one id is one system"))));
    properties.add(
        property(
            "shape",
            word(
                "of the ramp",
                Arrays.stream(RampShape.values()).map(RampShape::id).toList(),
                "shape")));
    properties.add(
        property("between", word("between milestones", List.of("step", "linear"), "between")));
    properties.add(
        property(
            "stage", word("label", Arrays.stream(Stage.values()).map(Stage::id).toList(), "")));
    properties.add(
        property(
            "ownership",
            word(
                "who pays for what",
                Arrays.stream(Ownership.values()).map(Ownership::id).toList(),
                "ownership")));
    properties.add(
        property(
            "precision",
            word(
                "of training runs",
                Arrays.stream(Precision.values()).map(Precision::id).toList(),
                "precision")));
    properties.add(
        property(
            "milestones",
            stated(
                JsonSchema.schema()
                    .put("type", Data.text("array"))
                    .put("minItems", new Data.Whole(1))
                    .put("items", reference("milestone"))
                    .put("description", Data.text("cumulative sizes on dates"))
                    .build())));
    properties.add(property("growth", stated(growth())));
    return properties;
  }

  private static Data levelRules() {
    List<String> sizes = new ArrayList<>();
    PhaseParameter.SIZES.forEach(size -> sizes.add(size.key()));
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
      Data number = number(share.meaning(), share.dimension(), share.domain(), share.key());
      shares.add(property(key, withDescription(anyOf(number, rest), share.meaning())));
    }
    return closed(List.of(), shares);
  }

  private List<Data.Member> sizes() {
    List<Data.Member> sizes = new ArrayList<>();
    for (PhaseParameter size : PhaseParameter.SIZES) {
      sizes.add(property(size.key(), number(size.meaning(), size.dimension(), size.domain(), "")));
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

  private Data milestone() {
    List<Data.Member> properties = new ArrayList<>(sizes());
    properties.add(0, property("by", stated(reference("date", "the day it is complete"))));
    return closed(List.of("by"), properties, property("oneOf", oneSize()));
  }

  private Data growth() {
    List<Data.Member> properties = new ArrayList<>(sizes());
    properties.add(property("from", stated(reference("date", "the first day"))));
    properties.add(
        property(
            "per_year",
            number("growth factor per year", Dimension.RATIO, Domain.AT_LEAST_ONE, "")));
    properties.add(property("until", stated(reference("date", "the last day of growth"))));
    return closed(List.of("from", "per_year"), properties, property("oneOf", oneSize()));
  }

  private Data constraint() {
    List<String> sizes = PhaseParameter.SIZES.stream().map(PhaseParameter::key).toList();
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
                property("from", stated(reference("date", "first day of the level"))),
                property("at", stated(amount))));
    Data supply =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("propertyNames", pattern("^(19[7-9]\\d|2[01]\\d\\d)$", "string"))
            .put("additionalProperties", stated(amount))
            .put("description", Data.text("amount of each calendar year"))
            .build();
    return orNull(
        closed(
            List.of("limits"),
            List.of(
                property("limits", words("what is limited", sizes)),
                property("applies_to", list(reference("id"), "sites or phases; all if absent")),
                property("available", stated(list(level, "levels that step up"))),
                property("supply", stated(supply))),
            property(
                "oneOf",
                items(
                    JsonSchema.schema().put("required", texts(List.of("available"))).build(),
                    JsonSchema.schema().put("required", texts(List.of("supply"))).build()))));
  }

  private Data risk() {
    return orNull(
        closed(
            List.of("probability", "delay"),
            List.of(
                property(
                    "probability",
                    number("chance that it happens", Dimension.SHARE, Domain.SHARE, "")),
                property(
                    "delay",
                    number("what it delays by", Dimension.DURATION, Domain.NOT_NEGATIVE, "")),
                property("applies_to", list(reference("id"), "sites or phases; all if absent")))));
  }

  private static Data correlation() {
    Data path = typed("path of an uncertain input", "string");
    Data two =
        JsonSchema.schema()
            .put("type", Data.text("array"))
            .put("items", path)
            .put("minItems", new Data.Whole(2))
            .put("maxItems", new Data.Whole(2))
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
        List.of("between", "rho"), List.of(property("between", two), property("rho", rho)));
  }

  private static Data expectation() {
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
                        Arrays.stream(Expectation.Severity.values())
                            .map(Expectation.Severity::id)
                            .toList())),
                property("message", typed("why it matters", "string")))));
  }

  private Data claim() {
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
                property("title", typed("what is claimed", "string")),
                property("metric", words("a stock, which carries the scope", metrics)),
                property(
                    "basis",
                    words("power basis", Arrays.stream(Basis.values()).map(Basis::id).toList())),
                property("at_least", bound),
                property("by", reference("date", "the last day")),
                property("scope", typed("what it is about and leaves open", "string")),
                property("statement", typed("what was said", "string")),
                property("source", typed("who says so", "string")))));
  }

  private Data number(String meaning, Dimension dimension, String key) {
    return number(meaning, dimension, Domain.ANY, key);
  }

  private Data number(String meaning, Dimension dimension, Domain domain, String key) {
    Data.Builder bare = JsonSchema.schema().put("type", Data.text("number"));
    if (!Double.isInfinite(domain.low())) {
      bare.put(domain.lowIncluded() ? "minimum" : "exclusiveMinimum", Data.number(domain.low()));
    }
    if (!Double.isInfinite(domain.high())) {
      bare.put("maximum", Data.number(domain.high()));
    }
    Data value = anyOf(bare.build(), reference("quantity"));
    String text =
        meaning
            + "; "
            + dimension.noun()
            + ", a bare number is in "
            + dimension.baseUnit()
            + ", such as "
            + dimension.example()
            + (domain.equals(Domain.ANY) ? "" : "; " + domain.describe())
            + defaultOf(key);
    return withDescription(stated(value), text);
  }

  private Data word(String meaning, List<String> words, String key) {
    return stated(words(meaning + defaultOf(key), words));
  }

  private String defaultOf(String key) {
    return Optional.ofNullable(catalog.defaults().get(key))
        .map(DefaultValue::value)
        .map(value -> "; default " + value)
        .orElse("");
  }

  private static Data withDescription(Data schema, String description) {
    Data.Builder described = JsonSchema.schema().put("description", Data.text(description));
    ((Data.Members) schema).members().forEach(m -> described.put(m.key(), m.value()));
    return described.build();
  }

  /** A value as it is, or with who says so; null removes what is inherited. */
  private static Data stated(Data value) {
    return anyOf(
        value,
        closed(
            List.of("value"),
            List.of(
                property("value", value),
                property("source", typed("who says so", "string")),
                property(
                    "confidence",
                    words(
                        "how sure that is",
                        Arrays.stream(Confidence.values()).map(Confidence::id).toList())),
                property("as_of", reference("date", "date of the information")))),
        typed("removes what is inherited", "null"));
  }
}
