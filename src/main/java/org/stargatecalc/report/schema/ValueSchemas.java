package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.anyOf;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.texts;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.quantity.QuantityPattern;
import org.stargatecalc.word.Worded;

/**
 * The schemas of single values: numbers, words, dates, ids, alone or with who says so.
 *
 * <p>A number, its text and the mapping that says who says so are one schema of several types, not
 * a choice of three: an editor then says what is wrong with the one that is written.
 */
final class ValueSchemas {
  private static final String ID = "^[A-Za-z0-9_.-]{1,100}$";
  private static final String ID_MESSAGE =
      "expected an id: 1 to 100 letters, digits, '_', '.' or '-'";
  private static final String ONE_DATE =
      "(\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?|-[Qq][1-4]|-[Hh][12])?"
          + "|([Qq][1-4]|[Hh][12]) \\d{4})";

  /** A number with an optional sign, currency and unit, without commas; or a distribution. */
  private static final String QUANTITY =
      "^\\s*("
          + QuantityPattern.FUNCTIONS
          + "|(?!.*\\d,\\d)[-+]?\\s*(US\\$|USD|\\$)?\\s*[-+]?(\\d|\\.\\d))";

  /** The types of what is there: all but null. */
  static final Data PRESENT = JsonSchema.types("object", "array", "string", "number", "boolean");

  /** A value or none: what is emptied is removed, with a warning of the reader. */
  static final Data ANY =
      JsonSchema.types("object", "array", "string", "number", "boolean", "null");

  /** A key of a patch that stands for several. */
  static final String STAR = "\\*";

  private final Definitions definitions;

  ValueSchemas(Definitions definitions) {
    this.definitions = definitions;
  }

  /** An id may look like a number to an editor: {@code 1} is one. */
  Data id() {
    return definitions.reference("id", () -> scalar(ID, ID_MESSAGE));
  }

  /** An id alone or with who says so; null removes what is inherited. */
  Data statedId() {
    return definitions.reference(
        "stated.id",
        () ->
            stated(scalar(ID, ID_MESSAGE, "string", "number", "boolean", "object", "null"), id()));
  }

  /** An id as a key, or in a patch one that stands for several. */
  Data key() {
    return definitions.reference(
        "key",
        () ->
            scalar(
                "^[A-Za-z0-9_.*-]{1,100}$",
                "expected an id as key: 1 to 100 letters, digits, '_', '.' or '-'"));
  }

  private static Data scalar(String pattern, String message) {
    return scalar(pattern, message, "string", "number", "boolean");
  }

  private static Data scalar(String pattern, String message, String... types) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types(types))
        .put("pattern", Data.text(pattern))
        .put("patternErrorMessage", Data.text(message))
        .build();
  }

  /** A day, or the period whose last day it is; null removes what is inherited. */
  Data date() {
    return definitions.reference(
        "date",
        () ->
            date(
                "^\\s*" + ONE_DATE + "\\s*$",
                "expected a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025",
                "string",
                "integer",
                "null"));
  }

  /** As {@link #date}, where nothing can be removed. */
  Data day() {
    return definitions.reference(
        "day",
        () ->
            date(
                "^\\s*" + ONE_DATE + "\\s*$",
                "expected a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025",
                "string",
                "integer"));
  }

  private Data when(String name, String... types) {
    return definitions.reference(name, () -> whenOf(types));
  }

  private static Data whenOf(String... types) {
    return date(
        "^\\s*("
            + QuantityPattern.FUNCTIONS
            + ".*\\)|"
            + ONE_DATE
            + "(\\s+to\\s+"
            + ONE_DATE
            + ")?)\\s*$",
        "expected a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025,"
            + " or a range such as 2026-06 to 2027-03",
        types);
  }

  /** A year looks like a number to an editor. */
  private static Data date(String pattern, String message, String... types) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types(types))
        .put("pattern", Data.text(pattern))
        .put("patternErrorMessage", Data.text(message))
        .put("minimum", new Data.Whole(1970))
        .put("maximum", new Data.Whole(2199))
        .build();
  }

  /** A date or an uncertain one, alone or with who says so. */
  Data statedDate() {
    return definitions.reference(
        "stated.when",
        () ->
            stated(
                whenOf("string", "integer", "object", "null"), when("when", "string", "integer")));
  }

  /** Free text, which an editor takes for a number where it is {@code 2025}. */
  static Data text(String key, String meaning) {
    return typed(key, meaning, "string", "number", "boolean");
  }

  /** Free text, or null that removes the inherited one. */
  static Data textOrNull(String key, String meaning) {
    return typed(key, meaning, "string", "number", "boolean", "null");
  }

  private static Data typed(String title, String meaning, String... types) {
    return Editor.described(
        title, meaning, JsonSchema.schema().put("type", JsonSchema.types(types)).build());
  }

  /** A number of a dimension that another key decides. */
  Data quantity() {
    return definitions.reference(
        "quantity",
        () ->
            JsonSchema.schema()
                .put("type", JsonSchema.types("number", "string"))
                .put("minimum", new Data.Whole(0))
                .put("pattern", Data.text(QUANTITY))
                .put(
                    "patternErrorMessage",
                    Data.text("expected a number with its unit, without commas, such as 1.2 GW"))
                .build());
  }

  /** A number as it is. */
  Data number(Measure measure) {
    return definitions.reference(measure.name(), () -> number(measure, List.of()));
  }

  /** A number as it is or with who says so, null removes what is inherited. */
  Data statedNumber(Measure measure) {
    return definitions.reference(
        "stated." + measure.name(),
        () -> stated(number(measure, List.of("object", "null")), number(measure)));
  }

  /** As {@link #statedNumber}, or with its steps by date. */
  Data steppedNumber(Measure measure) {
    return definitions.reference(
        "stepped." + measure.name(),
        () ->
            stepped(
                number(measure, List.of("object", "null")),
                number(measure),
                statedNumber(measure)));
  }

  private static Data number(Measure measure, List<String> more) {
    List<String> types = new ArrayList<>();
    if (!measure.needsUnit()) {
      types.add("number");
    }
    types.add("string");
    types.addAll(more);
    Data.Builder number =
        JsonSchema.schema().put("type", JsonSchema.types(types.toArray(String[]::new)));
    if (!measure.needsUnit()) {
      bounds(measure, number);
    }
    return number
        .put("pattern", Data.text(measure.pattern()))
        .put("patternErrorMessage", Data.text(measure.message()))
        .build();
  }

  private static void bounds(Measure measure, Data.Builder number) {
    double low = measure.domain().low();
    double high = measure.domain().high();
    if (!Double.isInfinite(low)) {
      String bound = measure.domain().lowIncluded() ? "minimum" : "exclusiveMinimum";
      number.put(bound, Data.number(low));
    }
    if (!Double.isInfinite(high)) {
      number.put("maximum", Data.number(high));
    }
  }

  /**
   * Returns a schema of several types, one of which is the mapping that says who says so.
   *
   * <p>Its keys stand in {@code dependentSchemas}, which nothing but a mapping reaches: an editor
   * takes the title of a number from the innermost schema that it meets.
   */
  Data stated(Data several, Data value) {
    return Editor.with(
        several,
        property("properties", only("value", value)),
        property("required", texts(List.of("value"))),
        property("dependentSchemas", only("value", statement())),
        Editor.snippets(
            Editor.snippet("value with its source", Editor.body("value", "$1", "source", "$2"))));
  }

  /** The keys of the mapping; what its value is stands where it is referred to. */
  private Data statement() {
    return definitions.reference(
        "statement", () -> mapping(property("value", new Data.Truth(true))));
  }

  /** As {@link #stated}, and the mapping may hold steps by date instead of a value. */
  Data stepped(Data several, Data value, Data step) {
    Data steps =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("additionalProperties", step)
            .build();
    Data.Builder properties = JsonSchema.schema().put("value", value).put("steps", steps);
    Data.Builder dependent =
        JsonSchema.schema()
            .put("value", statement())
            .put("steps", definitions.reference("steps", this::steps));
    for (String key : List.of("source", "confidence", "as_of")) {
      properties.put(key, new Data.Truth(true));
      dependent.put(key, definitions.reference("value-or-steps", ValueSchemas::valueOrSteps));
    }
    return Editor.with(
        several,
        property("properties", properties.build()),
        property("additionalProperties", new Data.Truth(false)),
        property("minProperties", new Data.Whole(1)),
        property("dependentSchemas", dependent.build()),
        Editor.snippets(
            Editor.snippet("value with its source", Editor.body("value", "$1", "source", "$2")),
            Editor.snippet(
                "steps by date",
                JsonSchema.schema()
                    .put("steps", Editor.body("${1:2025}", "$2", "${3:2028}", "$4"))
                    .build())));
  }

  private Data steps() {
    Data dates =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("minProperties", new Data.Whole(1))
            .put("propertyNames", stepDate())
            .build();
    return mapping(property("steps", dates));
  }

  private static Data valueOrSteps() {
    return JsonSchema.schema()
        .put("type", Data.text("object"))
        .put("anyOf", JsonSchema.items(required("value"), required("steps")))
        .build();
  }

  /** A date as a key, or in a patch what stands for several. */
  Data stepDate() {
    return definitions.reference(
        "step-date",
        () ->
            scalar(
                "^\\s*(" + ONE_DATE + "|.*\\*.*)\\s*$",
                "expected a date as key, such as 2025, 2025-09 or 2025-Q3"));
  }

  private Data mapping(Data.Member value) {
    List<Data.Member> properties = new ArrayList<>(List.of(value));
    properties.addAll(provenance());
    return JsonSchema.schema()
        .put("type", Data.text("object"))
        .put("properties", new Data.Members(properties))
        .put("additionalProperties", new Data.Truth(false))
        .build();
  }

  private static Data required(String key) {
    return JsonSchema.schema()
        .put("properties", only(key, new Data.Truth(true)))
        .put("required", texts(List.of(key)))
        .build();
  }

  private static Data only(String key, Data schema) {
    return JsonSchema.schema().put(key, schema).build();
  }

  List<Data.Member> provenance() {
    return List.of(
        property("source", definitions.reference("source", () -> text("source", "who says so"))),
        property("confidence", confidence()),
        property(
            "as_of",
            definitions.reference(
                "as_of", () -> Editor.described("as_of", "date of the information", date()))));
  }

  private Data confidence() {
    return definitions.reference(
        "confidence",
        () ->
            Editor.described(
                "confidence",
                "how sure that is",
                JsonSchema.schema().put("enum", texts(Worded.ids(Confidence.values()))).build()));
  }

  /** A value of another kind as it is, or with who says so; null removes what is inherited. */
  Data statedChoice(Data value) {
    return anyOf(value, statedAlone(value), JsonSchema.ofType("null"));
  }

  /** A value with who says so. */
  Data statedAlone(Data value) {
    return stated(JsonSchema.ofType("object"), value);
  }

  /** Values by id; a patch may give several by {@code *}. */
  Data named(Data value) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types("object", "null"))
        .put("propertyNames", key())
        .put("additionalProperties", value)
        .build();
  }

  /** A value, or null that removes the inherited one. */
  static Data orNull(Data schema) {
    return anyOf(schema, JsonSchema.ofType("null"));
  }
}
