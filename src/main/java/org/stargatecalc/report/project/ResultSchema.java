package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.result.Result;

/** The JSON Schema of saved results, from the same declarations as the results themselves. */
public final class ResultSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private ResultSchema() {}

  /** Returns the schema of what {@code project -f json} writes, for one scenario or several. */
  public static Data schema() {
    return Data.Members.builder()
        .put("$schema", Data.text(DRAFT))
        .put("$id", JsonSchema.id(Result.SCHEMA))
        .put("title", Data.text("Result of stargate-calc project"))
        .put("oneOf", items(reference("result"), reference("results")))
        .put(
            "$defs",
            Data.Members.builder()
                .put("result", result())
                .put("results", results())
                .put("claim", claim())
                .put("reading", reading())
                .put("period", period())
                .put("assumption", assumption())
                .build())
        .build();
  }

  private static Data results() {
    return object(
        property("schema", constant(Result.SCHEMA_OF_SEVERAL)),
        property("results", array(reference("result"))));
  }

  private static Data result() {
    return object(
        property("schema", constant(Result.SCHEMA)),
        property("tool_version", text("version that wrote the result")),
        property("seed", number("integer", "seed of the draws")),
        property("samples", number("integer", "number of draws; 0 for the central case alone")),
        property("sampling", textOrNull("how points were chosen")),
        property("scenario", scenario()),
        property("by", textOrNull("period of the rows; null where flows are sums since the start")),
        property("claims", array(reference("claim"))),
        property("timeline", array(reference("period"))),
        property("assumptions", array(reference("assumption"))),
        property("warnings", array(text("what the user should know"))));
  }

  private static Data scenario() {
    return object(
        property("name", text("id of the scenario")),
        property("title", textOrNull("one line")),
        property("file", text("as the user named it")),
        property("sha256", text("of the file, hexadecimal")),
        property("as_of", textOrNull("date of its information")),
        property("horizon_from", date("first day")),
        property("horizon_to", date("last day")));
  }

  private static Data claim() {
    return object(
        property("id", text("id of the claim")),
        property("title", textOrNull("what is claimed")),
        property("metric", text("id of the metric, which carries the scope")),
        property("unit", text("unit of value, at_least and shortfall")),
        property("basis", textOrNull("facility or it; null where the metric has no basis")),
        property("at_least", number("number", "threshold in the metric's unit")),
        property("by", date("the last day")),
        property("verdict", verdict()),
        property("value", numberOrNull("the metric at the deadline or the horizon's end")),
        property("attainment", numberOrNull("value / at_least")),
        property("shortfall", numberOrNull("at_least − value")),
        property("reached_on", dateOrNull("day at whose end it is reached")),
        property("slip_months", numberOrNull("from deadline to reaching, negative when early")),
        property("scope", textOrNull("what the claim is about and leaves open")),
        property("source", textOrNull("who says so")),
        property("readings", array(reference("reading"))));
  }

  private static Data reading() {
    return object(
        property("metric", text("id of the metric, which carries the scope")),
        property("basis", textOrNull("facility or it")),
        property("verdict", verdict()),
        property("value", numberOrNull("the metric at the deadline or the horizon's end")),
        property("attainment", numberOrNull("value / at_least")),
        property("reached_on", dateOrNull("day at whose end it is reached")),
        property("slip_months", numberOrNull("from deadline to reaching, negative when early")));
  }

  private static Data period() {
    List<Data.Member> properties = new ArrayList<>();
    properties.add(property("period_end", date("last day of the period")));
    for (Metric metric : Metric.values()) {
      String description =
          metric.label()
              + (metric.unit().symbol().isEmpty() ? "" : " [" + metric.unit().symbol() + "]")
              + "; "
              + metric.kind().id();
      properties.add(
          property(
              metric.id(),
              metric.kind() == Metric.Kind.TEXT
                  ? textOrNull(description)
                  : numberOrNull(description)));
    }
    return Data.Members.builder()
        .put("type", Data.text("object"))
        .put("properties", new Data.Members(properties))
        .put("required", items(Data.text("period_end")))
        .build();
  }

  private static Data assumption() {
    List<Data> origins = new ArrayList<>();
    for (Origin origin : Origin.values()) {
      origins.add(Data.text(origin.id()));
    }
    return object(
        property("path", text("dotted path where the value is used")),
        property(
            "value",
            Data.Members.builder()
                .put("type", items(Data.text("number"), Data.text("string")))
                .put("description", Data.text("in the base unit, or a word or date"))
                .build()),
        property("unit", textOrNull("base unit; null for a word or date")),
        property("origin", enumeration(origins)),
        property("declared_at", text("where the value was written")),
        property("source", textOrNull("who says so")),
        property("confidence", textOrNull("high, medium or low")),
        property("as_of", textOrNull("date of the information")));
  }

  private static Data verdict() {
    List<Data> words = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      words.add(Data.text(verdict.id()));
    }
    return enumeration(words);
  }

  private static Data enumeration(List<Data> words) {
    return Data.Members.builder().put("enum", new Data.Items(words)).build();
  }

  /** Every property is required; keys that a later version adds are allowed. */
  private static Data object(Data.Member... properties) {
    List<Data> required = new ArrayList<>();
    for (Data.Member property : properties) {
      required.add(Data.text(property.key()));
    }
    return Data.Members.builder()
        .put("type", Data.text("object"))
        .put("properties", new Data.Members(List.of(properties)))
        .put("required", new Data.Items(required))
        .build();
  }

  private static Data.Member property(String key, Data schema) {
    return new Data.Member(key, schema);
  }

  private static Data reference(String name) {
    return Data.Members.builder().put("$ref", Data.text("#/$defs/" + name)).build();
  }

  private static Data constant(String value) {
    return Data.Members.builder().put("const", Data.text(value)).build();
  }

  private static Data array(Data element) {
    return Data.Members.builder().put("type", Data.text("array")).put("items", element).build();
  }

  private static Data text(String description) {
    return typed(Data.text("string"), description);
  }

  private static Data textOrNull(String description) {
    return typed(items(Data.text("string"), Data.text("null")), description);
  }

  private static Data number(String type, String description) {
    return typed(Data.text(type), description);
  }

  private static Data numberOrNull(String description) {
    return typed(items(Data.text("number"), Data.text("null")), description);
  }

  private static Data date(String description) {
    return Data.Members.builder()
        .put("type", Data.text("string"))
        .put("format", Data.text("date"))
        .put("description", Data.text(description))
        .build();
  }

  private static Data dateOrNull(String description) {
    return Data.Members.builder()
        .put("type", items(Data.text("string"), Data.text("null")))
        .put("format", Data.text("date"))
        .put("description", Data.text(description))
        .build();
  }

  private static Data typed(Data type, String description) {
    return Data.Members.builder()
        .put("type", type)
        .put("description", Data.text(description))
        .build();
  }

  private static Data items(Data... items) {
    return new Data.Items(List.of(items));
  }
}
