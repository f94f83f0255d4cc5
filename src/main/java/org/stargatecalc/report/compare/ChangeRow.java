package org.stargatecalc.report.compare;

import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.Attribution;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.ExpectationChange;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.result.ClaimFields;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.word.Worded;

/**
 * One difference between the base and another side, as a row of a table.
 *
 * @param other label of the other side
 * @param part assumption, claim, metric or expectation
 * @param id path, id or expression
 * @param periodEnd date of a metric, empty otherwise
 * @param stat statistic of a metric, field of a claim
 * @param unit of the numbers
 * @param from on the base side
 * @param to on the other
 * @param change other − base; NaN for words
 * @param percent change over the base's size, in percent
 * @param noise whether a metric differs by no more than the Monte-Carlo error; empty otherwise
 */
record ChangeRow(
    String other,
    String part,
    String id,
    String periodEnd,
    String stat,
    Optional<String> unit,
    Value from,
    Value to,
    double change,
    double percent,
    String noise) {
  private static final Fields<ChangeRow> FIELDS =
      Fields.of(
          "change",
          text("other", "the other side as the user named it", ChangeRow::other),
          text(
              "part",
              "assumption, claim, metric, expectation, or part: an input's of a change",
              ChangeRow::part),
          text("id", "path, id or expression", ChangeRow::id),
          text("period_end", "date of a metric", ChangeRow::periodEnd),
          text("stat", "statistic of a metric, field of a claim, input", ChangeRow::stat),
          optionalText("unit", "of the numbers", ChangeRow::unit),
          numberOrNaN("from", "number of the base", row -> row.from().number()),
          numberOrNaN("to", "number of the other", row -> row.to().number()),
          numberOrNaN("change", "other − base", ChangeRow::change),
          numberOrNaN("change_percent", "of the base's size", ChangeRow::percent),
          optionalText("from_word", "word or date of the base", row -> row.from().word()),
          optionalText("to_word", "word or date of the other", row -> row.to().word()),
          optionalText("from_origin", "level of the base", row -> row.from().origin()),
          optionalText("to_origin", "level of the other", row -> row.to().origin()),
          text("within_noise", "no more than the Monte-Carlo error", ChangeRow::noise));

  /** What one side says: a number or a word, and for an assumption its level. */
  private record Value(double number, Optional<String> word, Optional<String> origin) {
    static Value of(Optional<ResultAssumption> assumption) {
      return new Value(
          assumption.map(ResultAssumption::number).orElse(Double.NaN),
          assumption.map(ResultAssumption::word),
          assumption.map(a -> a.origin().id()));
    }

    static Value of(Comparison.Value value) {
      return new Value(value.number(), value.word(), Optional.empty());
    }

    static Value of(Field<ResultClaim> field, Optional<ResultClaim> claim) {
      return new Value(
          claim.map(field::number).orElse(Double.NaN),
          claim.flatMap(field::text),
          Optional.empty());
    }
  }

  /** Returns a row for every difference, other by other. */
  static DataTable table(Comparison comparison, Optional<Attribution> attribution) {
    List<ChangeRow> rows = new ArrayList<>();
    for (int i = 0; i < comparison.others().size(); i++) {
      String other = comparison.others().get(i).label();
      for (Comparison.AssumptionChange change : comparison.assumptions()) {
        rows.add(of(other, change, i));
      }
      for (Comparison.ClaimChange change : comparison.claims()) {
        for (Field<ResultClaim> field : ClaimFields.COMPARED_ROWS) {
          rows.add(of(other, change, i, field));
        }
      }
      for (Comparison.MetricChange change : comparison.metrics()) {
        rows.add(of(other, change, i));
      }
      for (ExpectationChange change : comparison.expectations()) {
        rows.add(of(other, change));
      }
    }
    for (Attribution.Row row : attribution.map(Attribution::rows).orElse(List.of())) {
      String other = comparison.others().get(0).label();
      for (Attribution.Part part : row.parts()) {
        rows.add(of(other, row, part));
      }
      rows.add(of(other, row, new Attribution.Part("interaction", row.interaction())));
    }
    return DataTable.labelled(
        List.of(new DataTable.Label("base", comparison.base().label())), FIELDS.table(rows));
  }

  /** Returns the table of no comparison. */
  static DataTable none() {
    return DataTable.labelled(List.of(new DataTable.Label("base", "")), FIELDS.table(List.of()));
  }

  private static ChangeRow of(String other, Comparison.AssumptionChange change, int index) {
    Value from = Value.of(change.from());
    Value to = Value.of(change.to().get(index));
    return new ChangeRow(
        other,
        "assumption",
        change.path(),
        "",
        "",
        SideNames.any(change).flatMap(ResultAssumption::unit),
        from,
        to,
        to.number() - from.number(),
        percent(from.number(), to.number()),
        "");
  }

  private static ChangeRow of(
      String other, Comparison.ClaimChange change, int index, Field<ResultClaim> field) {
    Value from = Value.of(field, change.from());
    Value to = Value.of(field, change.to().get(index));
    String unit = field.unit().isEmpty() ? SideNames.metric(change).unit().symbol() : field.unit();
    return new ChangeRow(
        other,
        "claim",
        change.id(),
        "",
        field.id(),
        field.type().isNumeric() ? Optional.of(unit) : Optional.empty(),
        from,
        to,
        to.number() - from.number(),
        percent(from.number(), to.number()),
        "");
  }

  private static ChangeRow of(String other, Comparison.MetricChange change, int index) {
    Comparison.Value to = change.to().get(index);
    return new ChangeRow(
        other,
        "metric",
        change.metric().id(),
        change.date().toString(),
        change.statistic().id(),
        Optional.of(change.metric().unit().symbol()),
        Value.of(change.from()),
        Value.of(to),
        change.change(index),
        change.share(index) * 100,
        to.noise() ? "true" : "false");
  }

  private static ChangeRow of(String other, ExpectationChange change) {
    return new ChangeRow(
        other,
        "expectation",
        change.text(),
        "",
        "",
        Optional.empty(),
        new Value(Double.NaN, change.from().map(Worded::id), Optional.empty()),
        new Value(Double.NaN, change.to().map(Worded::id), Optional.empty()),
        Double.NaN,
        Double.NaN,
        "");
  }

  private static ChangeRow of(String other, Attribution.Row row, Attribution.Part part) {
    Value none = new Value(Double.NaN, Optional.empty(), Optional.empty());
    return new ChangeRow(
        other,
        "part",
        row.claim().orElse(row.metric().id()),
        row.date().toString(),
        part.path(),
        Optional.of(row.metric().unit().symbol()),
        none,
        none,
        part.effect(),
        percent(row.from(), row.from() + part.effect()),
        "");
  }

  private static double percent(double before, double after) {
    return before == 0 ? Double.NaN : (after - before) / Math.abs(before) * 100;
  }
}
