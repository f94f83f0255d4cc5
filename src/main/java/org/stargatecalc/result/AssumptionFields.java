package org.stargatecalc.result;

import static org.stargatecalc.field.Field.numberOrText;
import static org.stargatecalc.field.Field.optionalNumberOrText;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.word;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.field.Presence;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.word.Worded;

/** What is told of a value that a result rests on. */
public final class AssumptionFields {
  static final Field<ResultAssumption> PATH =
      text("path", "dotted path where the value is used", ResultAssumption::path);
  static final Field<ResultAssumption> VALUE =
      numberOrText(
          "value",
          "in the base unit, or a word or date",
          a -> Double.isNaN(a.number()) ? Data.text(a.word()) : Data.number(a.number()));
  static final Field<ResultAssumption> LOW =
      optionalNumberOrText(
              "value_p05",
              "5 % quantile of an uncertain value",
              (ResultAssumption a) -> end(a, a.low()))
          .only(Presence.WHERE_KNOWN)
          .notInTables();
  static final Field<ResultAssumption> HIGH =
      optionalNumberOrText(
              "value_p95",
              "95 % quantile of an uncertain value",
              (ResultAssumption a) -> end(a, a.high()))
          .only(Presence.WHERE_KNOWN)
          .notInTables();
  static final Field<ResultAssumption> UNIT =
      optionalText("unit", "base unit; null for a word or date", ResultAssumption::unit);
  static final Field<ResultAssumption> ORIGIN =
      word(
          "origin",
          Worded.ids(Origin.values()),
          "level at which it was found",
          a -> a.origin().id());
  static final Field<ResultAssumption> DECLARED_AT =
      text("declared_at", "where it was written", (ResultAssumption a) -> a.declaredAt())
          .notInTables();
  static final Field<ResultAssumption> SOURCE =
      optionalText("source", "who says so", ResultAssumption::source);
  static final Field<ResultAssumption> CONFIDENCE =
      optionalText("confidence", "high, medium or low", ResultAssumption::confidence);
  static final Field<ResultAssumption> AS_OF =
      optionalText("as_of", "date of the information", ResultAssumption::asOf);

  /** All that is told of it. */
  public static final Fields<ResultAssumption> ALL =
      Fields.of(
          "assumption",
          PATH,
          VALUE,
          LOW,
          HIGH,
          UNIT,
          optionalText("word", "a word or date", (ResultAssumption a) -> Optional.of(a.word()))
              .onlyInTables(),
          ORIGIN,
          DECLARED_AT,
          SOURCE,
          CONFIDENCE,
          AS_OF);

  /** What a comparison tells of either side. */
  public static final Fields<ResultAssumption> COMPARED =
      ALL.without("compared_assumption", "path", "value_p05", "value_p95", "word");

  private AssumptionFields() {}

  /** An end of an uncertain value, a date as its day since 1970-01-01. */
  private static Data end(ResultAssumption assumption, double value) {
    return Double.isNaN(value) || assumption.unit().isPresent()
        ? Data.number(value)
        : Data.text(LocalDate.ofEpochDay((long) value).toString());
  }
}
