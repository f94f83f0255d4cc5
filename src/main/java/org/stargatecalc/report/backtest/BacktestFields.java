package org.stargatecalc.report.backtest;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalDate;
import static org.stargatecalc.field.Field.optionalNumber;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.texts;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.record;
import static org.stargatecalc.field.Fields.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.BacktestPoint;
import org.stargatecalc.analysis.backtest.FleetReading;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.PointSet;
import org.stargatecalc.analysis.backtest.Score;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.report.RecordCredit;
import org.stargatecalc.result.ClaimFields;
import org.stargatecalc.word.Worded;

/** What is told of a backtest; with a column for the power of every baseline. */
public final class BacktestFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/backtest/v1";

  private static final Fields<BaselinePath.Knot> KNOT =
      Fields.of(
          "knot",
          date("date", "day", BaselinePath.Knot::date),
          number("power_mw", "power on that day", (BaselinePath.Knot k) -> k.powerMw()).in("MW"),
          optionalText("source", "who says so", k -> k.provenance().source()));

  private static final Fields<BaselinePath> BASELINE =
      Fields.of(
          "baseline",
          text("id", "id of the baseline", BaselinePath::id),
          text("title", "what it is", BaselinePath::title),
          optionalNumber(
              "per_year",
              "growth a year; null where only the dates say",
              BaselinePath::growthPerYear),
          text("interpolation", "between and beyond the dates", BacktestRules::interpolation),
          records("knots", KNOT, "what it says on dates", BaselinePath::knots));

  /** How close a model comes to the points of one subject. */
  static final Fields<ScoreRow> SCORE =
      Fields.of(
          "score",
          text("scope", "site, largest or sum", ScoreRow::scope).onlyInTables(),
          text("site", "id of the site", ScoreRow::site).onlyInTables(),
          word(
              "window",
              Worded.ids(Subject.Window.values()),
              "which points",
              row -> row.window().id()),
          word("basis", Worded.ids(Basis.values()), "power basis", row -> row.basis().id()),
          text("model", "projection, plan or id of a baseline", row -> row.score().model()),
          whole("points", "points it says something of", row -> row.score().points()),
          whole(
              "positive_points",
              "those with recorded power above 0",
              row -> row.score().positivePoints()),
          numberOrNaN("mape", "mean of |error| / recorded power", row -> row.score().mape()),
          numberOrNaN("bias", "Σ error / Σ recorded power", row -> row.score().bias()),
          numberOrNaN(
                  "mean_error_mw",
                  "mean of model − record",
                  (ScoreRow row) -> row.score().meanErrorMw())
              .in("MW"),
          numberOrNaN(
                  "mean_absolute_error_mw",
                  "mean of |model − record|",
                  (ScoreRow row) -> row.score().meanAbsoluteErrorMw())
              .in("MW"),
          numberOrNaN(
                  "mean_error_months",
                  "mean of how much later the model has the power",
                  (ScoreRow row) -> row.score().meanErrorMonths())
              .in("months"),
          whole("within_1_percent", "positive points met within 1 %", row -> row.score().within()),
          numberOrNaN(
              "share_inside_band",
              "share of points inside the model's band; null without one",
              row -> row.score().insideBand()),
          truth("best_baseline", "whether no baseline comes closer", ScoreRow::best));

  private static final Fields<Answer> ANSWER =
      ClaimFields.READING.without("answer", "metric", "basis", "attainment", "slip_months");

  private static final Fields<FleetReading.Recorded> RECORDED =
      Fields.of(
          "recorded",
          numberOrNaN("power_mw", "at the deadline", (FleetReading.Recorded r) -> r.mw()).in("MW"),
          optionalDate(
              "reached_on",
              "first day of the claimed power, forecasts included",
              FleetReading.Recorded::reachedOn));

  private static final Fields<FleetReading> READING =
      Fields.of(
          "fleet_reading",
          text("claim", "id of the claim", r -> r.claim().id()),
          word("basis", Worded.ids(Basis.values()), "power basis", r -> r.claim().basis().id()),
          number("at_least", "threshold", (FleetReading r) -> r.claim().atLeast()).in("GW"),
          date("by", "the last day", r -> r.claim().by()),
          record("training_system", ANSWER, "read as one training system", FleetReading::system),
          record("site", ANSWER, "read as one site", FleetReading::site),
          record("fleet", ANSWER, "read as the whole fleet", FleetReading::fleet),
          record("recorded_site", RECORDED, "largest recorded site", FleetReading::recordedSite),
          record("recorded_fleet", RECORDED, "all recorded sites", FleetReading::recordedFleet));

  private static final Fields<BacktestedScenario> SCENARIO =
      Fields.of(
          "scenario",
          text("name", "id of the scenario", BacktestedScenario::name),
          optionalText("title", "one line", s -> s.backtest().spec().title()),
          text("file", "as the user named it", BacktestedScenario::file),
          text("sha256", "of the file, hexadecimal", s -> s.sha256().get()));

  private final List<String> models;
  private final Fields<Point> point;

  /** Creates it for the ids of baselines. */
  public BacktestFields(List<String> baselines) {
    models = new ArrayList<>(baselines);
    models.add(ModelReading.PLAN);
    point = ofPoint();
  }

  /** How close a model comes to the points of a subject; without one, of all sites. */
  record ScoreRow(
      String scope, String site, Subject.Window window, Basis basis, Score score, boolean best) {}

  /** A recorded point of a subject. */
  record Point(Subject subject, BacktestPoint at) {
    String site() {
      return at.site().orElse(subject.scope() == Subject.Scope.SUM ? "" : subject.id());
    }
  }

  /**
   * All that a backtest says.
   *
   * @param toolVersion the version that wrote it
   * @param record what the scenarios are held against
   * @param selection which part of it
   * @param baselines what else is held against it
   * @param scenarios in their order
   */
  public record Document(
      String toolVersion,
      SiteRecord record,
      Backtest.Selection selection,
      List<BaselinePath> baselines,
      List<BacktestedScenario> scenarios) {
    /** Copies the lists. */
    public Document {
      baselines = List.copyOf(baselines);
      scenarios = List.copyOf(scenarios);
    }
  }

  /** Returns what is told of a point. */
  Fields<Point> point() {
    return point;
  }

  private Fields<Point> ofPoint() {
    List<Field<Point>> fields = new ArrayList<>();
    fields.add(
        text("scope", "site, largest or sum", (Point p) -> p.subject().scope().id())
            .onlyInTables());
    fields.add(text("site", "id of the site", Point::site).onlyInTables());
    fields.add(
        optionalText("largest_site", "site that is the largest", (Point p) -> p.at().site())
            .notInTables());
    fields.add(date("date", "day at whose end the power stands", p -> p.at().date()));
    fields.add(
        word(
            "set",
            Worded.ids(PointSet.values()),
            "what the point can say",
            p -> p.at().set().id()));
    fields.add(word("basis", Worded.ids(Basis.values()), "power basis", p -> p.at().basis().id()));
    fields.add(number("recorded_mw", "record", (Point p) -> p.at().recordedMw()).in("MW"));
    fields.add(
        numberOrNaN("projected_mw", "projection", (Point p) -> p.at().projection().mw()).in("MW"));
    fields.add(
        numberOrNaN("error_mw", "projection − record", (Point p) -> p.at().errorMw()).in("MW"));
    fields.add(
        numberOrNaN("error_share", "error over the record; null at 0", p -> p.at().errorShare()));
    fields.add(
        optionalDate(
            "reached_on",
            "day on which the projection comes within 1 % of the record",
            p -> p.at().projection().reachedOn()));
    fields.add(
        numberOrNaN(
                "error_months",
                "how much later than the record",
                (Point p) -> p.at().projection().errorMonths())
            .in("months"));
    fields.add(
        optionalNumber(
            "inside_band",
            "1 if the record lies inside the projection's band, 0 if not",
            p -> p.at().projection().insideBand()));
    fields.add(
        text(
            "record_falls",
            "yes where the record had more before",
            p -> p.at().falls() ? "yes" : ""));
    models.forEach(model -> fields.addAll(ofModel(model)));
    return Fields.of("point", fields);
  }

  private static List<Field<Point>> ofModel(String model) {
    String id = model.replace('-', '_');
    return List.of(
        Field.<Point>numberOrNaN(
                id + "_mw",
                "what " + model + " says",
                p -> p.at().estimate(model).map(ModelReading::mw).orElse(Double.NaN))
            .in("MW"),
        Field.<Point>numberOrNaN(
                id + "_error_months",
                "how much later " + model + " has the power",
                p -> p.at().estimate(model).map(ModelReading::errorMonths).orElse(Double.NaN))
            .in("months"));
  }

  /** Returns the points of a subject. */
  static List<Point> points(Subject subject) {
    return subject.points().stream().map(at -> new Point(subject, at)).toList();
  }

  /** Returns the scores of all models on a subject. */
  static List<ScoreRow> scores(Subject subject) {
    List<ScoreRow> rows = new ArrayList<>();
    String site = subject.scope() == Subject.Scope.SITE ? subject.id() : "";
    for (Subject.Window window : subject.windows()) {
      for (Basis basis : Basis.values()) {
        Optional<String> best = subject.bestBaseline(window, basis).map(Score::model);
        for (Score score : subject.scores(window, basis)) {
          boolean isBest = best.equals(Optional.of(score.model()));
          rows.add(new ScoreRow(subject.scope().id(), site, window, basis, score, isBest));
        }
      }
    }
    return rows;
  }

  /** Returns the scores of the projection over the points of all sites. */
  private static List<ScoreRow> siteScores(Backtest backtest) {
    List<ScoreRow> rows = new ArrayList<>();
    for (Subject.Window window : List.of(Subject.Window.HAPPENED, Subject.Window.FORECAST)) {
      for (Basis basis : Basis.values()) {
        Score score = Score.of(ModelReading.PROJECTION, backtest.sitePoints(window, basis));
        rows.add(new ScoreRow("", "", window, basis, score, false));
      }
    }
    return rows;
  }

  private Fields<Subject> subject() {
    return Fields.of(
        "subject",
        word("scope", Worded.ids(Subject.Scope.values()), "what it is", s -> s.scope().id()),
        text("id", "the record's id of the site, or the scope", Subject::id),
        text("title", "what it is called", Subject::title),
        optionalText("scenario_site", "what the scenario calls it", Subject::scenarioSite),
        optionalDate("plan_vintage", "vintage of the plan that is scored", Subject::planDate),
        whole("dates_outside_horizon", "recorded dates outside the horizon", Subject::outside),
        records("scores", SCORE, "how close each model comes", BacktestFields::scores),
        records("points", point, "every recorded point", BacktestFields::points));
  }

  private Fields<BacktestedScenario> result() {
    return Fields.of(
        "backtested",
        record("scenario", SCENARIO, "what is held against the record", s -> s),
        truth(
            "whole_frontier",
            "whether it has every recorded site",
            s -> s.backtest().wholeFrontier()),
        date("last_happened", "last day that happened", s -> s.backtest().lastHappened()),
        texts(
            "unrecorded_sites", "sites that are not in the record", s -> s.backtest().unrecorded()),
        records(
            "site_scores",
            SCORE,
            "of the projection over all sites",
            s -> siteScores(s.backtest())),
        records("subjects", subject(), "what is compared", s -> s.backtest().subjects()),
        records(
            "readings",
            READING,
            "claims read as a system and as everybody's fleet",
            s -> s.backtest().readings()),
        records(
            "amount_scores",
            AmountFields.SCORE,
            "how close compute and money come",
            s -> AmountFields.scores(s.backtest())),
        records(
            "amounts",
            AmountFields.POINT,
            "compute and money on recorded dates",
            s -> s.backtest().amounts()),
        texts("warnings", "what the user should know", BacktestedScenario::warnings));
  }

  /** Returns all that a backtest says. */
  public Fields<Document> document() {
    return Fields.of(
        "backtest",
        constant("schema", SCHEMA, "name of this form"),
        text("tool_version", "version that wrote it", Document::toolVersion),
        record("record", RecordCredit.FIELDS, "what scenarios are held against", Document::record),
        optionalDate("vintage", "the vintage asked for", d -> d.selection().vintage()),
        optionalDate(
            "as_of",
            "the day up to which points happened, if asked for",
            d -> d.selection().asOf()),
        records("baselines", BASELINE, "what else is held against it", Document::baselines),
        records("results", result(), "in their order", Document::scenarios));
  }
}
