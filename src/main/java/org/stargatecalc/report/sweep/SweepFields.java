package org.stargatecalc.report.sweep;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.numberOrText;
import static org.stargatecalc.field.Field.optionalDate;
import static org.stargatecalc.field.Field.optionalNumber;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.optionalRecord;
import static org.stargatecalc.field.Fields.records;
import static org.stargatecalc.field.Fields.streamed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.sweep.AxisUnit;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.Fields;
import org.stargatecalc.field.Presence;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.result.PeriodFields;
import org.stargatecalc.result.PeriodValues;
import org.stargatecalc.word.Worded;

/** What is told of a sweep and its rows. */
public final class SweepFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/sweep/v1";

  /** A parameter and, in a row, its value. */
  record Varied(String path, AxisUnit unit, String written) {
    Data value() {
      double number = unit.number(written);
      return Double.isNaN(number) ? Data.text(written) : Data.number(number);
    }
  }

  /** A claim and its answer in a row. */
  record Answered(Claim claim, Answer answer, double met) {}

  /** A row of a sweep. */
  record Row(SweptScenario swept, SweepRow row) {
    List<Varied> values() {
      List<Varied> values = new ArrayList<>();
      for (int a = 0; a < swept.units().size(); a++) {
        values.add(
            new Varied(
                swept.sweep().combinations().axes().get(a).path(),
                swept.units().get(a),
                swept.sweep().combinations().text(row.index(), a)));
      }
      return values;
    }

    List<Answered> claims() {
      List<Answered> claims = new ArrayList<>();
      for (int c = 0; c < row.answers().size(); c++) {
        int index = c;
        if (row.answers().get(c).isPresent()) {
          claims.add(
              new Answered(
                  question().claims().get(c),
                  row.answers().get(c).get(),
                  row.spread().map(s -> s.met().get(index)).orElse(Double.NaN)));
        }
      }
      return claims;
    }

    Question question() {
      return swept.sweep().question();
    }

    Optional<Row> ifValid() {
      return row.isValid() ? Optional.of(this) : Optional.empty();
    }
  }

  /** The metrics of a row. */
  private record Metrics(Row of) implements PeriodValues {
    private int index(Metric metric) {
      return of.question().metrics().indexOf(metric);
    }

    @Override
    public LocalDate end() {
      return of.question().at();
    }

    @Override
    public double value(Metric metric) {
      return of.row().values().get(index(metric));
    }

    @Override
    public double quantile(Metric metric, int percentile) {
      int place = of.question().percentiles().orElse(List.of()).indexOf(percentile);
      return of.row()
          .spread()
          .map(s -> s.quantiles().get(index(metric)).get(place))
          .orElse(Double.NaN);
    }

    @Override
    public double quantileError(Metric metric, int percentile) {
      return Double.NaN;
    }

    @Override
    public Optional<String> word(Metric metric) {
      return of.row().words().get(index(metric));
    }
  }

  private static final Fields<Varied> AXIS =
      Fields.of(
          "varied_parameter",
          text("path", "where it stands in the scenario", Varied::path),
          optionalText(
              "unit",
              "base unit of its values; null for words and dates",
              v -> v.unit().dimension().map(Dimension::baseUnit)));

  private static final Fields<Varied> VALUE =
      Fields.of(
          "varied_value",
          text("path", "where it stands in the scenario", Varied::path),
          numberOrText("value", "in the base unit, or a word or date", Varied::value),
          text("written", "as the scenario may have it", Varied::written));

  private static final Fields<Answered> CLAIM =
      Fields.of(
          "swept_claim",
          text("id", "id of the claim", a -> a.claim().id()),
          word(
              "verdict",
              Worded.ids(Verdict.values()),
              "the answer",
              a -> a.answer().verdict().id()),
          optionalDate("reached_on", "day at whose end it is reached", a -> a.answer().reachedOn()),
          optionalNumber(
              "value", "the metric at the deadline or the horizon's end", a -> a.answer().value()),
          numberOrNaN(
                  "probability_met", "share of draws in which it is met", (Answered a) -> a.met())
              .in("1")
              .only(Presence.WITH_DRAWS));

  private static final Fields<Row> ROW = row(PeriodFields.all(), CLAIM);

  /** All that is told of a sweep. */
  public static final Fields<SweptScenario> DOCUMENT =
      Fields.of(
          "sweep",
          constant("schema", SCHEMA, "name of this form"),
          text("scenario", "id of the scenario", s -> s.spec().name()),
          date("at", "day at whose end the metrics are told", s -> s.sweep().question().at()),
          whole("combinations", "how many rows there are", s -> s.sweep().size()),
          records(
              "varied", AXIS, "the parameters, in the order of --vary", SweepFields::parameters),
          streamed(
              "rows",
              ROW,
              "one a combination; of a grid the last parameter changes fastest",
              SweepFields::rowsOf,
              SweepFields::rows));

  private SweepFields() {}

  private static Fields<Row> row(Fields<PeriodValues> metrics, Fields<Answered> claims) {
    return Fields.of(
        "combination",
        whole("row", "its number, from 0", r -> r.row().index()),
        records("values", VALUE, "the varied values, in the order of varied", Row::values),
        records("claims", claims, "the claims and their answers", Row::claims),
        optionalRecord(
            "metrics",
            metrics,
            "the metrics at the date; flows since the start of the horizon",
            r -> r.ifValid().<PeriodValues>map(Metrics::new)),
        optionalText("error", "why it cannot be projected", r -> Optional.of(r.row().error())));
  }

  private static Fields<Row> rowsOf(SweptScenario swept) {
    Question question = swept.sweep().question();
    return row(
        PeriodFields.of(question.metrics()).ofRun(question.percentiles()),
        CLAIM.ofRun(question.percentiles()));
  }

  private static List<Varied> parameters(SweptScenario swept) {
    List<Varied> varied = new ArrayList<>();
    for (int a = 0; a < swept.units().size(); a++) {
      varied.add(
          new Varied(swept.sweep().combinations().axes().get(a).path(), swept.units().get(a), ""));
    }
    return varied;
  }

  private static Iterable<Row> rows(SweptScenario swept) {
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < swept.sweep().size();
          }

          @Override
          public Row next() {
            return new Row(swept, swept.sweep().row(next++));
          }
        };
  }
}
