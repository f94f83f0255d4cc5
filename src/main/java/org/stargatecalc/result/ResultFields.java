package org.stargatecalc.result;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.optionalWord;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.texts;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Fields.record;
import static org.stargatecalc.field.Fields.records;
import static org.stargatecalc.field.Fields.recordsWhereKnown;
import static org.stargatecalc.field.Fields.streamed;

import java.util.List;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.word.Worded;

/** What a result is, as it is written and read back. */
public final class ResultFields {
  static final Field<ResultDocument.Head> NAME =
      text("name", "id of the scenario", ResultDocument.Head::name);
  static final Field<ResultDocument.Head> TITLE =
      optionalText("title", "one line", ResultDocument.Head::title);
  static final Field<ResultDocument.Head> FILE =
      text("file", "as the user named it", ResultDocument.Head::file);
  static final Field<ResultDocument.Head> HORIZON_FROM =
      date("horizon_from", "first day", ResultDocument.Head::horizonFrom);
  static final Field<ResultDocument.Head> HORIZON_TO =
      date("horizon_to", "last day", ResultDocument.Head::horizonTo);

  /** What was projected. */
  static final Fields<ResultDocument.Head> SCENARIO_HEAD =
      Fields.of(
          "scenario",
          NAME,
          TITLE,
          FILE,
          text("sha256", "of the file, hexadecimal", ResultDocument.Head::sha256),
          optionalText("as_of", "date of its information", ResultDocument.Head::asOf),
          HORIZON_FROM,
          HORIZON_TO);

  static final Field<ResultDocument> MODEL_VERSION =
      whole(
          "model_version",
          "version of the model by which it was computed",
          (ResultDocument d) -> ModelVersion.CURRENT);
  static final Field<ResultDocument> SEED =
      whole("seed", "seed of the draws", ResultDocument::seed);
  static final Field<ResultDocument> SAMPLES =
      whole("samples", "number of draws; 0 for the central case alone", ResultDocument::samples);
  static final Field<ResultDocument> SCENARIO =
      record("scenario", SCENARIO_HEAD, "what was projected", ResultDocument::scenario);
  static final Field<ResultDocument> BY =
      optionalWord(
          "by",
          Worded.ids(Period.values()),
          "period of the rows; null where flows are sums since the start",
          ResultDocument::by);
  static final Field<ResultDocument> CLAIMS =
      records(
          "claims",
          ClaimFields.ALL,
          "the claims with their answers",
          (ResultDocument d) -> ClaimFields.ALL.ofRun(d.percentiles()),
          ResultDocument::claims);
  static final Field<ResultDocument> HEDGES =
      records(
          "hedges",
          HedgeFields.ALL,
          "what renting in place of late phases costs, beside what their delay costs",
          ResultDocument::hedges);
  static final Field<ResultDocument> TIMELINE =
      records(
          "timeline",
          PeriodFields.all(),
          "one row a period",
          (ResultDocument d) -> PeriodFields.of(d.metrics()).ofRun(d.percentiles()),
          ResultDocument::timeline);
  static final Field<ResultDocument> ASSUMPTIONS =
      records("assumptions", AssumptionFields.ALL, "what it rests on", ResultDocument::assumptions);

  /** One result. */
  public static final Fields<ResultDocument> RESULT =
      Fields.of(
          "result",
          constant("schema", Result.SCHEMA, "name of this form"),
          text("tool_version", "version that wrote it", ResultDocument::toolVersion),
          MODEL_VERSION,
          SEED,
          SAMPLES,
          optionalText("sampling", "how points were chosen", ResultDocument::sampling),
          SCENARIO,
          BY,
          CLAIMS,
          HEDGES,
          TIMELINE,
          ASSUMPTIONS,
          recordsWhereKnown(
              "phases",
              PhaseFields.PHASE,
              "each phase by period, with --show phases",
              ResultDocument::phases),
          recordsWhereKnown(
              "sites",
              PhaseFields.SITE,
              "each site by period, with --show sites",
              ResultDocument::sites),
          texts("warnings", "what the user should know", ResultDocument::warnings));

  static final Field<List<ResultDocument>> ALL_RESULTS =
      streamed(
          "results",
          RESULT,
          "in their order",
          (List<ResultDocument> all) -> RESULT,
          (List<ResultDocument> all) -> all);

  /** Several results in one document. */
  public static final Fields<List<ResultDocument>> RESULTS =
      Fields.of(
          "results",
          constant("schema", Result.SCHEMA_OF_SEVERAL, "name of this form"),
          ALL_RESULTS);

  private ResultFields() {}
}
