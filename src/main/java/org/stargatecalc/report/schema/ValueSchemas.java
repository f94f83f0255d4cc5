package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.closed;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.reference;
import static org.stargatecalc.field.JsonSchema.typed;
import static org.stargatecalc.field.JsonSchema.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.word.Worded;

/** The schemas of single values: numbers, words, dates, ids, alone or with who says so. */
final class ValueSchemas {
  private static final String ID = "^[A-Za-z0-9_.-]{1,100}$";
  private static final String ONE_DATE =
      "(\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?|-[Qq][1-4]|-[Hh][12])?"
          + "|([Qq][1-4]|[Hh][12]) \\d{4})";
  private static final String FUNCTIONS =
      "(normal|lognormal|uniform|triangular|pert|beta|choice)\\s*\\(";

  /** A number with an optional sign, currency and unit, without commas; or a distribution. */
  private static final String QUANTITY =
      "^\\s*(" + FUNCTIONS + "|(?!.*\\d,\\d)[-+]?\\s*(US\\$|USD|\\$)?\\s*[-+]?(\\d|\\.\\d))";

  private final Catalog catalog;

  ValueSchemas(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Returns what other schemas refer to: ids, dates and quantities. */
  static List<Data.Member> definitions() {
    return List.of(
        property("id", id()),
        property("date", date("^\\s*" + ONE_DATE + "\\s*$")),
        property(
            "when",
            date("^\\s*(" + FUNCTIONS + "|" + ONE_DATE + "(\\s+to\\s+" + ONE_DATE + ")?\\s*$)")),
        property("quantity", pattern(QUANTITY)));
  }

  /** An id may look like a number to an editor: {@code 1} is one. */
  private static Data id() {
    return JsonSchema.schema()
        .put("type", JsonSchema.types("string", "number", "boolean"))
        .put("pattern", Data.text(ID))
        .build();
  }

  /** A year looks like a number to an editor. */
  private static Data date(String pattern) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types("string", "integer", "null"))
        .put("pattern", Data.text(pattern))
        .put("minimum", new Data.Whole(1970))
        .put("maximum", new Data.Whole(2199))
        .build();
  }

  /** Free text, which an editor takes for a number where it is {@code 2025}. */
  static Data text(String description) {
    return typed(description, "string", "number", "boolean");
  }

  /** Free text, or null that removes the inherited one. */
  static Data textOrNull(String description) {
    return typed(description, "string", "number", "boolean", "null");
  }

  static Data pattern(String pattern) {
    return JsonSchema.schema()
        .put("type", Data.text("string"))
        .put("pattern", Data.text(pattern))
        .build();
  }

  /** A value, or null that removes the inherited one. */
  static Data orNull(Data schema) {
    return anyOf(schema, typed("removes what is inherited", "null"));
  }

  /** Values by id. */
  static Data named(Data value, String description) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types("object", "null"))
        .put("description", Data.text(description))
        .put("propertyNames", reference("id"))
        .put("additionalProperties", value)
        .build();
  }

  /** A number of a phase, which may change in steps. */
  Data number(PhaseParameter parameter) {
    Data number =
        number(parameter.meaning(), parameter.dimension(), parameter.domain(), parameter.key());
    return parameter.changesInSteps() && !PhaseParameter.SHARES.contains(parameter)
        ? withSteps(number)
        : number;
  }

  /** A value that does not change, or its steps by date with who says so. */
  static Data withSteps(Data value) {
    Data steps =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("minProperties", Data.number(1))
            .put(
                "patternProperties",
                JsonSchema.schema().put("^\\s*" + ONE_DATE + "\\s*$", value).build())
            .put("additionalProperties", new Data.Truth(false))
            .build();
    List<Data.Member> properties = new ArrayList<>(List.of(property("steps", steps)));
    properties.addAll(provenance());
    return anyOf(value, closed(List.of("steps"), properties));
  }

  private static List<Data.Member> provenance() {
    return List.of(
        property("source", text("who says so")),
        property("confidence", words("how sure that is", Worded.ids(Confidence.values()))),
        property("as_of", reference("date", "date of the information")));
  }

  /** A number as it is or with who says so; a key with a default names it. */
  Data number(String meaning, Dimension dimension, Domain domain, String key) {
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

  /** One of some words, as it is or with who says so. */
  Data word(String meaning, List<String> words, String key) {
    return stated(words(meaning + defaultOf(key), words));
  }

  /** Returns words about the default of a key, none if it has none. */
  String defaultOf(String key) {
    return Optional.ofNullable(catalog.defaults().get(key))
        .map(DefaultValue::value)
        .map(value -> "; default " + value)
        .orElse("");
  }

  static Data withDescription(Data schema, String description) {
    Data.Builder described = JsonSchema.schema().put("description", Data.text(description));
    ((Data.Members) schema).members().forEach(m -> described.put(m.key(), m.value()));
    return described.build();
  }

  /** A value as it is, or with who says so; null removes what is inherited. */
  static Data stated(Data value) {
    List<Data.Member> properties = new ArrayList<>(List.of(property("value", value)));
    properties.addAll(provenance());
    return anyOf(
        value, closed(List.of("value"), properties), typed("removes what is inherited", "null"));
  }
}
