package org.stargatecalc.report.sensitivity;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Fields.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stargatecalc.analysis.sensitivity.RankCorrelation;
import org.stargatecalc.analysis.sensitivity.SobolIndices;
import org.stargatecalc.analysis.sensitivity.Target;
import org.stargatecalc.analysis.sensitivity.Tornado;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.scenario.ScenarioSpec;

/** What is told of the inputs that move an answer, by method. */
public final class SensitivityFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/sensitivity/v1";

  /** What one input does alone. */
  static final Fields<Row<Tornado.Swing>> SWING =
      SensitivityFields.<Tornado.Swing>row("swing", swing -> swing.input().path())
          .and(
              number("input_p10", "the input at its 10 % quantile", row -> row.of().lowInput()),
              number("input_p90", "the input at its 90 % quantile", row -> row.of().highInput()),
              numberOrNaN("low", "the answer there", row -> row.of().low()),
              numberOrNaN("high", "the answer there", row -> row.of().high()),
              numberOrNaN("swing", "distance of the two answers", row -> row.of().size()),
              optionalText(
                  "acts_with",
                  "what has to happen for the input to act, which it does not in the central case",
                  row -> Optional.of(String.join(" ", row.of().actsWith()))));

  /** How an input and the answer go together. */
  static final Fields<Row<RankCorrelation.Correlation>> CORRELATION =
      SensitivityFields.<RankCorrelation.Correlation>row("correlation", c -> c.input().path())
          .and(
              numberOrNaN("spearman", "rank correlation, −1 to 1", row -> row.of().spearman()),
              numberOrNaN(
                  "partial_rank_correlation",
                  "the same with the influence of the other inputs taken out",
                  row -> row.of().partial()));

  /** What share of the variance an input causes. */
  static final Fields<Row<SobolIndices.Index>> INDEX =
      SensitivityFields.<SobolIndices.Index>row("index", index -> index.input().path())
          .and(
              numberOrNaN("first_order", "alone", row -> row.of().firstOrder().value()),
              numberOrNaN("first_order_p05", "low end", row -> row.of().firstOrder().low()),
              numberOrNaN("first_order_p95", "high end", row -> row.of().firstOrder().high()),
              numberOrNaN("total", "with its interactions", row -> row.of().total().value()),
              numberOrNaN("total_p05", "low end", row -> row.of().total().low()),
              numberOrNaN("total_p95", "high end", row -> row.of().total().high()));

  static final Fields<Document<Tornado.Swing>> TORNADO = document("tornado", SWING);
  static final Fields<Document<RankCorrelation.Correlation>> RANK = document("rank", CORRELATION);
  static final Fields<Document<SobolIndices.Index>> SOBOL = document("sobol", INDEX);

  private SensitivityFields() {}

  /** Returns the documents of all methods. */
  public static List<Fields<?>> documents() {
    return List.of(TORNADO, RANK, SOBOL);
  }

  /** What is told of an input, and which answer it is about. */
  record Row<T>(String scenario, String target, T of) {}

  /** All that is told of an answer. */
  record Document<T>(ScenarioSpec spec, Target target, List<Row<T>> inputs) {
    static <T> Document<T> of(ScenarioSpec spec, Target target, List<T> inputs) {
      return new Document<>(
          spec,
          target,
          inputs.stream().map(one -> new Row<>(spec.name(), target.label(), one)).toList());
    }
  }

  private static <T> Fields<Row<T>> row(String name, Function<T, String> input) {
    return Fields.of(
        name,
        List.<Field<Row<T>>>of(
            text("scenario", "id of the scenario", Row::scenario),
            text("target", "what is asked about", Row::target),
            text("input", "path of the input", row -> input.apply(row.of()))));
  }

  private static <T> Fields<Document<T>> document(String method, Fields<Row<T>> inputs) {
    return Fields.of(
        method,
        List.<Field<Document<T>>>of(
            constant("schema", SCHEMA, "name of this form"),
            text("scenario", "id of the scenario", d -> d.spec().name()),
            text("target", "what is asked about", d -> d.target().label()),
            text("metric", "id of the metric", d -> d.target().metric().id()),
            text("unit", "of the answer", d -> d.target().metric().unit().symbol()),
            date("date", "day at whose end it is asked", d -> d.target().date()),
            constant("method", method, "how influence is measured"),
            records("inputs", inputs, "those that matter most first", Document::inputs)));
  }
}
