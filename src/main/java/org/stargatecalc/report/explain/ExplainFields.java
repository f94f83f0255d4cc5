package org.stargatecalc.report.explain;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalDate;
import static org.stargatecalc.field.Field.optionalNumber;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.optionalWhole;
import static org.stargatecalc.field.Field.optionalWord;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.record;
import static org.stargatecalc.field.Fields.records;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.stargatecalc.analysis.explain.ClaimExplanation;
import org.stargatecalc.analysis.explain.Explained;
import org.stargatecalc.analysis.explain.Explanation;
import org.stargatecalc.analysis.explain.Influence;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.result.ClaimFields;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.word.Worded;

/** What is told of a number that is explained, of its parts and of the inputs that carry it. */
public final class ExplainFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/explain/v1";

  /**
   * A value of the tree as a row.
   *
   * @param id position in the tree, such as 1.2.1
   * @param level how far below the number it stands
   * @param of the value
   * @param place where its input was written
   */
  record Value(String id, int level, Explained of, Optional<Place> place) {
    Optional<String> parent() {
      int dot = id.lastIndexOf('.');
      return dot < 0 ? Optional.empty() : Optional.of(id.substring(0, dot));
    }
  }

  /** An input that carries the number, and where it was written. */
  record Carrier(Influence of, Optional<Place> place) {
    Assumption first() {
      return of.inputs().get(0);
    }
  }

  /** All that is told of a number. */
  record Document(Explanation of, List<Carrier> carriers, List<Value> values) {}

  /** A value of the tree. */
  static final Fields<Value> VALUE =
      Fields.of(
              "explained_value",
              text("id", "position in the tree: 1 is the number, 1.2 its second part", Value::id),
              optionalText("parent", "id of the value that it is a part of", Value::parent),
              whole("level", "how far below the number it stands", Value::level),
              text("name", "what it is", v -> v.of().name()),
              numberOrNaN(
                  "value", "in its unit; a date in days since 1970-01-01", v -> v.of().value()),
              text("unit", "of the value; 1 or share for what has none", v -> v.of().unit()),
              word(
                  "how",
                  Worded.ids(Explained.How.values()),
                  "how it follows from its parts",
                  v -> v.of().how().id()),
              number(
                  "scale",
                  "what its parts together are multiplied by: a change of unit",
                  v -> v.of().scale()),
              optionalText("formula", "in words and symbols", v -> Optional.of(v.of().formula())),
              optionalText("note", "what else is to be said", v -> Optional.of(v.of().note())),
              optionalText("phase", "id of the phase whose part it is", v -> v.of().phase()))
          .and(inputs(v -> v.of().input(), Value::place));

  /** An input that carries the number. */
  static final Fields<Carrier> CARRIER =
      Fields.of(
              "carrier",
              truth("is_date", "whether it is a date", (Carrier c) -> c.of().isDate()),
              optionalNumber(
                  "up",
                  "relative change of the number with the input 10 % higher, or a month later",
                  c -> known(c.of().up())),
              optionalNumber(
                  "down",
                  "relative change with the input 10 % lower, or a month earlier",
                  c -> known(c.of().down())))
          .and(inputs(c -> Optional.of(c.first()), Carrier::place));

  static final Fields<Document> DOCUMENT =
      Fields.of(
          "explanation",
          constant("schema", SCHEMA, "name of this form"),
          text("scenario", "id of the scenario", d -> d.of().spec().name()),
          text("metric", "id of the metric", d -> d.of().asked().metric().id()),
          text("unit", "of the number", d -> d.of().asked().metric().unit().symbol()),
          date("date", "day at whose end it is asked", d -> d.of().asked().date()),
          numberOrNaN("value", "the number", d -> d.of().tree().value()),
          truth(
              "is_central_case",
              "whether the scenario is uncertain and this is its central case",
              d -> d.of().spec().isUncertain()),
          records(
              "carriers", CARRIER, "inputs that move it, the strongest first", Document::carriers),
          records(
              "values",
              VALUE,
              "the number and all below it, each before its parts",
              Document::values));

  static final Fields<ClaimExplanation.Contribution> PHASE =
      Fields.of(
          "explained_phase",
          text("phase", "id of the phase", ClaimExplanation.Contribution::phase),
          number(
              "value",
              "what it adds to the metric on that day",
              ClaimExplanation.Contribution::there),
          number(
              "before",
              "what it added at the date before at which the projection is computed",
              ClaimExplanation.Contribution::before));

  static final Fields<ClaimExplanation.Wait> WAIT =
      Fields.of(
          "wait",
          word(
              "kind",
              List.of("constraint", "delay"),
              "what held back",
              w -> w.constraint() ? "constraint" : "delay"),
          text("id", "of the constraint, or of the phase", ClaimExplanation.Wait::id),
          optionalDate(
              "from", "first day at whose end the constraint binds", ClaimExplanation.Wait::from),
          optionalDate(
              "to",
              "day at whose end it no longer does, or the threshold is reached",
              ClaimExplanation.Wait::to),
          number("days", "for which it binds, or of the delay", ClaimExplanation.Wait::days));

  /** All that is told of a verdict. */
  record ClaimDocument(ClaimExplanation of, Document value) {}

  static final Fields<ClaimDocument> CLAIM_DOCUMENT =
      Fields.of(
          "explained_claim",
          constant("schema", SCHEMA, "name of this form"),
          text("scenario", "id of the scenario", d -> d.of().spec().name()),
          text("claim", "id of the claim", d -> d.of().checked().claim().id()),
          number("at_least", "threshold", d -> d.of().checked().claim().atLeast()),
          date("by", "the last day", d -> d.of().checked().claim().by()),
          record("answer", ClaimFields.READING, "the answer", d -> d.of().checked().answer()),
          records(
              "readings",
              ClaimFields.READING,
              "the answer under every reading that could be meant",
              d -> d.of().checked().readings()),
          date(
              "at",
              "day by whose end the threshold is reached, else the horizon's last",
              d -> d.of().at()),
          records("phases", PHASE, "what each adds then, the last first", d -> d.of().phases()),
          records("waits", WAIT, "what held back or delayed before", d -> d.of().waits()),
          optionalDate(
              "reached_on_if_on_time",
              "when it is reached if nothing is delayed or held back",
              d -> d.of().onTime()),
          record("value", DOCUMENT, "the metric at the deadline", ClaimDocument::value));

  private ExplainFields() {}

  /** Returns the documents that are written. */
  public static List<Fields<?>> documents() {
    return List.of(DOCUMENT, CLAIM_DOCUMENT);
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** What is told of an input. */
  private static <T> List<Field<T>> inputs(
      Function<T, Optional<Assumption>> input, Function<T, Optional<Place>> place) {
    return List.of(
        optionalText(
            "declared_at",
            "path of the input where it was written",
            row -> input.apply(row).map(Assumption::declaredAt)),
        optionalText("file", "in which it was written", row -> place.apply(row).map(Place::file)),
        optionalWhole(
            "line",
            "at which it was written; null on the command line",
            row -> place.apply(row).map(Place::lineNumber).orElse(OptionalLong.empty())),
        optionalWord(
            "origin",
            Worded.ids(Origin.values()),
            "level at which it was found",
            row -> input.apply(row).map(a -> a.origin().id())),
        optionalText(
            "source", "who says so", row -> input.apply(row).flatMap(a -> a.provenance().source())),
        optionalWord(
            "confidence",
            Worded.ids(Confidence.values()),
            "how sure that is",
            row -> input.apply(row).flatMap(a -> a.provenance().confidence()).map(Confidence::id)),
        optionalText(
            "as_of",
            "date of the information",
            row -> input.apply(row).flatMap(a -> a.provenance().asOf())));
  }
}
