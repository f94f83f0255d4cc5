package org.stargatecalc.report.schema;

import static org.stargatecalc.field.JsonSchema.constant;
import static org.stargatecalc.field.JsonSchema.items;
import static org.stargatecalc.field.JsonSchema.list;
import static org.stargatecalc.field.JsonSchema.property;
import static org.stargatecalc.field.JsonSchema.record;
import static org.stargatecalc.field.JsonSchema.typed;
import static org.stargatecalc.field.JsonSchema.words;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Operator;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.report.check.CheckReport;
import org.stargatecalc.report.compare.CompareReport;
import org.stargatecalc.word.Worded;

/** The JSON Schemas of what compare and check write. */
public final class OutputSchemas {
  private OutputSchemas() {}

  /** Returns the schema of what {@code compare -f json} writes. */
  public static Data compare() {
    Data side =
        record(
            property("label", typed("as the user named it", "string")),
            property("state", words("whether it has a result", Worded.ids(Side.State.values()))),
            property("name", typed("id of the scenario", "string", "null")),
            property("file", typed("the scenario's file", "string", "null")),
            property("problems", list(typed("one problem", "string"), "why it is broken")));
    return root(
        CompareReport.SCHEMA,
        "Output of stargate-calc compare",
        record(
            property("schema", constant(CompareReport.SCHEMA)),
            property("tool_version", typed("version that wrote it", "string")),
            property("different", typed("whether results differ", "boolean")),
            property("base", side),
            property("others", list(side, "in their order")),
            property("notes", list(typed("one note", "string"), "on the comparison itself")),
            property("assumptions", list(assumption(), "values that differ")),
            property("claims", list(claim(), "claims that are answered differently")),
            property("metrics", list(metric(), "metrics that differ")),
            property(
                "unchanged",
                record(
                    property("assumptions", typed("how many", "integer")),
                    property("claims", typed("how many", "integer")),
                    property("metrics", typed("how many", "integer")),
                    property("within_tolerance", typed("how many", "integer")),
                    property("dates", typed("how many", "integer"))))));
  }

  private static Data assumption() {
    Data value =
        orNull(
            record(
                property("value", typed("in the base unit, or a word", "number", "string")),
                property("unit", typed("base unit", "string", "null")),
                property(
                    "origin",
                    words(
                        "level at which it was found",
                        Arrays.stream(Origin.values()).map(Origin::id).toList())),
                property("declared_at", typed("where it was written", "string")),
                property("source", typed("who says so", "string", "null")),
                property("confidence", typed("how sure", "string", "null")),
                property("as_of", typed("date of the information", "string", "null"))));
    return record(
        property("path", typed("where it was written", "string")),
        property("uses", typed("in how many places it is used", "integer")),
        property("with_phase", typed("whether it came or went with a phase", "boolean")),
        property("from", value),
        property("to", list(value, "one an other")));
  }

  private static Data claim() {
    Data answer =
        orNull(
            record(
                property("metric", typed("id of the metric", "string")),
                property("unit", typed("of at_least and value", "string")),
                property("basis", typed("power basis", "string", "null")),
                property("at_least", typed("threshold", "number")),
                property("by", typed("last day", "string")),
                property(
                    "verdict",
                    words("the answer", Arrays.stream(Verdict.values()).map(Verdict::id).toList())),
                property("value", typed("at the deadline", "number", "null")),
                property("reached_on", typed("date", "string", "null")),
                property("slip_months", typed("negative when early", "number", "null")),
                property("probability_met", typed("share of draws", "number", "null")),
                property("probability_met_se", typed("its error", "number", "null"))));
    return record(
        property("id", typed("id of the claim", "string")),
        property("differs", typed("beyond the Monte-Carlo error", "boolean")),
        property("from", answer),
        property("to", list(answer, "one an other")));
  }

  private static Data metric() {
    List<String> ids = Arrays.stream(Metric.values()).map(Metric::id).toList();
    Data value = typed("in the unit, a word, or null where undefined", "number", "string", "null");
    Data to =
        record(
            property("value", value),
            property("change", typed("other − base", "number", "null")),
            property("change_percent", typed("of the base's size", "number", "null")),
            property("within_noise", typed("no more than the Monte-Carlo error", "boolean")));
    return record(
        property("metric", words("id", ids)),
        property("unit", typed("of value and change", "string")),
        property("kind", typed("stock, flow, ratio or text", "string")),
        property("stat", typed("central, mean or a quantile such as p05", "string")),
        property("after", typed("day before the period of a flow", "string", "null")),
        property("period_end", typed("last day", "string")),
        property("from", value),
        property("to", list(to, "one an other")));
  }

  /** Returns the schema of what {@code check -f json} writes. */
  public static Data check() {
    Data finding =
        record(
            property("measure", typed("what was measured", "string")),
            property(
                "operator",
                words(
                    "how it is compared",
                    Arrays.stream(Operator.values()).map(Operator::sign).toList())),
            property("unit", typed("of the numbers", "string", "null")),
            property("measured", typed("number, verdict or null", "number", "string", "null")),
            property("bound", typed("number or verdict", "number", "string")),
            property("margin", typed("negative beyond the bound", "number", "null")),
            property("standard_error", typed("Monte-Carlo error", "number", "null")),
            property("baseline", typed("the measure there", "number", "null")),
            property("holds", typed("in favour of the check", "boolean", "null")));
    Data checked =
        record(
            property("expression", typed("as written", "string")),
            property(
                "outcome",
                words(
                    "how it ended",
                    Arrays.stream(Checked.Outcome.values()).map(Checked.Outcome::id).toList())),
            property(
                "level",
                words(
                    "how bad a failure is",
                    Arrays.stream(Expectation.Severity.values())
                        .map(Expectation.Severity::id)
                        .toList())),
            property("message", typed("why it matters", "string", "null")),
            property(
                "origin",
                record(
                    property("file", typed("file or option", "string")),
                    property("line", typed("0 on the command line", "integer")),
                    property("column", typed("0 on the command line", "integer")))),
            property("findings", list(finding, "one a comparison")));
    Data count = typed("how many", "integer");
    return root(
        CheckReport.SCHEMA,
        "Output of stargate-calc check",
        record(
            property("schema", constant(CheckReport.SCHEMA)),
            property("tool_version", typed("version that wrote it", "string")),
            property("passed", typed("whether nothing failed", "boolean")),
            property(
                "counts",
                record(
                    property("passed", count),
                    property("failed", count),
                    property("warned", count),
                    property("inconclusive", count))),
            property(
                "scenarios",
                list(
                    record(
                        property("name", typed("id", "string")),
                        property("file", typed("as the user named it", "string")),
                        property("samples", typed("0 for the central case", "integer")),
                        property("checks", list(checked, "in their order"))),
                    "in their order"))));
  }

  private static Data orNull(Data schema) {
    return JsonSchema.schema()
        .put("anyOf", items(schema, typed("not on this side", "null")))
        .build();
  }

  private static Data root(String id, String title, Data schema) {
    Data.Builder root =
        JsonSchema.schema()
            .put("$schema", Data.text(JsonSchema.DRAFT))
            .put("$id", JsonSchema.id(id))
            .put("title", Data.text(title));
    ((Data.Members) schema).members().forEach(m -> root.put(m.key(), m.value()));
    return root.build();
  }
}
